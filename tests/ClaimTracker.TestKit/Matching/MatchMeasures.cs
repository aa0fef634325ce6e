using ClaimTracker.Core.Search;

namespace ClaimTracker.TestKit.Matching;

/// <summary>How well queries find their claims. The ranking counts every query that has a claim; the table says which band it got.</summary>
public sealed class MatchMeasures
{
    private const int Taken = 10;

    private readonly List<(MatchQuery Query, IReadOnlyList<Match> Found)> results;

    private MatchMeasures(List<(MatchQuery Query, IReadOnlyList<Match> Found)> results) => this.results = results;

    public static MatchMeasures Of(MemoryIndex index, IEnumerable<MatchQuery> queries, MatchScore score) =>
        new([.. queries.Select(q => (q, index.Match(q.Text, score, Taken)))]);

    public MatchMeasures Where(Func<MatchQuery, bool> condition) => new([.. results.Where(r => condition(r.Query))]);

    public int Count => results.Count;

    public IReadOnlyList<(MatchQuery Query, IReadOnlyList<Match> Found)> Results => results;

    /// <summary>Mean of 1/place of the claim among the first five; each query has one claim.</summary>
    public double MapAt5 => Mean(place => place is >= 1 and <= 5 ? 1.0 / place : 0);

    public double PrecisionAt1 => Mean(place => place == 1 ? 1 : 0);

    public double RecallAt10 => Mean(place => place is >= 1 and <= 10 ? 1 : 0);

    /// <summary>Share of the claims banded “same” that are.</summary>
    public double SamePrecision
    {
        get
        {
            var same = results.SelectMany(r => r.Found.Where(m => m.Band is MatchBand.Same).Select(m => r.Query.Relation is Relation.Same && r.Query.Claim == m.Number)).ToList();
            return same.Count == 0 ? 1 : same.Count(s => s) / (double)same.Count;
        }
    }

    /// <summary>How many queries of that relation got that band: for their claim, or for the first one found when they have none.</summary>
    public int Confused(Relation relation, MatchBand? band) =>
        results.Count(r => r.Query.Relation == relation && BandOf(r.Query, r.Found) == band);

    private static MatchBand? BandOf(MatchQuery query, IReadOnlyList<Match> found) =>
        (query.Claim is { } claim ? found.FirstOrDefault(m => m.Number == claim) : found.OrderBy(m => m.Band).FirstOrDefault())?.Band;

    private double Mean(Func<int, double> points)
    {
        var ranked = results.Where(r => r.Query.Claim is not null).ToList();
        return ranked.Count == 0 ? 0 : ranked.Average(r => points(r.Found.ToList().FindIndex(m => m.Number == r.Query.Claim) + 1));
    }
}
