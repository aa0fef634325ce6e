using System.Collections.Frozen;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>The units of the house by the words they are written with in both languages: labels, plurals, and further words.</summary>
public sealed class KnownUnits
{
    private const string NumberPlace = "{0}";

    /// <summary>Words of a label that its noun can do without when the calibre is said: “artillery”, «مدفعية».</summary>
    private static readonly FrozenSet<string> NoNouns = FrozenSet.ToFrozenSet(["mm", "ملم", "عيار", "من", "of", "artillery", "مدفعيه"], StringComparer.Ordinal);

    /// <summary>After a currency these make it another country's.</summary>
    private static readonly FrozenSet<string> OtherCountries = FrozenSet.ToFrozenSet(
        ["canadian", "australian", "singapore", "كندي", "كنديا", "استرالي", "استراليا", "سنغافوري", "نيوزيلندي"], StringComparer.Ordinal);

    private readonly List<(string[] Words, string Code)> phrases = [];

    /// <summary>Those by their first word, the longest first.</summary>
    private readonly FrozenDictionary<string, (string[] Words, string Code)[]> byFirst;

    private readonly Dictionary<(string Calibre, string Noun), string> calibres = [];

    /// <summary>Units of parts of a hundred: what follows the percent sign.</summary>
    private readonly List<(string[] Words, string Code)> shares = [];

    public KnownUnits(IEnumerable<Unit> units)
    {
        foreach (var unit in units)
        {
            foreach (var (_, form) in unit.Label.Concat(unit.Plurals))
            {
                Add(unit.Code, form);
            }
        }

        foreach (var line in SearchData.LinesOf("intake/unit-words"))
        {
            var parts = line.Split(' ');
            var code = parts[0].Replace('_', ' ');
            if (phrases.Exists(p => p.Code == code))
            {
                phrases.AddRange(parts.Skip(1).Select(p => (new[] { TextFold.Fold(p) }, code)));
            }
        }

        byFirst = phrases.OrderByDescending(p => p.Words.Length).GroupBy(p => p.Words[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>No units: every noun stays as written.</summary>
    public static KnownUnits None { get; } = new([]);

    /// <summary>The unit that begins at that word, with its last word.</summary>
    internal (string Code, int Last)? StartingAt(SentenceWords words, int at)
    {
        if (at >= words.Words.Count || !byFirst.TryGetValue(words.Words[at].Text, out var candidates))
        {
            return null;
        }

        foreach (var (phrase, code) in candidates)
        {
            if (at + phrase.Length <= words.Words.Count && !OtherCountries.Contains(at + phrase.Length < words.Words.Count ? words.Words[at + phrase.Length].Text : "")
                && !(at > 0 && OtherCountries.Contains(words.Words[at - 1].Text))
                && phrase.Select((p, i) => words.Words[at + i].Text == p).All(isSame => isSame))
            {
                return (code, at + phrase.Length - 1);
            }
        }

        return null;
    }

    /// <summary>The unit of a thing of that calibre.</summary>
    internal string? OfCalibre(string calibre, string noun) => calibres.GetValueOrDefault((calibre, noun));

    /// <summary>The unit of a share of what is named from that word on.</summary>
    internal (string Code, int Last)? ShareAt(SentenceWords words, int at)
    {
        foreach (var (phrase, code) in shares)
        {
            for (var from = at; from <= at + 2 && from < words.Words.Count; from++)
            {
                var last = phrase[^1];
                if (words.IsWord(at, phrase[0]) && words.Words[from].Text == last)
                {
                    return (code, from);
                }
            }
        }

        return null;
    }

    private void Add(string code, string form)
    {
        var isShare = form.Contains(NumberPlace + "%", StringComparison.Ordinal);
        var words = Words.Of(form.Replace(NumberPlace, "", StringComparison.Ordinal)).Where(w => !w.IsPart).ToList();
        if (words.Count == 0)
        {
            return;
        }

        if (isShare)
        {
            shares.Add(([.. words.Select(w => w.Text)], code));
        }
        else if (words.Find(w => w.Kind is WordKind.Number) is { Text: not null } calibre)
        {
            foreach (var noun in words.Where(w => w.Kind is WordKind.Word && !NoNouns.Contains(w.Text)))
            {
                calibres[(calibre.Text, noun.Text)] = code;
            }
        }
        else
        {
            phrases.Add(([.. words.Select(w => w.Text)], code));
        }
    }
}
