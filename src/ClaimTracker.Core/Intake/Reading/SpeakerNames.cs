using System.Collections.Frozen;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Where a name that follows its verb begins and ends: names in quotation marks, to whom it is said, and what is said.</summary>
internal static class SpeakerNames
{
    private const int LongestQuotedName = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = IntakeLists.Read("speaker-words");

    /// <summary>With the quotation mark that closes at its end.</summary>
    public static TextRange RangeOf(SentenceWords words, int first, int last)
    {
        var range = words.Range(first, last);
        var name = words.Text.AsSpan(range.Start, range.Length);
        var isOpen = name.LastIndexOf('«') > name.LastIndexOf('»') && range.End < words.Text.Length && words.Text[range.End] is '»';
        return isOpen ? new TextRange(range.Start, range.Length + 1) : range;
    }

    /// <summary>«قناة «المدى»»: the last word of the name in quotation marks that follows.</summary>
    public static int? QuotedAfter(SentenceWords words, int noun)
    {
        if (!Lists["named"].Contains(words.Words[noun].Text) || words.GapBefore(noun + 1) is not " «")
        {
            return null;
        }

        var last = Enumerable.Range(noun + 1, LongestQuotedName).FirstOrDefault(i => i < words.Words.Count && (i + 1 == words.Words.Count ? words.Text.IndexOf('»', words.Words[i].End) >= 0 : words.GapBefore(i + 1).Contains('»')));
        return last == 0 ? null : last;
    }

    /// <summary>«أكد لـ«الأفق» مصدر», «صرح للصحافيين الوزير»: the place after them, when a name may follow.</summary>
    public static int AfterAudience(SentenceWords words, int at)
    {
        if (words.IsWord(at, "ل") && at + 1 < words.Words.Count && words.GapBefore(at + 1).Contains('«'))
        {
            var last = Enumerable.Range(at + 1, LongestQuotedName).FirstOrDefault(i => i + 1 < words.Words.Count && words.GapBefore(i + 1).Contains('»'));
            return last == 0 ? at : last + 1;
        }

        var isAudience = at + 1 < words.Words.Count && words.Words[at].Text is ['ل', 'ل', _, _, ..] && Lists["audience"].Contains(words.Words[at].Text) && words.GapBefore(at + 1) is " ";
        return isAudience && !Lists["clause"].Contains(words.Words[at + 1].Text) ? at + 1 : at;
    }

    /// <summary>«نفت الشركة الخبر», «رفض الناخبون الخطة»: of two definite words the other is no adjective of the first, which it would agree with.</summary>
    public static bool IsObject(SentenceWords words, int first, int at)
    {
        var (noun, other) = (words.Words[first].Text, words.Words[at].Text);
        if (at != first + 1 || noun is not ['ا', 'ل', _, _, ..] || other is not ['ا', 'ل', _, _, ..] || other[^1] is 'ي' or 'ا')
        {
            return false;
        }

        return Lists["institution"].Contains(noun) ? other[^1] is not 'ه' : IsPeople(noun) && !IsPeople(other);
    }

    /// <summary>«الناخبون»; «الناخبين» too, which is no subject.</summary>
    private static bool IsPeople(string word) => word.EndsWith("ون", StringComparison.Ordinal) || word.EndsWith("ين", StringComparison.Ordinal);
}
