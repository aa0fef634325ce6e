using System.Text.Json;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// A figure of a listed claim, as published, that says what it counts: so that every figure of one measure is found without
/// reading documents. Derived from publications alone.
/// </summary>
public sealed class PublicFigureRow
{
    public required int Number { get; init; }

    /// <summary>Place among the figures of its claim, from 0.</summary>
    public required int Place { get; init; }

    public required string Measure { get; init; }

    public required string Unit { get; init; }

    public required bool IsCapacity { get; init; }

    /// <summary>Smallest and largest it names, for sorting and summaries only; both null when no number was given.</summary>
    public double? Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public double? High { get; init; }

    /// <summary>Either/or with every figure of the same group, of whichever claim.</summary>
    public string? AlternativeGroup { get; init; }

    public required DateOnly AssertedSort { get; init; }

    /// <summary>JSON of <see cref="PublicFigure"/>.</summary>
    public required string Figure { get; init; }

    public PublicFigure Read() => JsonSerializer.Deserialize<PublicFigure>(Figure, CoreJson.Options)
        ?? throw new JsonException("A public figure holds nothing.");

    internal static IEnumerable<PublicFigureRow> Of(PublicDocument document, DateOnly assertedSort) => document.Figures
        .Select((figure, place) => (figure, place))
        .Where(f => f.figure.Measure is not null)
        .Select(f => new PublicFigureRow
        {
            Number = document.Number,
            Place = f.place,
            Measure = f.figure.Measure?.Code ?? "",
            Unit = f.figure.Unit.Code,
            IsCapacity = f.figure.IsCapacity,
            Low = (double?)(f.figure.Value ?? f.figure.Min ?? f.figure.Max),
            High = (double?)(f.figure.Value ?? f.figure.Max ?? f.figure.Min),
            AlternativeGroup = f.figure.AlternativeGroup,
            AssertedSort = assertedSort,
            Figure = JsonSerializer.Serialize(f.figure, CoreJson.Options),
        });
}
