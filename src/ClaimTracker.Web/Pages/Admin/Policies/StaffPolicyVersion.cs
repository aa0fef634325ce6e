using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing.Policies;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Policies;

/// <summary>A version of a policy as administrators see it, a withheld one too.</summary>
public sealed record StaffPolicyVersion(int Number, LocalizedText Text, LocalizedText Change)
{
    /// <summary>Null: the site began with it.</summary>
    public DateTime? At { get; init; }

    public string? By { get; init; }

    public DateTime? WithheldAt { get; init; }

    public string? WithheldReason { get; init; }

    /// <summary>Kept as it stood; false: the program's own text of now stands in its place, and cannot be withheld.</summary>
    public bool IsKept { get; init; }

    /// <summary>Every version of a page, newest first.</summary>
    public static async Task<IReadOnlyList<StaffPolicyVersion>> AllAsync(ClaimDbContext db, Policy policy, CancellationToken ct)
    {
        var kept = await (
            from version in db.PolicyVersions
            join user in db.Users on version.ById equals user.Id
            where version.Policy == policy
            orderby version.Number descending
            select new StaffPolicyVersion(version.Number, version.Text, version.Change)
            {
                At = version.Number == BuiltInPolicies.Number ? null : version.At,
                By = version.Number == BuiltInPolicies.Number ? null : user.DisplayName,
                WithheldAt = version.WithheldAt,
                WithheldReason = version.WithheldReason,
                IsKept = true,
            }).ToListAsync(ct);
        return kept.Exists(v => v.Number == BuiltInPolicies.Number) || BuiltInPolicies.Of(policy).IsEmpty
            ? kept
            : [.. kept, new StaffPolicyVersion(BuiltInPolicies.Number, BuiltInPolicies.Of(policy), LocalizedText.Empty)];
    }

    /// <summary>One of them; null: there is none of that number.</summary>
    public static async Task<StaffPolicyVersion?> FindAsync(ClaimDbContext db, Policy policy, int number, CancellationToken ct) =>
        (await AllAsync(db, policy, ct)).SingleOrDefault(v => v.Number == number);
}
