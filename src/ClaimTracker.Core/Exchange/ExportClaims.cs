using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange;

/// <summary>Turns claims, their links and the faults of articles back into the format.</summary>
internal sealed class ExportClaims(ExportRecords records)
{
    private readonly Dictionary<Guid, Unit> units = records.Units.ToDictionary(u => u.Id);
    private readonly Dictionary<Guid, Measure> measures = records.Measures.ToDictionary(m => m.Id);

    public SeedClaim ToClaim(Claim claim)
    {
        var verdict = records.Verdicts[claim.Number];
        return new SeedClaim(
            claim.ExternalKey!, // of the data set, so it has a key
            claim.ExternalReference,
            claim.Kind,
            claim.Aspect,
            claim.Statement[SeedText.English],
            claim.Statement[SeedText.Arabic],
            claim.Summary[SeedText.English],
            claim.Summary[SeedText.Arabic],
            verdict.Headline[SeedText.English],
            verdict.Headline[SeedText.Arabic],
            claim.AsPublished,
            [.. claim.Claimants.OrderBy(c => c.Order).Select(ToClaimant).OfType<SeedClaimant>()],
            claim.Hedge[SeedText.English],
            claim.Hedge[SeedText.Arabic],
            [.. claim.Attribution.OrderBy(s => s.Order).Select(ToStep).OfType<SeedStep>()],
            SeedText.ToSeedDate(claim.AssertedOn),
            SeedText.ToSeedDate(claim.EventOn),
            claim.PlaceCountry is null && claim.PlaceName.IsEmpty
                ? null
                : new SeedPlace(claim.PlaceCountry, claim.PlaceName[SeedText.English], claim.PlaceName[SeedText.Arabic]),
            [.. claim.Figures.OrderBy(f => f.Order).Select(ToFigure)],
            [.. claim.Appearances.OrderBy(a => a.Order).Select(ToAppearance).OfType<SeedAppearance>()],
            claim.Flags,
            [.. claim.Topics.OrderBy(t => t.Order).Select(t => records.TopicKey(t.TopicId)).OfType<string>()],
            new SeedVerdict(
                verdict.Rating is { } rating ? SeedCodes.WordOf(claim.Aspect, rating.Code) : SeedCodes.NotYetChecked,
                verdict.Explanation[SeedText.English],
                verdict.Explanation[SeedText.Arabic],
                verdict.Confidence),
            [.. claim.Evidence.OrderBy(e => e.Order).Select(ToEvidenceLink).OfType<SeedEvidenceLink>()]);
    }

    /// <summary>Keys are made in the order of the file, also across claims.</summary>
    public IEnumerable<SeedRelation> Relations() =>
        from claim in records.Claims
        from link in claim.Links
        orderby link.Id
        let to = records.ClaimKey(link.ToNumber)
        where to is not null
        // of the data set, so it has a key
        select new SeedRelation(claim.ExternalKey!, SeedCodes.WordOf(link.Kind), to, link.Note[SeedText.English], link.Note[SeedText.Arabic]);

    public SeedArticleError ToArticleError(ArticleError error) => new(
        error.ExternalKey!, // of the data set, so it has a key
        records.SourceKey(error.SourceId) ?? "",
        error.Paragraph,
        error.Paragraphs,
        error.Kind,
        error.Published[SeedText.English],
        error.Intended[SeedText.English],
        error.Published[SeedText.Arabic],
        error.Intended[SeedText.Arabic],
        error.Basis,
        error.Harm,
        [.. error.Claims.OrderBy(c => c.Order).Select(c => records.ClaimKey(c.ClaimNumber)).OfType<string>()]);

    private SeedClaimant? ToClaimant(Claimant claimant) =>
        records.PartyKey(claimant.PartyId) is { } party ? new SeedClaimant(party, claimant.Role[SeedText.English], claimant.Role[SeedText.Arabic]) : null;

    private SeedStep? ToStep(AttributionStep step)
    {
        var articles = step.Scopes.OrderBy(s => s.Id).Select(s => records.SourceKey(s.SourceId)).OfType<string>().ToList();
        // A step that holds only outside the data set would hold everywhere without its scope.
        return records.PartyKey(step.PartyId) is { } party && (articles.Count > 0 || step.Scopes.Count == 0)
            ? new SeedStep(party, step.Verb, step.Note[SeedText.English], step.Note[SeedText.Arabic], articles)
            : null;
    }

    private SeedFigure ToFigure(Figure figure) => new(
        Plain(figure.Value),
        Plain(figure.Min),
        Plain(figure.Max),
        units[figure.UnitId].Code,
        figure.Modifier,
        figure.MeasureId is { } id ? measures[id].Code : null,
        figure.IsCapacity,
        SeedText.ToPeriod(figure.Period),
        figure.AlternativeGroup,
        figure.Note[SeedText.English],
        figure.Note[SeedText.Arabic]);

    /// <summary>Without the zeros after the point that a database may add: 6700, not 6700.0.</summary>
    private static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    private SeedAppearance? ToAppearance(Appearance place) => records.Source(place.SourceId) is { } source && !ExportRecords.IsEvidence(source)
        ? new SeedAppearance(
            source.ExternalKey!, // of the data set, so it has a key
            place.ParagraphFrom,
            place.ParagraphTo,
            place.Strength,
            place.WordingNote[SeedText.English],
            place.WordingNote[SeedText.Arabic],
            place.Quote)
        : null;

    private SeedEvidenceLink? ToEvidenceLink(Evidence evidence) => records.Source(evidence.SourceId) is { } source && ExportRecords.IsEvidence(source)
        ? new SeedEvidenceLink(source.ExternalKey!, evidence.Stance, evidence.Note[SeedText.English], evidence.Note[SeedText.Arabic]) // as above
        : null;
}
