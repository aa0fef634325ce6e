using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>Numbers hidden in words: ordinals (“fifth visit”, الملء الرابع) and Arabic duals (أسبوعين, صاروخان).</summary>
internal static class SmallNumbers
{
    /// <summary>Marks what an ordinal counts, which is not what a number counts: the second week is not two weeks.</summary>
    private const string Nth = "nth ";

    private static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "second third fourth fifth sixth seventh eighth ninth tenth", "ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر", "ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره");

    /// <summary>Folded stems of duals, without their ending.</summary>
    private static readonly FrozenSet<string> Counted = FrozenSet.ToFrozenSet(
        Words.Of("يوم أسبوع شهر عام سنة ساعة دقيقة مرة دولار جنيه دينار درهم ريال يورو كيلومتر متر طن برميل صاروخ طائرة مسيرة سفينة دبابة قتيل جريح شخص طفل طفلة جندي رجل امرأة مدني عامل سباح دولة مدينة قرية حاوية شاحنة")
            .Select(w => w.Text.TrimEnd('ه')), StringComparer.Ordinal);

    /// <summary>The number in the word at that place, with the stems of what it counts.</summary>
    public static (int Number, IReadOnlyList<string> Unit)? Find(IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        var follows = at > 0 && words[at - 1].Kind is WordKind.Number;
        if (word.Kind is not WordKind.Word || follows)
        {
            return null;
        }

        var bare = word.Text.StartsWith("ال", StringComparison.Ordinal) ? word.Text[2..] : word.Text;
        if (Ordinals.TryGetValue(bare, out var ordinal))
        {
            // The counted word follows, or in Arabic with the article goes before.
            var counted = bare.Length < word.Text.Length ? at - 1 : at + 1;
            return counted >= 0 && counted < words.Count && words[counted].Kind is WordKind.Word ? (ordinal, [Nth + words[counted].Stem]) : null;
        }

        return DualOf(word.Text) is { } ? (2, [word.Stem]) : null;
    }

    private static string? DualOf(string word)
    {
        if (word.Length < 5 || !(word.EndsWith("ين", StringComparison.Ordinal) || word.EndsWith("ان", StringComparison.Ordinal)))
        {
            return null;
        }

        var counted = word[..^2].TrimEnd('ت');
        return Counted.Contains(counted) || (word[0] is 'ب' or 'ل' or 'و' && Counted.Contains(counted[1..])) ? counted : null;
    }

    private static FrozenDictionary<string, int> Numbered(params string[] lists) =>
        lists.SelectMany(l => l.Split(' ').Select((word, i) => (word, i + 2))).ToFrozenDictionary(w => w.word, w => w.Item2, StringComparer.Ordinal);
}
