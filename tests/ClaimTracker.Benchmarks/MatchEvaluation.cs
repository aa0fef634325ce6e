using System.Globalization;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit.Matching;

namespace ClaimTracker.Benchmarks;

/// <summary>Prints how well the matcher does on the test part of the evaluation set and on the paraphrases of the seed data.</summary>
internal static class MatchEvaluation
{
    public static int Run() => Run(MatchScore.Fitted);

    public static int Run(MatchScore score)
    {
        var set = EvaluationSet.Load();
        var measures = MatchMeasures.Of(new MemoryIndex(set.Claims.Select(c => c.Claim)), set.Queries, score);
        Table("Train part", measures.Where(q => !q.IsTest));
        var test = measures.Where(q => q.IsTest);
        Table("Test part", test);
        Confusion(test);
        Seed(score);
        return 0;
    }

    private static void Table(string title, MatchMeasures measures)
    {
        Console.WriteLine();
        Console.WriteLine($"{title,-28}{"queries",8}{"MAP@5",8}{"P@1",8}{"R@10",8}{"same",8}{"related",8}{"nothing",8}");
        Row("all", measures.Where(q => q.Claim is not null));
        foreach (var language in new[] { "ar", "en" })
        {
            Row(language, measures.Where(q => q.Claim is not null && q.Language == language));
        }

        foreach (var kind in measures.Results.Select(r => r.Query.Kind).Distinct().Order(StringComparer.Ordinal))
        {
            Row(kind, measures.Where(q => q.Kind == kind));
        }
    }

    private static void Row(string name, MatchMeasures measures) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-28}{measures.Count,8}{measures.MapAt5,8:0.000}{measures.PrecisionAt1,8:0.000}{measures.RecallAt10,8:0.000}{Banded(measures, MatchBand.Same),8}{Banded(measures, MatchBand.Related),8}{Banded(measures, null),8}"));

    private static int Banded(MatchMeasures measures, MatchBand? band) => Enum.GetValues<Relation>().Sum(r => measures.Confused(r, band));

    private static void Confusion(MatchMeasures measures)
    {
        Console.WriteLine();
        Console.WriteLine($"{"is \\ got",-12}{"same",8}{"related",8}{"nothing",8}");
        foreach (var relation in Enum.GetValues<Relation>().Reverse())
        {
            Console.WriteLine($"{relation,-12}{measures.Confused(relation, MatchBand.Same),8}{measures.Confused(relation, MatchBand.Related),8}{measures.Confused(relation, null),8}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Precision of “same”: {measures.SamePrecision:0.000}"));
    }

    private static void Seed(MatchScore score)
    {
        var index = new MemoryIndex(SeedParaphrases.Claims());
        var paraphrases = SeedParaphrases.Load();
        var results = paraphrases.Select(p => (p, Found: index.Match(p.Text, score, 5))).ToList();
        Console.WriteLine();
        Console.WriteLine($"Seed paraphrases: {results.Count(r => r.Found.Count > 0 && r.Found[0].Number == r.p.Claim)} of {results.Count} first, "
            + $"{results.Count(r => r.Found.Any(m => m.Number == r.p.Claim && m.Band is MatchBand.Same))} as the same.");
        foreach (var (paraphrase, found) in results.Where(r => r.Found.Count == 0 || r.Found[0].Number != r.p.Claim))
        {
            Console.WriteLine($"  {paraphrase.Claim}: {paraphrase.Text} -> {string.Join(", ", found.Take(3).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Number} {m.Score:0.00}")))}");
        }

        var changed = paraphrases.Where(p => p.ChangedText is not null).Select(p => (p, Found: index.Match(p.ChangedText!, score, 5).FirstOrDefault(m => m.Number == p.Claim))).ToList();
        var named = changed.Where(c => c.Found is { Band: MatchBand.Related } match && match.Differences.Any(d => Names(d, c.p.ChangedTo!))).ToList();
        Console.WriteLine($"With another number: {named.Count} of {changed.Count} related, naming it.");
        foreach (var (paraphrase, found) in changed.Except(named))
        {
            Console.WriteLine($"  {paraphrase.Claim}: {paraphrase.ChangedText} -> {found?.Band.ToString() ?? "nothing"} {string.Join(", ", found?.Differences ?? [])}");
        }
    }

    private static bool Names(MatchDifference difference, string changed) => difference switch
    {
        OtherNumber number => number.InText.ToString("0.######", CultureInfo.InvariantCulture) == changed,
        OtherDate date => date.InText.ToString() == changed,
        _ => false,
    };
}
