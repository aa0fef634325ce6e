using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>A request for correction as its form holds it, whole. Without a moment of sending it is a draft.</summary>
public sealed record CorrectionRequestInput
{
    /// <summary>The faults it is about; at least one.</summary>
    public IReadOnlyList<Guid> Errors { get; init; } = [];

    public required string Language { get; init; }

    public string? Text { get; init; }

    public ContactChannel? Channel { get; init; }

    public string? SentTo { get; init; }

    public DateTime? SentAt { get; init; }
}

/// <summary>What came of a request for correction.</summary>
public sealed record CorrectionAnswer(CorrectionOutcome Outcome, DateOnly? On, string? Note);

/// <summary>Keeps the letters in which publishers are asked to correct articles, and their outcomes.</summary>
public sealed class CorrectionRequestService(ClaimDbContext db)
{
    public Task<Outcome> AddAsync(Guid sourceId, CorrectionRequestInput input, Guid submissionId, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Sources.FindAsync([sourceId], ct) is not { } source)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanRequestCorrection(actor))
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, "correction-request.add", RefusalReason.CheckersOnly, ct);
            }

            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (await FaultsAsync(sourceId, [], input, ct) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var request = new CorrectionRequest { Id = Guid.CreateVersion7(), SourceId = sourceId, Language = input.Language, Text = "", ById = actor.UserId };
            Apply(request, input);
            db.CorrectionRequests.Add(request);
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: request.Id));
            await db.SaveAsync(new ChangeContext(actor, "correction-request.add"), ct);
            return done;
        }, ct);

    /// <summary>Changes a draft, or sends it; from an older version it is merged with what others saved since.</summary>
    public Task<Outcome> UpdateAsync(Guid id, int postedVersion, CorrectionRequestInput input, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, actor, "correction-request.update", isOfSent: false, request => FaultsAsync(request.SourceId, request.Errors, input, ct), request => Apply(request, input), ct);

    /// <summary>Records what the publisher did; only of a request that was sent.</summary>
    public Task<Outcome> RecordAnswerAsync(Guid id, int postedVersion, CorrectionAnswer answer, Actor actor, CancellationToken ct) =>
        ChangeAsync(
            id,
            postedVersion,
            actor,
            "correction-request.answer",
            isOfSent: true,
            request => Task.FromResult(new AnswerValidator(DateOnly.FromDateTime(request.SentAt ?? db.Now), db.Today).Faults(answer)),
            request =>
            {
                request.Outcome = answer.Outcome;
                request.OutcomeOn = answer.Outcome is CorrectionOutcome.None ? null : answer.On;
                request.OutcomeNote = TextRules.Clean(answer.Note);
            },
            ct);

    private Task<Outcome> ChangeAsync(
        Guid id,
        int postedVersion,
        Actor actor,
        string action,
        bool isOfSent,
        Func<CorrectionRequest, Task<IReadOnlyList<Fault>?>> judge,
        Action<CorrectionRequest> apply,
        CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.CorrectionRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanRequestCorrection(actor))
            {
                return await Refusals.NotPermittedAsync(db, request.AuditStream, actor, action, RefusalReason.CheckersOnly, ct);
            }

            if (request.SentAt is not null != isOfSent)
            {
                var reason = isOfSent ? RefusalReason.RequestNotSent : RefusalReason.RequestSent;
                return await Refusals.RefuseAsync(db, request.AuditStream, actor, action, new Refusal(RefusalKind.NotNow, reason), [], ct);
            }

            if (await judge(request) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var merge = await StaleMerge.StartAsync(db, request, postedVersion, ct);
            apply(request);
            return await MergedSave.RunAsync(db, request, merge, new RecordMaker(db), new ChangeContext(actor, action), new Outcome.Done(Id: id), ct);
        }, ct);

    private static void Apply(CorrectionRequest request, CorrectionRequestInput input)
    {
        request.Errors = [.. input.Errors.Distinct().Select(e => e.ToString("D"))];
        request.Language = input.Language;
        request.Text = TextRules.Clean(input.Text) ?? "";
        request.Channel = input.Channel;
        request.SentTo = TextRules.Clean(input.SentTo);
        request.SentAt = input.SentAt is { } sent ? ClaimDbContext.ToStored(sent) : null;
    }

    private async Task<IReadOnlyList<Fault>?> FaultsAsync(Guid sourceId, IReadOnlyList<string> before, CorrectionRequestInput input, CancellationToken ct)
    {
        if (new Validator(db.Now).Faults(input) is { } faults)
        {
            return faults;
        }

        var errors = await db.ArticleErrors.AsNoTracking().Where(e => e.SourceId == sourceId && input.Errors.Contains(e.Id)).ToListAsync(ct);
        if (errors.Exists(e => e.IsWaiting))
        {
            return [new Fault(nameof(CorrectionRequestInput.Errors), FaultCode.NotConfirmed)];
        }

        // A fault that was taken away since the draft was written may stay in it.
        return input.Errors.Except(errors.Select(e => e.Id)).All(e => before.Contains(e.ToString("D"))) ? null : [new Fault(nameof(CorrectionRequestInput.Errors), FaultCode.UnknownRecord)];
    }

    private sealed class Validator : AbstractValidator<CorrectionRequestInput>
    {
        public Validator(DateTime now)
        {
            RuleFor(r => r.Errors).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Errors.Count).LessThanOrEqualTo(SourceRules.MaxRows).As(FaultCode.TooMany).OverridePropertyName(nameof(CorrectionRequestInput.Errors));
            RuleFor(r => r.Language).Must(l => CorrectionRequest.Languages.Contains(l)).As(FaultCode.UnknownCode);
            RuleFor(r => r.Text).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Text).PlainText(CorrectionRequest.TextMaxLength);
            RuleFor(r => r.Channel).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.Channel).NotNull().As(FaultCode.Required).When(r => r.SentAt is not null);
            RuleFor(r => r.SentTo).PlainText(CorrectionRequest.SentToMaxLength);
            RuleFor(r => r.SentAt).LessThanOrEqualTo(now).As(FaultCode.InTheFuture);
            RuleFor(r => r.SentAt).GreaterThan(new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc)).As(FaultCode.OutOfRange);
        }
    }

    private sealed class AnswerValidator : AbstractValidator<CorrectionAnswer>
    {
        public AnswerValidator(DateOnly sentOn, DateOnly today)
        {
            RuleFor(a => a.Outcome).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(a => a.On).NotNull().As(FaultCode.Required).When(a => a.Outcome is not CorrectionOutcome.None);
            RuleFor(a => a.On).GreaterThanOrEqualTo(sentOn).As(FaultCode.EndsBeforeItStarts);
            RuleFor(a => a.On).LessThanOrEqualTo(today).As(FaultCode.InTheFuture);
            RuleFor(a => a.Note).PlainText(CorrectionRequest.NoteMaxLength);
        }
    }
}
