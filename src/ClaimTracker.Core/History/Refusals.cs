using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.History;

/// <summary>A refused write leaves an entry of its own and changes nothing (rule 3).</summary>
internal static class Refusals
{
    public static Task<Outcome> NotPermittedAsync(ClaimDbContext db, string stream, Actor actor, string action, RefusalReason reason, CancellationToken ct) =>
        RefuseAsync(db, stream, actor, action, new Refusal(RefusalKind.NotPermitted, reason), [], ct);

    public static async Task<Outcome> RefuseAsync(
        ClaimDbContext db, string stream, Actor actor, string action, Refusal refusal, IEnumerable<string> allowed, CancellationToken ct)
    {
        var code = refusal.Reason.ToString();
        await db.RecordEventAsync(stream, new ChangeContext(actor, action, code) { Kind = AuditKind.Refusal }, ct);
        return refusal.Kind == RefusalKind.NotPermitted ? new Outcome.NotPermitted(code) : new Outcome.NotNow(code) { Allowed = [.. allowed] };
    }

    /// <summary>The stream of what belongs to no record.</summary>
    public static string DayStream(ClaimDbContext db) => $"day:{AuditText.Of(db.Today)}";
}
