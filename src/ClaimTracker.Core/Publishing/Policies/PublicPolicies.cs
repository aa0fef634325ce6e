using ClaimTracker.Core.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>Policy pages as readers have them: the version that holds, the earlier ones, and which pages are written at all.</summary>
public sealed class PublicPolicies(PublicReader reader)
{
    /// <summary>What holds now; an empty text where nobody has written it yet.</summary>
    public Task<PublicPolicy> CurrentAsync(Policy policy, CancellationToken ct) => CurrentOfAsync(reader.PolicyVersions, policy, ct);

    /// <summary>The same, of versions read elsewhere.</summary>
    public static async Task<PublicPolicy> CurrentOfAsync(IQueryable<PolicyVersion> versions, Policy policy, CancellationToken ct) =>
        await Texts(versions.Where(v => v.Policy == policy).OrderByDescending(v => v.Number)).FirstOrDefaultAsync(ct) ?? BuiltIn(policy);

    /// <summary>One version, for good, or that it is withheld; null: there is none of that number.</summary>
    public async Task<PublicPolicy?> VersionAsync(Policy policy, int number, CancellationToken ct) =>
        await Texts(reader.PolicyVersions.Where(v => v.Policy == policy && v.Number == number)).SingleOrDefaultAsync(ct) switch
        {
            { WithheldAt: not null } withheld => withheld with { Text = LocalizedText.Empty },
            { } version => version,
            // A site that wrote its own before the text of then was kept with it has the one of now.
            null => number == BuiltInPolicies.Number && BuiltIn(policy) is { IsWritten: true } builtIn ? builtIn : null,
        };

    /// <summary>Every version, newest first, without texts; of a withheld one only the days.</summary>
    public async Task<List<PublicPolicyRow>> VersionsAsync(Policy policy, CancellationToken ct)
    {
        var rows = await reader.PolicyVersions.Where(v => v.Policy == policy).OrderByDescending(v => v.Number)
            .Select(v => new PublicPolicyRow(v.Number, v.Change, v.Number == BuiltInPolicies.Number ? null : v.At) { WithheldAt = v.WithheldAt }).ToListAsync(ct);
        if (BuiltIn(policy).IsWritten && !rows.Exists(r => r.Number == BuiltInPolicies.Number))
        {
            rows.Add(new PublicPolicyRow(BuiltInPolicies.Number, LocalizedText.Empty, At: null));
        }

        return rows.ConvertAll(r => r.WithheldAt is null ? r : r with { Change = LocalizedText.Empty });
    }

    /// <summary>The policies that have a text, in the order in which pages list them.</summary>
    public async Task<List<Policy>> WrittenAsync(CancellationToken ct)
    {
        var saved = await reader.PolicyVersions.Select(v => v.Policy).Distinct().ToListAsync(ct);
        return [.. PolicyNames.All.Where(p => saved.Contains(p) || BuiltIn(p).IsWritten)];
    }

    private static PublicPolicy BuiltIn(Policy policy) => new(policy, BuiltInPolicies.Number, BuiltInPolicies.Of(policy), At: null);

    private static IQueryable<PublicPolicy> Texts(IQueryable<PolicyVersion> versions) => versions.Select(
        v => new PublicPolicy(v.Policy, v.Number, v.Text, v.Number == BuiltInPolicies.Number ? null : v.At) { WithheldAt = v.WithheldAt });
}

/// <summary>A version of a policy as readers have it; no day for the text the site began with.</summary>
public sealed record PublicPolicy(Policy Policy, int Number, LocalizedText Text, DateTime? At)
{
    /// <summary>Since when readers do not get its text, which is empty here; null: they get it.</summary>
    public DateTime? WithheldAt { get; init; }

    public bool IsWritten => !Text.IsEmpty;
}

/// <summary>A line of a policy's history.</summary>
public sealed record PublicPolicyRow(int Number, LocalizedText Change, DateTime? At)
{
    public DateTime? WithheldAt { get; init; }
}
