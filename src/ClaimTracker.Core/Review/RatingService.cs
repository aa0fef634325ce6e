using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>What an administrator changes of a rating.</summary>
public sealed record RatingEdit(TextEdit Label, TextEdit Definition, int Order, bool IsActive);

/// <summary>The newsroom's own hand on its scales.</summary>
public sealed class RatingService(ClaimDbContext db)
{
    public const int MaxOrder = 999;

    public Task<Outcome> ReviseAsync(Guid id, int postedVersion, RatingEdit edit, Actor actor, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        const string action = "rating.edit";
        if (await db.Ratings.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } rating)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanManageRatings(actor))
        {
            return await AccountRefusals.NotPermittedAsync(db, rating.AuditStream, actor, action, ct);
        }

        if (new Rules().Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var merge = await StaleMerge.StartAsync(db, rating, postedVersion, ct);
        rating.Label = edit.Label.Apply(rating.Label);
        rating.Definition = edit.Definition.Apply(rating.Definition);
        rating.Order = edit.Order;
        rating.IsActive = edit.IsActive;
        if (merge.Finish() is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        await db.SaveAsync(new ChangeContext(actor, action), ct);
        return new Outcome.Done(Id: id) { IsMerged = merge.IsStale };
    }, ct);

    private sealed class Rules : AbstractValidator<RatingEdit>
    {
        private static readonly string[] Languages = ["ar", "en"];

        public Rules()
        {
            RuleFor(e => e.Label).PlainText(Rating.LabelMaxLength);
            RuleFor(e => e.Definition).PlainText(Rating.DefinitionMaxLength);
            RuleFor(e => e.Label).Custom((text, context) => RequireBoth(text, context));
            RuleFor(e => e.Definition).Custom((text, context) => RequireBoth(text, context));
            RuleFor(e => e.Order).InclusiveBetween(1, MaxOrder).As(FaultCode.OutOfRange);
        }

        /// <summary>Readers of either language have to understand every badge.</summary>
        private static void RequireBoth(TextEdit text, ValidationContext<RatingEdit> context)
        {
            foreach (var language in Languages.Where(l => TextRules.Clean(text.Languages.GetValueOrDefault(l)) is null))
            {
                context.AddFault($".{language}", FaultCode.Required);
            }
        }
    }
}
