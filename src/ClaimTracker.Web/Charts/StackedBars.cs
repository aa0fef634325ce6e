using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Charts;

/// <summary>A part of a bar, in the colour and with the symbol of a rating.</summary>
public sealed record BarPart(int Count, string Icon, string Color, bool IsHollow);

public sealed record Bar(string Label, string Total, IReadOnlyList<BarPart> Parts)
{
    public int Count => Parts.Sum(p => p.Count);
}

/// <summary>A part as it is drawn.</summary>
public sealed record PlacedPart(BarPart Part, Box Box);

/// <summary>Bars below each other, each made of parts, on one scale; they begin where one begins to read. Pure geometry.</summary>
public sealed class StackedBars
{
    public const double Width = 460;
    public const double TextHeight = 13;

    private const double RowHeight = 34;
    private const double Thickness = 22;

    private StackedBars(IReadOnlyList<Bar> bars, int most, bool isRightToLeft)
    {
        IsRightToLeft = isRightToLeft;
        LabelWidth = Math.Min(150, bars.Select(b => TextSize.WidthOf(b.Label, TextHeight)).DefaultIfEmpty(0).Max()) + 10;
        var room = Width - LabelWidth - 44;
        Rows =
        [
            .. bars.Select((bar, i) =>
            {
                var (y, along) = ((i * RowHeight) + 6, LabelWidth);
                var parts = new List<PlacedPart>();
                foreach (var part in bar.Parts.Where(p => p.Count > 0))
                {
                    var width = room * part.Count / Math.Max(1, most);
                    // A line of ground between parts; none is so thin that it is not seen.
                    var drawn = Math.Max(1, width - 1.5);
                    parts.Add(new PlacedPart(part, new Box(isRightToLeft ? Width - along - drawn : along, y, drawn, Thickness)));
                    along += width;
                }

                return new BarRow(bar, y + 16, along + 6, parts);
            }),
        ];
        Height = (bars.Count * RowHeight) + 4;
    }

    public bool IsRightToLeft { get; }

    public double LabelWidth { get; }

    public double Height { get; }

    public IReadOnlyList<BarRow> Rows { get; }

    /// <param name="most">Count of the longest bar of all pictures that are to be compared.</param>
    public static StackedBars Of(IReadOnlyList<Bar> bars, int most, bool isRightToLeft) => new(bars, most, isRightToLeft);

    public IHtmlContent ToSvg(string icons, string id, string title, string description)
    {
        var svg = new SvgWriter(IsRightToLeft);
        svg.Open("svg", ("class", "bars"), ("viewBox", FormattableString.Invariant($"0 0 {Width:0} {Height:0}")), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-text"))
            .AddText("title", title, ("id", $"{id}-title")).AddText("desc", description, ("id", $"{id}-text"));
        var hold = IsRightToLeft ? Hold.Right : Hold.Left;
        foreach (var row in Rows)
        {
            svg.AddWords(TextSize.CutTo(LabelWidth - 8, row.Bar.Label, TextHeight), X(0), row.TextY, hold, "bars__label");
            foreach (var (part, box) in row.Parts)
            {
                svg.Open("g", ("class", $"mk badge--{part.Color}{(part.IsHollow ? " mk--hollow" : "")}"))
                    .Add("rect", ("class", "mk__body"), ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height));
                if (box.Width >= 18)
                {
                    svg.Add("use", ("class", "mk__icon"), ("href", $"{icons}#{part.Icon}"), ("x", box.X + (box.Width / 2) - 7), ("y", box.Y + 4), ("width", 14d), ("height", 14d));
                }

                svg.Close("g");
            }

            svg.AddWords(row.Bar.Total, X(row.End), row.TextY, hold, "bars__total");
        }

        return svg.Close("svg").ToHtml();
    }

    private double X(double along) => IsRightToLeft ? Width - along : along;
}

/// <summary>A bar with its parts, and where it ends along the direction of reading.</summary>
public sealed record BarRow(Bar Bar, double TextY, double End, IReadOnlyList<PlacedPart> Parts);
