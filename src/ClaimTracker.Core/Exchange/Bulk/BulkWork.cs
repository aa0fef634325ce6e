using System.Diagnostics;
using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What a process keeps between two batches; it can be lost at any time.</summary>
public sealed class BulkMemory(BackgroundWrites writes)
{
    /// <summary>This process, to others.</summary>
    public Guid Owner { get; } = Guid.CreateVersion7();

    /// <summary>Making a row, showing it and taking it away again cost differently.</summary>
    internal Dictionary<BulkState, WritePace> Paces { get; } = [];

    internal BackgroundWrites Writes => writes;

    internal BulkNames? Names { get; set; }

    internal BulkSeen? Seen { get; set; }

    internal Guid? ImportId { get; set; }

    internal int Errors { get; set; }

    internal WritePace PaceOf(BulkState state) => Paces.TryGetValue(state, out var pace) ? pace : Paces[state] = new WritePace();

    internal void Forget() => (Names, Seen, ImportId) = (null, null, null);
}

/// <summary>
/// Works on imports, one at a time over all nodes, a batch at a time: each batch is one short transaction that also moves the import's
/// position and renews the lease, so that a process which was killed, stopped or overtaken leaves nothing half done and nothing double.
/// </summary>
public sealed class BulkWork(ClaimDbContext db, ArchiveHosts? archiveHosts = null)
{
    public const string MakeAction = "import.rows";
    public const string UndoAction = "import.undo-rows";

    private const int RowsPerCheck = 250;
    private const int MaxErrors = 3;

    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(20);

    /// <summary>Does one batch of whatever is at work; false: there is nothing to do, or another node does it.</summary>
    public async Task<bool> StepAsync(BulkMemory memory, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.FollowsSearchLater = true;
        var import = await db.BulkImports.AsNoTracking()
            .Where(i => i.State == BulkState.Checking || i.State == BulkState.Running || i.State == BulkState.Releasing || i.State == BulkState.Undoing || i.State == BulkState.Signing)
            .OrderBy(i => i.StartedAt).ThenBy(i => i.Id).Select(i => new { i.Id, i.State }).FirstOrDefaultAsync(ct);
        if (import is null || !await LeaseAsync(memory, ct))
        {
            return false;
        }

        if (memory.ImportId != import.Id)
        {
            memory.Forget();
            memory.ImportId = import.Id;
        }

        try
        {
            await BatchAsync(import.Id, memory, ct);
            memory.Errors = 0;
        }
        catch (Exception e) when (DatabaseErrors.IsLostRace(e))
        {
            // Somebody pressed stop, another node took over, or a person made the same thing: seen anew with the next step.
            memory.Forget();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            memory.Forget();
            if (++memory.Errors >= MaxErrors)
            {
                memory.Errors = 0;
                await BreakAsync(import.Id, ct);
            }

            throw;
        }
        finally
        {
            (db.ChangeTracker.AutoDetectChangesEnabled, db.AddsManyRows) = (true, false);
            db.ChangeTracker.Clear();
        }

        return true;
    }

    /// <summary>Gives the lease back, so that another node need not wait for its end.</summary>
    public async Task ReleaseLeaseAsync(BulkMemory memory, CancellationToken ct)
    {
#pragma warning disable RS0030 // A lease is no audited record.
        await db.WorkLeases.Where(l => l.Name == WorkLease.BulkImports && l.Owner == memory.Owner)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, (Guid?)null).SetProperty(l => l.Until, (DateTime?)null), ct);
#pragma warning restore RS0030
    }

    private async Task<bool> LeaseAsync(BulkMemory memory, CancellationToken ct)
    {
        var now = db.Now;
        var lease = await db.WorkLeases.AsNoTracking().SingleAsync(l => l.Name == WorkLease.BulkImports, ct);
        if (lease.Owner == memory.Owner)
        {
            return true;
        }

        if (lease.Owner is not null && lease.Until > now)
        {
            return false;
        }

#pragma warning disable RS0030 // As above.
        return await db.WorkLeases.Where(l => l.Name == WorkLease.BulkImports && (l.Owner == null || l.Until == null || l.Until <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, memory.Owner).SetProperty(l => l.Until, now + LeaseTime), ct) == 1;
#pragma warning restore RS0030
    }

    /// <summary>Read with what the batch reads, saved with what it writes: whoever lost the lease cannot save.</summary>
    private async Task<BulkImport> BeginAsync(Guid id, BulkMemory memory, CancellationToken ct)
    {
        var lease = await db.WorkLeases.SingleAsync(l => l.Name == WorkLease.BulkImports, ct);
        if (lease.Owner != memory.Owner)
        {
            throw new DbUpdateConcurrencyException("Another process has taken over.");
        }

        lease.Until = db.Now + LeaseTime;
        return await db.BulkImports.SingleAsync(i => i.Id == id, ct);
    }

    private async Task BatchAsync(Guid id, BulkMemory memory, CancellationToken ct)
    {
        var import = await BeginAsync(id, memory, ct);
        var state = import.State;
        var clock = Stopwatch.StartNew();
        var rows = state switch
        {
            BulkState.Checking => await CheckAsync(import, memory, ct),
            BulkState.Running => await MakeAsync(import, memory, clock, ct),
            BulkState.Releasing => await ReleaseAsync(import, memory, clock, ct),
            BulkState.Undoing => await UndoAsync(import, memory, clock, ct),
            BulkState.Signing => await new BulkSigning(db, memory.Writes).SignAsync(import, memory.PaceOf(state).Size, await ActorAsync(import.SignedById, ct), clock, ct),
            _ => 0,
        };
        if (rows > 0)
        {
            memory.PaceOf(state).Took(clock.Elapsed, rows);
        }
    }

    private async Task<int> CheckAsync(BulkImport import, BulkMemory memory, CancellationToken ct)
    {
        if (memory.Seen is null)
        {
            // What stood further up is not known any more: the dry run begins again, and makes nothing anyway.
            memory.Seen = new BulkSeen();
            (import.Position, import.New, import.Same, import.Faulty) = (0, 0, 0, 0);
        }

        var rows = await db.BulkRows.Where(r => r.ImportId == import.Id && r.Number > import.Position).OrderBy(r => r.Number).Take(RowsPerCheck).ToListAsync(ct);
        if (rows.Count == 0)
        {
            import.State = BulkState.Checked;
            memory.Forget();
            await db.SaveChangesAsync(ct);
            return 0;
        }

        foreach (var judged in await JudgeAsync(import, rows, memory, ct))
        {
            memory.Seen.Judge(import, judged);
            var row = judged.Row;
            row.Fate = judged.Fate;
            row.Faults = judged.Faults.Count == 0 ? null : JsonSerializer.Serialize(judged.Faults, CoreJson.Options);
            row.Fingerprint = judged.Input.Fingerprint;
            (row.ClaimNumber, row.RecordId) = (judged.ClaimNumber, judged.RecordId);
            import.New += row.Fate is BulkFate.New ? 1 : 0;
            import.Same += row.Fate is BulkFate.Same ? 1 : 0;
            import.Faulty += row.Fate is BulkFate.Fault ? 1 : 0;
        }

        import.Position = rows[^1].Number;
        using var turn = await memory.Writes.TakeTurnAsync(ct);
        await db.SaveChangesAsync(ct);
        return rows.Count;
    }

    private async Task<IReadOnlyList<JudgedRow>> JudgeAsync(BulkImport import, List<BulkRow> rows, BulkMemory memory, CancellationToken ct)
    {
        memory.Names ??= await BulkNames.ReadAsync(db, import.Id, ct);
        var reader = BulkMapping.ReaderOf(import);
        var judged = await new BulkJudge(db, import, memory.Names).JudgeAsync([.. rows.Select(r => (r, reader.Read(BulkMapping.CellsOf(r))))], ct);
        if (import.Kind is BulkKind.Archive)
        {
            await new BulkArchiveJudge(db, archiveHosts ?? ArchiveHosts.None).JudgeAsync(judged, ct);
        }

        if (import.Kind is BulkKind.Reviews)
        {
            await new BulkReviewJudge(db, archiveHosts ?? ArchiveHosts.None).JudgeAsync(judged, ct);
        }

        return judged;
    }

    private async Task<int> MakeAsync(BulkImport import, BulkMemory memory, Stopwatch clock, CancellationToken ct)
    {
        var refused = new Dictionary<int, IReadOnlyList<BulkFault>>();
        while (true)
        {
            var rows = await db.BulkRows.Where(r => r.ImportId == import.Id && r.Fate == BulkFate.New && r.Number > import.Position).OrderBy(r => r.Number).Take(memory.PaceOf(BulkState.Running).Size).ToListAsync(ct);
            if (rows.Count == 0)
            {
                (import.State, import.Position) = import.IsHeldBack ? (BulkState.Releasing, 0) : (BulkState.Done, import.Position);
                import.EndedAt = import.State is BulkState.Done ? db.Now : null;
                await db.SaveChangesAsync(ct);
                return 0;
            }

            var judged = await JudgeAsync(import, rows, memory, ct);
            foreach (var row in judged.Where(r => refused.ContainsKey(r.Row.Number)))
            {
                row.Faults.AddRange(refused[row.Row.Number]);
                row.Fate = BulkFate.Fault;
            }

            if (import.IsAllOrNothing && judged.FirstOrDefault(r => r.Fate is BulkFate.Fault) is { } faulty)
            {
                await FailAsync(import, faulty, ct);
                return 0;
            }

            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var actor = await ActorAsync(import.StartedById, ct);
            var first = import.FirstNumber + import.NumbersTaken;
            var places = judged.Select((r, i) => (r.Row.Number, Place: i)).ToDictionary(r => r.Number, r => r.Place);
            var names = memory.Names ?? throw new InvalidOperationException("Read before the rows were judged.");
            if (await new BulkMaker(db, import, names, actor).MakeAsync([.. judged.Where(r => r.Fate is BulkFate.New)], r => first + places[r.Row.Number], ct) is { } fault)
            {
                // The batch again without that row.
                refused[fault.Row.Row.Number] = fault.Faults;
                names.Forget();
                db.ChangeTracker.Clear();
                db.ChangeTracker.AutoDetectChangesEnabled = true;
                import = await BeginAsync(import.Id, memory, ct);
                continue;
            }

            Count(import, judged);
            if (import.IsHeldBack)
            {
                PendingImports.HideAdded(db, import.Id);
            }

            await SaveInTurnAsync(new ChangeContext(actor, MakeAction) { Kind = AuditKind.Import }, memory, clock, ct);
            names.Keep();
            return rows.Count;
        }
    }

    /// <summary>Others wait only from when all is ready to be written.</summary>
    private async Task SaveInTurnAsync(ChangeContext change, BulkMemory memory, Stopwatch clock, CancellationToken ct)
    {
        IDisposable? turn = null;
        db.AddsManyRows = true;
        db.BeforeWriting = async stop =>
        {
            turn = await memory.Writes.TakeTurnAsync(stop);
            clock.Restart();
        };
        try
        {
            await db.SaveAsync(change, ct);
        }
        finally
        {
            db.BeforeWriting = null;
            turn?.Dispose();
        }
    }

    private static void Count(BulkImport import, IReadOnlyList<JudgedRow> judged)
    {
        foreach (var row in judged)
        {
            if (row.Fate is not BulkFate.New)
            {
                (row.Row.Fate, row.Row.ClaimNumber, row.Row.RecordId) = (row.Fate, row.ClaimNumber, row.RecordId);
                row.Row.Faults = row.Faults.Count == 0 ? null : JsonSerializer.Serialize(row.Faults, CoreJson.Options);
                import.New--;
            }

            import.Made += row.Fate is BulkFate.New ? 1 : 0;
            import.Same += row.Fate is BulkFate.Same ? 1 : 0;
            import.Faulty += row.Fate is BulkFate.Fault ? 1 : 0;
        }

        import.NumbersTaken += judged.Count;
        import.Position = judged[^1].Row.Number;
    }

    /// <summary>All or nothing: what was made before this row is taken away again.</summary>
    private async Task FailAsync(BulkImport import, JudgedRow row, CancellationToken ct)
    {
        row.Row.Fate = BulkFate.Fault;
        row.Row.Faults = JsonSerializer.Serialize(row.Faults, CoreJson.Options);
        (import.New, import.Faulty) = (import.New - 1, import.Faulty + 1);
        (import.State, import.FailedRow) = (BulkState.Undoing, row.Row.Number);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Actor> ActorAsync(Guid? userId, CancellationToken ct) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId, ct) is { } user ? user.ToActor(db.Today) : Actor.System;

    /// <summary>Brings records that were hidden into the lists and their claims into the desk's search, and others' checks before readers.</summary>
    private async Task<int> ReleaseAsync(BulkImport import, BulkMemory memory, Stopwatch clock, CancellationToken ct)
    {
        var rows = await db.BulkRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Fate == BulkFate.Made && r.Number > import.Position).OrderBy(r => r.Number).Take(memory.PaceOf(BulkState.Releasing).Size).ToListAsync(ct);
        if (rows.Count == 0)
        {
            (import.State, import.EndedAt) = (BulkState.Done, db.Now);
            await db.SaveChangesAsync(ct);
            return 0;
        }

        var release = new BulkRelease(db, import, rows);
        await release.PrepareAsync(ct);
        using var turn = await memory.Writes.TakeTurnAsync(ct);
        clock.Restart();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        import.Position = rows[^1].Number;
        await db.SaveChangesAsync(ct);
        (db.ChangeTracker.AutoDetectChangesEnabled, db.AddsManyRows) = (false, true);
        await release.ReleaseAsync(ct);
        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    private async Task<int> UndoAsync(BulkImport import, BulkMemory memory, Stopwatch clock, CancellationToken ct)
    {
        var rows = await db.BulkRows.Where(r => r.ImportId == import.Id && (r.Fate == BulkFate.Made || r.Fate == BulkFate.Signed || r.Fate == BulkFate.NotSigned)).OrderByDescending(r => r.Number).Take(memory.PaceOf(BulkState.Undoing).Size).ToListAsync(ct);
        if (rows.Count == 0)
        {
            (import.State, import.EndedAt) = (import.FailedRow is null ? BulkState.Undone : BulkState.Failed, db.Now);
            await db.SaveChangesAsync(ct);
            return 0;
        }

        await new BulkUndo(db, import, memory.Writes).UndoAsync(rows, new ChangeContext(await ActorAsync(import.UndoneById ?? import.StartedById, ct), UndoAction) { Kind = AuditKind.Import }, clock, ct);
        return rows.Count;
    }

    /// <summary>The same batch failed again and again: all or nothing becomes nothing, everything else waits for a person.</summary>
    private async Task BreakAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        (db.ChangeTracker.AutoDetectChangesEnabled, db.AddsManyRows) = (true, false);
        var import = await db.BulkImports.SingleAsync(i => i.Id == id, ct);
        import.HasBroken = true;
        if (import is { IsAllOrNothing: true, State: BulkState.Running })
        {
            (import.State, import.FailedRow) = (BulkState.Undoing, import.Position + 1);
        }
        else
        {
            import.StoppedIn = import.State;
            import.State = import.State is BulkState.Checking ? BulkState.Staged : BulkState.Stopped;
        }

        await db.SaveChangesAsync(ct);
    }
}
