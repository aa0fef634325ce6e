using System.Buffers;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Search;

/// <summary>What the words around a number say about how exact it is: “about”, «ما لا يقل عن», “or more”.</summary>
internal static class QuantityModifiers
{
    /// <summary>«لا يزيد عدد الأطباء على 200»: so many words stand in a phrase that has a gap.</summary>
    private const int LongestGap = 4;

    /// <summary>«يزيد عدد المركبات الكهربائية المسجلة في الإمارة على»: more words when the phrase is closed after them.</summary>
    private const int LongestClosedGap = 8;

    private const string GapMark = "*";

    /// <summary>By whether they stand before the number, and the word next to it: an asterisk where that may be any.</summary>
    private static readonly ILookup<(bool IsBefore, string Next), Phrase> Phrases = Read();

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?؟؛;:\n،,()");

    /// <summary>What is said before the number at that place or by a sign on it, and the place of the first word that says it.</summary>
    public static (FigureModifier Modifier, int First)? Before(string text, List<Word> words, int number)
    {
        if (IsSign(text, words[number].Start - 1, '~', '≈'))
        {
            return (FigureModifier.About, number);
        }

        foreach (var (modifier, phrase, _) in EndingAt(words, number - 1))
        {
            if (StartOf(text, words, number - 1, phrase) is { } first)
            {
                return (modifier, first);
            }
        }

        return IsSign(text, words[number].End, '+', '+') ? (FigureModifier.AtLeast, number) : null;
    }

    /// <summary>What the phrase from that word on says about the number before, unless it goes with the next one; and its last word.</summary>
    public static (FigureModifier Modifier, int Last)? After(string text, List<Word> words, int at)
    {
        foreach (var (modifier, phrase, _) in at < words.Count ? Phrases[(false, words[at].Text)] : [])
        {
            var end = at + phrase.Length;
            if (end <= words.Count && IsOnePhrase(text, words, at)
                && (end == words.Count || (words[end].Kind == WordKind.Word && words[end].Text != "than") || !IsOnePhrase(text, words, end))
                && phrase.Select((p, i) => words[at + i].Text == p).All(isSame => isSame))
            {
                return (modifier, end - 1);
            }
        }

        return null;
    }

    /// <summary>Nothing ends a phrase between the word at that place and the one before.</summary>
    public static bool IsOnePhrase(string text, List<Word> words, int at)
    {
        var from = words[at - 1].End;
        return from > words[at].Start || !text.AsSpan(from, words[at].Start - from).ContainsAny(Stops);
    }

    /// <summary>The phrases that may end at that word, the longer ones first.</summary>
    private static IEnumerable<Phrase> EndingAt(List<Word> words, int last)
    {
        if (last < 0)
        {
            return [];
        }

        var word = words[last].Text;
        var bare = word.Length > 1 ? Phrases[(true, word[1..])].Where(p => p.Words.Length == 1) : [];
        return Phrases[(true, word)].Concat(bare).Concat(Phrases[(true, GapMark)]).OrderBy(p => p.Order);
    }

    /// <summary>Where the phrase begins that ends at that word, its first word perhaps with a clitic: «ونحو».</summary>
    private static int? StartOf(string text, List<Word> words, int last, string[] phrase)
    {
        var at = last;
        for (var part = phrase.Length - 1; part >= 0; part--)
        {
            if (phrase[part] == GapMark)
            {
                at = SkipGap(text, words, at, phrase[part - 1], isFirst: part == 1, part == phrase.Length - 1 ? LongestGap : LongestClosedGap);
                continue;
            }

            if (at < 0 || !IsOnePhrase(text, words, at + 1) || !(words[at].Text == phrase[part] || (part == 0 && IsWithClitic(words[at].Text, phrase[0]))))
            {
                return null;
            }

            at--;
        }

        return at + 1;
    }

    /// <summary>The nearest earlier place of the word before a gap, or that where it should have been.</summary>
    private static int SkipGap(string text, List<Word> words, int at, string wanted, bool isFirst, int longest)
    {
        for (var skipped = 0; skipped <= longest && at - skipped >= 0; skipped++)
        {
            var word = words[at - skipped];
            if (word.Text == wanted || (isFirst && IsWithClitic(word.Text, wanted)))
            {
                return at - skipped;
            }

            if (word.Kind is WordKind.Number || !IsOnePhrase(text, words, at - skipped + 1))
            {
                break;
            }
        }

        return at;
    }

    private static bool IsWithClitic(string word, string phrase) =>
        word.Length == phrase.Length + 1 && word[0] is 'و' or 'ف' or 'ب' or 'ل' && word.EndsWith(phrase, StringComparison.Ordinal);

    private static bool IsSign(string text, int at, char one, char other) => at >= 0 && at < text.Length && (text[at] == one || text[at] == other);

    private static ILookup<(bool IsBefore, string Next), Phrase> Read() =>
        SearchData.Lines("quantity-modifiers")
            .Select(line => line.Split(' ', 3))
            .Select(p => (IsBefore: p[1] == "before", Modifier: Enum.Parse<FigureModifier>(p[0]),
                Words: p[2].Split(' ').SelectMany(w => w == GapMark ? [w] : TextFold.Fold(w).Split(' ')).ToArray()))
            .OrderByDescending(p => p.Words.Length)
            .Select((p, i) => (p.IsBefore, Phrase: new Phrase(p.Modifier, p.Words, i)))
            .ToLookup(p => (p.IsBefore, p.IsBefore ? p.Phrase.Words[^1] : p.Phrase.Words[0]), p => p.Phrase);

    private sealed record Phrase(FigureModifier Modifier, string[] Words, int Order);
}
