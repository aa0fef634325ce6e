namespace ClaimTracker.Web.Pages.Public.Statistics;

/// <summary>A column of the chart, in the units of its box.</summary>
public sealed record MonthBar(double X, double Y, double Width, double Height, DateOnly Month, int Count);

/// <summary>
/// Columns of months side by side in the reading direction, with a label for each year that has the room. Worked out from the
/// counts alone; the browser only scales the box.
/// </summary>
public sealed class MonthBars
{
    public const double Width = 360;
    public const double Height = 150;

    /// <summary>Below it stand the years.</summary>
    public const double Base = 128;

    /// <summary>Above the tallest column stands the scale.</summary>
    public const double Top = 18;

    private const double Gap = 0.2;
    private const double YearRoom = 34;
    private const double MaxColumn = 40;

    private MonthBars(IReadOnlyList<MonthBar> bars, IReadOnlyList<(double X, int Year)> years, int max) => (Bars, Years, Max) = (bars, years, max);

    public IReadOnlyList<MonthBar> Bars { get; }

    /// <summary>Where each year's first column stands, in its middle.</summary>
    public IReadOnlyList<(double X, int Year)> Years { get; }

    public int Max { get; }

    public static MonthBars Of(IReadOnlyList<(DateOnly Month, int Count)> months, bool isRightToLeft)
    {
        var step = Math.Min(Width / Math.Max(months.Count, 1), MaxColumn);
        var max = Math.Max(months.Select(m => m.Count).DefaultIfEmpty().Max(), 1);
        var bars = new List<MonthBar>();
        var years = new List<(double X, int Year)>();
        for (var i = 0; i < months.Count; i++)
        {
            var (month, count) = months[i];
            var start = (i * step) + (step * Gap / 2);
            var width = step * (1 - Gap);
            var height = count * (Base - Top) / max;
            var x = isRightToLeft ? Width - start - width : start;
            bars.Add(new MonthBar(x, Base - height, width, height, month, count));
            var middle = Math.Clamp(x + (width / 2), YearRoom / 2, Width - (YearRoom / 2));
            if ((i == 0 || month.Month == 1) && (years.Count == 0 || Math.Abs(years[^1].X - middle) >= YearRoom))
            {
                years.Add((middle, month.Year));
            }
        }

        return new MonthBars(bars, years, max);
    }
}
