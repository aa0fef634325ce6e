using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Review;

/// <summary>Independence is counted on who says or gathered a thing, never on addresses: one ministry through four wires is one.</summary>
public static class Independence
{
    /// <summary>The claimants, everything they belong to, and everything that belongs to them.</summary>
    /// <param name="claimants">Party ids.</param>
    /// <param name="memberOf">Each party that belongs to another, with that other.</param>
    public static IReadOnlySet<Guid> SideOf(IEnumerable<Guid> claimants, IReadOnlyDictionary<Guid, Guid> memberOf)
    {
        var members = memberOf.ToLookup(m => m.Value, m => m.Key);
        var side = new HashSet<Guid>();
        foreach (var claimant in claimants)
        {
            // Sets, so that a mistaken circle of memberships ends.
            var superiors = new HashSet<Guid>();
            for (var at = claimant; memberOf.TryGetValue(at, out var superior) && superiors.Add(superior);)
            {
                at = superior;
            }

            var own = new HashSet<Guid> { claimant };
            var open = new Queue<Guid>(own);
            while (open.TryDequeue(out var party))
            {
                foreach (var member in members[party].Where(own.Add))
                {
                    open.Enqueue(member);
                }
            }

            side.UnionWith(superiors);
            side.UnionWith(own);
        }

        return side;
    }

    /// <summary>Who is behind one piece of evidence: for content whoever's statement it passes on, else who gathered it; for a saying who gathered it.</summary>
    public static IReadOnlyList<Guid> OriginsOf(GateEvidence evidence, RatedAspect aspect) =>
        aspect == RatedAspect.Content && evidence.RelayPartyIds.Count > 0 ? evidence.RelayPartyIds
        : evidence.OriginPartyId is { } origin ? [origin]
        : [];
}
