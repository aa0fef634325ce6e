using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.Data;

/// <summary>
/// A save that adds very many records: those are written table by table, as <see cref="BulkRows"/> does, instead of one statement each. They are
/// tracked, stamped and recorded in the audit trail as in every other save.
/// </summary>
internal static class AddedRows
{
    /// <param name="db">Where records were added, in the current transaction.</param>
    /// <param name="saveOthers">Saves what was changed or taken away.</param>
    /// <param name="areKept">Afterwards they count as saved; else as added, as in a save that has not ended.</param>
    /// <param name="ct">Ends the save.</param>
    public static async Task<int> SaveAsync(ClaimDbContext db, Func<Task<int>> saveOthers, bool areKept, CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added).ToList();
        var types = added.ToLookup(e => e.Metadata);
        foreach (var type in InOrder(types.Select(t => t.Key)))
        {
            await BulkRows.WriteAsync(db, type, types[type], ct);
        }

        SetState(added, EntityState.Unchanged);
        try
        {
            return added.Count + await saveOthers();
        }
        finally
        {
            if (!areKept)
            {
                SetState(added, EntityState.Added);
            }
        }
    }

    private static void SetState(List<EntityEntry> entries, EntityState state)
    {
        foreach (var entry in entries)
        {
            entry.State = state;
        }
    }

    /// <summary>What others refer to comes before them.</summary>
    private static List<IEntityType> InOrder(IEnumerable<IEntityType> types)
    {
        var left = types.OrderBy(t => t.Name, StringComparer.Ordinal).ToHashSet();
        var ordered = new List<IEntityType>();
        foreach (var type in left.ToList())
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (left.Remove(type))
            {
                foreach (var key in type.GetForeignKeys())
                {
                    Visit(key.PrincipalEntityType);
                }

                ordered.Add(type);
            }
        }
    }
}
