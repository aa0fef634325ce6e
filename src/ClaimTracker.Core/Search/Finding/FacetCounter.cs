using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Search;

/// <summary>A filter chosen beside the query: any of these values of one facet.</summary>
internal sealed class ChosenFilter(string facet, HashSet<long> keys, IndexExpression expression)
{
    public string Facet => facet;

    public IndexExpression Expression => expression;

    public bool Passes(IndexMatch match)
    {
        for (var at = 0; at < match.Facets.Length; at += sizeof(long))
        {
            if (keys.Contains(BinaryPrimitives.ReadInt64LittleEndian(match.Facets.AsSpan(at))))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Counts the facet values of claims that pass every filter, and apart from them those of claims that fail only one.</summary>
internal sealed class FacetCounter(List<ChosenFilter> filters)
{
    public Dictionary<long, int> Passing { get; } = [];

    public Dictionary<ChosenFilter, Dictionary<long, int>> Failing { get; } = filters.ToDictionary(f => f, _ => new Dictionary<long, int>());

    public bool PassesAll(IndexMatch match) => filters.TrueForAll(f => f.Passes(match));

    public void Add(IndexMatch match)
    {
        ChosenFilter? failed = null;
        foreach (var filter in filters)
        {
            if (filter.Passes(match))
            {
                continue;
            }

            if (failed is not null)
            {
                return;
            }

            failed = filter;
        }

        var counts = failed is null ? Passing : Failing[failed];
        for (var at = 0; at < match.Facets.Length; at += sizeof(long))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, BinaryPrimitives.ReadInt64LittleEndian(match.Facets.AsSpan(at)), out _)++;
        }
    }
}
