namespace ClaimTracker.Web.Charts;

/// <summary>How a box of a tree stands out.</summary>
public enum TreeLook
{
    Plain,

    /// <summary>What the page is about.</summary>
    Own,

    /// <summary>Named here by mistake.</summary>
    Mistaken,

    /// <summary>Words were changed on the way here.</summary>
    Bent,

    /// <summary>Where it ends: something published.</summary>
    Leaf,
}

/// <summary>Something that passes on to others: its words, and those on the arrow that leads to it.</summary>
public sealed record TreeNode
{
    public required string Title { get; init; }

    /// <summary>Read aloud; also where the title was cut.</summary>
    public required string Name { get; init; }

    public string? Arrow { get; init; }

    /// <summary>The arrow leads from here to the one before: this is the one that acts.</summary>
    public bool IsArrowBack { get; init; }

    /// <summary>A second, smaller line.</summary>
    public string? Aside { get; init; }

    public string? Address { get; init; }

    public TreeLook Look { get; init; }

    /// <summary>Symbol and colour of a rating.</summary>
    public string? Icon { get; init; }

    public string? Color { get; init; }

    public IReadOnlyList<TreeNode> Children { get; init; } = [];

    public int Depth => 1 + Children.Select(c => c.Depth).DefaultIfEmpty(0).Max();
}

/// <summary>
/// Boxes joined by arrows. Across: each step one column further along the direction of reading, branches below each other. Down, for a
/// phone: each box below the one before, branches set in. Boxes never meet. Pure geometry.
/// </summary>
public sealed class TreePicture
{
    public const double TitleSize = 14;
    public const double AsideSize = 12;

    private const double LineHeight = 20;
    private const double Padding = 9;
    private const double IconRoom = 22;
    private const double RowGap = 14;
    private const double Edge = 2;

    /// <summary>Trees up to this deep, such as a map of links, show each step of theirs by where it begins.</summary>
    private const int MostStepsSeen = 3;

    private readonly bool isRightToLeft;
    private readonly bool isAcross;
    private readonly double boxWidth;
    private readonly double gap;
    private readonly int mostLines;
    private readonly List<TreeBox> boxes = [];
    private readonly List<TreeArrow> arrows = [];

    private TreePicture(TreeNode root, bool isRightToLeft, bool isAcross, double width, double gap, int mostLines)
    {
        this.isRightToLeft = isRightToLeft;
        this.isAcross = isAcross;
        this.gap = gap;
        this.mostLines = mostLines;
        Width = width;
        boxWidth = isAcross ? Math.Min(260, ((width - (2 * Edge) + gap) / Math.Max(2, root.Depth)) - gap) : 0;
        Height = isAcross ? Across(root, 0, Edge, out _) : Down(root, 0, Edge, isStepSeen: root.Depth <= MostStepsSeen && root.Children.Count > 1);
    }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<TreeBox> Boxes => boxes;

    public IReadOnlyList<TreeArrow> Arrows => arrows;

    public static TreePicture Across(TreeNode root, bool isRightToLeft, double width = 900, double gap = 96, int mostLines = 2) =>
        new(root, isRightToLeft, isAcross: true, width, gap, mostLines);

    public static TreePicture Down(TreeNode root, bool isRightToLeft, double width = 350, double gap = 34, int mostLines = 2) =>
        new(root, isRightToLeft, isAcross: false, width, gap, mostLines);

    /// <summary>Whether the tree is shallow enough to be read when it goes across.</summary>
    public static bool FitsAcross(TreeNode root) => root.Depth <= 5;

    /// <summary>Places the branches first and the box beside their middle; returns where the next may begin.</summary>
    private double Across(TreeNode node, int depth, double top, out TreeBox placed)
    {
        var x = Edge + (depth * (boxWidth + gap));
        var box = BoxOf(node, x, top, boxWidth);
        var (next, children) = (top, new List<TreeBox>());
        foreach (var child in node.Children)
        {
            next = Across(child, depth + 1, next, out var below);
            children.Add(below);
        }

        if (children.Count > 0)
        {
            var middle = (children[0].Box.Y + children[^1].Box.Bottom) / 2;
            box = box.MovedTo(Math.Max(top, middle - (box.Box.Height / 2)));
        }

        boxes.Add(box);
        foreach (var child in children)
        {
            arrows.Add(ArrowAcross(box.Box, child));
        }

        placed = box;
        return Math.Max(next, box.Box.Bottom + RowGap);
    }

    private TreeArrow ArrowAcross(Box from, TreeBox to)
    {
        var forward = isRightToLeft ? -1 : 1;
        var (start, end) = isRightToLeft ? (from.X, to.Box.Right) : (from.Right, to.Box.X);
        (start, end) = to.Node.IsArrowBack ? (start + (3 * forward), end) : (start, end - (3 * forward));
        var (fromY, toY) = (from.Y + (from.Height / 2), to.Box.Y + (to.Box.Height / 2));
        var bend = start + ((end - start) * 0.14);
        var words = to.Node.Arrow is { } arrow ? TextSize.CutTo(gap - 12, arrow, AsideSize) : null;
        return new TreeArrow([(start, fromY), (bend, fromY), (bend, toY), (end, toY)], to.Node.IsArrowBack, words, (bend + end) / 2, toY - 6, Hold.Middle);
    }

    /// <param name="isStepSeen">Every step is set in, also where it does not branch, so that it is not taken for one more branch of the step before.</param>
    private double Down(TreeNode node, double indent, double top, bool isStepSeen)
    {
        var x = isRightToLeft ? Edge : Edge + indent;
        var box = BoxOf(node, x, top, Width - (2 * Edge) - indent, isPlaced: true);
        boxes.Add(box);
        var next = box.Box.Bottom;
        // Otherwise only a branch is set in, so that a long chain keeps its width.
        var isSetIn = isStepSeen || node.Children.Count > 1;
        var inset = isSetIn ? Math.Min(indent + 22, 110) : indent;
        foreach (var child in node.Children)
        {
            var childTop = next + gap;
            var words = child.Arrow is { } arrow ? TextSize.CutTo(Width - inset - 60, arrow, AsideSize) : null;
            var (from, to) = (Side(indent + 10), Side(inset + 22));
            var isStraight = !isSetIn;
            var back = child.IsArrowBack ? 3 : 0;
            var path = isStraight
                ? new[] { (to, box.Box.Bottom + back), (to, childTop - 3 + back) }
                : [(from, box.Box.Bottom + back), (from, childTop - 14), (to, childTop - 14), (to, childTop - 3 + back)];
            arrows.Add(new TreeArrow(path, child.IsArrowBack, words, Side(inset + 34), childTop - (isStraight ? 12 : 20), isRightToLeft ? Hold.Right : Hold.Left));
            next = Down(child, inset, childTop, isStepSeen);
        }

        return Math.Max(next, box.Box.Bottom) + (indent == 0 && node.Children.Count == 0 ? Edge : 0);
    }

    private double Side(double along) => isRightToLeft ? Width - Edge - along : Edge + along;

    private TreeBox BoxOf(TreeNode node, double x, double y, double width, bool isPlaced = false)
    {
        var room = width - (2 * Padding) - (node.Icon is null ? 0 : IconRoom);
        var title = TextSize.Wrap(room, node.Title, TitleSize, mostLines);
        var aside = node.Aside is { } words ? TextSize.Wrap(room, words, AsideSize, 3) : [];
        var height = ((title.Count + aside.Count) * LineHeight) + (2 * Padding) - 4;
        var left = isRightToLeft && !isPlaced ? Width - x - width : x;
        return new TreeBox(node, new Box(left, y, width, height), title, aside);
    }
}

/// <summary>A placed box with its lines.</summary>
public sealed record TreeBox(TreeNode Node, Box Box, IReadOnlyList<string> Title, IReadOnlyList<string> Aside)
{
    public TreeBox MovedTo(double y) => this with { Box = Box with { Y = y } };
}

/// <summary>An arrow through those points, or back along them, and where its words stand.</summary>
public sealed record TreeArrow(IReadOnlyList<(double X, double Y)> Points, bool IsBack, string? Words, double WordsX, double WordsY, Hold Hold);
