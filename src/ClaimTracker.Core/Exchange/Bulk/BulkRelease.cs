using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>Brings records of an import that was held back into the open: desk and, of others' checks, readers.</summary>
internal sealed class BulkRelease(ClaimDbContext db, BulkImport import, IReadOnlyCollection<BulkRow> rows)
{
    private readonly List<int> numbers = [.. rows.Select(r => r.ClaimNumber).OfType<int>().Distinct()];
    private List<PublicDocument> documents = [];

    /// <summary>What readers will get, made before others have to wait: nobody can change a claim that is in no list yet.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        if (import.Kind is BulkKind.Reviews)
        {
            var hidden = await db.Claims.PendingOf(import.Id).Where(c => EF.Parameter(numbers).Contains(c.Number)).Select(c => c.Number).ToListAsync(ct);
            documents = await new PublicDocumentBuilder(db).BuildAsync(hidden, ct, withPending: true);
        }
    }

    /// <summary>In the caller's transaction.</summary>
    public async Task ReleaseAsync(CancellationToken ct)
    {
        var beside = rows.SelectMany(r => r.MadeBeside).Select(BesideRecord.Parse).ToLookup(b => b.Type, b => b.Id);
        var own = rows.Select(r => r.RecordId).OfType<Guid>().ToList();
        var parties = beside[nameof(Party)].ToList();
        await ShowAsync(db.Parties, beside[nameof(Party)], ct);
        await ShowAsync(db.Outlets, beside[nameof(Outlet)], ct);
        await ShowAsync(db.Sources, [.. beside[nameof(Source)], .. import.Kind is BulkKind.Sources ? own : []], ct);
        if (import.MakesClaims)
        {
#pragma warning disable RS0030 // The column belongs to no audit entry, as it is no part of the record.
            await db.Claims.IgnoreQueryFilters().Where(c => EF.Parameter(numbers).Contains(c.Number)).ExecuteUpdateAsync(s => s.SetProperty(c => EF.Property<Guid?>(c, PendingImports.Column), (Guid?)null), ct);
            await db.Appearances.IgnoreQueryFilters().Where(a => EF.Parameter(numbers).Contains(a.ClaimNumber)).ExecuteUpdateAsync(s => s.SetProperty(a => EF.Property<Guid?>(a, PendingImports.Column), (Guid?)null), ct);
            await db.Evidence.PendingOf(import.Id).Where(e => EF.Parameter(numbers).Contains(e.ClaimNumber)).ExecuteUpdateAsync(s => s.SetProperty(e => EF.Property<Guid?>(e, PendingImports.Column), (Guid?)null), ct);
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

        await new Publisher(db).PublishAsync(documents, PublicationKind.Imported, ct);
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
