using System.Collections.Concurrent;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>What the keys of packed facets stand for. A key is made from its facet and value alone, so what was once read holds for ever.</summary>
internal static class FacetNames
{
    /// <summary>Beyond this the next ones are read each time: more than there are parties, outlets and topics in any newsroom.</summary>
    private const int MaxKept = 100_000;

    private static readonly ConcurrentDictionary<long, (string Facet, string Value)> Known = new();

    public static async Task<IReadOnlyDictionary<long, (string Facet, string Value)>> OfAsync(ClaimDbContext db, IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        var named = new Dictionary<long, (string Facet, string Value)>(keys.Count);
        var unknown = new List<long>();
        foreach (var key in keys)
        {
            if (Known.TryGetValue(key, out var name))
            {
                named[key] = name;
            }
            else
            {
                unknown.Add(key);
            }
        }

        if (unknown.Count > 0)
        {
            foreach (var facet in await db.SearchFacets.AsNoTracking().Where(f => unknown.Contains(f.Key)).ToListAsync(ct))
            {
                named[facet.Key] = (facet.Facet, facet.Value);
                if (Known.Count < MaxKept)
                {
                    Known[facet.Key] = (facet.Facet, facet.Value);
                }
            }
        }

        return named;
    }
}
