using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk.Reviews;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What a person says of an import before it is judged.</summary>
public sealed record BulkSettings(IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Constants, string? DataSetName, bool IsAllOrNothing);

/// <summary>What people do with imports; the work itself is done by <see cref="BulkWork"/>.</summary>
public sealed class BulkImportService(ClaimDbContext db)
{
    private const int RowsAtATime = 500;
    private const string StageAction = "import.stage";
    private const string CheckAction = "import.check";
    private const string RunAction = "import.run";
    private const string StopAction = "import.stop";
    private const string UndoAction = "import.undo";
    private const string SignAction = "import.sign";
    private const string DiscardAction = "import.discard";

    private static readonly BulkState[] Settable = [BulkState.Staged, BulkState.Checked];
    private static readonly BulkState[] Undoable = [BulkState.Running, BulkState.Stopped, BulkState.Releasing, BulkState.Done, BulkState.Signing, BulkState.Signed];
    private static readonly BulkState[] Discardable = [BulkState.Staging, BulkState.Staged, BulkState.Checked, BulkState.Undone, BulkState.Failed];

    /// <summary>Takes a file's rows in, part by part. The same submission again answers with the import it already made.</summary>
    /// <exception cref="BulkFileException">It cannot be read as a table; nothing of it is kept.</exception>
    public async Task<Outcome> StageAsync(BulkKind kind, string fileName, Stream file, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanStageImport(actor))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, StageAction, RefusalReason.CheckersOnly, ct);
        }

        if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
        {
            return answer;
        }

        var import = new BulkImport
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            FileName = fileName.Length > BulkImport.FileNameMaxLength ? fileName[^BulkImport.FileNameMaxLength..] : fileName,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)),
            CreatedAt = db.Now,
            CreatedById = actor.UserId,
        };
        file.Position = 0;
        db.BulkImports.Add(import);
        await db.SaveChangesAsync(ct);
        try
        {
            await RowsAsync(import, file, ct);
        }
        catch
        {
            await DropAsync(import.Id, CancellationToken.None);
            throw;
        }

        import.State = BulkState.Staged;
        await BulkMapping.SuggestAsync(db, import, ct);
        var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: import.Id));
        try
        {
            await db.SaveWithEventAsync(Refusals.DayStream(db), Event(actor, StageAction), Values(import), ct);
        }
        catch (Exception e) when (DatabaseErrors.IsLostRace(e))
        {
            // The same form arrived twice at once: the other one's file stays.
            db.ChangeTracker.Clear();
            await DropAsync(import.Id, CancellationToken.None);
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is not { } first)
            {
                throw;
            }

            return first;
        }

        return done;
    }

    /// <summary>Says what the columns hold, and has every row judged; makes nothing.</summary>
    public Task<Outcome> CheckAsync(Guid id, BulkSettings settings, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, CheckAction, Permissions.CanStageImport(actor) ? null : RefusalReason.CheckersOnly, Settable, actor, async import =>
        {
            var known = BulkFields.Of(import.Kind).Select(f => f.Code).ToHashSet();
            var columns = settings.Columns.Select(c => known.Contains(c) ? c : "").ToList();
            if (columns.Count != import.Heads.Count || columns.Where(c => c.Length > 0).GroupBy(c => c).Any(g => g.Count() > 1))
            {
                return new Outcome.Invalid("Columns", columns.Count == import.Heads.Count ? FaultCode.Duplicate : FaultCode.Required);
            }

            if (settings.DataSetName?.Length > BulkImport.DataSetNameMaxLength)
            {
                return new Outcome.Invalid(nameof(BulkSettings.DataSetName), FaultCode.TooLong);
            }

            if ((columns.Contains(BulkFields.Key) || import.Kind is BulkKind.Reviews) && string.IsNullOrWhiteSpace(settings.DataSetName))
            {
                return new Outcome.Invalid(nameof(BulkSettings.DataSetName), FaultCode.Required);
            }

            // Saved before anything else is changed: a data set is audited, an import is not.
            var dataSetName = TextRules.Clean(settings.DataSetName);
            import.DataSetId = dataSetName is null ? null : await DataSetAsync(dataSetName, settings.Constants.GetValueOrDefault(BulkFields.Licence), actor, ct);
            import.DataSetName = dataSetName;
            import.Columns = columns;
            import.Constants = JsonSerializer.Serialize(settings.Constants.Where(c => known.Contains(c.Key) && !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(), CoreJson.Options);
            import.IsAllOrNothing = settings.IsAllOrNothing;
            (import.State, import.Position, import.HasBroken) = (BulkState.Checking, 0, false);
            (import.New, import.Same, import.Faulty) = (0, 0, 0);
            await BulkMapping.RememberAsync(db, import, ct);
            return null;
        }, ct);

    /// <summary>Begins to make the records; sets a number aside for every claim.</summary>
    /// <param name="id">The import.</param>
    /// <param name="actor">An editor.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <param name="judged">The <see cref="BulkImport.Judged"/> that the editor was shown; null: as it stands.</param>
    public Task<Outcome> RunAsync(Guid id, Actor actor, CancellationToken ct, string? judged = null) =>
        ChangeAsync(id, RunAction, Permissions.CanRunImport(actor) ? null : RefusalReason.EditorsOnly, [BulkState.Checked], actor, async import =>
        {
            if (judged is not null && judged != import.Judged)
            {
                return await Refusals.RefuseAsync(db, Refusals.DayStream(db), actor, RunAction, new Refusal(RefusalKind.NotNow, RefusalReason.ChangedSince), [], ct);
            }

            if (import.New == 0 || (import.IsAllOrNothing && import.Faulty > 0))
            {
                return new Outcome.Invalid("", FaultCode.Required);
            }

            if (import.MakesClaims)
            {
                var allocator = await db.NumberAllocators.SingleAsync(a => a.Name == NumberAllocator.Claims, ct);
                import.FirstNumber = allocator.Next;
                allocator.Next += import.New;
            }

            (import.State, import.Position, import.StartedAt, import.StartedById) = (BulkState.Running, 0, db.Now, actor.UserId);
            return null;
        }, ct);

    public Task<Outcome> StopAsync(Guid id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, StopAction, Permissions.CanRunImport(actor) ? null : RefusalReason.EditorsOnly, [BulkState.Running, BulkState.Releasing, BulkState.Signing], actor, import =>
        {
            (import.State, import.StoppedIn) = (BulkState.Stopped, import.State);
            return Task.FromResult<Outcome?>(null);
        }, ct);

    public Task<Outcome> ContinueAsync(Guid id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, RunAction, Permissions.CanRunImport(actor) ? null : RefusalReason.EditorsOnly, [BulkState.Stopped], actor, import =>
        {
            (import.State, import.StoppedIn, import.HasBroken) = (import.StoppedIn ?? BulkState.Running, null, false);
            return Task.FromResult<Outcome?>(null);
        }, ct);

    /// <summary>An editor answers for the entries of our own archive that it made: they are published one batch after the other.</summary>
    public async Task<Outcome> SignAsync(Guid id, string? note, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (Permissions.CanSignArchive(actor) && await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
        {
            return answer;
        }

        return await ChangeAsync(id, SignAction, Permissions.CanSignArchive(actor) ? null : RefusalReason.EditorsOnly, [BulkState.Done], actor, import =>
        {
            if (TextRules.Clean(note) is { Length: > BulkImport.SigningNoteMaxLength })
            {
                return Task.FromResult<Outcome?>(new Outcome.Invalid([new Fault(nameof(BulkImport.SigningNote), FaultCode.TooLong, BulkImport.SigningNoteMaxLength)]));
            }

            if (import.Kind is not BulkKind.Archive || import.Made == 0)
            {
                return Task.FromResult<Outcome?>(new Outcome.Invalid("", FaultCode.Required));
            }

            (import.State, import.Position, import.EndedAt) = (BulkState.Signing, 0, null);
            (import.SignedAt, import.SignedById, import.SigningNote) = (db.Now, actor.UserId, TextRules.Clean(note));
            Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            return Task.FromResult<Outcome?>(null);
        }, ct);
    }

    /// <summary>Takes away what it made, and leaves what somebody has worked on since.</summary>
    public Task<Outcome> UndoAsync(Guid id, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, UndoAction, Permissions.CanRunImport(actor) ? null : RefusalReason.EditorsOnly, Undoable, actor, import =>
        {
            (import.State, import.StoppedIn, import.EndedAt, import.UndoneById) = (BulkState.Undoing, null, null, actor.UserId);
            return Task.FromResult<Outcome?>(null);
        }, ct);

    /// <summary>Forgets a file that has made nothing, or nothing any more.</summary>
    public async Task<Outcome> DiscardAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var outcome = await ChangeAsync(id, DiscardAction, Permissions.CanStageImport(actor) ? null : RefusalReason.CheckersOnly, Discardable, actor, async import =>
        {
            if (!Permissions.CanDiscardImport(actor, import.CreatedById))
            {
                return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, DiscardAction, RefusalReason.NotWhoBroughtItIn, ct);
            }

            import.State = BulkState.Staging;
            return null;
        }, ct);
        if (outcome is Outcome.Done)
        {
            await DropAsync(id, ct);
        }

        return outcome;
    }

    /// <summary>An export is written down like every other; false: not for this person.</summary>
    public async Task<bool> RecordDownloadAsync(BulkImport import, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanStageImport(actor))
        {
            return false;
        }

        await db.RecordEventAsync(Refusals.DayStream(db), new ChangeContext(actor, "import.download") { Kind = AuditKind.Export }, ct, [.. Values(import)]);
        return true;
    }

    private async Task<Outcome> ChangeAsync(
        Guid id, string action, RefusalReason? notPermitted, BulkState[] from, Actor actor, Func<BulkImport, Task<Outcome?>> change, CancellationToken ct)
    {
        if (notPermitted is { } reason)
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, action, reason, ct);
        }

        return await Retry.RunAsync(db, async () =>
        {
            if (await db.BulkImports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
            {
                return new Outcome.NotFound();
            }

            if (!from.Contains(import.State))
            {
                return await Refusals.RefuseAsync(db, Refusals.DayStream(db), actor, action, new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisStage), [], ct);
            }

            if (await change(import) is { } refusal)
            {
                return refusal;
            }

            await db.SaveWithEventAsync(Refusals.DayStream(db), Event(actor, action), Values(import), ct);
            return new Outcome.Done(Id: id);
        }, ct);
    }

    private async Task RowsAsync(BulkImport import, Stream file, CancellationToken ct)
    {
        IBulkTable table = import.Kind is BulkKind.Reviews ? new ReviewFile(file) : new BulkFile(file);
        var part = new List<BulkRow>(RowsAtATime);
        await foreach (var cells in table.RowsAsync(ct))
        {
            part.Add(new BulkRow { ImportId = import.Id, Number = ++import.Rows, Cells = JsonSerializer.Serialize(cells, CoreJson.Options) });
            if (part.Count == RowsAtATime)
            {
                await Data.BulkRows.WriteAsync(db, part, ct);
                part.Clear();
            }
        }

        await Data.BulkRows.WriteAsync(db, part, ct);
        (import.Heads, import.Format) = (table.Heads, table.Format);
    }

    /// <summary>The data set of that name, made where there is none.</summary>
    private async Task<Guid> DataSetAsync(string name, string? licence, Actor actor, CancellationToken ct)
    {
        var key = Slugs.Of(LocalizedText.Of(("en", name), ("ar", name)), DataSet.KeyMaxLength);
        if (await db.DataSets.Where(d => d.Key == key).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var language = TextRules.HasScriptOf("ar", name) ? "ar" : "en";
        var added = new DataSet { Id = Guid.CreateVersion7(), Key = key, Name = LocalizedText.Of((language, name)), Licence = TextRules.Clean(licence), AsOf = db.Today };
        db.DataSets.Add(added);
        await db.SaveAsync(Event(actor, CheckAction), ct);
        return added.Id;
    }

    private async Task DropAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
#pragma warning disable RS0030 // Rows of a file are no audited records; in parts, so that nobody waits for all of them.
        while (await db.BulkRows.Where(r => r.ImportId == id).OrderBy(r => r.Number).Take(RowsAtATime * 4).ExecuteDeleteAsync(ct) > 0)
        {
        }

        await db.BulkImports.Where(i => i.Id == id).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }

    private static ChangeContext Event(Actor actor, string action) => new(actor, action) { Kind = AuditKind.Import };

    private static IReadOnlyList<AuditValue> Values(BulkImport import) =>
    [
        AuditRecorder.EntryValue("import", AuditText.Of(import.Id)),
        AuditRecorder.EntryValue("file", import.FileName),
        AuditRecorder.EntryValue("sha256", import.Sha256),
        AuditRecorder.EntryValue("rows", import.Rows.ToString(CultureInfo.InvariantCulture)),
    ];
}
