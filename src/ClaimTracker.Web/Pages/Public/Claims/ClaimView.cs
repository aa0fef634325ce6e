using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Public.Claims.Story;
using ClaimTracker.Web.Pages.Public.Figures;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>
/// A version of a claim as its page shows it: the published document, and what other claims now say to it. Read in a constant
/// number of queries, however many sources, links and neighbours there are.
/// </summary>
public sealed class ClaimView
{
    /// <summary>Figures of one thing, this claim's own and the newest of others, shown on its page.</summary>
    public const int FiguresInContext = 60;

    private readonly Dictionary<Guid, int> sourceNumbers;
    private readonly Dictionary<int, PublicDocument> near;

    private readonly Dictionary<int, ClaimCard> cards;
    private readonly List<FigureSeriesView> series;

    private ClaimView(
        PublicVersion version, List<PublicVersionRow> versions, List<PublicLinkedClaim> linked, List<ClaimCard> cards, Dictionary<int, PublicDocument> near, List<FigureSeriesView> series, LinkMap map)
    {
        this.series = series;
        Map = map;
        this.cards = cards.ToDictionary(c => c.Claim.Number);
        Document = version.Document;
        Publication = version.Publication;
        Versions = versions;
        Linked = linked;
        this.near = near;
        sourceNumbers = Document.Sources.Select((s, i) => (s.Id, Number: i + 1)).ToDictionary(s => s.Id, s => s.Number);
    }

    public PublicDocument Document { get; }

    public Publication Publication { get; }

    public List<PublicVersionRow> Versions { get; }

    public List<PublicLinkedClaim> Linked { get; }

    /// <summary>Linked claims, and those linked to them.</summary>
    public LinkMap Map { get; }

    public int CurrentVersion => Versions[0].Version;

    public bool IsCurrent => Publication.Version == CurrentVersion;

    public PublicVerdict? Verdict => Document.Verdict;

    public bool IsSaying => Document.Aspect is RatedAspect.Saying;

    /// <summary>The claim a saying is about.</summary>
    public ClaimCard? Content => IsSaying && ContentOf(Linked) is { } content ? cards[content.Claim.Number] : null;

    /// <summary>What the badge of a saying says of its content; null: not rated.</summary>
    public PublicRating? ContentRating => Content is { } content && PublicReader.CanVouchFor(Document.State, content.Claim.State) ? content.Card.Rating : null;

    public RatingBadge Badge => RatingBadge.Of(Document, ContentRating);

    /// <summary>What the page is called wherever it is linked: the finding, never the bare statement, which may be false.</summary>
    public string Title =>
        Outside is { } outside ? OutsideWords.Title(outside, TitleText.In(Cultures.Current))
        : HasFinding ? TitleText.In(Cultures.Current)
        : $"{Badge.Words}: {TitleText.In(Cultures.Current)}";

    /// <summary>The title without the rating that goes before a bare statement; it may be in another language than the page.</summary>
    public LocalizedText TitleText => HasFinding ? Verdict?.Headline ?? LocalizedText.Empty : Document.ShortStatement();

    /// <summary>Set where the check is another publisher's: nothing of it is passed on as ours.</summary>
    public PublicOutsideReview? Outside => Document.State is PublicState.Withdrawn ? null : Document.Outside;

    /// <summary>There is a headline that carries what was found.</summary>
    public bool HasFinding => Document.State is not PublicState.Withdrawn && Verdict is { Headline.IsEmpty: false };

    public string Description => Outside is { } outside ? OutsideWords.Description(outside) : (Verdict is { } verdict && Document.State is not PublicState.Withdrawn ? verdict.Explanation : Document.HoldingNote).In(Cultures.Current);

    /// <summary>The check itself is not in the page's language yet.</summary>
    public bool IsInOtherLanguageOnly => Outside is null && Document.Languages.Count > 0 && !Document.Languages.Contains(Cultures.Current);

    /// <summary>Where the claim's own words are in another language than the page, which has them in its own too.</summary>
    public bool HasOriginalWording => Document.OriginalLanguage != Cultures.Current && Document.Statement.Has(Document.OriginalLanguage) && Document.Statement.Has(Cultures.Current);

    public IEnumerable<PublicEvidence> For => Document.Evidence.Where(e => e.Stance is Stance.Supports);

    public IEnumerable<PublicEvidence> Against => Document.Evidence.Where(e => e.Stance is Stance.Refutes);

    public IEnumerable<PublicEvidence> Context => Document.Evidence.Where(e => e.Stance is Stance.Context);

    /// <summary>Claims that deny this one, each with who denies it and how that came down to us.</summary>
    public IEnumerable<PublicDocument> Denials => Linked.Where(l => l is { Kind: LinkKind.Denies, IsIncoming: true }).Select(l => near.GetValueOrDefault(l.Claim.Number)).OfType<PublicDocument>();

    /// <summary>The claim this garbled wording was made of.</summary>
    public PublicDocument? Meant => Linked.Where(l => l is { Kind: LinkKind.GarbledFormOf, IsIncoming: false }).Select(l => near.GetValueOrDefault(l.Claim.Number)).FirstOrDefault();

    /// <summary>Figures of this claim, those that are either/or together, with their alternatives in other claims.</summary>
    public List<FigureChoice> Figures => FigureChoice.Of(Document, near.Values);

    /// <summary>
    /// The claim's figures among all of the same thing, where there are others or somebody denies them. Of the current version only: readers of an older
    /// one would look for its figures in vain.
    /// </summary>
    public IEnumerable<FigureChartView> FiguresAmongOthers => !IsCurrent ? [] : series
        .SelectMany(s => s.Panels.Where(p => (p.Entries.Count > 1 || p.Denials.Count > 0) && p.Entries.Any(e => e.Card.Claim.Number == Document.Number)), (s, panel) => (s, panel))
        .Select((c, i) => new FigureChartView(c.s, c.panel, $"c{i}", Document.Number));

    public List<AttributionChain> Chains => AttributionChain.Of(Document);

    public IEnumerable<LinkGroup> LinkGroups => Linked
        .GroupBy(l => (l.Kind, l.IsIncoming))
        .Select(g => new LinkGroup(g.Key.Kind, g.Key.IsIncoming, [.. g.Select(l => cards[l.Claim.Number])]));

    /// <summary>Place of a source in the numbered list; [1], [2] … on the page.</summary>
    public int NumberOf(Guid sourceId) => sourceNumbers.GetValueOrDefault(sourceId);

    public PublicSource? Source(Guid id) => sourceNumbers.TryGetValue(id, out var number) ? Document.Sources[number - 1] : null;

    public static async Task<ClaimView> ReadAsync(PublicVersion version, PublicReader reader, CancellationToken ct)
    {
        var document = version.Document;
        var linked = await reader.LinkedAsync(document.Number, ct);
        var measures = document.Figures.Select(f => f.Measure?.Code).OfType<string>().Distinct().ToList();
        var series = await FigureSeriesView.ReadAsync(measures, FiguresInContext, document.Number, reader, ct);
        var either = series.SelectMany(s => s.Entries).Where(e => e.Card.Claim.Number == document.Number).SelectMany(e => e.Alternatives).Select(a => a.Claim.Number);
        var speaking = linked.Where(l => l is { Kind: LinkKind.Denies, IsIncoming: true } or { Kind: LinkKind.GarbledFormOf, IsIncoming: false } or { Kind: LinkKind.AlternativeTo });
        var near = await reader.DocumentsAsync([.. speaking.Select(l => l.Claim.Number).Concat(either).Distinct()], ct);
        var cards = await ClaimCard.OfAsync([.. linked.Select(l => l.Claim).DistinctBy(c => c.Number)], reader, ct);
        return new ClaimView(version, await reader.VersionsAsync(document.Number, ct), linked, cards, near, series, await LinkMap.ReadAsync(document.Number, linked, reader, ct));
    }

    /// <summary>What it is about comes before what it denies.</summary>
    private static PublicLinkedClaim? ContentOf(List<PublicLinkedClaim> linked) => linked
        .Where(l => l is { IsIncoming: false, Kind: LinkKind.About or LinkKind.Denies, Claim.Aspect: RatedAspect.Content })
        .OrderBy(l => l.Kind is LinkKind.About ? 0 : 1).ThenBy(l => l.Claim.Number).FirstOrDefault();
}

/// <summary>Claims linked to this one in one way, seen from this end.</summary>
public sealed record LinkGroup(LinkKind Kind, bool IsIncoming, List<ClaimCard> Claims)
{
    public string Title => Labels.Of(Kind, IsIncoming);
}
