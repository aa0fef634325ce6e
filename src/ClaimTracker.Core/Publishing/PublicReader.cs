using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// The one public filter. Everything readers are shown comes through here: removed claims do not exist, parties, outlets,
/// topics and sources exist only while a current publication names them, and withheld sources are blanked in every version.
/// </summary>
public sealed class PublicReader(PublicReadContext db)
{
    /// <summary>Claims a reader may open; a removed or merged one is answered by <see cref="StandingAsync"/> alone.</summary>
    public IQueryable<PublicClaim> Claims => db.PublicClaims.Where(c => c.State != PublicState.Removed && c.State != PublicState.None);

    /// <summary>Claims whose versions stay where they were cited: those a reader may open, and merged ones, whose number leads to another.</summary>
    private IQueryable<PublicClaim> WithVersions => db.PublicClaims.Where(c => c.State != PublicState.Removed && (c.State != PublicState.None || c.MergedIntoNumber != null));

    /// <summary>Claims the list shows; withdrawn and merged ones still have a page.</summary>
    public IQueryable<PublicClaim> OnTheList => Claims.Where(c => c.State != PublicState.Withdrawn && c.MergedIntoNumber == null);

    /// <summary>Claims editors of this newsroom have decided on: what machines are given as our checks. Imported verdicts are not.</summary>
    public IQueryable<PublicClaim> Decided => OnTheList.Where(c => c.State == PublicState.Published);

    /// <summary>
    /// The same, for going through them by number, part by part. Told which states they are not in, SQLite follows the numbers; told which one they are in, it
    /// sorts all of them for every part as long as nobody has counted its rows.
    /// </summary>
    public IQueryable<PublicClaim> DecidedByNumber => OnTheList.Where(c => c.State != PublicState.Listed && c.State != PublicState.Imported);

    /// <summary>Search over what readers have: its index holds the claims on the list and nothing else.</summary>
    public ClaimSearch Search => new(db, SearchScope.Public);

    /// <summary>What a reader's search box offers while they type.</summary>
    public ClaimSuggestions Suggestions => new(db, SearchScope.Public);

    /// <summary>Has it been checked? Over the same claims.</summary>
    public ClaimMatcher Matcher => new(db, SearchScope.Public);

    public IQueryable<PublicFacet> Facets => db.PublicFacets;

    public IQueryable<PublicCount> Counts => db.PublicCounts;

    public IQueryable<PublicLink> Links => db.PublicLinks;

    public IQueryable<PublicFigureRow> FigureRows => db.PublicFigures;

    public IQueryable<PublicCorrection> Corrections => db.PublicCorrections;

    /// <summary>What has been counted of all checks; holds no claim.</summary>
    public IQueryable<PublicTally> Tallies => db.PublicTallies;

    public IQueryable<Rating> Ratings => db.Ratings;

    /// <summary>All of them are for readers, but not who wrote them, nor the words of a withheld one (<see cref="PublicPolicies"/>).</summary>
    internal IQueryable<PolicyVersion> PolicyVersions => db.PolicyVersions;

#pragma warning disable CA1304, CA1311, CA1862 // In SQL, where SQLite writes ids in capitals and facets hold them in small letters.
    public IQueryable<Party> Parties => db.Parties.Where(p => db.PublicFacets.Any(f => (f.Facet == Publishing.Facets.Party || f.Facet == Publishing.Facets.Side) && f.Value == p.Id.ToString().ToLower()));

    public IQueryable<Outlet> Outlets => db.Outlets.Where(o => db.PublicFacets.Any(f => f.Facet == Publishing.Facets.Outlet && f.Value == o.Id.ToString().ToLower()));

    public IQueryable<Topic> Topics => db.Topics.Where(t => db.PublicFacets.Any(f => f.Facet == Publishing.Facets.Topic && f.Value == t.Slug));

    public IQueryable<Source> Sources => db.Sources.Where(s =>
        s.Visibility == SourceVisibility.Public && db.PublicFacets.Any(f => f.Facet == Publishing.Facets.Source && f.Value == s.Id.ToString().ToLower()));
#pragma warning restore CA1304, CA1311, CA1862

    public IQueryable<ArticleError> ArticleErrors => db.ArticleErrors.Where(ArticleError.IsForReaders).Where(e => Sources.Any(s => s.Id == e.SourceId));

    /// <summary>Where a claim number stands: unknown, removed, merged, or readable; for the page to answer 404, 451, redirect or 200.</summary>
    public async Task<PublicStanding?> StandingAsync(int number, CancellationToken ct) =>
        await db.PublicClaims.Where(c => c.Number == number)
            .Select(c => new PublicStanding(c.State, c.Version, c.MergedIntoNumber))
            .SingleOrDefaultAsync(ct);

    /// <summary>One version of a claim as readers may see it today, or null: no such version, or the claim was removed.</summary>
    public async Task<PublicVersion?> VersionAsync(int number, int version, CancellationToken ct)
    {
        var found = await (
            from publication in db.Publications
            join claim in WithVersions on publication.Number equals claim.Number
            where publication.Number == number && publication.Version == version
            select publication).SingleOrDefaultAsync(ct);
        return found is null ? null : new PublicVersion(found, (await WithheldSources.BlankAsync(db, [PublicDocument.FromJson(found.Document)], ct))[0]);
    }

    /// <summary>What readers now have of several claims that stand on the list, by number, in a constant number of queries.</summary>
    public async Task<Dictionary<int, PublicDocument>> DocumentsAsync(IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var documents = await (
            from claim in OnTheList
            join publication in db.Publications on new { claim.Number, claim.Version } equals new { publication.Number, publication.Version }
            where numbers.Contains(claim.Number)
            select publication.Document).ToListAsync(ct);
        return (await WithheldSources.BlankAsync(db, documents.ConvertAll(PublicDocument.FromJson), ct)).ToDictionary(d => d.Number);
    }

    /// <summary>Every version of a claim, newest first, without documents.</summary>
    public async Task<List<PublicVersionRow>> VersionsAsync(int number, CancellationToken ct) =>
        await (
            from publication in db.Publications
            join claim in WithVersions on publication.Number equals claim.Number
            where publication.Number == number
            orderby publication.Version descending
            select new PublicVersionRow(
                publication.Version, publication.Kind, publication.At, publication.DocumentHash, publication.PreviousHash, publication.Hash, publication.RedactedAt))
            .ToListAsync(ct);

    /// <summary>A source readers may see, or null.</summary>
    public async Task<PublicSourceProfile?> SourceAsync(Guid id, CancellationToken ct)
    {
        var found = await Sources.AsSplitQuery().Where(s => s.Id == id)
            .Include(s => s.Outlet).Include(s => s.OriginParty)
            .Include(s => s.Relays.OrderBy(r => r.Order)).ThenInclude(r => r.Party)
            .Include(s => s.Credits.OrderBy(c => c.Order)).ThenInclude(c => c.Party)
            .SingleOrDefaultAsync(ct);
        return found is null ? null : new PublicSourceProfile(
            PublicDocumentBuilder.SourceOf(found),
            found.MachineTranslated,
            found.QualityNotes,
            found.Credits.ConvertAll(c => PublicDocumentBuilder.PartyOf(c.Party!))); // included above
    }

    /// <summary>Links of a claim seen from both ends, to claims that are public themselves.</summary>
    public async Task<List<PublicLinkedClaim>> LinkedAsync(int number, CancellationToken ct) => [.. (await LinkedAsync([number], ct))[number]];

    /// <summary>The same of several claims, by number, in a constant number of queries.</summary>
    public async Task<ILookup<int, PublicLinkedClaim>> LinkedAsync(IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        var outgoing = await (
            from link in db.PublicLinks
            join claim in OnTheList on link.ToNumber equals claim.Number
            where numbers.Contains(link.FromNumber)
            select new { Number = link.FromNumber, link.Kind, claim }).ToListAsync(ct);
        var incoming = await (
            from link in db.PublicLinks
            join claim in OnTheList on link.FromNumber equals claim.Number
            where numbers.Contains(link.ToNumber)
            select new { Number = link.ToNumber, link.Kind, claim }).ToListAsync(ct);
        return outgoing.Select(l => (l.Number, Linked: new PublicLinkedClaim(l.Kind, IsIncoming: false, l.claim)))
            .Concat(incoming.Select(l => (l.Number, Linked: new PublicLinkedClaim(l.Kind, IsIncoming: true, l.claim))))
            .OrderBy(l => l.Linked.Kind).ThenBy(l => l.Linked.IsIncoming).ThenBy(l => l.Linked.Claim.Number)
            .ToLookup(l => l.Number, l => l.Linked);
    }

    /// <summary>The next claims a reader may open behind a number, each as it is now; a withdrawn one without its check.</summary>
    public async Task<List<PublicClaimInFull>> InFullAsync(int after, int most, CancellationToken ct)
    {
        var rows = await (
            from claim in Claims
            join publication in db.Publications on new { claim.Number, claim.Version } equals new { publication.Number, publication.Version }
            where claim.Number > after
            orderby claim.Number
            select publication).Take(most).ToListAsync(ct);
        var documents = await WithheldSources.BlankAsync(db, rows.ConvertAll(r => PublicDocument.FromJson(r.Document)), ct);
        var listed = documents.Where(d => d.State is not PublicState.Withdrawn).ToList();
        var contents = await ContentRatingsAsync(listed.Where(d => d.Aspect is RatedAspect.Saying).Select(d => d.Number).ToList(), ct);
        var links = await LinkedAsync(listed.ConvertAll(d => d.Number), ct);
        return
        [
            .. rows.Zip(documents, (publication, document) => document.State is PublicState.Withdrawn
                ? new PublicClaimInFull(new PublicVersion(publication, document.WithoutCheck()), null, [])
                : new PublicClaimInFull(new PublicVersion(publication, document), contents.GetValueOrDefault(publication.Number), [.. links[publication.Number]])),
        ];
    }

    /// <summary>
    /// The claims withdrawn last, each with the day it was. Only those that were decided here: what was imported was never ours to take back.
    /// </summary>
    public async Task<List<FollowedClaim>> WithdrawnAsync(int most, CancellationToken ct)
    {
        var found = await (
            from claim in Claims
            join publication in db.Publications on new { claim.Number, claim.Version } equals new { publication.Number, publication.Version }
            where claim.State == PublicState.Withdrawn
                && db.Publications.Any(p => p.Number == claim.Number && (p.Kind == PublicationKind.Verdict || p.Kind == PublicationKind.Archive))
            orderby publication.At descending, claim.Number descending
            select new { claim, publication.At }).Take(most).ToListAsync(ct);
        return found.ConvertAll(f => new FollowedClaim(f.claim, f.At));
    }

    /// <summary>
    /// The rating of what Saying claims are about, by the number of the Saying claim: a denial that was made must never be
    /// read as true. Null where the content claim has no rating, or none that a reviewed saying may pass on.
    /// </summary>
    public async Task<Dictionary<int, PublicRating?>> ContentRatingsAsync(IReadOnlyCollection<int> sayingNumbers, CancellationToken ct)
    {
        var found = await (
            from link in db.PublicLinks
            join saying in Claims on link.FromNumber equals saying.Number
            join content in OnTheList on link.ToNumber equals content.Number
            where sayingNumbers.Contains(link.FromNumber)
                && saying.Aspect == RatedAspect.Saying
                && (link.Kind == LinkKind.About || link.Kind == LinkKind.Denies)
                && content.Aspect == RatedAspect.Content
            orderby link.FromNumber, link.Kind, link.ToNumber
            select new { link.FromNumber, Saying = saying.State, Content = content.State, content.Card }).ToListAsync(ct);
        return found.GroupBy(f => f.FromNumber).ToDictionary(
            g => g.Key, g => CanVouchFor(g.First().Saying, g.First().Content) ? PublicCard.FromJson(g.First().Card).Rating : null);
    }

    /// <summary>Whether the badge of a saying may name its content's rating: one that no editor reviewed is not passed on by one that was.</summary>
    public static bool CanVouchFor(PublicState saying, PublicState content) => content is not PublicState.Imported || saying is PublicState.Imported;
}

/// <summary>Where a claim stands for readers.</summary>
public sealed record PublicStanding(PublicState State, int Version, int? MergedIntoNumber);

/// <summary>A claim as those who follow from elsewhere are told of it: when it was decided, or withdrawn.</summary>
public sealed record FollowedClaim(PublicClaim Claim, DateTime At);

public sealed record PublicVersion(Publication Publication, PublicDocument Document);

/// <summary>A claim with all that readers have of it now.</summary>
/// <param name="Content">Rating of the claim a saying is about.</param>
/// <param name="Links">To claims that are public themselves, from both ends.</param>
public sealed record PublicClaimInFull(PublicVersion Version, PublicRating? Content, IReadOnlyList<PublicLinkedClaim> Links)
{
    public PublicDocument Document => Version.Document;
}

public sealed record PublicVersionRow(
    int Version, PublicationKind Kind, DateTime At, string DocumentHash, string PreviousHash, string Hash, DateTime? RedactedAt);

public sealed record PublicLinkedClaim(LinkKind Kind, bool IsIncoming, PublicClaim Claim);

/// <summary>What readers are told of a source on its own page.</summary>
public sealed record PublicSourceProfile(
    PublicSource Source, MachineTranslated? MachineTranslated, IReadOnlyList<LocalizedText> QualityNotes, IReadOnlyList<PublicParty> Credits);
