using System.Buffers.Binary;
using System.Data;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.History;

/// <summary>
/// Proves the trail: every stream's chain, every value's hash, and that every audited row says what its trail says; then the
/// chain of publications. Reads one snapshot in batches, whatever the size; nothing is written. Yields each fault as it is found.
/// </summary>
public sealed class AuditVerifier(ClaimDbContext db)
{
    private const int BatchSize = 500;

    private readonly Dictionary<string, AuditedTable> tables = AuditedTable.All(db);

    // Per record type, how many rows the trail holds and the sum of their ids' hashes: equal sums over the live rows prove that
    // none was inserted, without keeping every id in memory.
    private readonly Dictionary<string, (long Count, UInt128 Sum)> inTrail = [];

    public async IAsyncEnumerable<AuditFinding> VerifyAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var snapshot = await OpenSnapshotAsync(ct);
        inTrail.Clear();
        var finished = new List<StreamCheck>();
        await foreach (var (check, findings) in StreamsAsync(ct))
        {
            foreach (var finding in findings)
            {
                yield return finding;
            }

            if (check is not null)
            {
                finished.Add(check);
            }

            if (finished.Sum(f => f.Records.Count) >= BatchSize)
            {
                foreach (var finding in await CompareAsync(finished, ct))
                {
                    yield return finding;
                }

                finished.Clear();
            }
        }

        foreach (var finding in await CompareAsync(finished, ct))
        {
            yield return finding;
        }

        await foreach (var finding in InsertedAsync(ct))
        {
            yield return finding;
        }

        await foreach (var finding in PublicationsAsync(ct))
        {
            yield return finding;
        }
    }

    /// <summary>The faults of each batch of entries, and each stream once it is walked to its end.</summary>
    private async IAsyncEnumerable<(StreamCheck? Finished, List<AuditFinding> Findings)> StreamsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        StreamCheck? check = null;
        await foreach (var entry in EntriesAsync(ct))
        {
            if (check is not null && check.Stream != entry.Stream)
            {
                yield return (check, [.. check.Finish()]);
                check = null;
            }

            check ??= new StreamCheck(entry.Stream);
            yield return (null, [.. check.Walk(entry)]);
        }

        if (check is not null)
        {
            yield return (check, [.. check.Finish()]);
        }
    }

    private async IAsyncEnumerable<AuditEntry> EntriesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (stream, sequence) = ("", long.MinValue);
        while (true)
        {
            var (afterStream, afterSequence) = (stream, sequence);
#pragma warning disable CA1309 // Translated to SQL; both databases compare bytes.
            var batch = await db.AuditEntries.AsNoTracking()
                .Where(e => string.Compare(e.Stream, afterStream) > 0 || (e.Stream == afterStream && e.Sequence > afterSequence))
                .OrderBy(e => e.Stream).ThenBy(e => e.Sequence)
                .Take(BatchSize)
                .ToListAsync(ct);
#pragma warning restore CA1309
            foreach (var entry in batch)
            {
                yield return entry;
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            (stream, sequence) = (batch[^1].Stream, batch[^1].Sequence);
        }
    }

    /// <summary>Compares what the trail says with the live rows, one query per record type.</summary>
    private async Task<List<AuditFinding>> CompareAsync(List<StreamCheck> checks, CancellationToken ct)
    {
        var findings = new List<AuditFinding>();
        var records = checks.SelectMany(c => c.Records.Select(r => (c.Stream, r.Key.Record, r.Key.Id, Paths: r.Value)));
        foreach (var group in records.GroupBy(r => r.Record).Where(g => tables.ContainsKey(g.Key)))
        {
            foreach (var part in group.Chunk(BatchSize))
            {
                var live = await tables[group.Key].ReadAsync(db, [.. part.Select(p => p.Id)], ct);
                foreach (var (stream, record, id, paths) in part)
                {
                    var (count, sum) = inTrail.GetValueOrDefault(record);
                    inTrail[record] = (count + 1, sum + FingerprintOf(id));
                    findings.AddRange(Compare(new AuditFinding(AuditFindingKind.RowChanged, stream) { Record = record, Id = id }, paths, live));
                }
            }
        }

        return findings;
    }

    private static IEnumerable<AuditFinding> Compare(AuditFinding row, Dictionary<string, string?> paths, Dictionary<string, Dictionary<string, string>?> live)
    {
        var id = row.Id ?? "";
        if (!live.TryGetValue(id, out var texts))
        {
            return [row with { Kind = AuditFindingKind.RowDeleted }];
        }

        return texts is null
            ? [row with { Kind = AuditFindingKind.RowUnreadable }]
            : paths.Keys.Union(texts.Keys)
                .Where(p => !(paths.TryGetValue(p, out var text) && text is null) && paths.GetValueOrDefault(p) != texts.GetValueOrDefault(p))
                .Select(p => row with { Property = p, Expected = paths.GetValueOrDefault(p), Found = texts.GetValueOrDefault(p) });
    }

    private async IAsyncEnumerable<AuditFinding> InsertedAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var table in tables.Values)
        {
            var (count, sum) = (0L, UInt128.Zero);
            await foreach (var id in table.IdsAsync(db, ct))
            {
                count++;
                sum += FingerprintOf(id);
            }

            var (trailCount, trailSum) = inTrail.GetValueOrDefault(table.Record);
            if ((count, sum) == (trailCount, trailSum))
            {
                continue;
            }

            // A deleted row makes the sums differ too; only this table is searched, row by row.
            foreach (var ids in (await table.IdsAsync(db, ct).ToListAsync(ct)).Chunk(BatchSize))
            {
                foreach (var finding in await WithoutTrailAsync(table, ids, ct))
                {
                    yield return finding;
                }
            }
        }
    }

    private async Task<List<AuditFinding>> WithoutTrailAsync(AuditedTable table, string[] ids, CancellationToken ct)
    {
        var streams = await table.StreamsAsync(db, ids, ct);
        var known = new HashSet<string>();
        foreach (var stream in streams.Values.OfType<string>().Distinct())
        {
            var check = new StreamCheck(stream);
            await foreach (var entry in db.AuditEntries.AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
            {
                // The walk's own faults were reported before; here only its replay counts.
                _ = check.Walk(entry).Count();
            }

            known.UnionWith(check.Records.Keys.Where(k => k.Record == table.Record).Select(k => k.Id));
        }

        return
        [
            .. streams.Where(s => !known.Contains(s.Key))
                .Select(s => new AuditFinding(s.Value is null ? AuditFindingKind.RowUnreadable : AuditFindingKind.RowInserted, s.Value ?? "") { Record = table.Record, Id = s.Key }),
        ];
    }

    private async IAsyncEnumerable<AuditFinding> PublicationsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (number, version) = (int.MinValue, int.MinValue);
        var (expected, previous) = (1, PublicationHash.NoPredecessor);
        while (true)
        {
            var (afterNumber, afterVersion) = (number, version);
            var batch = await db.Publications.AsNoTracking()
                .Where(p => p.Number > afterNumber || (p.Number == afterNumber && p.Version > afterVersion))
                .OrderBy(p => p.Number).ThenBy(p => p.Version)
                .Take(BatchSize)
                .ToListAsync(ct);
            var redacted = batch.Where(p => p.RedactedAt is not null).Select(p => p.Number).ToHashSet();
            var left = await db.PublicationRedactions.AsNoTracking().Where(r => redacted.Contains(r.ClaimNumber))
                .ToDictionaryAsync(r => (r.ClaimNumber, r.PublicationVersion), r => r.DocumentHash, ct);
            foreach (var publication in batch)
            {
                if (publication.Number != number)
                {
                    (expected, previous) = (1, PublicationHash.NoPredecessor);
                }

                foreach (var kind in FaultsOf(publication, expected, previous, left.GetValueOrDefault((publication.Number, publication.Version))))
                {
                    yield return new AuditFinding(kind, Claims.Claim.StreamOf(publication.Number))
                    {
                        Sequence = publication.Version,
                        Record = nameof(Publication),
                        Id = AuditText.Of(publication.Number),
                    };
                }

                (number, version) = (publication.Number, publication.Version);
                (expected, previous) = (version + 1, publication.Hash);
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<AuditFindingKind> FaultsOf(Publication p, int expectedVersion, string previousHash, string? redactedHash)
    {
        if (p.Version != expectedVersion)
        {
            yield return AuditFindingKind.PublicationMissing;
        }

        if (p.PreviousHash != previousHash || p.Hash != PublicationHash.Of(p.Number, p.Version, p.Kind, p.Schema, p.At, p.DocumentHash, p.PreviousHash))
        {
            yield return AuditFindingKind.PublicationChanged;
        }

        if (PublicationHash.OfDocument(p.Document) != (redactedHash ?? p.DocumentHash))
        {
            yield return AuditFindingKind.PublicationDocumentDiffers;
        }
    }

    private static UInt128 FingerprintOf(string id) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>One moment for the whole walk, so that saves going on meanwhile are no faults; writers are not held up.</summary>
    private async Task<IAsyncDisposable> OpenSnapshotAsync(CancellationToken ct)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }

        await db.Database.OpenConnectionAsync(ct);
        // Deferred: a reader's snapshot in WAL mode; the usual one would take the writer's place.
        var transaction = sqlite.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return new SqliteSnapshot(db, transaction);
    }

    /// <summary>Ends what <see cref="OpenSnapshotAsync"/> opened, so that the context can be used on.</summary>
    private sealed class SqliteSnapshot(ClaimDbContext db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
