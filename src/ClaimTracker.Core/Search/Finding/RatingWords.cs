namespace ClaimTracker.Core.Search;

/// <summary>What people call ratings besides their labels, folded, and the codes they mean.</summary>
internal static class RatingWords
{
    private static readonly (string[] Words, string[] Codes)[] Table =
    [
        .. new (string Phrase, string[] Codes)[]
        {
            ("زائف جزئيًا", ["PartlyTrue"]), ("خطأ جزئيًا", ["PartlyTrue"]), ("صحيح جزئيًا", ["PartlyTrue"]), ("صحيح إجمالًا", ["MostlyTrue"]), ("غير صحيح", ["False"]), ("غير دقيق", ["Inaccurate", "False", "Misleading"]),
            ("غير مؤكد", ["Unproven"]), ("غير مثبت", ["Unproven"]), ("غير قابل للتحقق", ["NotCheckable"]), ("سياق ناقص", ["MissingContext", "Misleading"]), ("خارج السياق", ["MissingContext", "Misleading"]),
            ("متنازع عليه", ["Disputed"]), ("روايات متضاربة", ["Disputed"]), ("محتوى ساخر", ["Satire"]), ("منسوب خطأً", ["Misattributed"]), ("لم يقل", ["NotSaid"]),
            ("زائف", ["False", "Fabricated"]), ("خاطئ", ["False"]), ("خطأ", ["False"]), ("كاذب", ["False", "Fabricated"]), ("كذب", ["False", "Fabricated"]), ("مزيف", ["Fabricated", "False"]), ("ملفق", ["Fabricated", "False"]),
            ("مفبرك", ["Fabricated", "False"]), ("إشاعة", ["False", "Unproven"]), ("شائعة", ["False", "Unproven"]), ("هزلي", ["Satire"]), ("ساخر", ["Satire"]), ("مضلل", ["Misleading"]), ("صحيح", ["True"]),
            ("mostly true", ["MostlyTrue"]), ("partly true", ["PartlyTrue"]), ("partly false", ["PartlyTrue"]), ("half true", ["PartlyTrue"]), ("missing context", ["MissingContext", "Misleading"]),
            ("out of context", ["MissingContext", "Misleading"]), ("not checkable", ["NotCheckable"]), ("not said", ["NotSaid"]), ("false", ["False"]), ("fake", ["False", "Fabricated"]), ("hoax", ["Fabricated", "False"]),
            ("fabricated", ["Fabricated", "False"]), ("wrong", ["False"]), ("untrue", ["False"]), ("debunked", ["False"]), ("incorrect", ["False", "Inaccurate"]), ("inaccurate", ["Inaccurate"]), ("misleading", ["Misleading"]),
            ("unproven", ["Unproven"]), ("unverified", ["Unproven"]), ("unconfirmed", ["Unproven"]), ("rumour", ["False", "Unproven"]), ("rumor", ["False", "Unproven"]), ("disputed", ["Disputed"]), ("satire", ["Satire"]),
            ("misattributed", ["Misattributed"]), ("true", ["True"]), ("outdated", ["Outdated"]),
        }.Select(p => (Words.Of(p.Phrase).Select(w => w.Text).ToArray(), p.Codes)).OrderByDescending(p => p.Item1.Length),
    ];

    /// <summary>The longest phrase that begins at a word, and the codes it means.</summary>
    public static (int Length, IReadOnlyList<string> Codes)? At(IReadOnlyList<Word> words, int start)
    {
        foreach (var (phrase, codes) in Table)
        {
            if (start + phrase.Length <= words.Count && phrase.Select((p, i) => p == words[start + i].Text).All(same => same))
            {
                return (phrase.Length, codes);
            }
        }

        return null;
    }

    /// <summary>The codes a whole value means; none when it is no word for a rating.</summary>
    public static IReadOnlyList<string> Of(string value)
    {
        var words = Words.Of(value);
        return At(words, 0) is { } found && found.Length == words.Count ? found.Codes : [];
    }
}
