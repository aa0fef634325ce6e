using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A row as the page of an import shows it.</summary>
public sealed record BulkRowView(int Number, IReadOnlyList<string> Cells, BulkFate Fate, IReadOnlyList<BulkFault> Faults, int? ClaimNumber, Guid? RecordId, IReadOnlyList<string> MadeBeside, BulkLeft? LeftBecause);

/// <summary>A part of the rows, and the number after which the next part begins; null: there is none.</summary>
public sealed record BulkRowPage(IReadOnlyList<BulkRowView> Rows, int? Next);

/// <summary>One fault and the rows that have it, as runs of row numbers, among the first faulty rows.</summary>
public sealed record BulkFaultGroup(BulkFault Fault, int Count, IReadOnlyList<(int From, int To)> Rows);

/// <summary>Printed words that stand for one of our ratings, and in how many entries.</summary>
public sealed record BulkRatingUse(string Words, Rating Rating, int Count);

/// <summary>What a signature under an import of our own archive covers, and what it does not because somebody has worked on it.</summary>
public sealed record BulkSigningSummary(IReadOnlyList<BulkRatingUse> Ratings, int Changed)
{
    public int Entries => Ratings.Sum(r => r.Count);
}

/// <summary>What pages show of imports.</summary>
public sealed class BulkImportList(ClaimDbContext db)
{
    public const int PageSize = 50;
    public const int MaxImports = 100;

    /// <summary>Faulty rows that are looked at to group them.</summary>
    public const int MaxGrouped = 5_000;

    /// <summary>The newest first.</summary>
    public Task<List<BulkImport>> RecentAsync(CancellationToken ct) => db.BulkImports.AsNoTracking().OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(MaxImports).ToListAsync(ct);

    /// <summary>What an editor has to start, resume or sign, the oldest first.</summary>
    public async Task<IReadOnlyList<BulkImport>> WaitingAsync(Actor actor, CancellationToken ct) => Permissions.CanRunImport(actor)
        ? await db.BulkImports.AsNoTracking()
            .Where(i => (i.State == BulkState.Checked && i.New > 0) || i.State == BulkState.Stopped || (i.Kind == BulkKind.Archive && i.State == BulkState.Done && i.Made > 0))
            .OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Take(MyWork.MaxRows).ToListAsync(ct)
        : [];

    public Task<BulkImport?> FindAsync(Guid id, CancellationToken ct) => db.BulkImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);

    /// <summary>Another import of the very same file, the newest; null: there is none.</summary>
    public Task<BulkImport?> SameFileAsync(BulkImport import, CancellationToken ct) =>
        db.BulkImports.AsNoTracking().Where(i => i.Sha256 == import.Sha256 && i.Id != import.Id && i.Kind == import.Kind).OrderByDescending(i => i.CreatedAt).FirstOrDefaultAsync(ct);

    public async Task<BulkRowPage> RowsAsync(Guid id, BulkFate? fate, int after, CancellationToken ct)
    {
        var rows = await Rows(id, fate).Where(r => r.Number > after).OrderBy(r => r.Number).Take(PageSize + 1).ToListAsync(ct);
        return new BulkRowPage([.. rows.Take(PageSize).Select(View)], rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <summary>The faults of the first faulty rows, the most frequent first.</summary>
    public async Task<IReadOnlyList<BulkFaultGroup>> FaultsAsync(Guid id, CancellationToken ct)
    {
        var faulty = await Rows(id, BulkFate.Fault).OrderBy(r => r.Number).Take(MaxGrouped).Select(r => new { r.Number, r.Faults }).ToListAsync(ct);
        return
        [
            .. faulty.SelectMany(r => FaultsOf(r.Faults).Select(f => (Fault: f, r.Number))).GroupBy(r => r.Fault)
                .Select(g => new BulkFaultGroup(g.Key, g.Count(), Runs([.. g.Select(r => r.Number)])))
                .OrderByDescending(g => g.Count).ThenBy(g => g.Rows[0].From),
        ];
    }

    /// <summary>3, 4, 5, 9 are 3–5 and 9.</summary>
    private static List<(int From, int To)> Runs(List<int> numbers)
    {
        var runs = new List<(int From, int To)>();
        foreach (var number in numbers)
        {
            if (runs is [.., var last] && last.To == number - 1)
            {
                runs[^1] = last with { To = number };
            }
            else
            {
                runs.Add((number, number));
            }
        }

        return runs;
    }

    /// <summary>Every row of that fate, one after the other.</summary>
    public IAsyncEnumerable<BulkRowView> AllRowsAsync(Guid id, BulkFate? fate) => Rows(id, fate).OrderBy(r => r.Number).AsAsyncEnumerable().Select(View);

    /// <summary>What an editor answers for by signing: which printed words stand for which of our ratings, the most frequent first, and how many entries were changed since.</summary>
    public async Task<BulkSigningSummary> SigningAsync(Guid id, CancellationToken ct)
    {
        var worked = BulkSigning.WorkedOn(db);
        var waiting =
            from entry in db.ArchiveEntries
            join verdict in db.Verdicts on entry.VerdictId equals verdict.Id
            join claim in db.Claims on entry.ClaimNumber equals claim.Number
            where entry.ImportId == id
            select new { entry.RatingWords, verdict.RatingId, IsAsItCame = claim.Version == 1 && verdict.Version == 1 && verdict.State == VerdictState.Archived && !worked.Contains(claim.Number) };
        var counted = await waiting.GroupBy(w => new { w.RatingWords, w.RatingId, w.IsAsItCame }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var ratings = await db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
        return new BulkSigningSummary(
            [.. counted.Where(c => c.Key is { IsAsItCame: true, RatingId: not null })
                .Select(c => new BulkRatingUse(c.Key.RatingWords, ratings[c.Key.RatingId ?? Guid.Empty], c.Count))
                .OrderByDescending(u => u.Count).ThenBy(u => u.Words, StringComparer.Ordinal)],
            counted.Where(c => !c.Key.IsAsItCame).Sum(c => c.Count));
    }

    private IQueryable<BulkRow> Rows(Guid id, BulkFate? fate)
    {
        var rows = db.BulkRows.AsNoTracking().Where(r => r.ImportId == id);
        return fate is { } wanted ? rows.Where(r => r.Fate == wanted) : rows;
    }

    private static BulkRowView View(BulkRow row) => new(
        row.Number,
        BulkMapping.CellsOf(row),
        row.Fate,
        FaultsOf(row.Faults),
        row.ClaimNumber,
        row.RecordId,
        row.MadeBeside,
        row.LeftBecause);

    private static List<BulkFault> FaultsOf(string? stored) => stored is null ? [] : JsonSerializer.Deserialize<List<BulkFault>>(stored, CoreJson.Options) ?? [];
}
