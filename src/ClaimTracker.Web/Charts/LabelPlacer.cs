namespace ClaimTracker.Web.Charts;

/// <summary>Where a text is held fast: the x it was given is its left end, its middle or its right end, in either direction of writing.</summary>
public enum Hold
{
    Left,
    Middle,
    Right,
}

/// <summary>Lines beside a mark, where they stand, and how they are held.</summary>
public sealed record PlacedLabel(Box Box, Hold Hold, bool IsApart);

/// <summary>
/// Finds room for labels beside their marks, so that none covers a mark or another label and all stay inside. Where there is none,
/// there is no label: the mark then carries its number, which the table explains.
/// </summary>
public sealed class LabelPlacer(Box room, bool isRightToLeft)
{
    private const double Gap = 4;
    private readonly List<Box> taken = [];

    public void Keep(Box box) => taken.Add(box);

    /// <summary>
    /// The nearest free place for a label of that size, the side one reads towards first; null when there is none. A place nearer to
    /// one of the <paramref name="others"/> than to its own mark would be read as that one's.
    /// </summary>
    public PlacedLabel? Place(Box mark, double width, double height, IReadOnlyList<Box>? others = null)
    {
        foreach (var (box, hold, isApart) in Places(mark, width, height))
        {
            if (box.IsInside(room) && !taken.Exists(t => t.Overlaps(box, 2)) && others?.Any(o => o != mark && o.DistanceTo(box) <= mark.DistanceTo(box)) is not true)
            {
                taken.Add(box);
                return new PlacedLabel(box, hold, isApart);
            }
        }

        return null;
    }

    private IEnumerable<(Box Box, Hold Hold, bool IsApart)> Places(Box mark, double width, double height)
    {
        var middle = mark.Y + (mark.Height / 2);
        foreach (var far in new double[] { 0, 14, 30, 48, 80 })
        {
            var isApart = far > 0;
            var gap = Gap + far;
            foreach (var drop in new[] { 0, -0.5, 0.5, -1, 1 })
            {
                var y = middle - (height / 2) + (drop * (height + far));
                var left = (new Box(mark.X - gap - width, y, width, height), Hold.Right, isApart || Math.Abs(drop) == 1);
                var right = (new Box(mark.Right + gap, y, width, height), Hold.Left, isApart || Math.Abs(drop) == 1);
                yield return isRightToLeft ? left : right;
                yield return isRightToLeft ? right : left;
            }

            var start = mark.X + (mark.Width / 2) - (width / 2);
            yield return (new Box(start, mark.Y - gap - height, width, height), Hold.Middle, isApart);
            yield return (new Box(start, mark.Bottom + gap, width, height), Hold.Middle, isApart);
        }
    }
}
