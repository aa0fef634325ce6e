namespace ClaimTracker.Core.Publishing.Policies;

/// <summary>What codes of principles ask a newsroom to state in public, in the order in which pages list it.</summary>
public enum Policy
{
    Methodology,

    /// <summary>How sources are judged, and what is done about those that cannot be named.</summary>
    Sources,
    Corrections,
    Funding,
    Team,
    Contact,

    /// <summary>Whom to turn to about the newsroom itself, up to whoever keeps the code it signed.</summary>
    Complaints,
}

/// <summary>Policies as addresses and audit streams name them.</summary>
public static class PolicyNames
{
    /// <summary>Every policy, in the order in which pages list them.</summary>
    public static IReadOnlyList<Policy> All { get; } = Enum.GetValues<Policy>();

#pragma warning disable CA1308 // Addresses are written in small letters.
    public static string SlugOf(Policy policy) => policy.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The policy of that name; null: there is none.</summary>
    public static Policy? Find(string slug) => All.Where(p => SlugOf(p) == slug).Select(p => (Policy?)p).FirstOrDefault();
}
