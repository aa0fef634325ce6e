using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

public enum DeskClaimSort
{
    /// <summary>Last logged first.</summary>
    Newest,

    /// <summary>Best fit first; only of a search, else as <see cref="Newest"/>.</summary>
    Relevance,
    Oldest,

    /// <summary>First due first; claims without a date last.</summary>
    Due,
    Triage,

    /// <summary>In the order of the workflow.</summary>
    Stage,
}

/// <summary>When a claim is due, counted from today.</summary>
public enum DueFilter
{
    Over,
    Week,
    None,
}

/// <summary>What the desk asks of its list; every condition has to hold.</summary>
public sealed record DeskClaimQuery
{
    /// <summary>What is searched for, as <see cref="SearchQuery"/> reads it; CT-123, in any digits, is that claim and no other.</summary>
    public string? Text { get; init; }

    /// <summary>The asker may see withheld sources, so their words are searched too.</summary>
    public bool SeesStaffOnly { get; init; }

    public Stage? Stage { get; init; }

    public PublicState? PublicState { get; init; }

    public Guid? AssigneeId { get; init; }

    public bool IsUnassigned { get; init; }

    public ClaimKind? Kind { get; init; }

    public RatedAspect? Aspect { get; init; }

    public Guid? TopicId { get; init; }

    public Guid? ClaimantId { get; init; }

    /// <summary>The claimant is not known.</summary>
    public bool HasNoClaimant { get; init; }

    public Guid? OutletId { get; init; }

    public Guid? SourceId { get; init; }

    public Triage? Triage { get; init; }

    public DueFilter? Due { get; init; }

    public Guid? DataSetId { get; init; }

    /// <summary>Logged here, not imported.</summary>
    public bool IsOwn { get; init; }

    public DeskClaimSort Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A claim as a row of the desk's list shows it.</summary>
public sealed record DeskClaimRow(int Number, int Version, LocalizedText Statement, ClaimKind Kind, RatedAspect Aspect, Stage Stage, PublicState PublicState)
{
    public bool IsContested { get; init; }

    public bool IsUnderReexamination { get; init; }

    public Triage Triage { get; init; }

    public Guid? AssigneeId { get; init; }

    public DateOnly? Due { get; init; }

    public DateTime LoggedAt { get; init; }

    public IReadOnlyList<LocalizedText> Claimants { get; init; } = [];
}

/// <summary>A page of the list. The page number is the one shown, which may not be the one asked for.</summary>
public sealed record DeskClaimPage(IReadOnlyList<DeskClaimRow> Rows, int Total, int Page, int Pages)
{
    /// <summary>What was found, when the list answers a search.</summary>
    public SearchFound? Found { get; init; }

    /// <summary>More claims matched the search than were looked at: there may be more than the total.</summary>
    public bool IsCapped => Found is { IsCapped: true };
}

/// <summary>How many claims a query finds, and how many of them are new.</summary>
/// <param name="IsCapped">More claims matched the search than were looked at: there may be more in all, though hardly more that are new.</param>
public sealed record DeskClaimCount(int Total, int New, bool IsCapped);

/// <summary>The desk's list of claims: filters, sorts and numbered pages.</summary>
public sealed class DeskClaimList(ClaimDbContext db)
{
    public const int PageSize = 25;

    /// <summary>Days ahead that count as soon.</summary>
    public const int DueSoonDays = 7;

    public async Task<DeskClaimPage> PageAsync(DeskClaimQuery query, CancellationToken ct)
    {
        var (matching, found) = await MatchingAsync(query, ct);
        var page = found is not null && query.Sort is DeskClaimSort.Relevance ? await RankedPageAsync(matching, found, query, ct) : await SortedPageAsync(matching, query, ct);
        return page with { Rows = await WithClaimantsAsync(page.Rows, ct), Found = found };
    }

    /// <summary>How many claims match, and how many of them were logged after that time; the order and the page make no difference.</summary>
    public async Task<DeskClaimCount> CountAsync(DeskClaimQuery query, DateTime since, CancellationToken ct)
    {
        var (matching, found) = await MatchingAsync(query, ct);
        var isCapped = found is { IsCapped: true };
        return await matching.GroupBy(_ => 1).Select(all => new DeskClaimCount(all.Count(), all.Count(c => c.LoggedAt > since), isCapped)).SingleOrDefaultAsync(ct)
            ?? new DeskClaimCount(0, 0, isCapped);
    }

    /// <summary>Of claims that changed, those that match and were not told before for that saved search.</summary>
    public async Task<IReadOnlyList<int>> UntoldAsync(DeskClaimQuery query, IReadOnlyCollection<int> changed, Guid savedSearchId, int most, CancellationToken ct)
    {
        var (matching, _) = await MatchingAsync(query, ct);
        return await matching.Where(c => changed.Contains(c.Number) && !db.SearchWatchTold.Any(t => t.SavedSearchId == savedSearchId && t.ClaimNumber == c.Number))
            .OrderBy(c => c.Number).Select(c => c.Number).Take(most).ToListAsync(ct);
    }

    /// <summary>What a search finds, as far as it passes the list's own filters.</summary>
    private async Task<(IQueryable<Claim> Matching, SearchFound? Found)> MatchingAsync(DeskClaimQuery query, CancellationToken ct)
    {
        var filtered = Filtered(query);
        if (NumberOf(query.Text) is { } number)
        {
            return (filtered.Where(c => c.Number == number), null);
        }

        if (SearchQuery.Parse(query.Text) is not { Root: not null } search)
        {
            return (filtered, null);
        }

        var request = new SearchRequest { Query = search, SeesStaffOnly = query.SeesStaffOnly };
        var index = new ClaimSearch(db, SearchScope.Desk);
        var found = await index.FindAsync(request, ct);
        if (found.IsCapped && await IndexedAsync(query, ct) is { Count: > 0 } filters)
        {
            // The newest of those that pass, instead of those that pass among the newest.
            found = await index.FindAsync(request with { Filters = filters }, ct);
        }

        var numbers = found.Claims.Select(c => c.Number).ToList();
        return (filtered.Where(c => numbers.Contains(c.Number)), found);
    }

    /// <summary>Those of the list's filters that the index knows, and knows whoever asks: an outlet may be that of a withheld source.</summary>
    private async Task<Dictionary<string, IReadOnlyList<string>>> IndexedAsync(DeskClaimQuery query, CancellationToken ct)
    {
        var slug = query.TopicId is { } topic ? await db.Topics.AsNoTracking().Where(t => t.Id == topic).Select(t => t.Slug).SingleOrDefaultAsync(ct) : null;
        return new[] { (Facet: Facets.Kind, Value: query.Kind?.ToString()), (Facet: Facets.Claimant, Value: query.ClaimantId?.ToString()), (Facet: Facets.Topic, Value: slug) }
            .Where(f => f.Value is not null).ToDictionary(f => f.Facet, f => (IReadOnlyList<string>)[f.Value ?? ""]);
    }

    private static async Task<DeskClaimPage> SortedPageAsync(IQueryable<Claim> matching, DeskClaimQuery query, CancellationToken ct)
    {
        var total = await matching.CountAsync(ct);
        var (page, pages) = PageOf(query, total);
        return new DeskClaimPage(await RowsAsync(Sorted(matching, query.Sort).Skip((page - 1) * PageSize).Take(PageSize), ct), total, page, pages);
    }

    /// <summary>In the search's order.</summary>
    private static async Task<DeskClaimPage> RankedPageAsync(IQueryable<Claim> matching, SearchFound found, DeskClaimQuery query, CancellationToken ct)
    {
        var kept = await matching.Select(c => c.Number).ToHashSetAsync(ct);
        var ranked = found.Claims.Select(c => c.Number).Where(kept.Contains).ToList();
        var (page, pages) = PageOf(query, ranked.Count);
        var numbers = ranked.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var rows = await RowsAsync(matching.Where(c => numbers.Contains(c.Number)), ct);
        return new DeskClaimPage([.. rows.OrderBy(r => numbers.IndexOf(r.Number))], ranked.Count, page, pages);
    }

    private static (int Page, int Pages) PageOf(DeskClaimQuery query, int total)
    {
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        return (Math.Clamp(query.Page, 1, pages), pages);
    }

    private static Task<List<DeskClaimRow>> RowsAsync(IQueryable<Claim> claims, CancellationToken ct) =>
        claims.Select(c => new DeskClaimRow(c.Number, c.Version, c.Statement, c.Kind, c.Aspect, c.Stage, c.PublicState)
        {
            IsContested = c.IsContested,
            IsUnderReexamination = c.IsUnderReexamination,
            Triage = c.Triage,
            AssigneeId = c.AssigneeId,
            Due = c.Due,
            LoggedAt = c.LoggedAt,
        }).ToListAsync(ct);

    private async Task<IReadOnlyList<DeskClaimRow>> WithClaimantsAsync(IReadOnlyList<DeskClaimRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Number).ToList();
        var claimants = (await db.Claimants.AsNoTracking().Where(c => numbers.Contains(c.ClaimNumber)).OrderBy(c => c.Order)
            .Select(c => new { c.ClaimNumber, Party = db.Parties.Where(p => p.Id == c.PartyId).Select(p => p.Name).First() })
            .ToListAsync(ct)).ToLookup(c => c.ClaimNumber, c => c.Party);
        return [.. rows.Select(r => r with { Claimants = [.. claimants[r.Number]] })];
    }

    private IQueryable<Claim> Filtered(DeskClaimQuery query)
    {
        var claims = db.Claims.AsNoTracking();
        claims = query.Stage is { } stage ? claims.Where(c => c.Stage == stage) : claims;
        claims = query.PublicState is { } state ? claims.Where(c => c.PublicState == state) : claims;
        claims = query.AssigneeId is { } assignee ? claims.Where(c => c.AssigneeId == assignee) : claims;
        claims = query.IsUnassigned ? claims.Where(c => c.AssigneeId == null) : claims;
        claims = query.Kind is { } kind ? claims.Where(c => c.Kind == kind) : claims;
        claims = query.Aspect is { } aspect ? claims.Where(c => c.Aspect == aspect) : claims;
        claims = query.Triage is { } triage ? claims.Where(c => c.Triage == triage) : claims;
        claims = query.TopicId is { } topic ? claims.Where(c => db.ClaimTopics.Any(t => t.ClaimNumber == c.Number && t.TopicId == topic)) : claims;
        claims = query.ClaimantId is { } party ? claims.Where(c => db.Claimants.Any(p => p.ClaimNumber == c.Number && p.PartyId == party)) : claims;
        claims = query.HasNoClaimant ? claims.Where(c => !db.Claimants.Any(p => p.ClaimNumber == c.Number)) : claims;
        claims = query.OutletId is { } outlet
            ? claims.Where(c => db.Appearances.Any(a => a.ClaimNumber == c.Number && db.Sources.Any(s => s.Id == a.SourceId && s.OutletId == outlet)))
            : claims;
        claims = query.SourceId is { } source
            ? claims.Where(c => db.Appearances.Any(a => a.ClaimNumber == c.Number && a.SourceId == source) || db.Evidence.Any(e => e.ClaimNumber == c.Number && e.SourceId == source))
            : claims;
        claims = query.DataSetId is { } dataSet ? claims.Where(c => c.DataSetId == dataSet) : claims;
        claims = query.IsOwn ? claims.Where(c => c.DataSetId == null) : claims;
        var today = db.Today;
        var soon = today.AddDays(DueSoonDays);
        return query.Due switch
        {
            DueFilter.Over => claims.Where(c => c.Due < today),
            DueFilter.Week => claims.Where(c => c.Due >= today && c.Due <= soon),
            DueFilter.None => claims.Where(c => c.Due == null),
            _ => claims,
        };
    }

    private static IQueryable<Claim> Sorted(IQueryable<Claim> claims, DeskClaimSort sort) => sort switch
    {
        DeskClaimSort.Newest or DeskClaimSort.Relevance => claims.OrderByDescending(c => c.Number),
        DeskClaimSort.Oldest => claims.OrderBy(c => c.Number),
        DeskClaimSort.Due => claims.OrderBy(c => c.Due == null).ThenBy(c => c.Due).ThenByDescending(c => c.Number),
        DeskClaimSort.Triage => claims.OrderBy(c => c.Triage == Triage.High ? 0 : c.Triage == Triage.Normal ? 1 : 2).ThenByDescending(c => c.Number),
        DeskClaimSort.Stage => claims.OrderBy(c =>
                c.Stage == Stage.Logged ? 0
                : c.Stage == Stage.Checking ? 1
                : c.Stage == Stage.InReview ? 2
                : c.Stage == Stage.Returned ? 3
                : c.Stage == Stage.Contested ? 4
                : c.Stage == Stage.Settled ? 5
                : 6)
            .ThenByDescending(c => c.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    /// <summary>The text names a claim by its number.</summary>
    public static bool IsNumber(string? text) => NumberOf(text) is not null;

    /// <summary>CT-123, in any digits, is that claim and no other.</summary>
    private static int? NumberOf(string? text) =>
        FoldedColumns.Words(text) is ["ct", var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
