using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Search;
using Match = System.Text.RegularExpressions.Match;

namespace ClaimTracker.Core.Intake;

/// <summary>Finds expressions of time in a sentence by the patterns of <c>Data/date-patterns.txt</c>.</summary>
internal static partial class DatePatterns
{
    /// <summary>What each form of each list of words stands for: <c>("month", "شباط")</c> is 2.</summary>
    private static readonly Dictionary<(string List, string Form), string> Values = ReadWords();

    /// <summary>
    /// No pattern repeats without bound, so each place of a sentence costs so many steps at most and none needs a timeout, which a busy
    /// machine would run into.
    /// </summary>
    private static readonly List<(string Rule, Regex Pattern, DateNeeds Needs)> All = ReadPatterns();

    /// <summary>The expressions of the sentence in their order; none overlaps another.</summary>
    public static List<DateMatch> Find(SentenceWords words, Func<DateMatch, bool> isDate)
    {
        var found = new List<(DateMatch Match, int Length)>();
        var tokens = DateNeeds.TokensOf(words.Line);
        foreach (var (rule, pattern, needs) in All)
        {
            if (!needs.MayBeIn(tokens))
            {
                continue;
            }

            foreach (Match match in pattern.Matches(words.Line))
            {
                // The group leaves out a clitic and the space before.
                var what = match.Groups["what"];
                var (first, last) = words.WordsAt(match.Index, match.Length);
                var date = new DateMatch(rule, match, first, last);
                if (isDate(date))
                {
                    found.Add((date, what.Length));
                }
            }
        }

        var chosen = new List<DateMatch>();
        foreach (var (match, _) in found.OrderByDescending(f => f.Length))
        {
            if (chosen.TrueForAll(c => match.First > c.Last || match.Last < c.First))
            {
                chosen.Add(match);
            }
        }

        return [.. chosen.OrderBy(c => c.First)];
    }

    public static string? Value(string list, string form) => Values.GetValueOrDefault((list, form));

    private static Dictionary<(string List, string Form), string> ReadWords()
    {
        var values = new Dictionary<(string, string), string>();
        foreach (var line in SearchData.LinesOf("intake/date-words"))
        {
            var parts = line.Split(' ');
            foreach (var form in parts.Skip(2))
            {
                values.TryAdd((parts[0], TextFold.Fold(form.Replace('_', ' '))), parts[1]);
            }
        }

        return values;
    }

    private static List<(string Rule, Regex Pattern, DateNeeds Needs)> ReadPatterns()
    {
        var patterns = new List<(string, Regex, DateNeeds)>();
        foreach (var line in SearchData.LinesOf("intake/date-patterns"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var words = Words().Replace(line[(colon + 1)..].Trim(), w => w.Value[0] is '{' ? Placeholder(w.Value[1..^1]) : TextFold.Fold(w.Value));
            patterns.Add((line[..colon], new Regex($@"(?<![\p{{L}}\d])([وفبلك] ?)?(?<what>{words})(?![\p{{L}}\d])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout), DateNeeds.Of(line[(colon + 1)..].Trim(), Forms)));
        }

        return patterns;
    }

    private static string Placeholder(string name)
    {
        var list = name.TrimEnd('2');
        var pattern = list switch
        {
            "n" => @"\d{1,3}",
            "d" => @"(0?[1-9]|[12]\d|3[01])",
            "m" => @"(0?[1-9]|1[0-2])",
            "y" => @"(1[6-9]|20)\d\d",
            "yy" => @"\d\d",
            "hy" => @"1[34]\d\d",
            "quarter" => "[1-4]",
            "decadeyear" => @"(1[89]|20)\d0",
            _ => $"({string.Join('|', Forms(list))})",
        };

        // Both names of a month, as «أيلول/سبتمبر» and «سبتمبر (أيلول)».
        return list is "month" ? $@"(?<{name}>{pattern})( / {pattern}| \| {pattern}( \|)?)?" : $"(?<{name}>{pattern})";
    }

    private static IEnumerable<string> Forms(string list) =>
        Values.Keys.Where(k => k.List == list).Select(k => k.Form).OrderByDescending(f => f.Length);

    [GeneratedRegex(@"\{[a-z0-9]+\}|\p{L}[\p{L}\p{M}]*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}

/// <summary>An expression of time: the code of its rule, its parts and the first and last of its words.</summary>
internal sealed record DateMatch(string Rule, Match Match, int First, int Last)
{
    public bool Has(string part) => Match.Groups[part].Success;

    public int Number(string part) => int.Parse(Match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    public int? NumberOrNull(string part) => Has(part) ? Number(part) : null;

    /// <summary>What the word stands for in its list.</summary>
    public string? Value(string part) => Has(part) ? DatePatterns.Value(part.TrimEnd('2'), Match.Groups[part].Value) : null;

    public int Code(string part) => int.Parse(Value(part) ?? "0", CultureInfo.InvariantCulture);

    public string Words => Match.Groups["what"].Value;
}
