using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>Takes an earlier version of a policy page from readers, such as one that names a private number, and gives it back.</summary>
public sealed class PolicyWithholding(ClaimDbContext db)
{
    /// <summary>Withholds a version that readers have, or shows again one that is withheld; not the one that holds, in whose place a mended one is saved first.</summary>
    /// <param name="policy">The page.</param>
    /// <param name="number">The version.</param>
    /// <param name="seen">Since when it was withheld (<see cref="PolicyVersion.WithheldAt"/>) as whoever decides saw it; null: readers had it, and it is to be withheld.</param>
    /// <param name="reason">For the staff.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Outcome> ChangeAsync(Policy policy, int number, DateTime? seen, string? reason, Actor actor, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        var action = seen is null ? "policy.withhold" : "policy.unwithhold";
        var stream = PolicyVersion.StreamOf(policy);
        if (!Permissions.CanEditPolicies(actor))
        {
            return await AccountRefusals.NotPermittedAsync(db, stream, actor, action, ct);
        }

        if (await db.PolicyVersions.SingleOrDefaultAsync(v => v.Policy == policy && v.Number == number, ct) is not { } version)
        {
            return new Outcome.NotFound();
        }

        if (!await db.PolicyVersions.AnyAsync(v => v.Policy == policy && v.Number > number, ct))
        {
            return await Refusals.RefuseAsync(db, stream, actor, action, new Refusal(RefusalKind.NotNow, RefusalReason.PolicyHolds), [], ct);
        }

        if (version.WithheldAt != seen)
        {
            return new Outcome.NotNow(nameof(RefusalReason.PolicyVisibilityChanged));
        }

        var why = TextRules.Clean(reason);
        if ((why is null ? FaultCode.Required : TextRules.FaultOf(reason, PolicyVersion.ReasonMaxLength)) is { } fault)
        {
            return new Outcome.Invalid([new Fault("Reason", fault, PolicyVersion.ReasonMaxLength)]);
        }

        version.WithheldAt = seen is null ? db.Now : null;
        version.WithheldReason = seen is null ? why : null;
        await db.SaveAsync(new ChangeContext(actor, action, why), ct);
        return new Outcome.Done(Id: version.Id);
    }, ct);
}
