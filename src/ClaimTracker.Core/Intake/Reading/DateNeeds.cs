using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Words without which a pattern of dates cannot match, one set for each of its parts that have to be there: most sentences hold none
/// of them, and looking for a word is quicker than for a pattern.
/// </summary>
internal sealed partial class DateNeeds
{
    private const string AnyNumber = "#";
    private const string Clitics = "وفبلك";

    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(["n", "d", "m", "y", "yy", "hy", "quarter", "decadeyear"], StringComparer.Ordinal);

    private readonly List<HashSet<string>> parts = [];

    public bool MayBeIn(HashSet<string> tokens) => parts.TrueForAll(p => p.Overlaps(tokens));

    /// <summary>The words of a folded line, also without their clitics and these; “#” when one is a number.</summary>
    public static HashSet<string> TokensOf(string line)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            tokens.Add(word);
            if (word.Any(char.IsDigit))
            {
                tokens.Add(AnyNumber);
                tokens.UnionWith(Letters().Matches(word).Select(m => m.Value));
            }
            else if (word.Length > 1 && Clitics.Contains(word[0], StringComparison.Ordinal))
            {
                tokens.Add(word[1..]);
                tokens.Add(word[..1]);
            }
        }

        return tokens;
    }

    /// <summary>Of a line of the data file; the forms of a list of words by its name.</summary>
    public static DateNeeds Of(string pattern, Func<string, IEnumerable<string>> formsOf)
    {
        var needs = new DateNeeds();
        foreach (var (part, isOptional) in PartsOf(pattern))
        {
            var words = Elements().Matches(part).SelectMany(m => m.Value[0] is '{' ? FormsOf(m.Value[1..^1].TrimEnd('2'), formsOf) : [TextFold.Fold(m.Value)]).ToHashSet(StringComparer.Ordinal);
            if (!isOptional && words.Count > 0)
            {
                needs.parts.Add(words);
            }
        }

        return needs;
    }

    private static IEnumerable<string> FormsOf(string list, Func<string, IEnumerable<string>> formsOf) =>
        Numbers.Contains(list) ? [AnyNumber] : formsOf(list).SelectMany(f => f.Split(' '));

    /// <summary>Groups, lists and words that stand outside any group, and whether they may be missing.</summary>
    private static IEnumerable<(string Part, bool IsOptional)> PartsOf(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var end = pattern[at] is '(' ? EndOfGroup(pattern, at) : Elements().Match(pattern, at) is { Success: true } element && element.Index == at ? at + element.Length : 0;
            if (end > at)
            {
                yield return (pattern[at..end], (end < pattern.Length && pattern[end] is '?') || HasSignAlone(pattern[at..end]));
                at = end - 1;
            }
        }
    }

    /// <summary>“(- |to )”: one of the ways to say it has no word.</summary>
    private static bool HasSignAlone(string part) =>
        part[0] is '(' && part[1..^1].Split('|').Any(way => !Elements().IsMatch(way));

    private static int EndOfGroup(string pattern, int open)
    {
        var depth = 0;
        for (var at = open; at < pattern.Length; at++)
        {
            depth += pattern[at] is '(' ? 1 : pattern[at] is ')' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return pattern.Length;
    }

    [GeneratedRegex(@"\{[a-z0-9]+\}|\p{L}[\p{L}\p{M}]*|\d+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Elements();

    [GeneratedRegex(@"\p{L}+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
