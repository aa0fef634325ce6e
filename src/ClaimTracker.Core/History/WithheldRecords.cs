using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.History;

/// <summary>Which records of a trail are withheld sources or stand in one, for readers who may not see those.</summary>
internal sealed class WithheldRecords(ClaimDbContext db)
{
    public async Task<HashSet<Guid>> OfAsync(string stream, IReadOnlyList<HistoryEntry> entries, CancellationToken ct)
    {
        var changes = entries.SelectMany(e => e.Changes).ToList();
        var sourceOf = await SourcesOfRowsAsync([.. changes.Where(c => c.Record is nameof(Appearance) or nameof(Evidence)).Select(c => Guid.Parse(c.Id))], stream, ct);
        var sources = changes.SelectMany(c => new[] { c.Old, c.New }).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>()
            .Concat(sourceOf.Values).ToHashSet();
        var withheld = (await db.Sources.Where(s => sources.Contains(s.Id) && s.Visibility == SourceVisibility.Withheld).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        return [.. withheld, .. sourceOf.Where(r => withheld.Contains(r.Value)).Select(r => r.Key)];
    }

    private async Task<Dictionary<Guid, Guid>> SourcesOfRowsAsync(HashSet<Guid> rows, string stream, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var sourceOf = await db.Appearances.Where(a => rows.Contains(a.Id)).Select(a => new { a.Id, a.SourceId })
            .Concat(db.Evidence.Where(e => rows.Contains(e.Id)).Select(e => new { e.Id, e.SourceId }))
            .ToDictionaryAsync(r => r.Id, r => r.SourceId, ct);
        if (sourceOf.Count == rows.Count)
        {
            return sourceOf;
        }

        // A row that was deleted is known by the entry that deleted it, which may stand on another page than its other changes.
        var deletions = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Stream == stream && e.Values.Contains(AuditCanonical.DeletedProperty)).ToListAsync(ct);
        foreach (var value in deletions.SelectMany(e => e.ReadValues()).Where(v => v.Record is nameof(Appearance) or nameof(Evidence) && v.Property == nameof(Evidence.SourceId)))
        {
            if (Guid.TryParse(value.Id, out var row) && rows.Contains(row) && Guid.TryParse(value.Old, out var source))
            {
                sourceOf.TryAdd(row, source);
            }
        }

        return sourceOf;
    }
}
