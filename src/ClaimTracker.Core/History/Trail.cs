using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.History;

/// <summary>What happened to one root and its rows since a version of it was read, from the audit trail.</summary>
internal sealed class Trail
{
    private const int BatchSize = 50;

    private readonly Dictionary<(string Record, string Id), RecordTrail> records = [];

    private Trail()
    {
    }

    /// <summary>False: the trail does not reach back to that version, so nothing is known of what others changed.</summary>
    public bool IsComplete { get; private init; }

    public IEnumerable<RecordTrail> Records => records.Values;

    public static async Task<Trail> SinceAsync(ClaimDbContext db, IVersioned root, int version, CancellationToken ct)
    {
        var stream = ((IAudited)root).AuditStream;
        var rootRecord = root.GetType().Name;
        var rootId = AuditText.Of(Aggregates.KeyOf(db.Entry(root)));
        var posted = AuditText.Of(version);
        var wanted = Aggregates.RecordsOf(root);
        var newestFirst = new List<AuditEntry>();
        var complete = false;
        for (var before = long.MaxValue; !complete;)
        {
            var upTo = before;
            var batch = await db.AuditEntries.AsNoTracking()
                .Where(e => e.Stream == stream && e.Sequence < upTo && (e.Kind == AuditKind.Change || e.Kind == AuditKind.Import))
                .OrderByDescending(e => e.Sequence)
                .Take(BatchSize)
                .ToListAsync(ct);
            var after = batch.TakeWhile(e => !e.ReadValues().Any(v => v.Record == rootRecord && v.Id == rootId && v.Property == nameof(IVersioned.Version) && v.New == posted)).ToList();
            newestFirst.AddRange(after);
            complete = after.Count < batch.Count;
            if (batch.Count < BatchSize)
            {
                break;
            }

            before = batch[^1].Sequence;
        }

        var trail = new Trail { IsComplete = complete };
        foreach (var entry in Enumerable.Reverse(newestFirst))
        {
            trail.Add(entry, v => wanted.Contains(v.Record) && (v.Record != rootRecord || v.Id == rootId));
        }

        return trail;
    }

    public RecordTrail? Of(EntityEntry entry) => records.GetValueOrDefault((entry.Metadata.ClrType.Name, AuditText.Of(Aggregates.KeyOf(entry))));

    private void Add(AuditEntry entry, Func<AuditValue, bool> wanted)
    {
        foreach (var value in entry.ReadValues().Where(v => wanted(v) && !(v.Record == nameof(ArticleError) && ArticleError.IsStamp(v.Property))))
        {
            var key = (value.Record, value.Id);
            if (!records.TryGetValue(key, out var record))
            {
                records[key] = record = new RecordTrail(value.Record, value.Id);
            }

            record.Add(entry, value);
        }
    }
}

/// <summary>The changes of one record, oldest first.</summary>
internal sealed class RecordTrail(string record, string id)
{
    private readonly Dictionary<string, PathTrail> paths = [];

    public string Record => record;

    public string Id => id;

    public bool IsDeleted { get; private set; }

    public Guid? LastActorId { get; private set; }

    public DateTime LastAt { get; private set; }

    /// <summary>What others changed, by path; the version of the root is no change of its own.</summary>
    public IReadOnlyDictionary<string, PathTrail> Paths => paths;

    public void Add(AuditEntry entry, AuditValue value)
    {
        (LastActorId, LastAt) = (entry.ActorId, entry.At);
        if (value.Property == AuditCanonical.DeletedProperty)
        {
            IsDeleted = true;
        }
        else if (value.Property != nameof(IVersioned.Version))
        {
            paths[value.Property] = paths.TryGetValue(value.Property, out var earlier)
                ? earlier with { Last = value.New, IsErased = earlier.IsErased || value.IsErased }
                : new PathTrail(value.Old, value.New, value.IsErased);
        }
    }

    /// <summary>Whether the record came after the version: a value that is never missing had none before.</summary>
    public bool IsInserted(IEntityType type) => AuditText.AuditedProperties(type)
        .Any(p => !p.IsNullable && p.ClrType != typeof(Claims.LocalizedText) && paths.TryGetValue(p.Name, out var path) && path is { Base: null, IsErased: false });

    /// <summary>The record as it stood at the version, when it is gone now; null when the trail no longer tells.</summary>
    public object? Revive(IEntityType type)
    {
        if (paths.Values.Any(p => p.IsErased))
        {
            return null;
        }

        var texts = paths.Where(p => p.Value.Base is not null).ToDictionary(p => p.Key, p => p.Value.Base ?? "");
        var entity = Activator.CreateInstance(type.ClrType) ?? throw new InvalidOperationException($"{type.Name} cannot be made.");
        var key = type.FindPrimaryKey()!.Properties.Single(); // every audited record has one key column
        SetValue(key, entity, AuditText.Parse(key.ClrType, id));
        foreach (var property in AuditText.AuditedProperties(type))
        {
            if (AuditText.Assemble(property, texts) is { } value)
            {
                SetValue(property, entity, value);
            }
        }

        return entity;
    }

    private static void SetValue(IProperty property, object entity, object value) => property.PropertyInfo!.SetValue(entity, value); // mapped by property, none by field
}

/// <summary>One value: as it stood at the version, and as others left it.</summary>
internal sealed record PathTrail(string? Base, string? Last, bool IsErased);
