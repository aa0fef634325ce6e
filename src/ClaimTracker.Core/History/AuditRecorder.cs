using System.Text.Json;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.History;

/// <summary>
/// The one mechanism of the audit trail: turns the changes a context is about to save into one entry per stream, chained
/// to the stream's last. Runs inside the saving transaction (rule 3).
/// </summary>
internal sealed class AuditRecorder(ClaimDbContext db, TimeProvider clock)
{
    private readonly Dictionary<IEntityType, List<IProperty>> audited = [];

    public async Task RecordAsync(ChangeContext change, CancellationToken ct)
    {
        var streams = new Dictionary<string, List<AuditValue>>();
        foreach (var entry in db.ChangeTracker.Entries<IAudited>().ToList())
        {
            var values = ValuesOf(entry).ToList();
            if (values.Count == 0)
            {
                continue;
            }

            if (!streams.TryGetValue(entry.Entity.AuditStream, out var list))
            {
                streams[entry.Entity.AuditStream] = list = [];
            }

            list.AddRange(values);
        }

        await AppendAsync(streams, change, ct);
    }

    /// <summary>Adds an entry that changes no record: a refusal, a sign-in, an export.</summary>
    public Task RecordEventAsync(string stream, ChangeContext change, IEnumerable<AuditValue> values, CancellationToken ct) =>
        AppendAsync(new Dictionary<string, List<AuditValue>> { [stream] = values.ToList() }, change, ct);

    /// <summary>A value that says something about the entry itself.</summary>
    public static AuditValue EntryValue(string property, string value) =>
        new(AuditValue.EntryRecord, "", property) { New = value, NewSalt = AuditText.NewSalt() };

    private async Task AppendAsync(Dictionary<string, List<AuditValue>> streams, ChangeContext change, CancellationToken ct)
    {
        var names = streams.Keys.ToList();
        var heads = names.Count == 1
            ? await HeadsOf(names).ToDictionaryAsync(h => h.Stream, ct)
            : await ReadHeadsAsync(names, ct);
        foreach (var (stream, values) in streams)
        {
            if (change.Reason is { } reason)
            {
                values.Add(EntryValue(AuditValue.Reason, reason));
            }

            if (change.Actor.TokenId is { } token)
            {
                values.Add(EntryValue(AuditValue.Token, AuditText.Of(token)));
            }

            var head = heads.GetValueOrDefault(stream);
            db.AuditEntries.Add(Chain(stream, (head?.Sequence ?? 0) + 1, head?.Hash ?? AuditEntry.NoPredecessor, change, values));
        }
    }

    private async Task<Dictionary<string, Head>> ReadHeadsAsync(List<string> names, CancellationToken ct)
    {
        var heads = new Dictionary<string, Head>();
        foreach (var part in names.Chunk(200))
        {
            foreach (var head in await HeadsOf(part).ToListAsync(ct))
            {
                heads[head.Stream] = head;
            }
        }

        return heads;
    }

    private IQueryable<Head> HeadsOf(IReadOnlyCollection<string> names) =>
        from entry in db.AuditEntries.AsNoTracking()
        where EF.Parameter(names).Contains(entry.Stream)
            && entry.Sequence == db.AuditEntries.Where(e => e.Stream == entry.Stream).Max(e => e.Sequence)
        select new Head(entry.Stream, entry.Sequence, entry.Hash);

    private AuditEntry Chain(string stream, long sequence, string previousHash, ChangeContext change, List<AuditValue> values)
    {
        var id = Guid.CreateVersion7();
        var at = ClaimDbContext.ToStored(clock.GetUtcNow().UtcDateTime);
        var canonical = AuditCanonical.Write(id, stream, sequence, previousHash, change.Kind, at, change.Actor.UserId, change.Action, values);
        return new AuditEntry
        {
            Id = id,
            Stream = stream,
            Sequence = sequence,
            Kind = change.Kind,
            At = at,
            ActorId = change.Actor.UserId,
            Action = change.Action,
            Values = JsonSerializer.Serialize(values, CoreJson.Options),
            Canonical = canonical,
            PreviousHash = previousHash,
            Hash = AuditText.Sha256(canonical),
        };
    }

    private IEnumerable<AuditValue> ValuesOf(EntityEntry<IAudited> entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            yield break;
        }

        var record = entry.Metadata.ClrType.Name;
        var id = KeyOf(entry);
        foreach (var property in AuditedProperties(entry.Metadata))
        {
            foreach (var (path, old, @new) in TextsOf(entry, property))
            {
                if (old != @new)
                {
                    yield return new AuditValue(record, id, path)
                    {
                        Old = old,
                        OldSalt = old is null ? null : AuditText.NewSalt(),
                        New = @new,
                        NewSalt = @new is null ? null : AuditText.NewSalt(),
                    };
                }
            }
        }

        if (entry.State is EntityState.Deleted)
        {
            yield return new AuditValue(record, id, AuditCanonical.DeletedProperty) { New = "true", NewSalt = AuditText.NewSalt() };
        }
    }

    /// <summary>Texts of a property before and after, in the order of their paths.</summary>
    private static IEnumerable<(string Path, string? Old, string? New)> TextsOf(EntityEntry entry, IProperty property)
    {
        var value = entry.Property(property);
        if (entry.State is EntityState.Added)
        {
            // Most of what is ever recorded; there is nothing to compare with.
            return AuditText.Expand(property.Name, value.CurrentValue).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, (string?)null, (string?)t.Value));
        }

        var before = AuditText.Expand(property.Name, value.OriginalValue).ToDictionary();
        var after = entry.State is EntityState.Deleted ? [] : AuditText.Expand(property.Name, value.CurrentValue).ToDictionary();
        return before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(path => (path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)));
    }

    private List<IProperty> AuditedProperties(IEntityType type) =>
        audited.TryGetValue(type, out var known) ? known : audited[type] = [.. AuditText.AuditedProperties(type)];

    private static string KeyOf(EntityEntry entry) =>
        AuditText.Of(entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue).Single()!); // every audited record has one key column

    private sealed record Head(string Stream, long Sequence, string Hash);
}
