using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>Brings records of an all-or-nothing import into the open, in the caller's transaction.</summary>
internal sealed class BulkRelease(ClaimDbContext db)
{
    public async Task ReleaseAsync(BulkImport import, IReadOnlyCollection<BulkRow> rows, CancellationToken ct)
    {
        var beside = rows.SelectMany(r => r.MadeBeside).Select(BesideRecord.Parse).ToLookup(b => b.Type, b => b.Id);
        var own = rows.Select(r => r.RecordId).OfType<Guid>().ToList();
        var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().Distinct().ToList();
        var parties = beside[nameof(Party)].ToList();
        await ShowAsync(db.Parties, beside[nameof(Party)], ct);
        await ShowAsync(db.Outlets, beside[nameof(Outlet)], ct);
        await ShowAsync(db.Sources, [.. beside[nameof(Source)], .. import.Kind is BulkKind.Sources ? own : []], ct);
        if (import.MakesClaims)
        {
#pragma warning disable RS0030 // The column belongs to no audit entry, as it is no part of the record.
            await db.Claims.IgnoreQueryFilters().Where(c => EF.Parameter(numbers).Contains(c.Number)).ExecuteUpdateAsync(s => s.SetProperty(c => EF.Property<Guid?>(c, PendingImports.Column), (Guid?)null), ct);
            await db.Appearances.IgnoreQueryFilters().Where(a => EF.Parameter(numbers).Contains(a.ClaimNumber)).ExecuteUpdateAsync(s => s.SetProperty(a => EF.Property<Guid?>(a, PendingImports.Column), (Guid?)null), ct);
#pragma warning restore RS0030
        }
        else if (import.Kind is BulkKind.Appearances)
        {
            await ShowAsync(db.Appearances, own, ct);
        }
        else if (import.Kind is BulkKind.Evidence)
        {
            await ShowAsync(db.Evidence, own, ct);
        }

        await DeskSearchIndex.NoteAsync(db, numbers, ct);
        if (parties.Count > 0)
        {
            await NameWords.FollowAsync(db, parties, ct);
        }
    }

    private static async Task ShowAsync<T>(IQueryable<T> records, IEnumerable<Guid> ids, CancellationToken ct)
        where T : class
    {
        var shown = ids.ToList();
        if (shown.Count > 0)
        {
#pragma warning disable RS0030 // As above.
            await records.IgnoreQueryFilters().Where(r => EF.Parameter(shown).Contains(EF.Property<Guid>(r, "Id"))).ExecuteUpdateAsync(s => s.SetProperty(r => EF.Property<Guid?>(r, PendingImports.Column), (Guid?)null), ct);
#pragma warning restore RS0030
        }
    }
}

/// <summary>A record that a row made on the way.</summary>
public readonly record struct BesideRecord(string Type, Guid Id)
{
    public static BesideRecord Parse(string text) => new(text.Split(':')[0], Guid.Parse(text.Split(':')[1]));

    public override string ToString() => $"{Type}:{Id}";
}
