using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Takes in what readers report, and carries it to an answer: an owner, what came of it, and the correction that followed.</summary>
public sealed class ChallengeService(ClaimDbContext db, AnswerSettings settings)
{
    /// <summary>Keeps a report; the same words about the same claim hang on the first of them while that is open.</summary>
    /// <returns>Done, with the report's id.</returns>
    public Task<Outcome> ReceiveAsync(ChallengeInput input, Guid submissionId, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, Actor.Reader, ct) is { } answer)
            {
                return answer;
            }

            if (new ChallengeInputValidator().Faults(input) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            if (input.ClaimNumber is { } number && !await db.PublicClaims.AnyAsync(c => c.Number == number, ct))
            {
                return new Outcome.Invalid(nameof(ChallengeInput.ClaimNumber), FaultCode.UnknownRecord);
            }

            var key = SameKeyOf(input);
            var first = await db.Challenges.SingleOrDefaultAsync(c => c.SameKey == key && c.SameAsId == null && ChallengeStates.Open.Contains(c.State), ct);
            first?.Joins += 1;
            var now = db.Now;
            var challenge = new Challenge
            {
                Id = Guid.CreateVersion7(),
                ReceiptNumber = Receipts.New(Receipts.Report),
                ClaimNumber = input.ClaimNumber,
                Kind = input.Kind,
                Text = TextRules.Clean(input.Text) ?? "",
                Language = input.Language,
                Link = TextRules.Clean(input.Link),
                Name = TextRules.Clean(input.Name),
                Contact = TextRules.Clean(input.Contact),
                MayBePrinted = input.MayBePrinted && input.Kind is ChallengeKind.PersonNamed,
                ReceivedAt = now,
                DueOn = settings.DueOf(now),
                SameKey = key,
                SameAsId = first?.Id,
            };
            db.Challenges.Add(challenge);
            await Notices.OfReportAsync(db, ct);
            var done = Submissions.Remember(db, submissionId, Actor.Reader, new Outcome.Done(Id: challenge.Id));
            await db.SaveAsync(new ChangeContext(Actor.Reader, "challenge.receive"), ct);
            return done;
        }, ct);

    /// <summary>Gives it to an editor, or back to everybody.</summary>
    public Task<Outcome> AssignAsync(Guid id, int postedVersion, Guid? ownerId, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, actor, "challenge.assign", async challenge =>
        {
            if (!challenge.State.IsOpen())
            {
                return await RefuseAsync(challenge, actor, "challenge.assign", new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisStage), ct);
            }

            if (ownerId is { } owner)
            {
                var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == owner, ct);
                var roles = person is null ? Roles.None : Permissions.RolesOn(person.Roles, person.EditorUntil, person.IsSuspended, db.Today);
                if (person is null || !Permissions.CanHandleChallenges(new Actor(owner, person.DisplayName, roles)))
                {
                    return new Outcome.Invalid("OwnerId", FaultCode.UnknownRecord);
                }

                if (challenge.Kind is ChallengeKind.Appeal && (await DecidersAsync(challenge, ct)).Contains(owner))
                {
                    return await RefuseAsync(challenge, actor, "challenge.assign", new Refusal(RefusalKind.NotNow, RefusalReason.AppealIsAgainstOwn), ct);
                }
            }

            if (ownerId != challenge.OwnerId)
            {
                await Notices.OfReportOwnerAsync(db, challenge.Id, ownerId, actor, ct);
            }

            challenge.OwnerId = ownerId;
            challenge.State = ownerId is null ? ChallengeState.Received : ChallengeState.Looking;
            return null;
        }, ct);

    /// <summary>Answers it, or puts an earlier answer right; whoever answers owns it.</summary>
    public Task<Outcome> AnswerAsync(Guid id, int postedVersion, ChallengeAnswer answer, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, actor, "challenge.answer", async challenge =>
        {
            if (new AnswerValidator(challenge.Language).Faults(answer) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var words = answer.Answer.Apply(challenge.Answer);
            if (answer.State != challenge.State || !words.Equals(challenge.Answer))
            {
                await MailNotices.OfAnswerAsync(db, challenge, ct);
            }

            challenge.State = answer.State;
            challenge.Answer = words;
            challenge.OwnerId = actor.UserId;
            challenge.AnsweredById = actor.UserId;
            challenge.AnsweredAt = db.Now;
            return null;
        }, ct);

    /// <summary>Names the correction that followed from it, of the same claim; null: none.</summary>
    public Task<Outcome> LinkCorrectionAsync(Guid id, int postedVersion, Guid? correctionId, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, actor, "challenge.link", async challenge =>
        {
            if (correctionId is { } correction
                && !await db.Corrections.AnyAsync(c => c.Id == correction && c.ClaimNumber == challenge.ClaimNumber && c.RejectedAt == null, ct))
            {
                return new Outcome.Invalid("CorrectionId", FaultCode.UnknownRecord);
            }

            challenge.CorrectionId = correctionId;
            return null;
        }, ct);

    /// <summary>
    /// Who wrote, decided or voted on what readers had of the claim when the report came. What is decided after it, because of it perhaps,
    /// bars nobody from answering it.
    /// </summary>
    public static async Task<IReadOnlySet<Guid>> DecidersAsync(ClaimDbContext db, Challenge challenge, CancellationToken ct)
    {
        if (challenge.ClaimNumber is not { } number)
        {
            return new HashSet<Guid>();
        }

        var before = challenge.ReceivedAt;
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => v.ClaimNumber == number && v.DecidedAt <= before)
            .Select(v => new { v.DecidedById, Authors = v.Authors.Select(a => a.UserId).ToList() }).AsSplitQuery().ToListAsync(ct);
        var panels = db.Panels.Where(p => p.ClaimNumber == number && p.Outcome == PanelOutcome.Majority && p.EndedAt <= before).Select(p => (Guid?)p.Id);
        var voters = await db.Decisions.AsNoTracking().Where(d => d.Kind == DecisionKind.Vote && panels.Contains(d.PanelId)).Select(d => d.ById).ToListAsync(ct);
        return verdicts.SelectMany(v => v.Authors).Concat(verdicts.Select(v => v.DecidedById).OfType<Guid>()).Concat(voters).ToHashSet();
    }

    private Task<IReadOnlySet<Guid>> DecidersAsync(Challenge challenge, CancellationToken ct) => DecidersAsync(db, challenge, ct);

    private Task<Outcome> RefuseAsync(Challenge challenge, Actor actor, string action, Refusal refusal, CancellationToken ct) =>
        Refusals.RefuseAsync(db, challenge.AuditStream, actor, action, refusal, [], ct);

    private Task<Outcome> ChangeAsync(Guid id, int postedVersion, Actor actor, string action, Func<Challenge, Task<Outcome?>> change, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Challenges.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } challenge)
            {
                return new Outcome.NotFound();
            }

            var isOwnVerdict = actor.UserId is { } me && challenge.Kind is ChallengeKind.Appeal && (await DecidersAsync(challenge, ct)).Contains(me);
            var refusal = !Permissions.CanHandleChallenges(actor) ? new Refusal(RefusalKind.NotPermitted, RefusalReason.EditorsOnly)
                : !Permissions.CanHandleChallenge(actor, challenge.Kind, isOwnVerdict) ? new Refusal(RefusalKind.NotPermitted, RefusalReason.AppealIsAgainstOwn)
                : challenge.SameAsId is not null ? new Refusal(RefusalKind.NotNow, RefusalReason.AnsweredWithAnother)
                : null;
            if (refusal is not null)
            {
                return await RefuseAsync(challenge, actor, action, refusal, ct);
            }

            var merge = await StaleMerge.StartAsync(db, challenge, postedVersion, ct);
            if (await change(challenge) is { } outcome)
            {
                return outcome;
            }

            return await MergedSave.RunAsync(db, challenge, merge, new RecordMaker(db), new ChangeContext(actor, action), new Outcome.Done(challenge.ClaimNumber ?? 0, id), ct);
        }, ct);

    /// <summary>What makes two reports the same: another link or language needs an answer of its own, and so does another person named.</summary>
    private static string SameKeyOf(ChallengeInput input)
    {
        var person = input.Kind is ChallengeKind.PersonNamed ? $"{TextFold.Fold(input.Name)}|{TextFold.Fold(input.Contact)}" : "";
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{input.Kind}|{input.ClaimNumber}|{input.Language}|{SourceAddress.KeyOf(input.Link)}|{person}|{TextFold.Fold(input.Text)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    private sealed class AnswerValidator : AbstractValidator<ChallengeAnswer>
    {
        public AnswerValidator(string language)
        {
            RuleFor(a => a.State).Must(s => ChallengeStates.Answers.Contains(s)).As(FaultCode.UnknownCode);
            RuleFor(a => a.Answer).PlainText(Challenge.AnswerMaxLength);
            RuleFor(a => a.Answer).Custom((words, context) => context.AddFault(
                $".{language}", string.IsNullOrWhiteSpace(words.Languages.GetValueOrDefault(language)) ? FaultCode.Required : null));
        }
    }
}
