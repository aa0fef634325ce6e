using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A claim that uses a source, and how.</summary>
public sealed record SourceUse(int Number, LocalizedText Statement, Stage Stage, PublicState PublicState)
{
    public AppearanceStrength? Strength { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>The exact words, in the source's language.</summary>
    public string? Quote { get; init; }

    /// <summary>The copy it is used through.</summary>
    public DeskSourceName? Copy { get; init; }
}

/// <summary>How many claims use a source in one way, and the first of them.</summary>
public sealed record SourceUses(int Total, IReadOnlyList<SourceUse> First)
{
    public static async Task<SourceUses> ReadAsync(IQueryable<SourceUse> uses, int take, CancellationToken ct) => new(await uses.CountAsync(ct), await uses.Take(take).ToListAsync(ct));
}

/// <summary>A source as the desk names it.</summary>
public sealed record DeskSourceName(Guid Id, LocalizedText Title, string? Address);

/// <summary>What the page of a source shows beside the source itself.</summary>
public sealed record SourceView
{
    /// <summary>Of each list; what is beyond stands in the list of claims.</summary>
    private const int MaxUses = 10;

    private const int MaxCopies = 50;

    private const int MaxEntries = 20;

    public required SourceUses Appearances { get; init; }

    public required SourceUses Evidence { get; init; }

    public required SourceUses ThroughCopies { get; init; }

    public required IReadOnlyList<DeskSourceName> Copies { get; init; }

    public required IReadOnlyList<ArticleError> Errors { get; init; }

    /// <summary>Claims in which it stands or bears as evidence, each once.</summary>
    public required int Claims { get; init; }

    public required HistoryPage History { get; init; }

    public static async Task<SourceView> ReadAsync(ClaimDbContext db, ClaimHistory history, Source source, Actor reader, CancellationToken ct)
    {
        var id = source.Id;
        var seesWithheld = Permissions.SeesStaffOnly(reader);
        var copies = db.Sources.AsNoTracking().Where(s => s.OriginalId == id && (seesWithheld || s.Visibility == SourceVisibility.Public));
        return new SourceView
        {
            Appearances = await SourceUses.ReadAsync(
                from a in db.Appearances
                join c in db.Claims on a.ClaimNumber equals c.Number
                where a.SourceId == id
                orderby c.Number
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Strength = a.Strength, Quote = a.Quote },
                MaxUses,
                ct),
            Evidence = await SourceUses.ReadAsync(
                from e in db.Evidence
                join c in db.Claims on e.ClaimNumber equals c.Number
                where e.SourceId == id
                orderby c.Number
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Stance = e.Stance, Quote = e.Quote },
                MaxUses,
                ct),
            ThroughCopies = await SourceUses.ReadAsync(
                from use in db.Appearances.Select(a => new { a.ClaimNumber, a.SourceId }).Union(db.Evidence.Select(e => new { e.ClaimNumber, e.SourceId }))
                join copy in copies on use.SourceId equals copy.Id
                join c in db.Claims on use.ClaimNumber equals c.Number
                orderby c.Number, copy.Id
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Copy = new DeskSourceName(copy.Id, copy.Title, copy.Address) },
                MaxUses,
                ct),
            Copies = await copies.OrderBy(s => s.Id).Take(MaxCopies).Select(s => new DeskSourceName(s.Id, s.Title, s.Address)).ToListAsync(ct),
            Errors = await db.ArticleErrors.AsNoTracking().Include(e => e.Claims).Where(e => e.SourceId == id).OrderBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(ct),
            Claims = await db.ClaimsUsing(id).CountAsync(ct),
            History = await history.ReadAsync(source.AuditStream, before: null, MaxEntries, ct),
        };
    }
}
