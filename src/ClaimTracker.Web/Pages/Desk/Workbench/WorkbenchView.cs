using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Everything the desk knows of one claim, for the workbench.</summary>
public sealed record WorkbenchView(
    ClaimHeader Header,
    Claim Claim,
    IReadOnlyList<LinkedClaim> Linked,
    IReadOnlyList<ContactAttempt> Contacts,
    IReadOnlyList<NoteThread> Threads,
    IReadOnlyList<ArticleError> Errors,
    IReadOnlyDictionary<Guid, AnchorPlace> Places)
{
    public static async Task<WorkbenchView> ReadAsync(ClaimDbContext db, ClaimHeader header, CancellationToken ct)
    {
        var number = header.Number;
        var claim = await db.Claims.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(c => c.Claimants.OrderBy(x => x.Order)).ThenInclude(x => x.Party)
            .Include(c => c.Figures.OrderBy(x => x.Order)).ThenInclude(x => x.Unit)
            .Include(c => c.Figures).ThenInclude(x => x.Measure)
            .Include(c => c.Topics.OrderBy(x => x.Order)).ThenInclude(x => x.Topic)
            .Include(c => c.Appearances.OrderBy(x => x.Order)).ThenInclude(x => x.Source!.Outlet) // a foreign key
            .Include(c => c.Attribution.OrderBy(x => x.Order)).ThenInclude(x => x.Party)
            .Include(c => c.Attribution).ThenInclude(x => x.Scopes)
            .Include(c => c.Evidence.OrderBy(x => x.Order)).ThenInclude(x => x.Source!.Outlet) // a foreign key
            .Include(c => c.Evidence).ThenInclude(x => x.Source!.OriginParty) // a foreign key
            .Include(c => c.Evidence).ThenInclude(x => x.Source!.Relays).ThenInclude(x => x.Party) // a foreign key
            .SingleAsync(c => c.Number == number, ct);
        return new WorkbenchView(
            header,
            claim,
            await LinkedAsync(db, number, ct),
            await db.ContactAttempts.AsNoTracking().Include(a => a.Party).Where(a => a.ClaimNumber == number).OrderByDescending(a => a.SentAt).ToListAsync(ct),
            NoteThread.Of(await db.Notes.AsNoTracking().Include(n => n.Mentions).Where(n => n.ClaimNumber == number).OrderBy(n => n.WrittenAt).ThenBy(n => n.Id).ToListAsync(ct)),
            await db.ArticleErrors.AsNoTracking().Include(e => e.Source).Where(e => e.Claims.Any(c => c.ClaimNumber == number)).OrderBy(e => e.Order).ToListAsync(ct),
            header.SeesStaffOnly ? await SourceAnchors.PlacesAsync(db, claim.Appearances, ct) : new Dictionary<Guid, AnchorPlace>());
    }

    /// <summary>Where the words of an appearance can be read in their place. What our text does not hold any more is not said to be on the page.</summary>
    public QuoteLinks QuoteLinksOf(Appearance appearance, Source source, Links links)
    {
        var quoted = QuoteLinks.Of(source, appearance.Quote, appearance.Prefix, appearance.Suffix);
        return !Places.TryGetValue(appearance.Id, out var place) ? quoted : quoted with
        {
            Passage = place.HasWords ? quoted.Passage : null,
            InOurCopy = links.Desk.Passage(source.Id, appearance.Id),
            Doubt = QuoteDoubts.Of(place.State),
        };
    }

    private static async Task<IReadOnlyList<LinkedClaim>> LinkedAsync(ClaimDbContext db, int number, CancellationToken ct)
    {
        var links = await db.ClaimLinks.AsNoTracking().Where(l => l.ClaimNumber == number || l.ToNumber == number).ToListAsync(ct);
        var numbers = links.Select(l => l.ClaimNumber == number ? l.ToNumber : l.ClaimNumber).ToHashSet();
        var claims = await db.Claims.AsNoTracking().Where(c => numbers.Contains(c.Number))
            .Select(c => new { c.Number, c.Statement, c.Summary, c.Stage, c.PublicState }).ToDictionaryAsync(c => c.Number, ct);
        return
        [
            .. links
                .Select(l => (Link: l, IsIncoming: l.ClaimNumber != number, Other: claims.GetValueOrDefault(l.ClaimNumber == number ? l.ToNumber : l.ClaimNumber)))
                .Where(l => l.Other is not null)
                .Select(l => new LinkedClaim(l.Link, l.IsIncoming, l.Other!.Number, l.Other.Summary.IsEmpty ? l.Other.Statement : l.Other.Summary, l.Other.Stage, l.Other.PublicState)) // filtered above
                .OrderBy(l => l.Link.Kind).ThenBy(l => l.IsIncoming).ThenBy(l => l.Number),
        ];
    }
}

/// <summary>The claim at the other end of a link.</summary>
public sealed record LinkedClaim(ClaimLink Link, bool IsIncoming, int Number, LocalizedText Words, Stage Stage, PublicState PublicState);

/// <summary>A note with its answers.</summary>
public sealed record NoteThread(Note First, IReadOnlyList<Note> Answers)
{
    public IEnumerable<Note> All => Answers.Prepend(First);

    /// <summary>Open threads first, the newest on top.</summary>
    public static IReadOnlyList<NoteThread> Of(IReadOnlyList<Note> notes) =>
    [
        .. notes.Where(n => n.ThreadId is null)
            .Select(n => new NoteThread(n, [.. notes.Where(a => a.ThreadId == n.Id)]))
            .OrderBy(t => t.First.IsResolved).ThenByDescending(t => t.All.Max(n => n.WrittenAt)),
    ];
}

/// <summary>How a claim came to the sources that share this chain.</summary>
public sealed record SourceChain(IReadOnlyList<AttributionStep> Steps, IReadOnlyList<Appearance> Appearances, IReadOnlyList<Source> OtherSources)
{
    /// <summary>Appearances grouped by the steps that hold in them; then sources of evidence that steps name.</summary>
    public static IReadOnlyList<SourceChain> Of(Claim claim)
    {
        var shown = claim.Appearances.ConvertAll(a => a.SourceId).ToHashSet();
        var scoped = claim.Attribution.SelectMany(s => s.Scopes).Select(s => s.SourceId).ToHashSet();
        var elsewhere = claim.Evidence.Where(e => scoped.Contains(e.SourceId) && !shown.Contains(e.SourceId)).Select(e => e.Source).OfType<Source>().DistinctBy(s => s.Id);
        var chains = claim.Appearances
            .GroupBy(a => KeyOf(claim, a.SourceId))
            .Select(g => new SourceChain(StepsIn(claim, g.First().SourceId), [.. g], []))
            .Concat(elsewhere.GroupBy(s => KeyOf(claim, s.Id)).Select(g => new SourceChain(StepsIn(claim, g.First().Id), [], [.. g])))
            .ToList();
        return chains.Count == 0 && claim.Attribution.Count > 0 ? [new SourceChain(claim.Attribution, [], [])] : chains;
    }

    private static List<AttributionStep> StepsIn(Claim claim, Guid sourceId) =>
        claim.Attribution.FindAll(s => s.Scopes.Count == 0 || s.Scopes.Exists(x => x.SourceId == sourceId));

    private static string KeyOf(Claim claim, Guid sourceId) => string.Join(',', StepsIn(claim, sourceId).Select(s => s.Id));
}
