using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The phrases that speak for or against a sentence being checkable, with their weights.</summary>
internal static class CheckableCues
{
    private const string WeightMark = "weight ";
    private const string AnyEnding = "*";

    private static readonly List<(string Cue, double Weight, string[] Phrases)> All = [];

    private static readonly Dictionary<string, double> Weights = new(StringComparer.Ordinal);

    static CheckableCues()
    {
        foreach (var line in SearchData.LinesOf("intake/checkable-cues"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = (line.StartsWith(WeightMark, StringComparison.Ordinal) ? line[WeightMark.Length..colon] : line[..colon]).Split(' ');
            var weight = double.Parse(head[1], CultureInfo.InvariantCulture);
            if (line.StartsWith(WeightMark, StringComparison.Ordinal))
            {
                Weights[head[0]] = weight;
            }
            else
            {
                All.Add((head[0], weight, [.. line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Phrase)]));
            }
        }
    }

    public static double Weight(string name) => Weights[name];

    /// <summary>The cues that the folded line holds, each once.</summary>
    public static Dictionary<string, double> Find(string line)
    {
        var padded = $" {line} ";
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (cue, weight, phrases) in All)
        {
            if (!found.ContainsKey(cue) && phrases.Any(p => Holds(padded, p)))
            {
                found[cue] = weight;
            }
        }

        return found;
    }

    private static bool Holds(string padded, string phrase)
    {
        var isBeginning = phrase.EndsWith(AnyEnding, StringComparison.Ordinal);
        var wanted = isBeginning ? phrase[..^1] : phrase + " ";
        for (var at = padded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = padded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var before = padded[at - 1];
            if (before == ' ' || (FoldMap.IsArabic(phrase[0]) && IsClitic(padded, at)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only «و», «ف», «ب», «ل», «ال» or two of them stand between the space before and the phrase.</summary>
    private static bool IsClitic(string padded, int at)
    {
        var start = padded.LastIndexOf(' ', at - 1) + 1;
        return padded[start..at] is "و" or "ف" or "ب" or "ل" or "ال" or "وال" or "بال" or "لل" or "وب" or "ول" or "فال" or "وبال" or "ولل";
    }

    private static string Phrase(string written) =>
        written.EndsWith(AnyEnding, StringComparison.Ordinal) ? TextFold.Fold(written[..^1]) + AnyEnding : TextFold.Fold(written);
}
