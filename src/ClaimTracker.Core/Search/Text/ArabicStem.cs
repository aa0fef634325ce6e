using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Light stems of folded Arabic words in the manner of light10: clitics, article and common endings are taken off as long as three
/// letters stay. Words whose first or last letters only look like affixes, and broken plurals, are listed.
/// </summary>
public static class ArabicStem
{
    private const int Shortest = 3;

    /// <summary>Clitics with the article; longest first.</summary>
    private static readonly string[] Articles = ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال"];

    /// <summary>Taken off once each, in this order.</summary>
    private static readonly string[] Possessives = ["هما", "كما", "ها", "هم", "هن", "كم", "نا"];

    private static readonly string[] Endings = ["تان", "تين", "اته", "ته", "وا", "ان", "ات", "ون", "ين"];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> KnownStem;

    /// <summary>Each line is a word that is its own stem, or a broken plural (or another spelling) and its singular.</summary>
    static ArabicStem()
    {
        var lines = SearchData.Lines("arabic-words").Select(l => FoldScanner.Scan(l).ConvertAll(w => w.Text)).ToList();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in lines.Where(l => l.Count == 1).Select(l => l[0]))
        {
            known[word] = word;
        }

        // The singulars are stemmed by the rules, which need the first part of the list.
        KnownStem = known.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var pair in lines.Where(l => l.Count == 2))
        {
            known[pair[0]] = WithoutEndings(pair[1], out var stem) ?? new string(stem);
        }

        KnownStem = known.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The stem of a folded word; names on the list lose their clitics only. What is left after each clitic is taken as a word of its
    /// own, so that a word has the same stem with and without it.
    /// </summary>
    public static string Of(string word)
    {
        if (word.Length is 0 or > Word.MaxLength)
        {
            return word;
        }

        var rest = word.AsSpan();
        while (true)
        {
            if (ProtectedNames.Contains(rest))
            {
                return Text(word, rest);
            }

            if (WithoutEndings(rest, out var stem) is { } known)
            {
                return known;
            }

            var hasClitic = rest[0] is 'و' or 'ف' or 'ب' or 'ل' or 'ك' || IsFuture(rest);
            var article = ArticleOf(rest);
            if (hasClitic && IsWhole(rest[1..]))
            {
                rest = rest[1..];
            }
            else if (article > 0)
            {
                rest = rest[article..];
            }
            else if (hasClitic && MayLoseFirst(rest, stem))
            {
                rest = rest[1..];
            }
            else
            {
                return Text(word, stem);
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (ProtectedNames.Contains(rest) || WithoutEndings(rest, out _) is not null);

    /// <summary>Three letters stay without the endings; after “and” they may be part of them.</summary>
    private static bool MayLoseFirst(ReadOnlySpan<char> rest, ReadOnlySpan<char> stem) =>
        stem.Length > Shortest || (rest[0] == 'و' && rest.Length > Shortest + 1);

    private static bool IsFuture(ReadOnlySpan<char> rest) => rest is ['س', 'ي' or 'ت' or 'ن', _, _, _, ..];

    private static int ArticleOf(ReadOnlySpan<char> word)
    {
        foreach (var article in Articles)
        {
            if (word.Length >= article.Length + 2 && word.StartsWith(article, StringComparison.Ordinal))
            {
                return article.Length;
            }
        }

        return 0;
    }

    /// <summary>The stem of a word that is known, with or without its endings; else null, and what is left of it.</summary>
    private static string? WithoutEndings(ReadOnlySpan<char> word, out ReadOnlySpan<char> rest)
    {
        rest = word;
        if (KnownStem.TryGetValue(rest, out var known)
            || (rest.Length > Shortest && rest[^1] is 'ا' or 'ه' && KnownStem.TryGetValue(rest[..^1], out known))
            || (rest.EndsWith("اوه", StringComparison.Ordinal) && KnownStem.TryGetValue(rest[..^2], out known)))
        {
            return known;
        }

        // What has the article has no possessive; what only looks so is longer.
        var isLong = !word.StartsWith("ال", StringComparison.Ordinal) || word.Length > 7;
        if (isLong && Lose(ref rest, Possessives))
        {
            // The taa marbuta opened before a possessive, and a hamza got its seat: حكومتهم, حلفاؤهم.
            var hasChangedEnd = rest[^1] == 'ت' || rest.EndsWith("او", StringComparison.Ordinal);
            rest = rest.Length > Shortest && hasChangedEnd && !KnownStem.ContainsKey(rest) ? rest[..^1] : rest;
            if (IsKnown(rest, out known))
            {
                return known;
            }
        }

        if (Lose(ref rest, Endings) && IsKnown(rest, out known))
        {
            return known;
        }

        // Letters that end a word in many ways; each once, in this order.
        foreach (var last in "اهتي")
        {
            if (rest.Length > (last == 'ا' ? Shortest + 1 : Shortest) && rest[^1] == last)
            {
                rest = rest[..^1];
                if (KnownStem.TryGetValue(rest, out known))
                {
                    return known;
                }
            }
        }

        return null;
    }

    /// <summary>As it stands or with the taa marbuta it lost.</summary>
    private static bool IsKnown(ReadOnlySpan<char> word, [NotNullWhen(true)] out string? stem)
    {
        if (KnownStem.TryGetValue(word, out stem))
        {
            return true;
        }

        Span<char> whole = stackalloc char[Word.MaxLength + 1];
        word.CopyTo(whole);
        whole[word.Length] = 'ه';
        return KnownStem.TryGetValue(whole[..(word.Length + 1)], out stem);
    }

    private static bool Lose(ref ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                return true;
            }
        }

        return false;
    }

    private static string Text(string word, ReadOnlySpan<char> stem) => stem.Length == word.Length ? word : new string(stem);
}
