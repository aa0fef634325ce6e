using System.Globalization;

namespace ClaimTracker.Core.Search;

/// <summary>Takes a text apart into words. Pure; never throws; the same on save and on query.</summary>
public static class Words
{
    /// <summary>The words of a text in their order; a quantity is followed by its parts.</summary>
    public static IReadOnlyList<Word> Of(string? text)
    {
        var words = new List<Word>();
        Read(text, new List<FoldedWord>(((text?.Length ?? 0) / 6) + 1), words);
        return words;
    }

    /// <summary>The same with lists that are used again for every text; what they held is forgotten.</summary>
    internal static void Read(string? text, List<FoldedWord> folded, List<Word> words)
    {
        folded.Clear();
        words.Clear();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        FoldScanner.Scan(text, folded);
        var reader = new QuantityReader(folded, text);
        for (var i = 0; i < folded.Count; i++)
        {
            var count = reader.Read(i, out var value);
            if (count == 0)
            {
                words.Add(Plain(folded[i], isPart: false));
                continue;
            }

            var number = value.ToString("0.############################", CultureInfo.InvariantCulture);
            var start = folded[i].Start;
            words.Add(new Word(number, number, start, folded[i + count - 1].End - start, WordKind.Number));
            for (var part = i; part < i + count; part++)
            {
                words.Add(Plain(folded[part], isPart: true));
            }

            i += count - 1;
        }
    }

    /// <summary>A folded word without its affixes, by the script it is written in.</summary>
    public static string StemOf(string word) => word switch
    {
        [>= 'a' and <= 'z', ..] => ProtectedNames.Contains(word) ? word : EnglishStem.Of(word),
        [var first, ..] when FoldMap.IsArabic(first) => ArabicStem.Of(word),
        _ => word,
    };

    private static Word Plain(FoldedWord word, bool isPart) => word.IsNumber
        ? new Word(word.Text, word.Text, word.Start, word.End - word.Start, WordKind.Number) { IsPart = isPart }
        : new Word(word.Text, KnownWords.StemOf(word.Text), word.Start, word.End - word.Start, WordKind.Word) { IsPart = isPart };
}
