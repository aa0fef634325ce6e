using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>Whom a text names as the one who says it: “X said”, “according to X”, قال X, بحسب X, “X: …”.</summary>
internal static class Speakers
{
    private const int LongestName = 6;

    private static readonly FrozenSet<string> SpeechBefore = FrozenSet.ToFrozenSet(
        [
            "said", "says", "say", "announced", "announces", "reported", "reports", "told", "tells", "warned", "warns", "claimed", "claims", "stated", "states", "confirmed", "confirms", "estimated", "added",
            "denied", "denies", "deny", "admitted", "wrote", "insists", "insisted", "promised",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> SpeechAfter = FrozenSet.ToFrozenSet(
        [
            "قال", "قالت", "يقول", "تقول", "اعلن", "اعلنت", "يعلن", "تعلن", "اكد", "اكدت", "يوكد", "توكد", "صرح", "صرحت", "افاد", "افادت", "ذكر", "ذكرت", "اوضح", "اوضحت", "كشف", "كشفت", "حذر", "حذرت",
            "نفي", "نفت", "ينفي", "تنفي", "بحسب", "حسب", "وفق", "وفقا", "راي", "اعتبر", "قدرت", "قدر", "احصت", "ابلغت",
        ],
        StringComparer.Ordinal);

    /// <summary>Offices and bodies in general: alone they name nobody.</summary>
    private static readonly FrozenSet<string> General = FrozenSet.ToFrozenSet(
        Words.Of("""
            minister ministry president prime chief head director spokesman spokeswoman spokesperson official officials government agency authority office department mayor governor leader general senator party council
            company union video photo picture claim fact check watch report reports study state states national country former senior
            وزير وزيرة وزارة رئيس رئيسة الرئيس مدير مديرة متحدث متحدثة الناطق باسم مسؤول مسؤولون حكومة وكالة هيئة مكتب دائرة عمدة حاكم زعيم قائد نقيب نقيبة حزب مجلس شركة اتحاد تقرير دراسة دولة مصدر مصادر عاجل فيديو صورة شاهد بالفيديو رسميا
            """).Select(w => w.Stem), StringComparer.Ordinal);

    /// <summary>Whether a word only says what kind of office or body somebody is.</summary>
    public static bool IsGeneral(string stem) => General.Contains(stem);

    /// <summary>The stems of the speaker's name with its words as written; nothing when nobody is named.</summary>
    public static Speaker? Find(string text, IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var speaker = words[i].Text switch
            {
                "according" when i + 1 < words.Count && words[i + 1].Text is "to" => Following(text, words, i + 2),
                var speech when SpeechBefore.Contains(speech) => Preceding(text, words, i - 1) ?? Following(text, words, i + 1),
                var speech when SpeechAfter.Contains(speech) => Following(text, words, i + 1) ?? Preceding(text, words, i - 1),
                _ => null,
            };
            if (speaker is not null)
            {
                return speaker;
            }
        }

        return Leading(text, words);
    }

    /// <summary>“Lotfi: inflation is past its peak”.</summary>
    private static Speaker? Leading(string text, IReadOnlyList<Word> words)
    {
        var last = 0;
        while (last < words.Count && last < LongestName && !Parted(text, words, last, ":"))
        {
            if (Parted(text, words, last, ".!?؟\n") || words[last].Kind is WordKind.Number)
            {
                return null;
            }

            last++;
        }

        return last < words.Count - 1 && last < LongestName ? Of(text, words, 0, last) : null;
    }

    private static Speaker? Preceding(string text, IReadOnlyList<Word> words, int last)
    {
        var first = last;
        while (first > 0 && last - first < LongestName - 1 && !Parted(text, words, first - 1, ",،.!?؟:;؛\n\"“”«»") && words[first - 1].Kind is WordKind.Word)
        {
            first--;
        }

        return last < 0 || words[last].Kind is WordKind.Number || Parted(text, words, last, ".!?؟:\n") ? null : Of(text, words, first, last);
    }

    private static Speaker? Following(string text, IReadOnlyList<Word> words, int first)
    {
        first += first < words.Count && words[first].Text is "the" ? 1 : 0;
        var last = first;
        while (last + 1 < words.Count && last + 1 - first < LongestName && words[last + 1].Kind is WordKind.Word
            && !Parted(text, words, last, ",،.!?؟:;؛\n\"“”«»") && !BeginsClause(words[last + 1].Text))
        {
            last++;
        }

        return first >= words.Count || words[first].Kind is WordKind.Number || BeginsClause(words[first].Text) || Parted(text, words, first - 1, ",،.!?؟\n\"“”«") ? null : Of(text, words, first, last);
    }

    private static bool BeginsClause(string word) => word is "ان" or "انه" or "انها" or "انهم" or "بان" or "عن" or "في" or "that" or "in" or "on" or "the" or "it" or "عزم" or "نيه" or "هذا";

    private static bool Parted(string text, IReadOnlyList<Word> words, int after, string marks) =>
        after >= 0 && after + 1 < words.Count && text.AsSpan(words[after].End, Math.Max(0, words[after + 1].Start - words[after].End)).IndexOfAny(marks) >= 0;

    private static Speaker? Of(string text, IReadOnlyList<Word> words, int first, int last)
    {
        var named = Enumerable.Range(first, last - first + 1).Select(i => words[i])
            .Where(w => w.Kind is WordKind.Word && w.Text.Length > 1 && !StopWords.Contains(w.Text) && !General.Contains(w.Stem) && !Negations.IsNegation(w.Text)).ToList();
        return named.Count == 0 ? null : new Speaker([.. named], text[words[first].Start..words[last].End]);
    }
}

/// <summary>The words of a speaker's name that tell him from others, and all of it as written.</summary>
public sealed record Speaker(IReadOnlyList<Word> Words, string Name);
