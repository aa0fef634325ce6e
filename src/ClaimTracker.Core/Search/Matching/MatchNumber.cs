using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>A quantity of a text with the stems of what it may count; <paramref name="Unit"/> is that as written, for people.</summary>
public sealed record MatchNumber(decimal Value, IReadOnlyList<string> UnitStems, string Unit, int Start, int End)
{
    private const decimal Rounding = 0.03m;

    /// <summary>The same, or this rounded to at least two digits: “1.8 million” for 1,845,045.</summary>
    public bool Agrees(decimal value)
    {
        if (Value == value)
        {
            return true;
        }

        if (value <= 0 || Value <= 0 || Math.Abs(value - Value) > value * Rounding)
        {
            return false;
        }

        var step = Step(Value);
        return Value / step >= 10 && Math.Round(value / step, MidpointRounding.AwayFromZero) * step == Value;
    }

    public bool SharesUnit(IEnumerable<string> stems) => UnitStems.Any(u => stems.Contains(u, StringComparer.Ordinal));

    public override string ToString() => Value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The place of the last digit that is not zero.</summary>
    private static decimal Step(decimal value)
    {
        var step = 1m;
        while (value % step != 0)
        {
            step /= 10;
        }

        while (value % (step * 10) == 0)
        {
            step *= 10;
        }

        return step;
    }
}
