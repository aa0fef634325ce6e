using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// The rows derived from a claim's newest publication. Pure, so that they can be rebuilt from publications alone. No row at
/// all for a claim that was unlisted; only the row itself for one that was removed or merged.
/// </summary>
public sealed record PublicRows
{
    /// <summary>
    /// Raised whenever the same publication gives other rows than before (a new column, a new table): the next start then fills
    /// the rows of old databases anew.
    /// </summary>
    public const int Version = 4;

    public PublicClaim? Claim { get; private init; }

    public IReadOnlyList<PublicFacet> Facets { get; private init; } = [];

    public IReadOnlyList<PublicLink> Links { get; private init; } = [];

    public IReadOnlyList<PublicCorrection> Corrections { get; private init; } = [];

    public IReadOnlyList<PublicFigureRow> Figures { get; private init; } = [];

    /// <param name="decidedOn">Day of the claim's first verdict here, from its publications; null where none is of a verdict.</param>
    public static PublicRows Of(int version, PublicDocument document, DateOnly? decidedOn = null)
    {
        if (document is { State: PublicState.None, MergedIntoNumber: null })
        {
            return new PublicRows();
        }

        if (document.State is PublicState.Removed or PublicState.None)
        {
            return new PublicRows { Claim = ClaimOf(version, document, card: "{}", decidedOn) };
        }

        return new PublicRows
        {
            Claim = ClaimOf(version, document, PublicCard.Of(document).ToJson(), decidedOn),
            Facets = FacetsOf(document),
            Links = [.. document.Links.Select(l => new PublicLink { FromNumber = document.Number, Kind = l.Kind, ToNumber = l.Number })],
            Corrections = [.. document.Corrections.Select(c => CorrectionOf(document.Number, c))],
            Figures = IsListed(document) ? [.. PublicFigureRow.Of(document, SortDateOf(document))] : [],
        };
    }

    private static PublicClaim ClaimOf(int version, PublicDocument document, string card, DateOnly? decidedOn) => new()
    {
        Number = document.Number,
        Version = version,
        State = document.State,
        IsContested = document.IsContested,
        IsUnderReexamination = document.IsUnderReexamination,
        IsCorrected = document.Corrections.Count > 0,
        RatingCode = document.Verdict?.Rating.Code,
        Aspect = document.Aspect,
        Kind = document.Kind,
        Language = document.OriginalLanguage,
        AssertedFrom = document.AssertedOn?.From ?? document.AssertedOn?.To,
        AssertedTo = document.AssertedOn?.To ?? document.AssertedOn?.From,
        AssertedSort = SortDateOf(document),
        ReviewedAt = document.ReviewedAt,
        Repeats = document.Appearances.Count,
        Card = card,
        MergedIntoNumber = document.MergedIntoNumber,
        Tally = TallyEntry.Write(TallyEntry.Of(document, decidedOn)),
    };

    private static DateOnly SortDateOf(PublicDocument document) => document.AssertedOn?.From ?? document.AssertedOn?.To ?? PublicClaim.UnknownDate;

    private static bool IsListed(PublicDocument document) =>
        document is { State: PublicState.Listed or PublicState.Imported or PublicState.Published, MergedIntoNumber: null };

    private static List<PublicFacet> FacetsOf(PublicDocument document)
    {
        var values = PublicFacetValues.Mentions(document).Concat(IsListed(document) ? PublicFacetValues.Listed(document) : []);
        return [.. values.Distinct().Select(v => new PublicFacet
        {
            Facet = v.Facet,
            Value = v.Value,
            Number = document.Number,
            ReviewedAt = document.ReviewedAt,
            AssertedSort = SortDateOf(document),
            Repeats = document.Appearances.Count,
        })];
    }

    private static PublicCorrection CorrectionOf(int number, PublicCorrectionNotice notice) => new()
    {
        Id = notice.Id,
        Number = number,
        Version = notice.Version,
        Kind = notice.Kind,
        At = notice.At,
        Notice = JsonSerializer.Serialize(notice, CoreJson.Options),
    };
}
