using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>Writes sources: what they are, what became of them, what is wrong with them, and whether readers may see them.</summary>
public sealed class SourceService(ClaimDbContext db)
{
    /// <summary>Makes a source, or answers with the one that already has the address.</summary>
    public async Task<Outcome> CreateAsync(NewSource source, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanEditSources(actor))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, "source.create", RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (NewSourceValidator.Instance.Faults(source) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var maker = new RecordMaker(db);
            var id = await maker.MakeSourceAsync(source, "", ct);
            if (maker.Refusal is { } refusal)
            {
                return refusal;
            }

            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            await db.SaveAsync(new ChangeContext(actor, "source.create"), ct);
            return done;
        }, ct);
    }

    public Task<Outcome> ReviseAsync(Guid id, int postedVersion, SourceEdit edit, Actor actor, CancellationToken ct, string? reason = null) =>
        ChangeAsync(
            id,
            postedVersion,
            actor,
            new ChangeContext(actor, "source.edit", TextRules.Clean(reason)),
            Permissions.CanEditSources(actor) ? null : RefusalReason.CheckersOnly,
            () => SourceEditValidator.Instance.Faults(edit) ?? ReasonFaults(reason, isRequired: false),
            (source, merge, maker) => new SourceEditor(db, source, merge, maker).ApplyAsync(edit, ct),
            ct);

    /// <summary>Adds a fault of a source; the same form sent twice adds it once.</summary>
    public Task<Outcome> AddErrorAsync(Guid id, int postedVersion, ArticleErrorRow error, Guid submissionId, Actor actor, CancellationToken ct)
    {
        var edit = new SourceEdit { Errors = [error with { Id = null, Remove = false }] };
        return ChangeAsync(
            id,
            postedVersion,
            actor,
            new ChangeContext(actor, "source.edit"),
            Permissions.CanEditSources(actor) ? null : RefusalReason.CheckersOnly,
            () => SourceEditValidator.Instance.Faults(edit),
            (source, merge, maker) => new SourceEditor(db, source, merge, maker).ApplyAsync(edit, ct),
            ct,
            submissionId);
    }

    /// <summary>The second look at a fault: from then on readers see it. What is confirmed is what stood on the page with that version.</summary>
    public Task<Outcome> ConfirmErrorAsync(Guid id, Guid errorId, int postedVersion, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Sources.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } source
                || await db.ArticleErrors.SingleOrDefaultAsync(e => e.Id == errorId && e.SourceId == id, ct) is not { } error)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanConfirmErrors(actor))
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, ErrorLooks.ConfirmAction, RefusalReason.EditorsOnly, ct);
            }

            var authors = await ErrorLooks.AuthorsAsync(db, [id], ct);
            if (error.IsWaiting && !Permissions.CanConfirmError(actor, error, authors[errorId]))
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, ErrorLooks.ConfirmAction, RefusalReason.ErrorIsOwn, ct);
            }

            if (!error.IsWaiting)
            {
                return new Outcome.Done(Id: id);
            }

            if (source.Version != postedVersion)
            {
                return await Refusals.RefuseAsync(db, source.AuditStream, actor, ErrorLooks.ConfirmAction, new Refusal(RefusalKind.NotNow, RefusalReason.ErrorChanged), [], ct);
            }

            var merge = await StaleMerge.StartAsync(db, source, postedVersion, ct);
            (error.ConfirmedById, error.ConfirmedAt) = (actor.UserId, db.Now);
            return await MergedSave.RunAsync(db, source, merge, new RecordMaker(db), new ChangeContext(actor, ErrorLooks.ConfirmAction), new Outcome.Done(Id: id), ct);
        }, ct);

    /// <summary>Marks what became of a source; claims that use it then show among the changed sources (<see cref="SourceQueries.ChangedSources"/>).</summary>
    public Task<Outcome> ChangeStatusAsync(Guid id, int postedVersion, SourceStatusChange change, Actor actor, CancellationToken ct) =>
        ChangeAsync(
            id,
            postedVersion,
            actor,
            new ChangeContext(actor, "source.status"),
            Permissions.CanEditSources(actor) ? null : RefusalReason.CheckersOnly,
            () => StatusFaults(change),
            async (source, _, _) =>
            {
                if (source.Status != change.Status && change.Status is not SourceStatus.Live)
                {
                    await Notices.OfSourceAsync(db, id, actor, ct);
                }

                source.Status = change.Status;
                source.StatusOn = change.Status == SourceStatus.Live ? change.On : change.On ?? db.Today;
                source.StatusNote = change.Note?.Apply(source.StatusNote) ?? source.StatusNote;
            },
            ct);

    /// <summary>Hides a source from readers at once, in every published version, in lists and in search; the reason is for the staff.</summary>
    public Task<Outcome> WithholdAsync(Guid id, int postedVersion, string? reason, Actor actor, CancellationToken ct) =>
        ChangeVisibilityAsync(id, postedVersion, SourceVisibility.Withheld, "source.withhold", reason, actor, ct);

    public Task<Outcome> UnwithholdAsync(Guid id, int postedVersion, string? reason, Actor actor, CancellationToken ct) =>
        ChangeVisibilityAsync(id, postedVersion, SourceVisibility.Public, "source.unwithhold", reason, actor, ct);

    private Task<Outcome> ChangeVisibilityAsync(
        Guid id, int postedVersion, SourceVisibility visibility, string action, string? reason, Actor actor, CancellationToken ct) =>
        ChangeAsync(
            id,
            postedVersion,
            actor,
            new ChangeContext(actor, action, TextRules.Clean(reason)),
            Permissions.CanWithholdSource(actor) ? null : RefusalReason.EditorsOnly,
            () => ReasonFaults(reason, isRequired: true),
            (source, _, _) =>
            {
                source.Visibility = visibility;
                source.WithheldReason = visibility == SourceVisibility.Withheld ? TextRules.Clean(reason) : null;
                return Task.CompletedTask;
            },
            ct,
            followed: true);

    private Task<Outcome> ChangeAsync(
        Guid id,
        int postedVersion,
        Actor actor,
        ChangeContext change,
        RefusalReason? refused,
        Func<IReadOnlyList<Fault>?> validate,
        Func<Source, StaleMerge, RecordMaker, Task> apply,
        CancellationToken ct,
        Guid? submissionId = null,
        bool followed = false) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            var source = await db.Sources.Include(s => s.Relays).Include(s => s.Credits).SingleOrDefaultAsync(s => s.Id == id, ct);
            if (source is null)
            {
                return new Outcome.NotFound();
            }

            if (refused is { } reason)
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, change.Action, reason, ct);
            }

            if (submissionId is { } sent && await Submissions.AnswerOfAsync(db, sent, actor, ct) is { } answer)
            {
                return answer;
            }

            if (validate() is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            await db.ArticleErrors.Include(e => e.Claims).Where(e => e.SourceId == id).LoadAsync(ct);
            var maker = new RecordMaker(db);
            var merge = await StaleMerge.StartAsync(db, source, postedVersion, ct);
            await apply(source, merge, maker);
            var done = new Outcome.Done(Id: id);
            if (submissionId is { } first)
            {
                Submissions.Remember(db, first, actor, done);
            }

            if (!followed)
            {
                return await MergedSave.RunAsync(db, source, merge, maker, change, done, ct, () => ErrorLooks.Stamp(db, actor));
            }

            // Lists and search follow in the same transaction.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var outcome = await MergedSave.RunAsync(db, source, merge, maker, change, done, ct, () => ErrorLooks.Stamp(db, actor));
            if (outcome is Outcome.Done)
            {
                await new PublicProjection(db).FollowSourceAsync(id, ct);
                await transaction.CommitAsync(ct);
            }

            return outcome;
        }, ct);

    private List<Fault>? StatusFaults(SourceStatusChange change)
    {
        List<Fault> faults = [];
        if (!Enum.IsDefined(change.Status))
        {
            faults.Add(new Fault(nameof(change.Status), FaultCode.UnknownCode));
        }

        if (change.On > db.Today)
        {
            faults.Add(new Fault(nameof(change.On), FaultCode.InTheFuture));
        }

        foreach (var (language, text) in change.Note?.Languages ?? new Dictionary<string, string?>())
        {
            if (TextRules.FaultOf(text, Source.NoteMaxLength) is { } code)
            {
                faults.Add(new Fault($"{nameof(change.Note)}.{language}", code, Source.NoteMaxLength));
            }
        }

        return faults.Count == 0 ? null : faults;
    }

    private static Fault[]? ReasonFaults(string? reason, bool isRequired)
    {
        var code = isRequired && string.IsNullOrWhiteSpace(reason) ? FaultCode.Required : TextRules.FaultOf(reason, Source.NoteMaxLength);
        return code is { } fault ? [new Fault("Reason", fault, Source.NoteMaxLength)] : null;
    }
}
