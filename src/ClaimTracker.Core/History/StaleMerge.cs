using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.History;

/// <summary>
/// Settles a save that was made from an older version (rule 2), one property, one language of a text, one child row at a time:
/// what others left alone takes the poster's value, what the poster left alone keeps theirs, what both changed differently is a
/// conflict. The value both started from comes from the audit trail; where that was erased, it is a conflict too.
/// </summary>
public sealed class StaleMerge
{
    private readonly ClaimDbContext db;
    private readonly IVersioned root;
    private readonly int postedVersion;
    private readonly int currentVersion;
    private readonly Trail? trail;
    private readonly List<ConflictingValue> conflicts = [];
    private readonly List<(object Row, Dictionary<string, string> Before, RecordTrail Trail)> gone = [];

    private StaleMerge(ClaimDbContext db, IVersioned root, int postedVersion, Trail? trail)
    {
        this.db = db;
        this.root = root;
        this.postedVersion = postedVersion;
        this.trail = trail;
        currentVersion = (int)db.Entry(root).Property(nameof(IVersioned.Version)).OriginalValue!; // an int, never null
    }

    public bool IsStale => trail is not null;

    /// <summary>
    /// Before the posted values are applied: the root is tracked with all its rows as it stands now. Gives the rows that others took away,
    /// as they stood at the posted version, so that the form's values can be applied to them too (<see cref="Gone{T}"/>).
    /// </summary>
    public static async Task<StaleMerge> StartAsync(ClaimDbContext db, IVersioned root, int postedVersion, CancellationToken ct)
    {
        var trail = root.Version == postedVersion ? null : await Trail.SinceAsync(db, root, postedVersion, ct);
        var merge = new StaleMerge(db, root, postedVersion, trail);
        merge.ReviveGoneRows();
        return merge;
    }

    /// <summary>A row that was there at the posted version and that somebody else took away since; not tracked.</summary>
    public T? Gone<T>(Guid id)
        where T : class, IAudited =>
        gone.Select(g => g.Row).OfType<T>().FirstOrDefault(r => id.Equals(db.Model.FindEntityType(typeof(T))?.FindPrimaryKey()?.Properties[0].PropertyInfo?.GetValue(r)));

    /// <summary>All rows of a type that somebody else took away since the posted version.</summary>
    public IEnumerable<T> AllGone<T>()
        where T : class, IAudited => gone.Select(g => g.Row).OfType<T>();

    public bool IsGone(object row) => gone.Exists(g => ReferenceEquals(g.Row, row));

    /// <summary>The poster changed something of a row that others took away which its own values do not show.</summary>
    public void MarkChanged(object row, string property)
    {
        var (_, _, record) = gone.Find(g => ReferenceEquals(g.Row, row));
        conflicts.Add(new ConflictingValue(record.Record, record.Id, property, null, null, null) { ChangedById = record.LastActorId, ChangedAt = record.LastAt });
    }

    /// <summary>After the posted values were applied: merges, and returns what cannot be merged; null: save.</summary>
    public EditConflict? Finish()
    {
        if (trail is null)
        {
            return null;
        }

        db.ChangeTracker.DetectChanges();
        foreach (var entry in Aggregates.EntriesOf(db, root).ToList())
        {
            switch (entry.State)
            {
                case EntityState.Modified:
                    MergeValues(entry);
                    break;
                case EntityState.Added:
                    MergeAdded(entry);
                    break;
                case EntityState.Deleted:
                    MergeDeleted(entry);
                    break;
            }
        }

        JudgeGoneRows();
        return conflicts.Count == 0 ? null : new EditConflict(postedVersion, currentVersion, conflicts) { OthersChanged = OthersChanged(trail) };
    }

    private void ReviveGoneRows()
    {
        foreach (var record in trail?.Records.Where(r => r.IsDeleted) ?? [])
        {
            var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == record.Record);
            if (!record.IsInserted(type) && record.Revive(type) is { } row)
            {
                gone.Add((row, TextsOf(row), record));
            }
        }
    }

    private void MergeValues(EntityEntry entry)
    {
        var record = trail?.Of(entry);
        foreach (var property in AuditText.AuditedProperties(entry.Metadata).Where(p => p.Name != nameof(IVersioned.Version)))
        {
            var value = entry.Property(property);
            var theirs = AuditText.Expand(property.Name, value.OriginalValue).ToDictionary();
            var yours = AuditText.Expand(property.Name, value.CurrentValue).ToDictionary();
            var merged = new Dictionary<string, string>(yours);
            foreach (var path in theirs.Keys.Union(yours.Keys).ToList())
            {
                if (Keep(entry, record, path, theirs.GetValueOrDefault(path), yours.GetValueOrDefault(path)) is { } kept)
                {
                    merged[path] = kept;
                }
                else
                {
                    merged.Remove(path);
                }
            }

            if (!merged.OrderBy(m => m.Key, StringComparer.Ordinal).SequenceEqual(yours.OrderBy(y => y.Key, StringComparer.Ordinal)))
            {
                value.CurrentValue = AuditText.Assemble(property, merged);
            }
        }
    }

    /// <summary>The value that stands after the merge.</summary>
    private string? Keep(EntityEntry entry, RecordTrail? record, string path, string? theirs, string? yours)
    {
        if (theirs == yours)
        {
            return yours;
        }

        var changed = record?.Paths.GetValueOrDefault(path);
        if (trail is { IsComplete: false })
        {
            Conflict(entry, record, path, new PathTrail(null, theirs, IsErased: true), theirs, yours);
            return theirs;
        }

        if (changed is null)
        {
            return yours;
        }

        if (changed.IsErased || yours != changed.Base)
        {
            Conflict(entry, record, path, changed, theirs, yours);
        }

        return theirs;
    }

    private void MergeAdded(EntityEntry entry)
    {
        // Somebody took the same thing away: the form still held it, and its poster did not ask for it anew.
        if (gone.Exists(g => g.Row.GetType() == entry.Metadata.ClrType && SameKey(entry, g.Row)))
        {
            entry.State = EntityState.Detached;
            return;
        }

        var twin = Aggregates.EntriesOf(db, root).FirstOrDefault(e =>
            e.Metadata == entry.Metadata && (e.State is EntityState.Unchanged or EntityState.Modified) && SameKey(entry, e.Entity));
        if (twin is null || trail?.Of(twin)?.IsInserted(twin.Metadata) is not true)
        {
            return;
        }

        // Both added the same thing: it is there once. Where the two differ, it is for the poster to say which stands.
        var theirs = TextsOf(twin.Entity);
        var yours = TextsOf(entry.Entity);
        foreach (var path in theirs.Keys.Union(yours.Keys).Where(p => p != "Order" && theirs.GetValueOrDefault(p) != yours.GetValueOrDefault(p)))
        {
            Conflict(twin, trail.Of(twin), path, new PathTrail(null, null, IsErased: false), theirs.GetValueOrDefault(path), yours.GetValueOrDefault(path));
        }

        entry.State = EntityState.Detached;
    }

    private void MergeDeleted(EntityEntry entry)
    {
        var record = trail?.Of(entry);
        if (record is null && trail is { IsComplete: true })
        {
            return;
        }

        var theirs = TextsOf(entry);
        if (trail is { IsComplete: true } && record?.IsInserted(entry.Metadata) is true && !GoesWithItsOwner(entry))
        {
            // It was not on the form, so its poster did not ask to take it away.
            entry.State = EntityState.Unchanged;
            return;
        }

        var changes = record is { Paths.Count: > 0 } ? record.Paths : theirs.ToDictionary(t => t.Key, t => new PathTrail(null, t.Value, IsErased: true));
        foreach (var (path, changed) in changes)
        {
            Conflict(entry, record, path, changed, theirs.GetValueOrDefault(path), null);
        }
    }

    /// <summary>The row falls because the row it belongs to is taken away, such as a step's scope.</summary>
    private bool GoesWithItsOwner(EntityEntry entry) => entry.Metadata.GetForeignKeys().Any(key =>
        Aggregates.EntriesOf(db, root).Any(e => e.State is EntityState.Deleted && e.Metadata == key.PrincipalEntityType
            && Aggregates.KeyOf(e).Equals(entry.Property(key.Properties[0]).CurrentValue)));

    private void JudgeGoneRows()
    {
        foreach (var (row, before, record) in gone)
        {
            var yours = TextsOf(row);
            foreach (var path in before.Keys.Union(yours.Keys).Where(p => before.GetValueOrDefault(p) != yours.GetValueOrDefault(p)))
            {
                conflicts.Add(new ConflictingValue(record.Record, record.Id, path, before.GetValueOrDefault(path), null, yours.GetValueOrDefault(path))
                {
                    ChangedById = record.LastActorId,
                    ChangedAt = record.LastAt,
                });
            }
        }
    }

    private void Conflict(EntityEntry entry, RecordTrail? record, string path, PathTrail changed, string? theirs, string? yours) =>
        conflicts.Add(new ConflictingValue(entry.Metadata.ClrType.Name, AuditText.Of(Aggregates.KeyOf(entry)), path, changed.Base, theirs, yours)
        {
            IsBaseErased = changed.IsErased,
            ChangedById = record?.LastActorId,
            ChangedAt = record?.LastAt,
        });

    private List<ConflictingValue> OthersChanged(Trail since) =>
    [
        .. from record in since.Records
           from path in record.Paths
           where !conflicts.Exists(c => c.Record == record.Record && c.Id == record.Id && c.Property == path.Key)
           select new ConflictingValue(record.Record, record.Id, path.Key, path.Value.Base, path.Value.Last, path.Value.Base)
           {
               IsBaseErased = path.Value.IsErased,
               ChangedById = record.LastActorId,
               ChangedAt = record.LastAt,
           },
    ];

    /// <summary>Equal in the columns of some unique index, so that both cannot be stored.</summary>
    private static bool SameKey(EntityEntry entry, object other) => entry.Metadata.GetIndexes().Any(index => index.IsUnique
        && index.Properties.All(p => p.PropertyInfo?.GetValue(other) is { } value && value.Equals(entry.Property(p).CurrentValue)));

    private Dictionary<string, string> TextsOf(object entity)
    {
        var type = db.Model.FindEntityType(entity.GetType()) ?? throw new InvalidOperationException($"{entity.GetType().Name} is no record.");
        return AuditText.AuditedProperties(type).SelectMany(p => AuditText.Expand(p.Name, p.PropertyInfo?.GetValue(entity))).ToDictionary();
    }

    private static Dictionary<string, string> TextsOf(EntityEntry entry) =>
        AuditText.AuditedProperties(entry.Metadata).SelectMany(p => AuditText.Expand(p.Name, entry.Property(p).OriginalValue)).ToDictionary();
}
