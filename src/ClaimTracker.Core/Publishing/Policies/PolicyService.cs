using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>A policy page as it is to read, and what readers are told has changed.</summary>
public sealed record PolicyEdit(TextEdit Text, TextEdit Change);

/// <summary>Adds versions of policy pages. A version is in force from the moment it is saved.</summary>
public sealed class PolicyService(ClaimDbContext db)
{
    /// <param name="policy">The page.</param>
    /// <param name="madeFrom">Number of the version the text was made from.</param>
    /// <param name="edit">What was typed.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Outcome> SaveAsync(Policy policy, int madeFrom, PolicyEdit edit, Actor actor, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        const string action = "policy.save";
        if (!Permissions.CanEditPolicies(actor) || actor.UserId is not { } author)
        {
            return await AccountRefusals.NotPermittedAsync(db, PolicyVersion.StreamOf(policy), actor, action, ct);
        }

        var latest = await db.PolicyVersions.AsNoTracking().Where(v => v.Policy == policy).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        var current = latest?.Text ?? BuiltInPolicies.Of(policy);
        if (new Rules(isFirst: current.IsEmpty).Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var number = latest?.Number ?? BuiltInPolicies.Number;
        var basis = await db.PolicyVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Policy == policy && v.Number == madeFrom, ct);
        var merge = new PolicyMerge(
            basis?.Text ?? (madeFrom == BuiltInPolicies.Number ? BuiltInPolicies.Of(policy) : null), current, edit.Text, isBasisHidden: basis?.WithheldAt is not null);
        if (merge.Text.IsEmpty)
        {
            // One took away one language, somebody else the other: together there would be nothing to read.
            return new Outcome.Invalid(nameof(PolicyEdit.Text), FaultCode.Required);
        }

        if (merge.Text.Equals(current))
        {
            // The same form sent twice finds its own version there.
            return madeFrom == number ? new Outcome.Invalid(nameof(PolicyEdit.Text), FaultCode.NothingChanged) : new Outcome.Done(Id: latest?.Id ?? default);
        }

        if (madeFrom != number && merge.Conflict(madeFrom, number, latest) is { } conflict)
        {
            return new Outcome.Stale(conflict);
        }

        PolicyVersion Add(int newNumber, LocalizedText text, LocalizedText change) => db.PolicyVersions.Add(new PolicyVersion
        {
            Id = Guid.CreateVersion7(),
            Policy = policy,
            Number = newNumber,
            Text = text,
            Change = change,
            ById = author,
            At = db.Now,
        }).Entity;
        if (latest is null && !current.IsEmpty)
        {
            // The next program may bring another text; readers were told this one.
            Add(BuiltInPolicies.Number, current, LocalizedText.Empty);
        }

        var version = Add(number + 1, merge.Text, edit.Change.Apply(LocalizedText.Empty));
        await db.SaveAsync(new ChangeContext(actor, action), ct);
        return new Outcome.Done(Id: version.Id) { IsMerged = madeFrom != number };
    }, ct);

    /// <summary>What is wrong with a text in itself; null: nothing.</summary>
    public static IReadOnlyList<Fault>? FaultsOf(TextEdit text) => new Rules(isFirst: true).Faults(new PolicyEdit(text, TextEdit.Of()));

    private sealed class Rules : AbstractValidator<PolicyEdit>
    {
        public Rules(bool isFirst)
        {
            RuleFor(e => e.Text).PlainText(PolicyVersion.TextMaxLength);
            RuleFor(e => e.Text).Custom(JudgeLanguages);
            RuleFor(e => e.Change).PlainText(PolicyVersion.ChangeMaxLength);
            RuleFor(e => e.Change).Must(change => isFirst || !IsBlank(change)).As(FaultCode.Required);
        }

        private static bool IsBlank(TextEdit text) => text.Languages.Values.All(t => TextRules.Clean(t) is null);

        private static void JudgeLanguages(TextEdit text, ValidationContext<PolicyEdit> context)
        {
            context.AddFault("", IsBlank(text) ? FaultCode.Required : null);
            foreach (var (language, words) in text.Languages)
            {
                context.AddFault($".{language}", string.IsNullOrWhiteSpace(words) || TextRules.HasScriptOf(language, words) ? null : FaultCode.WrongScript);
            }
        }
    }
}
