using System.Globalization;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit.Matching;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// Fits the matcher's weights on the train part of the evaluation set: logistic regression (a claim is the one the text is about, or
/// it is another) by gradient descent with a penalty on large weights, then the limits of the bands. Deterministic.
/// </summary>
internal static class MatchFit
{
    private const int Rounds = 2;
    private const int Steps = 1500;
    private const double Rate = 1.0;
    private const double Penalty = 0.002;

    /// <summary>Keeps the weight of BM25 small: it is relative to the best candidate, which every text has, even one without a claim.</summary>
    private const double RankPenalty = 0.04;

    private const int OthersPerQuery = 15;
    private const double SamePrecision = 0.95;
    private const double RelatedAlarms = 0.20;

    public static int Run()
    {
        var set = EvaluationSet.Load();
        var index = new MemoryIndex(set.Claims.Where(c => !c.IsTest).Select(c => c.Claim));
        var queries = set.Queries.Where(q => !q.IsTest).ToList();
        var halves = Halves(set);

        // Which wording of a claim is nearest depends on the weights, so they are fitted a few times over.
        var score = new MatchScore(Start());
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            values.Clear();
            Fit(Examples(index, queries, score).Where(e => !e.IsAcross).ToList(), "", values);
            Fit(halves.SelectMany(h => Examples(h.Index, h.Queries, score)).Where(e => e.IsAcross).ToList(), MatchScore.Across, values);
            score = new MatchScore(values);
        }

        Limits(values, index, queries, halves);
        Write(values);
        return MatchEvaluation.Run(new MatchScore(values));
    }

    /// <summary>The claims with one language only, once each, so that the other language’s queries meet no words of their own.</summary>
    private static List<(MemoryIndex Index, List<MatchQuery> Queries)> Halves(EvaluationSet set) =>
    [
        .. new[] { "ar", "en" }.Select(language => (
            new MemoryIndex(set.Claims.Where(c => !c.IsTest && c.Claim.Statement.Has(language)).Select(c => c.Claim with { Statement = c.Claim.Statement.Only([language]) })),
            set.Queries.Where(q => !q.IsTest && q.Language != language && q.Language != "mix").ToList())),
    ];

    private static Dictionary<string, double> Start() => new(StringComparer.Ordinal)
    {
        [nameof(MatchFeatures.TextCovered)] = 1,
        [nameof(MatchFeatures.ClaimCovered)] = 1,
        [MatchScore.Across + nameof(MatchFeatures.NamesAcross)] = 1,
    };

    private static IEnumerable<Example> Examples(MemoryIndex index, IEnumerable<MatchQuery> queries, MatchScore score)
    {
        foreach (var query in queries)
        {
            var compared = MatchRanking.Of(MatchText.OfPost(query.Text), index.WithAcross(query.Text)).Features(index.Rarity, score).ToList();
            foreach (var found in compared.Where(c => c.Claim.Number == query.Claim))
            {
                yield return new Example(found.Features.Values(), true, found.IsAcross);
            }

            foreach (var other in compared.Where(c => c.Claim.Number != query.Claim).OrderByDescending(c => score.Of(c.Features, c.IsAcross)).Take(OthersPerQuery))
            {
                yield return new Example(other.Features.Values(), false, other.IsAcross);
            }
        }
    }

    private static void Fit(List<Example> examples, string prefix, Dictionary<string, double> values)
    {
        var weights = new double[MatchFeatures.Names.Count];
        var constant = 0.0;
        var bm25 = MatchFeatures.Names.ToList().IndexOf(nameof(MatchFeatures.Bm25));
        var positive = examples.Count(e => e.IsIt);
        for (var step = 0; step < Steps; step++)
        {
            var slopes = new double[weights.Length];
            var constantSlope = 0.0;
            foreach (var example in examples)
            {
                var sum = constant;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * example.Values[i];
                }

                // Both kinds count alike, however many there are of each.
                var share = 0.5 / (example.IsIt ? positive : examples.Count - positive);
                var error = ((1 / (1 + Math.Exp(-sum))) - (example.IsIt ? 1 : 0)) * share;
                constantSlope += error;
                for (var i = 0; i < weights.Length; i++)
                {
                    slopes[i] += error * example.Values[i];
                }
            }

            constant -= Rate * constantSlope;
            for (var i = 0; i < weights.Length; i++)
            {
                // What differs never speaks for a claim, and what agrees never against it.
                var sign = MatchFeatures.Against.Contains(MatchFeatures.Names[i]) ? -1 : 1;
                weights[i] -= Rate * (slopes[i] + ((i == bm25 ? RankPenalty : Penalty) * weights[i]));
                weights[i] = sign * Math.Max(0, sign * weights[i]);
            }
        }

        values[prefix + MatchScore.Constant] = Math.Round(constant, 3);
        for (var i = 0; i < weights.Length; i++)
        {
            values[prefix + MatchFeatures.Names[i]] = Math.Round(weights[i], 3);
        }
    }

    /// <summary>“Same” from the lowest score that is right often enough; “related” from the lowest that few texts without a claim reach.</summary>
    private static void Limits(Dictionary<string, double> values, MemoryIndex index, List<MatchQuery> queries, List<(MemoryIndex Index, List<MatchQuery> Queries)> halves)
    {
        var open = new Dictionary<string, double>(values, StringComparer.Ordinal)
        {
            [nameof(MatchScore.SameFrom)] = 0,
            [nameof(MatchScore.RelatedFrom)] = 0,
            [nameof(MatchScore.AcrossFrom)] = 0,
        };
        var results = MatchMeasures.Of(index, queries, new MatchScore(open)).Results;
        var same = results.SelectMany(r => r.Found.Where(m => m.Band is MatchBand.Same && !m.IsInOtherLanguage)
            .Select(m => (m.Score, IsRight: r.Query.Relation is Relation.Same && r.Query.Claim == m.Number))).ToList();
        values[nameof(MatchScore.SameFrom)] = Grid().First(limit => same.Where(s => s.Score >= limit).ToList() is var kept && kept.Count(s => s.IsRight) >= SamePrecision * kept.Count);
        values[nameof(MatchScore.RelatedFrom)] = Grid().First(limit => Alarms(results, limit, isAcross: false) <= RelatedAlarms);
        var across = halves.SelectMany(h => MatchMeasures.Of(h.Index, h.Queries, new MatchScore(open)).Results).ToList();
        values[nameof(MatchScore.AcrossFrom)] = Grid().First(limit => Alarms(across, limit, isAcross: true) <= RelatedAlarms);
    }

    /// <summary>Share of the texts without a claim that find one.</summary>
    private static double Alarms(IReadOnlyList<(MatchQuery Query, IReadOnlyList<Match> Found)> results, double limit, bool isAcross) =>
        results.Where(r => r.Query.Relation is Relation.None).Average(r => r.Found.Any(m => m.IsInOtherLanguage == isAcross && m.Score >= limit) ? 1.0 : 0.0);

    private static IEnumerable<double> Grid() => Enumerable.Range(1, 200).Select(i => i / 200.0);

    private static void Write(Dictionary<string, double> values)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClaimTracker.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder?.FullName ?? ".", "src", "ClaimTracker.Core", "Search", "Data", "match-weights.txt");
        File.WriteAllLines(path,
        [
            "# Weights of the matcher’s features and limits of its bands, written by match-fit (tests/ClaimTracker.Benchmarks). Do not edit.",
            .. values.Where(v => v.Value != 0).Select(v => $"{v.Key} = {v.Value.ToString("0.###", CultureInfo.InvariantCulture)}"),
        ]);
        Console.WriteLine($"Wrote {values.Count} numbers.");
    }

    private sealed record Example(double[] Values, bool IsIt, bool IsAcross);
}
