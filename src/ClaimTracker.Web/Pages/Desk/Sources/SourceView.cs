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

/// <summary>A source as the desk names it.</summary>
public sealed record DeskSourceName(Guid Id, LocalizedText Title, string? Address);

/// <summary>What the page of a source shows beside the source itself.</summary>
public sealed record SourceView
{
    /// <summary>Of each list; what is beyond stands in the list of claims.</summary>
    public const int MaxUses = 50;

    private const int MaxEntries = 20;

    public required IReadOnlyList<SourceUse> Appearances { get; init; }

    public required IReadOnlyList<SourceUse> Evidence { get; init; }

    public required IReadOnlyList<SourceUse> ThroughCopies { get; init; }

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
            Appearances = await (
                from a in db.Appearances
                join c in db.Claims on a.ClaimNumber equals c.Number
                where a.SourceId == id
                orderby c.Number
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Strength = a.Strength, Quote = a.Quote }).Take(MaxUses).ToListAsync(ct),
            Evidence = await (
                from e in db.Evidence
                join c in db.Claims on e.ClaimNumber equals c.Number
                where e.SourceId == id
                orderby c.Number
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Stance = e.Stance, Quote = e.Quote }).Take(MaxUses).ToListAsync(ct),
            ThroughCopies = await (
                from use in db.Appearances.Select(a => new { a.ClaimNumber, a.SourceId }).Union(db.Evidence.Select(e => new { e.ClaimNumber, e.SourceId }))
                join copy in copies on use.SourceId equals copy.Id
                join c in db.Claims on use.ClaimNumber equals c.Number
                orderby c.Number, copy.Id
                select new SourceUse(c.Number, c.Statement, c.Stage, c.PublicState) { Copy = new DeskSourceName(copy.Id, copy.Title, copy.Address) }).Take(MaxUses).ToListAsync(ct),
            Copies = await copies.OrderBy(s => s.Id).Take(MaxUses).Select(s => new DeskSourceName(s.Id, s.Title, s.Address)).ToListAsync(ct),
            Errors = await db.ArticleErrors.AsNoTracking().Include(e => e.Claims).Where(e => e.SourceId == id).OrderBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(ct),
            Claims = await db.ClaimsUsing(id).CountAsync(ct),
            History = await history.ReadAsync(source.AuditStream, before: null, MaxEntries, ct),
        };
    }
}
