using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>Keeps the words of parties' names, in every spelling that the desk knows, in step with the parties.</summary>
internal static class NameWords
{
    private const int PartiesAtATime = 500;

    /// <summary>Replaces the words of these parties, in the caller's transaction and after the save that changed them.</summary>
    public static async Task FollowAsync(ClaimDbContext db, IReadOnlyCollection<Guid> partyIds, CancellationToken ct)
    {
        // Two that replace the words of one party, such as an edit and the index built anew, do so one after the other.
        await LockAsync(db, ct);
        foreach (var part in partyIds.Chunk(PartiesAtATime))
        {
            var ids = part.ToList();
#pragma warning disable RS0030 // Derived rows are not audited records.
            await db.NameWords.Where(n => EF.Parameter(ids).Contains(n.PartyId)).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
            var parties = await db.Parties.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => new { p.Id, p.Name, Variants = p.Variants.Select(v => v.Text).ToList() }).ToListAsync(ct);
            await BulkRows.WriteAsync(db, parties.SelectMany(p => Of(p.Id, [.. p.Name.Select(n => n.Value), .. p.Variants])), ct);
        }
    }

    /// <summary>By the row that every writer of the desk's index takes first; SQLite has one writer anyway.</summary>
    private static async Task LockAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            var desk = SearchScope.Desk.ToString();
            await db.Database.SqlQuery<int>($"""SELECT "Build" AS "Value" FROM "SearchTotals" WHERE "Scope" = {desk} FOR UPDATE""").ToListAsync(ct);
        }
    }

    private static IEnumerable<NameWord> Of(Guid partyId, IEnumerable<string> names) =>
        names.SelectMany(n => Words.Of(n)).Where(w => w.Kind is WordKind.Word && !StopWords.Contains(w.Text)).DistinctBy(w => w.Text)
            .Select(w => new NameWord { PartyId = partyId, Word = w.Text, Stem = w.Stem, Skeleton = NameSkeleton.Of(w.Text) });
}
