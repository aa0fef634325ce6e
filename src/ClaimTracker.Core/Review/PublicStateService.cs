using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Review;

/// <summary>What changes for readers apart from verdicts: listing, withdrawing, restoring, removing, redacting.</summary>
public sealed class PublicStateService(ClaimDbContext db, Transitions transitions, PublishedRedactor redactor)
{
    /// <summary>A removal waits this long for the second person's word.</summary>
    public static readonly TimeSpan TimeToConfirmRemoval = TimeSpan.FromHours(24);

    /// <summary>Shows a claim before its verdict, with what we know so far; again, to change the note.</summary>
    public Task<Outcome> ListAsync(int number, int claimVersion, LocalizedText holdingNote, DateOnly? asOf, Actor actor, CancellationToken ct)
    {
        return transitions.RunAsync(new Step(ClaimAction.List, number, claimVersion, actor) { Apply = Apply }, ct);

        Task<Outcome?> Apply(StepContext context, CancellationToken token)
        {
            if (TextFaults(nameof(holdingNote), holdingNote, Claim.HoldingNoteMaxLength) is { } faults)
            {
                return Task.FromResult<Outcome?>(faults);
            }

            if (holdingNote.IsEmpty)
            {
                return Task.FromResult<Outcome?>(new Outcome.Invalid(nameof(holdingNote), FaultCode.Required));
            }

            if (asOf > db.Today)
            {
                return Task.FromResult<Outcome?>(new Outcome.Invalid(nameof(asOf), FaultCode.InTheFuture));
            }

            context.Case.Claim.HoldingNote = holdingNote;
            context.Case.Claim.HoldingNoteAsOf = asOf ?? db.Today;
            context.Publish = (publisher, c) => publisher.PublishAsync([number], PublicationKind.Listed, c);
            return Task.FromResult<Outcome?>(null);
        }
    }

    public Task<Outcome> UnlistAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Unlist, number, claimVersion, actor)
            {
                Apply = Then(context => context.Publish = (publisher, token) => publisher.RepublishAsync(
                    number, PublicationKind.Unlisted, d => d with { State = PublicState.None }, token)),
            },
            ct);

    /// <summary>Asks for the withdrawal; a second editor confirms it.</summary>
    public Task<Outcome> WithdrawAsync(int number, int claimVersion, string reason, LocalizedText publicNotice, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Withdraw, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = (context, _) => Task.FromResult<Outcome?>(NoticeFaults(publicNotice) ?? Request(context, PendingKind.Withdrawal, reason, publicNotice)),
            },
            ct);

    public Task<Outcome> ConfirmWithdrawalAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ConfirmWithdrawal, number, claimVersion, actor)
            {
                Apply = Then(context =>
                {
                    var request = Answer(context, PendingKind.Withdrawal, isConfirmed: true);
                    context.Case.Claim.WithdrawalNotice = request.PublicNotice;
                    context.Publish = (publisher, token) => publisher.RepublishAsync(
                        number, PublicationKind.Withdrawn, d => d with { State = PublicState.Withdrawn, Notice = request.PublicNotice }, token);
                }),
            },
            ct);

    public Task<Outcome> DeclineWithdrawalAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        DeclineAsync(ClaimAction.DeclineWithdrawal, PendingKind.Withdrawal, number, claimVersion, reason, actor, ct);

    /// <summary>Asks that a withdrawn claim be shown again; a second editor confirms it.</summary>
    public Task<Outcome> RestoreAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Restore, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = Then(context => Request(context, PendingKind.Restore, reason, LocalizedText.Empty)),
            },
            ct);

    public Task<Outcome> ConfirmRestoreAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ConfirmRestore, number, claimVersion, actor)
            {
                Apply = Then(context =>
                {
                    Answer(context, PendingKind.Restore, isConfirmed: true);
                    context.Case.Claim.WithdrawalNotice = LocalizedText.Empty;
                    context.Publish = ShowAgain(context);
                }),
            },
            ct);

    public Task<Outcome> DeclineRestoreAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        DeclineAsync(ClaimAction.DeclineRestore, PendingKind.Restore, number, claimVersion, reason, actor, ct);

    /// <summary>Takes a claim, with all its versions, away from readers at once; a second person confirms or restores within a day.</summary>
    public Task<Outcome> RemoveAsync(
        int number, int claimVersion, RemovalReason reason, string words, LocalizedText publicNotice, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Remove, number, claimVersion, actor)
            {
                Reason = words,
                Apply = (context, _) =>
                {
                    if (!Enum.IsDefined(reason) || TextFaults(nameof(publicNotice), publicNotice, Correction.TextMaxLength) is not null)
                    {
                        return Task.FromResult<Outcome?>(
                            (Outcome?)TextFaults(nameof(publicNotice), publicNotice, Correction.TextMaxLength) ?? new Outcome.Invalid(nameof(reason), FaultCode.UnknownCode));
                    }

                    Request(context, PendingKind.Removal, words, publicNotice, reason);
                    context.Publish = (publisher, token) => publisher.RepublishAsync(number, PublicationKind.Removed, d => Blank(d, reason, publicNotice), token);
                    return Task.FromResult<Outcome?>(null);
                },
            },
            ct);

    public Task<Outcome> ConfirmRemovalAsync(int number, int claimVersion, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.ConfirmRemoval, number, claimVersion, actor)
            {
                Apply = Then(context => Answer(context, PendingKind.Removal, isConfirmed: true)),
            },
            ct);

    public Task<Outcome> RestoreRemovedAsync(int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.RestoreRemoved, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = Then(context =>
                {
                    if (context.Case.Pending(PendingKind.Removal) is not null)
                    {
                        Answer(context, PendingKind.Removal, isConfirmed: false);
                    }

                    context.Publish = ShowAgain(context);
                }),
            },
            ct);

    /// <summary>Takes fields out of every published version; the chain of hashes stays valid and shows that it was done.</summary>
    public Task<Outcome> RedactAsync(int number, int claimVersion, IReadOnlyList<RedactableField> fields, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(ClaimAction.Redact, number, claimVersion, actor)
            {
                Reason = reason,
                Apply = async (context, token) =>
                {
                    if (fields.Count == 0 || !fields.All(Enum.IsDefined))
                    {
                        return new Outcome.Invalid(nameof(fields), FaultCode.Required);
                    }

                    await redactor.RedactAsync(number, fields, token);
                    context.Publish = (_, later) => redactor.ShowAsync(number, later);
                    return null;
                },
            },
            ct);

    /// <summary>Nothing of the claim but its number, and the neutral notice.</summary>
    private static PublicDocument Blank(PublicDocument document, RemovalReason reason, LocalizedText notice) => new()
    {
        Number = document.Number,
        State = PublicState.Removed,
        Statement = LocalizedText.Empty,
        OriginalLanguage = document.OriginalLanguage,
        Kind = document.Kind,
        Aspect = document.Aspect,
        Notice = notice,
        RemovalReason = reason,
        ReviewedAt = document.ReviewedAt,
        FirstPublishedAt = document.FirstPublishedAt,
    };

    private static Func<Publisher, CancellationToken, Task> ShowAgain(StepContext context)
    {
        var claim = context.Case.Claim;
        return (publisher, token) => publisher.RepublishAsync(
            claim.Number,
            PublicationKind.Restored,
            d => d with
            {
                State = claim.PublicState,
                Notice = claim.PublicState is PublicState.Withdrawn ? claim.WithdrawalNotice : LocalizedText.Empty,
                IsContested = claim.IsContested,
                IsUnderReexamination = claim.IsUnderReexamination,
            },
            token);
    }

    private static Func<StepContext, CancellationToken, Task<Outcome?>> Then(Action<StepContext> apply) => (context, _) =>
    {
        apply(context);
        return Task.FromResult<Outcome?>(null);
    };

    private static Outcome.Invalid? NoticeFaults(LocalizedText notice) => notice.IsEmpty
        ? new Outcome.Invalid("publicNotice", FaultCode.Required)
        : TextFaults("publicNotice", notice, Correction.TextMaxLength);

    private static Outcome.Invalid? TextFaults(string path, LocalizedText text, int max)
    {
        var faults = text
            .Select(t => (t.Key, Code: TextRules.FaultOf(t.Value, max)))
            .Where(t => t.Code is not null)
            .Select(t => new Fault($"{path}.{t.Key}", t.Code ?? FaultCode.TooLong, max)).ToList();
        return faults.Count == 0 ? null : new Outcome.Invalid(faults);
    }

    private Task<Outcome> DeclineAsync(ClaimAction action, PendingKind kind, int number, int claimVersion, string reason, Actor actor, CancellationToken ct) =>
        transitions.RunAsync(
            new Step(action, number, claimVersion, actor) { Reason = reason, Apply = Then(context => Answer(context, kind, isConfirmed: false)) },
            ct);

    private Outcome? Request(StepContext context, PendingKind kind, string reason, LocalizedText notice, RemovalReason? removal = null)
    {
        db.PendingDecisions.Add(new PendingDecision
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = context.Step.Number,
            Kind = kind,
            RemovalReason = removal,
            Reason = reason,
            PublicNotice = notice,
            StateBefore = db.Entry(context.Case.Claim).Property(c => c.PublicState).OriginalValue,
            RequestedById = context.ActorId,
            RequestedAt = db.Now,
        });
        return null;
    }

    private PendingDecision Answer(StepContext context, PendingKind kind, bool isConfirmed)
    {
        var request = context.Case.Pending(kind) ?? throw new InvalidOperationException("The workflow answers only what was asked.");
        request.IsConfirmed = isConfirmed;
        request.DecidedById = context.ActorId;
        request.DecidedAt = db.Now;
        return request;
    }
}
