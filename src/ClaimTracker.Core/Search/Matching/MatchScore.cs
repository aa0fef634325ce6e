using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Features to a score: a weighted sum, squeezed into 0 to 1. The weights and the limits of the bands are fitted on data by
/// <c>match-fit</c> in tests/ClaimTracker.Benchmarks and lie in Search/Data/match-weights.txt.
/// </summary>
public sealed class MatchScore
{
    private readonly double[] weights;
    private readonly double constant;
    private readonly double[] acrossWeights;
    private readonly double acrossConstant;

    /// <param name="values">Weights by feature name; those across languages by name with “across.” in front.</param>
    public MatchScore(IReadOnlyDictionary<string, double> values)
    {
        weights = [.. MatchFeatures.Names.Select(n => values.GetValueOrDefault(n))];
        constant = values.GetValueOrDefault(Constant);
        acrossWeights = [.. MatchFeatures.Names.Select(n => values.GetValueOrDefault(Across + n))];
        acrossConstant = values.GetValueOrDefault(Across + Constant);
        SameFrom = values.GetValueOrDefault(nameof(SameFrom), 1);
        RelatedFrom = values.GetValueOrDefault(nameof(RelatedFrom), 1);
        AcrossFrom = values.GetValueOrDefault(nameof(AcrossFrom), 1);
    }

    public const string Constant = "constant";
    public const string Across = "across.";

    public static MatchScore Fitted { get; } = new(SearchData.Lines("match-weights").Select(l => l.Split('=', StringSplitOptions.TrimEntries))
        .ToDictionary(p => p[0], p => double.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    /// <summary>The lowest score of the band “same”.</summary>
    public double SameFrom { get; }

    /// <summary>The lowest score that is shown at all.</summary>
    public double RelatedFrom { get; }

    /// <summary>The lowest score that is shown of a claim in another language.</summary>
    public double AcrossFrom { get; }

    public double Of(MatchFeatures features, bool isInOtherLanguage)
    {
        var values = features.Values();
        var sum = isInOtherLanguage ? acrossConstant : constant;
        var factors = isInOtherLanguage ? acrossWeights : weights;
        for (var i = 0; i < values.Length; i++)
        {
            sum += factors[i] * values[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
