using System.Text.Json;

namespace ClaimTracker.Core.History;

/// <summary>
/// Walks one stream's entries in order: numbers, predecessors, hashes, columns and values; and replays what its records should
/// hold now.
/// </summary>
internal sealed class StreamCheck(string stream)
{
    private readonly List<(string Grant, AuditFinding Finding)> erased = [];
    private readonly HashSet<string> grants = [];
    private long next = 1;
    private string previousHash = AuditEntry.NoPredecessor;

    public string Stream => stream;

    /// <summary>What each record should hold, by record and id, then by path; null: erased, so anything may stand there.</summary>
    public Dictionary<(string Record, string Id), Dictionary<string, string?>> Records { get; } = [];

    public IEnumerable<AuditFinding> Walk(AuditEntry entry)
    {
        if (entry.Sequence != next)
        {
            yield return Finding(AuditFindingKind.EntryMissing, entry, expected: AuditText.Of(next), found: AuditText.Of(entry.Sequence));
        }

        if (entry.PreviousHash != previousHash)
        {
            yield return Finding(AuditFindingKind.WrongPredecessor, entry, expected: previousHash, found: entry.PreviousHash);
        }

        var hash = AuditText.Sha256(entry.Canonical);
        if (hash != entry.Hash)
        {
            yield return Finding(AuditFindingKind.EntryChanged, entry, expected: entry.Hash, found: hash);
        }

        next = entry.Sequence + 1;
        previousHash = entry.Hash;
        var (facts, values) = Read(entry);
        if (facts is null || values is null)
        {
            yield return Finding(AuditFindingKind.EntryChanged, entry);
            yield break;
        }

        foreach (var finding in Columns(entry, facts).Concat(Values(entry, facts, values)))
        {
            yield return finding;
        }

        Replay(values);
    }

    /// <summary>Values that were taken away without an entry that says so; after the last entry.</summary>
    public IEnumerable<AuditFinding> Finish() => erased.Where(e => !grants.Contains(e.Grant)).Select(e => e.Finding);

    private static (AuditFacts? Facts, IReadOnlyList<AuditValue>? Values) Read(AuditEntry entry)
    {
        try
        {
            return (AuditCanonical.Read(entry.Canonical), entry.ReadValues());
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private IEnumerable<AuditFinding> Columns(AuditEntry entry, AuditFacts facts)
    {
        (string Name, string? Said, string? Stands)[] columns =
        [
            (nameof(AuditEntry.Id), AuditText.Of(facts.Id), AuditText.Of(entry.Id)),
            (nameof(AuditEntry.Stream), facts.Stream, entry.Stream),
            (nameof(AuditEntry.Sequence), AuditText.Of(facts.Seq), AuditText.Of(entry.Sequence)),
            (nameof(AuditEntry.PreviousHash), facts.Prev, entry.PreviousHash),
            (nameof(AuditEntry.Kind), facts.Kind, entry.Kind.ToString()),
            (nameof(AuditEntry.At), facts.At, AuditText.Of(entry.At)),
            (nameof(AuditEntry.ActorId), facts.Actor?.ToString("D"), entry.ActorId?.ToString("D")),
            (nameof(AuditEntry.Action), facts.Action, entry.Action),
        ];
        return columns.Where(c => c.Said != c.Stands)
            .Select(c => Finding(AuditFindingKind.ColumnDiffers, entry, property: c.Name, expected: c.Said, found: c.Stands));
    }

    private IEnumerable<AuditFinding> Values(AuditEntry entry, AuditFacts facts, IReadOnlyList<AuditValue> values)
    {
        if (facts.Values.Count != values.Count)
        {
            yield return Finding(
                AuditFindingKind.ValueDiffers, entry, property: nameof(AuditEntry.Values), expected: AuditText.Of(facts.Values.Count), found: AuditText.Of(values.Count));
        }

        foreach (var (fact, value) in facts.Values.Zip(values))
        {
            var differs = Finding(AuditFindingKind.ValueDiffers, entry, value);
            if ((fact.R, fact.I, fact.P) != (value.Record, value.Id, value.Property))
            {
                yield return differs;
            }
            else if (value.IsErased)
            {
                if (value is not { Old: null, New: null, OldSalt: null, NewSalt: null })
                {
                    yield return differs;
                }

                erased.Add((AuditEraser.GrantOf(entry.Sequence, value), differs with { Kind = AuditFindingKind.ErasedWithoutEntry }));
            }
            else if (fact.Old != HashOf(value.OldSalt, value.Old) || fact.New != HashOf(value.NewSalt, value.New))
            {
                yield return differs with { Found = value.New };
            }
        }

        if (entry.Action == AuditEraser.Action)
        {
            grants.UnionWith(values.Where(v => v is { Record: AuditValue.EntryRecord, Property: AuditEraser.GrantProperty, New: not null }).Select(v => v.New ?? ""));
        }
    }

    private void Replay(IReadOnlyList<AuditValue> values)
    {
        foreach (var value in values.Where(v => v.Record != AuditValue.EntryRecord))
        {
            var key = (value.Record, value.Id);
            if (value.Property == AuditCanonical.DeletedProperty)
            {
                Records.Remove(key);
                continue;
            }

            if (!Records.TryGetValue(key, out var paths))
            {
                Records[key] = paths = [];
            }

            if (value.IsErased)
            {
                paths[value.Property] = null;
            }
            else if (value.New is { } text)
            {
                paths[value.Property] = text;
            }
            else
            {
                paths.Remove(value.Property);
            }
        }
    }

    private static string? HashOf(string? salt, string? value) => value is null || salt is null ? null : AuditText.HashOf(salt, value);

    private AuditFinding Finding(AuditFindingKind kind, AuditEntry entry, AuditValue value) =>
        Finding(kind, entry) with { Record = value.Record, Id = value.Id, Property = value.Property };

    private AuditFinding Finding(AuditFindingKind kind, AuditEntry entry, string? property = null, string? expected = null, string? found = null) => new(kind, stream)
    {
        Sequence = entry.Sequence,
        Record = nameof(AuditEntry),
        Id = AuditText.Of(entry.Id),
        Property = property,
        Expected = expected,
        Found = found,
    };
}
