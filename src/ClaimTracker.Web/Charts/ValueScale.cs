namespace ClaimTracker.Web.Charts;

/// <summary>
/// Where a number stands between the ends of an axis, from 0 to 1. In equal steps from zero; by powers of ten where the largest
/// is more than <see cref="LogarithmicFrom"/> times the smallest, since small ones could not be told apart otherwise.
/// </summary>
public sealed class ValueScale
{
    public const decimal LogarithmicFrom = 100;

    /// <summary>Room past the largest, for the arrow of “more than”.</summary>
    private const decimal Headroom = 1.08m;

    private readonly double low;
    private readonly double high;

    private ValueScale(bool isLogarithmic, double low, double high, IReadOnlyList<decimal> ticks)
    {
        IsLogarithmic = isLogarithmic;
        this.low = low;
        this.high = high;
        Ticks = ticks;
    }

    public bool IsLogarithmic { get; }

    /// <summary>Round numbers along the axis, smallest first.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    public static ValueScale Of(IReadOnlyCollection<decimal> values)
    {
        var (min, max) = values.Count == 0 ? (0, 1) : (values.Min(), values.Max());
        return min > 0 && (double)max / (double)min > (double)LogarithmicFrom
            ? Logarithmic((double)min, (double)max)
            : Linear(Math.Min(min, 0), Math.Max(max, 0), values.All(decimal.IsInteger));
    }

    public double At(decimal value)
    {
        var place = IsLogarithmic ? Math.Log10((double)value) : (double)value;
        return Math.Clamp((place - low) / (high - low), 0, 1);
    }

    /// <param name="isWhole">Half a launch would only puzzle where all numbers are whole.</param>
    private static ValueScale Linear(decimal min, decimal max, bool isWhole)
    {
        var reach = max - min == 0 ? 1 : max - min;
        var step = isWhole ? Math.Max(1, Step(reach)) : Step(reach);
        var bottom = Math.Floor(min / step) * step;
        var top = Math.Max(Math.Ceiling(max / step) * step, bottom + step);
        var end = Math.Max(top, max * Headroom);
        return new ValueScale(isLogarithmic: false, (double)bottom, (double)end, [.. Enumerable.Range(0, (int)((top - bottom) / step) + 1).Select(i => bottom + (i * step))]);
    }

    private static ValueScale Logarithmic(double min, double max)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(min)), (int)Math.Ceiling(Math.Log10(max) + 0.05));
        var every = Math.Max(1, (to - from + 7) / 8);
        return new ValueScale(isLogarithmic: true, from, to, [.. Enumerable.Range(0, ((to - from) / every) + 1).Select(i => PowerOfTen(from + (i * every)))]);
    }

    /// <summary>1, 2 or 5 times a power of ten, so that there are four to eight steps.</summary>
    private static decimal Step(decimal reach)
    {
        var rough = reach / 5;
        var power = PowerOfTen((int)Math.Floor(Math.Log10((double)rough)));
        return (rough / power) switch
        {
            < 1.5m => power,
            < 3.5m => 2 * power,
            < 7.5m => 5 * power,
            _ => 10 * power,
        };
    }

    private static decimal PowerOfTen(int exponent) =>
        exponent >= 0 ? Enumerable.Repeat(10m, Math.Min(exponent, 27)).Aggregate(1m, (a, b) => a * b) : 1 / PowerOfTen(-exponent);
}
