using System.Globalization;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit.Matching;

namespace ClaimTracker.Core.Tests.Search.Matching;

/// <summary>The matcher’s quality may not fall below what the README says, less a little.</summary>
public sealed class MatchEvaluationTests
{
    private static readonly EvaluationSet Set = EvaluationSet.Load();
    private static readonly MemoryIndex Seed = new(SeedParaphrases.Claims());

    [Fact]
    public void Set_IsLargeAndItsPartsShareNoFamily()
    {
        Assert.True(Set.Claims.Count >= 120, $"{Set.Claims.Count} claims");
        Assert.True(Set.Queries.Count(q => q.Claim is not null) >= 400, "pairs");
        Assert.True(Set.Queries.Count(q => q.Claim is null) >= 80, "texts without a claim");
        Assert.All(Set.Claims.GroupBy(c => c.Family), family => Assert.Single(family.Select(c => c.IsTest).Distinct()));
        var parts = Set.Claims.ToDictionary(c => c.Claim.Number, c => c.IsTest);
        Assert.All(Set.Queries.Where(q => q.Claim is not null), q => Assert.Equal(parts[q.Claim!.Value], q.IsTest));
    }

    [Fact]
    public void Match_TestPart_IsAsGoodAsMeasured()
    {
        var index = new MemoryIndex(Set.Claims.Select(c => c.Claim));

        var measures = MatchMeasures.Of(index, Set.Queries.Where(q => q.IsTest), MatchScore.Fitted);

        Assert.InRange(measures.MapAt5, 0.94, 1);
        Assert.InRange(measures.PrecisionAt1, 0.94, 1);
        Assert.InRange(measures.RecallAt10, 0.94, 1);
        Assert.InRange(measures.SamePrecision, 0.92, 1);
        Assert.InRange(measures.Confused(Relation.None, null), 30, int.MaxValue);
        Assert.Equal(0, measures.Confused(Relation.None, MatchBand.Same));
    }

    [Fact]
    public void Match_SeedParaphrases_RankTheirClaimFirst()
    {
        var paraphrases = SeedParaphrases.Load();

        var missed = paraphrases.Where(p => Seed.Match(p.Text, MatchScore.Fitted, 5) is not [{ } first, ..] || first.Number != p.Claim).Select(p => p.Text).ToList();

        Assert.Equal((100, 50), (paraphrases.Count, paraphrases.Count(p => p.Language == "ar")));
        Assert.True(missed.Count <= 5, string.Join('\n', missed));
    }

    [Fact]
    public void Match_SeedParaphrasesWithAnotherNumber_AreRelatedAndNameIt()
    {
        var changed = SeedParaphrases.Load().Where(p => p.ChangedText is not null).ToList();

        var missed = changed.Where(p => !IsRelatedAndNamed(p)).Select(p => p.ChangedText).ToList();

        Assert.True(changed.Count >= 40, "too few");
        Assert.True(missed.Count <= 2, string.Join('\n', missed));
    }

    private static bool IsRelatedAndNamed(SeedParaphrase paraphrase) =>
        Seed.Match(paraphrase.ChangedText!, MatchScore.Fitted, 5).FirstOrDefault(m => m.Number == paraphrase.Claim) is { Band: MatchBand.Related } match
        && match.Differences.Any(d => d switch
        {
            OtherNumber number => number.InText.ToString("0.######", CultureInfo.InvariantCulture) == paraphrase.ChangedTo,
            OtherDate date => date.InText.ToString() == paraphrase.ChangedTo,
            _ => false,
        });
}
