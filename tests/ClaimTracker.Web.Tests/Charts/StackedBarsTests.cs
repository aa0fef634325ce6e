using ClaimTracker.Web.Charts;

namespace ClaimTracker.Web.Tests.Charts;

public sealed class StackedBarsTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(12, 300, false)]
    [InlineData(40, 2000, true)]
    public void Bars_OfAnySize_StayInsideAndKeepTheirParts(int rows, int most, bool isRightToLeft)
    {
        var bars = Enumerable.Range(0, rows).Select(i => new Bar(
            $"{1990 + i}", $"{most}", [new BarPart(most / 2, "true", "true", false), new BarPart(0, "false", "false", false), new BarPart(most - (most / 2), "said", "said", true)])).ToList();

        var picture = StackedBars.Of(bars, most, isRightToLeft);

        var all = new Box(0, 0, StackedBars.Width, picture.Height);
        Assert.Equal(rows, picture.Rows.Count);
        Assert.All(picture.Rows.SelectMany(r => r.Parts), p => Assert.True(p.Box.IsInside(all)));
        Assert.All(picture.Rows, r => Assert.DoesNotContain(r.Parts, p => r.Parts.Any(o => o != p && o.Box.Overlaps(p.Box))));
        Assert.All(picture.Rows.SelectMany(r => r.Parts), p => Assert.NotEqual(0, p.Part.Count));
        Assert.All(picture.Rows, r => Assert.True(r.End < StackedBars.Width));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, true)]
    [InlineData(40, false)]
    public void Trees_OfAnyShape_KeepBoxesApartAndInside(int branches, bool isRightToLeft)
    {
        var root = new TreeNode
        {
            Title = "وزارة الدفاع الوطني في كوريا الجنوبية",
            Name = "root",
            Children = [.. Enumerable.Range(0, branches).Select(i => new TreeNode
            {
                Title = new string('x', i * 7),
                Name = $"{i}",
                Arrow = "reported",
                Aside = i % 2 == 0 ? "a second line that is a good deal longer than the box is wide" : null,
                Children = i % 3 == 0 ? [new TreeNode { Title = "leaf", Name = "leaf", Icon = "true", Color = "true" }, new TreeNode { Title = "leaf", Name = "leaf" }] : [],
            })],
        };

        foreach (var tree in new[] { TreePicture.Across(root, isRightToLeft), TreePicture.Down(root, isRightToLeft) })
        {
            var all = new Box(0, 0, tree.Width, tree.Height + 2);
            Assert.All(tree.Boxes, b => Assert.True(b.Box.IsInside(all)));
            Assert.All(tree.Boxes, b => Assert.DoesNotContain(tree.Boxes, o => o != b && o.Box.Overlaps(b.Box)));
            Assert.Equal(tree.Boxes.Count - 1, tree.Arrows.Count);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Down_StepsOfOneChildEach_AreSetInOfAMap_AndKeepTheirWidthInAChain(bool isRightToLeft)
    {
        TreeNode Node(string title, params TreeNode[] children) => new() { Title = title, Name = title, Children = children };
        double IndentOf(TreePicture tree, string title) => tree.Boxes.Where(b => b.Node.Title == title).Select(b => isRightToLeft ? tree.Width - b.Box.Right : b.Box.X).Single();

        var map = TreePicture.Down(Node("claim", Node("near", Node("far")), Node("other")), isRightToLeft);
        var chain = TreePicture.Down(Node("speaker", Node("agency", Node("paper", Node("article")))), isRightToLeft);

        Assert.True(IndentOf(map, "far") > IndentOf(map, "near"));
        Assert.Equal(IndentOf(map, "near"), IndentOf(map, "other"));
        Assert.Equal(IndentOf(chain, "speaker"), IndentOf(chain, "article"));
    }
}
