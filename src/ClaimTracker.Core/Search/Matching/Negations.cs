using System.Collections.Frozen;

namespace ClaimTracker.Core.Search;

/// <summary>Words that turn a statement round (“not”, لم, “denied”, نفى, “refused”), and the words that each of them turns.</summary>
internal static class Negations
{
    /// <summary>How many content words after it a “not” concerns, and a denial.</summary>
    private const int Reach = 3;
    private const int DenialReach = 8;

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["not", "no", "never", "neither", "nor", "cannot", "لا", "لم", "لن", "ليس", "ليست", "ليسوا", "وليس", "وليست", "ولا", "ولم", "ولن", "مش", "مو", "مفيش", "مافيش", "عدم", "بعدم", "فلم", "فلا", "الا"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
        [
            "deny", "denies", "denied", "denying", "denial", "refute", "refutes", "refuted", "debunk", "debunks", "debunked",
            "نفي", "نفت", "ينفي", "تنفي", "بينفي", "بتنفي", "نفوا", "ينفون", "نافيا", "نافيه", "ونفي", "ونفت", "تكذب", "يكذب", "كذب", "كذبت", "وتنفي", "وينفي", "تنفيان", "ينفيان", "نفيا", "نفيها", "نفيه", "تكذيب",
        ],
        StringComparer.Ordinal);

    /// <summary>These turn what follows too, but say something of their own.</summary>
    private static readonly FrozenSet<string> Refusals = FrozenSet.ToFrozenSet(
        ["refuse", "refuses", "refused", "refusing", "reject", "rejects", "rejected", "رفض", "رفضت", "يرفض", "ترفض", "رفضوا", "ارفض", "نرفض"], StringComparer.Ordinal);

    /// <summary>These call all around them untrue.</summary>
    private static readonly FrozenSet<string> Verdicts = FrozenSet.ToFrozenSet(
        ["fake", "false", "hoax", "untrue", "مفبرك", "مفبركه", "مزيف", "مزيفه", "زائف", "زائفه", "كاذب", "كاذبه", "شائعه", "اشاعه", "الشائعات", "الاشاعات"], StringComparer.Ordinal);

    /// <summary>So do these after a “no”: “no evidence”, لا صحة, لا علاقة, غير صحيح.</summary>
    private static readonly FrozenSet<string> Grounds = FrozenSet.ToFrozenSet(
        ["evidence", "proof", "truth", "basis", "دليل", "صحه", "علاقه", "اساس", "صحيح", "صحيحه", "صحيحا"], StringComparer.Ordinal);

    /// <summary>The words that each negation of the text turns; a sentence ends its reach, and so does a pictogram.</summary>
    public static IReadOnlyList<Negation> Find(string text, IReadOnlyList<Word> words)
    {
        var found = new List<Negation>();
        for (var i = 0; i < words.Count; i++)
        {
            var lacksGround = i + 1 < words.Count && Grounds.Contains(words[i + 1].Text) && (words[i].Text is "غير" || Particles.Contains(words[i].Text));
            if (lacksGround || Verdicts.Contains(words[i].Text))
            {
                found.Add(new Negation([.. Around(words, i)], IsDenial: true));
                continue;
            }

            var isDenial = Denials.Contains(words[i].Text);
            if (isDenial || Particles.Contains(words[i].Text) || Refusals.Contains(words[i].Text) || IsContraction(words, i))
            {
                found.Add(new Negation([.. Turned(text, words, i, isDenial ? DenialReach : Reach)], isDenial));
            }
        }

        return found;
    }

    public static bool IsNegation(string word) => Particles.Contains(word) || Denials.Contains(word);

    private static IEnumerable<string> Around(IReadOnlyList<Word> words, int at) =>
        words.Where((w, i) => i != at && !Grounds.Contains(w.Text) && Math.Abs(i - at) <= 2 * DenialReach && w.Kind is WordKind.Word && !StopWords.Contains(w.Text) && !IsNegation(w.Text)).Select(w => w.Stem);

    private static IEnumerable<string> Turned(string text, IReadOnlyList<Word> words, int at, int reach)
    {
        for (var next = at + 1; reach > 0 && next < words.Count && !IsParted(text.AsSpan(words[next - 1].End, Math.Max(0, words[next].Start - words[next - 1].End))); next++)
        {
            if (words[next].Kind is WordKind.Word && !StopWords.Contains(words[next].Text) && !IsNegation(words[next].Text))
            {
                yield return words[next].Stem;
                reach--;
            }
        }
    }

    private static bool IsParted(ReadOnlySpan<char> between)
    {
        foreach (var sign in between)
        {
            if (!char.IsWhiteSpace(sign) && !char.IsLetterOrDigit(sign) && !"\"'’‘“”«»()-–%$€£٪ـ".Contains(sign))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“isn’t” and “won’t”, which the fold takes apart or not.</summary>
    private static bool IsContraction(IReadOnlyList<Word> words, int at) =>
        (words[at].Text is "t" && at > 0 && words[at - 1].Text.EndsWith('n'))
        || words[at].Text is "isnt" or "arent" or "wasnt" or "werent" or "dont" or "doesnt" or "didnt" or "wont" or "cant" or "couldnt" or "hasnt" or "havent" or "hadnt" or "wouldnt";
}

/// <summary>What one negation turns, as stems.</summary>
internal sealed record Negation(IReadOnlyList<string> Turned, bool IsDenial)
{
    /// <summary>Whether it concerns what the other text is about: most of its words are there; of a denial, some.</summary>
    public bool Concerns(MatchText other)
    {
        var shared = Turned.Count(s => other.Stems.Contains(s) || other.Near(s) is not null);
        return IsDenial ? shared * 5 >= Turned.Count * 2 && shared > 0 : shared * 2 > Turned.Count;
    }
}
