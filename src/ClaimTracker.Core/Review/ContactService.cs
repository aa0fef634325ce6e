using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>A request for comment as a form holds it, whole.</summary>
public sealed record ContactInput
{
    public Guid? PartyId { get; init; }

    public required ContactChannel Channel { get; init; }

    public string? SentTo { get; init; }

    public required DateTime SentAt { get; init; }

    public DateTime? Deadline { get; init; }

    public ContactOutcome Outcome { get; init; }

    public TextEdit? Reply { get; init; }

    public DateTime? RepliedAt { get; init; }
}

/// <summary>Records requests for comment and what came of them.</summary>
public sealed class ContactService(ClaimDbContext db)
{
    public Task<Outcome> AddAsync(int claimNumber, ContactInput input, Guid submissionId, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, async () =>
        {
            if (await RefusalAsync(claimNumber, actor, "contact.add", ct) is { } refusal)
            {
                return refusal;
            }

            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (await FaultsAsync(input, ct) is { } faults)
            {
                return faults;
            }

            var attempt = new ContactAttempt
            {
                Id = Guid.CreateVersion7(),
                ClaimNumber = claimNumber,
                Channel = input.Channel,
                SentAt = input.SentAt,
                ById = actor.UserId,
            };
            Apply(attempt, input);
            db.ContactAttempts.Add(attempt);
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(claimNumber, attempt.Id));
            await db.SaveAsync(new ChangeContext(actor, "contact.add"), ct);
            return done;
        }, ct);

    /// <summary>Changes one; from an older version it is merged with what others saved since.</summary>
    public Task<Outcome> UpdateAsync(Guid id, int postedVersion, ContactInput input, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, async () =>
        {
            var attempt = await db.ContactAttempts.SingleOrDefaultAsync(a => a.Id == id, ct);
            if (attempt is null)
            {
                return new Outcome.NotFound();
            }

            if (await RefusalAsync(attempt.ClaimNumber, actor, "contact.update", ct) is { } refusal)
            {
                return refusal;
            }

            if (await FaultsAsync(input, ct) is { } faults)
            {
                return faults;
            }

            var merge = await StaleMerge.StartAsync(db, attempt, postedVersion, ct);
            Apply(attempt, input);
            return await MergedSave.RunAsync(db, attempt, merge, new RecordMaker(db), new ChangeContext(actor, "contact.update"), new Outcome.Done(attempt.ClaimNumber, id), ct);
        }, ct);

    private static void Apply(ContactAttempt attempt, ContactInput input)
    {
        attempt.PartyId = input.PartyId;
        attempt.Channel = input.Channel;
        attempt.SentTo = TextRules.Clean(input.SentTo);
        attempt.SentAt = ClaimDbContext.ToStored(input.SentAt);
        attempt.Deadline = input.Deadline is { } deadline ? ClaimDbContext.ToStored(deadline) : null;
        attempt.Outcome = input.Outcome;
        attempt.Reply = input.Reply?.Apply(attempt.Reply) ?? attempt.Reply;
        attempt.RepliedAt = input.RepliedAt is { } replied ? ClaimDbContext.ToStored(replied) : null;
    }

    private async Task<Outcome?> RefusalAsync(int number, Actor actor, string action, CancellationToken ct)
    {
        var claim = await db.Claims.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.Stage, c.AssigneeId, c.LoggedById }).SingleOrDefaultAsync(ct);
        if (claim is null)
        {
            return new Outcome.NotFound();
        }

        var access = new ClaimAccess(claim.Stage, claim.AssigneeId == actor.UserId && actor.UserId is not null, claim.LoggedById == actor.UserId && actor.UserId is not null);
        if (Permissions.CanRecordContact(actor, access))
        {
            return null;
        }

        var refusal = actor.IsChecker ? new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisStage) : new Refusal(RefusalKind.NotPermitted, RefusalReason.CheckersOnly);
        return await Refusals.RefuseAsync(db, Claim.StreamOf(number), actor, action, refusal, [], ct);
    }

    private async Task<Outcome?> FaultsAsync(ContactInput input, CancellationToken ct)
    {
        if (new Validator(db.Now).Faults(input) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var maker = new RecordMaker(db);
        await maker.RequireAsync<Party>(input.PartyId, nameof(ContactInput.PartyId), ct);
        return maker.Refusal;
    }

    private sealed class Validator : AbstractValidator<ContactInput>
    {
        public Validator(DateTime now)
        {
            RuleFor(c => c.Channel).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(c => c.Outcome).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(c => c.SentTo).PlainText(ContactAttempt.AddressMaxLength);
            RuleFor(c => c.SentAt).LessThanOrEqualTo(now).As(FaultCode.InTheFuture);
            RuleFor(c => c.SentAt).GreaterThan(new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc)).As(FaultCode.OutOfRange);
            RuleFor(c => c.Deadline).Must((c, deadline) => deadline is null || deadline >= c.SentAt).As(FaultCode.EndsBeforeItStarts);
            RuleFor(c => c.RepliedAt).Must((c, replied) => replied is null || replied >= c.SentAt).As(FaultCode.EndsBeforeItStarts);
            RuleFor(c => c.RepliedAt).LessThanOrEqualTo(now).As(FaultCode.InTheFuture);
            RuleFor(c => c.RepliedAt).NotNull().As(FaultCode.Required).When(c => c.Outcome == ContactOutcome.Answered);
            RuleFor(c => c.Reply).PlainText(ContactAttempt.TextMaxLength);
        }
    }
}
