using System.Runtime.InteropServices;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Charts;

/// <summary>
/// Figures of one thing in one unit, and who denies them, in the words of the page: what a chart is drawn from. Counts and
/// capacities never share one.
/// </summary>
public sealed record FigureChart
{
    public required IReadOnlyList<ChartFigure> Figures { get; init; }

    public IReadOnlyList<ChartDenial> Denials { get; init; } = [];

    public required bool IsRightToLeft { get; init; }

    /// <summary>What the chart is called by a screen reader, and what it shows in a sentence.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required ChartWords Words { get; init; }

    /// <summary>Address of the symbols of ratings.</summary>
    public required string Icons { get; init; }

    /// <summary>Some of the figures are those of the page; the others stand back.</summary>
    public bool HasOwn => Figures.Any(f => f.IsOwn) && !Figures.All(f => f.IsOwn);
}

/// <summary>Words and formats of the page's language that a chart needs.</summary>
public sealed record ChartWords(
    Func<decimal, string> Number, Func<DateOnly, TimeStep, string> Day, string Or, string NoNumber, string Denied, Func<string, string> DeniedNumber, string DateUnknown);

/// <summary>Days between which something was said; both open: not known.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartDays(DateOnly? From, DateOnly? To)
{
    public bool AreKnown => From is not null || To is not null;

    public bool IsSpan => From is { } from && To is { } to && to != from;

    public DateOnly Middle => (From ?? To, To ?? From) is ({ } from, { } to) ? DateOnly.FromDayNumber((from.DayNumber + to.DayNumber) / 2) : DateOnly.MinValue;

    public IEnumerable<DateOnly> Ends => new[] { From, To }.OfType<DateOnly>();
}

/// <summary>A figure as a chart shows it.</summary>
public sealed record ChartFigure
{
    /// <summary>Its number in the table beside the chart, from 1, in order of time.</summary>
    public required int Order { get; init; }

    public required string Address { get; init; }

    /// <summary>Everything about it in one sentence, read aloud.</summary>
    public required string Name { get; init; }

    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public FigureModifier? Modifier { get; init; }

    public bool IsCapacity { get; init; }

    public ChartDays Days { get; init; }

    public required string Number { get; init; }

    public required string Speaker { get; init; }

    public required string Date { get; init; }

    /// <summary>Its alternatives that stand on another chart, in words.</summary>
    public string? OrElse { get; init; }

    /// <summary>Figures of one group are either/or.</summary>
    public string? Group { get; init; }

    public required string Icon { get; init; }

    public required string Color { get; init; }

    public bool IsHollow { get; init; }

    public bool IsOwn { get; init; }

    public decimal? Low => Value ?? Min ?? Max;

    public decimal? High => Value ?? Max ?? Min;

    public bool IsRange => Low != High;

    public bool HasNumber => Low is not null;

    /// <summary>The true number may be larger: “more than”, “at least”, or no upper end given.</summary>
    public bool IsOpenUpwards => HasNumber && (Modifier is FigureModifier.MoreThan or FigureModifier.AtLeast || (Value is null && Max is null));

    /// <summary>The true number may be smaller: “up to”, “at most”, “nearly”, or no lower end given.</summary>
    public bool IsOpenDownwards => HasNumber && (Modifier is FigureModifier.UpTo or FigureModifier.AtMost or FigureModifier.Nearly || (Value is null && Min is null));

    public bool IsRough => Modifier is FigureModifier.About;
}

/// <summary>A claim that denies one or more of the figures' claims.</summary>
public sealed record ChartDenial
{
    public required string Address { get; init; }

    public required string Name { get; init; }

    public required string Speaker { get; init; }

    public required string Date { get; init; }

    public ChartDays Days { get; init; }

    /// <summary>Numbers of the figures it denies.</summary>
    public IReadOnlyList<int> Denies { get; init; } = [];
}
