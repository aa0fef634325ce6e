using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>What is printed of what the person named wrote to us: in their words, in one language or both.</summary>
/// <param name="PartyId">Whose response it is; null: nobody we have a record of.</param>
public sealed record ResponseInput(Guid? PartyId, LocalizedText Reply);

/// <summary>
/// Prints what the person named wrote to us as their response, on the claim's page. Readers get their present version with it at once; verdict and stage stay
/// as they are, and the next verdict carries it too.
/// </summary>
public sealed class ResponseService(ClaimDbContext db, Publisher publisher)
{
    private const string Action = "challenge.print";

    public Task<Outcome> PrintAsync(Guid challengeId, ResponseInput input, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == challengeId, ct) is not { } challenge)
            {
                return new Outcome.NotFound();
            }

            var claim = await db.Claims.AsNoTracking().Where(c => c.Number == challenge.ClaimNumber).Select(c => new { c.Number, c.PublicState }).SingleOrDefaultAsync(ct);
            var refusal = !Permissions.CanHandleChallenges(actor) ? new Refusal(RefusalKind.NotPermitted, RefusalReason.EditorsOnly)
                : claim is null || challenge is not { Kind: ChallengeKind.PersonNamed, MayBePrinted: true } ? new Refusal(RefusalKind.NotNow, RefusalReason.ResponseNotGiven)
                : claim.PublicState is PublicState.Removed or PublicState.Withdrawn ? new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisPublicState)
                : await db.ContactAttempts.AnyAsync(a => a.ChallengeId == challengeId, ct) ? new Refusal(RefusalKind.NotNow, RefusalReason.ResponsePrinted)
                : null;
            if (refusal is not null || claim is null)
            {
                return await Refusals.RefuseAsync(db, challenge.AuditStream, actor, Action, refusal ?? new Refusal(RefusalKind.NotNow, RefusalReason.ResponseNotGiven), [], ct);
            }

            if (new Validator().Faults(input) is { } faults)
            {
                return new Outcome.Invalid(faults);
            }

            if (input.PartyId is { } id && !await db.Parties.AnyAsync(p => p.Id == id, ct))
            {
                return new Outcome.Invalid(nameof(ResponseInput.PartyId), FaultCode.UnknownRecord);
            }

            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var attempt = new ContactAttempt
            {
                Id = Guid.CreateVersion7(),
                ClaimNumber = claim.Number,
                PartyId = input.PartyId,
                Channel = ContactChannel.WebForm,
                SentAt = challenge.ReceivedAt,
                Outcome = ContactOutcome.Answered,
                Reply = TextRules.Clean(input.Reply),
                RepliedAt = challenge.ReceivedAt,
                ById = actor.UserId,
                ChallengeId = challengeId,
            };
            db.ContactAttempts.Add(attempt);
            await db.SaveAsync(new ChangeContext(actor, Action), ct);
            if (claim.PublicState is PublicState.Listed or PublicState.Imported or PublicState.Published)
            {
                var party = await db.Parties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.PartyId, ct);
                var printed = PublicDocumentBuilder.ContactOf(attempt, party);
                await publisher.RepublishAsync(claim.Number, PublicationKind.Response, d => d with { Contacts = [.. d.Contacts, printed] }, ct);
            }

            await transaction.CommitAsync(ct);
            return new Outcome.Done(claim.Number, attempt.Id);
        }, ct);

    private sealed class Validator : AbstractValidator<ResponseInput>
    {
        public Validator()
        {
            RuleFor(r => r.Reply).Custom((reply, context) => context.AddFault("", TextRules.Clean(reply).IsEmpty ? FaultCode.Required : null));
            RuleFor(r => r.Reply).PlainText(ContactAttempt.TextMaxLength);
        }
    }
}
