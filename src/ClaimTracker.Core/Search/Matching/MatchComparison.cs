namespace ClaimTracker.Core.Search;

/// <summary>Compares a text with one wording of a claim in the text's language.</summary>
internal sealed class MatchComparison
{
    /// <summary>Credit for another form or spelling of a word.</summary>
    private const double NearCredit = 0.7;

    /// <summary>The passage of a long text that is compared has at least so many words, or so many times the wording's.</summary>
    private const int ShortestPassage = 14;
    private const int PassageFactor = 2;

    /// <summary>Characters beside the passage that still belong to it: a number before its first word.</summary>
    private const int Margin = 20;

    /// <summary>Share of common phrases from which a replaced word is more likely another claim than another wording, and how many words that are.</summary>
    private const double NearlySame = 0.33;
    private const int LongestReplaced = 4;

    /// <summary>A person's name has so many words; the last is enough.</summary>
    private const int ShortName = 3;

    private readonly MatchText text;
    private readonly MatchWording wording;
    private readonly Func<string, double> rarity;
    private readonly double[] credits;
    private readonly double[] weights;
    private readonly int first;
    private readonly int last;

    /// <param name="text">The text that is looked up.</param>
    /// <param name="wording">A wording of the claim.</param>
    /// <param name="rarity">Weight of a stem: the rarer, the more.</param>
    /// <param name="weights">The same of the text's words, in their order.</param>
    public MatchComparison(MatchText text, MatchWording wording, Func<string, double> rarity, double[] weights)
    {
        this.text = text;
        this.wording = wording;
        this.rarity = rarity;
        this.weights = weights;
        credits = [.. text.Content.Select(w => Credit(w.Stem))];
        (first, last) = Passage();
    }

    public MatchFeatures Features(double bm25)
    {
        var numbers = new NumberAgreement(InPassage(text.Numbers, n => n.Start), wording.Numbers);
        var dates = new DateAgreement([.. InPassage(text.Dates, d => d.Start).Select(d => d.Date)], wording);
        return new MatchFeatures
        {
            TextCovered = Share(first, last),
            ClaimCovered = ClaimCovered(),
            Phrases = Phrases(),
            Letters = Letters(),
            NumbersAgree = numbers.Share,
            NumberDiffers = numbers.Differences.Count > 0 ? 1 : 0,
            DatesAgree = dates.Agreeing.Count > 0 ? 1 : 0,
            DateDiffers = dates.Difference is null ? 0 : 1,
            SpeakerNamed = SpeakersNamed().Any() ? 1 : 0,
            SpeakerDiffers = OtherSpeaker() is null ? 0 : 1,
            Negated = Negation() is null ? 0 : 1,
            WordsReplaced = Replaced() is null ? 0 : 1,
            Bm25 = bm25,
        };
    }

    public Match Result(int number, double score, MatchBand band, MatchFeatures features)
    {
        var numbers = new NumberAgreement(InPassage(text.Numbers, n => n.Start), wording.Numbers);
        var dates = new DateAgreement([.. InPassage(text.Dates, d => d.Start).Select(d => d.Date)], wording);
        return new Match
        {
            Number = number,
            Score = score,
            Band = band,
            Words = [.. Enumerable.Range(first, last - first + 1).Where(i => credits[i] > 0).Select(i => text.Content[i].Text).Distinct(StringComparer.Ordinal)],
            Names = [.. SpeakersNamed().Distinct(StringComparer.Ordinal)],
            Numbers = numbers.Agreeing,
            Dates = dates.Agreeing,
            Differences = [.. numbers.Differences, .. new MatchDifference?[] { dates.Difference, OtherSpeaker(), Negation(), Replaced() }.OfType<MatchDifference>()],
            Features = features,
        };
    }

    private double Credit(string stem) =>
        wording.Text.Stems.Contains(stem) || wording.Claim.SpeakerStems.Contains(stem) ? 1 : wording.Text.Near(stem) is null ? 0 : NearCredit;

    /// <summary>The run of words that has most in common with the wording; the whole of a short text.</summary>
    private (int First, int Last) Passage()
    {
        var length = Math.Max(ShortestPassage, PassageFactor * wording.Text.Content.Count);
        var best = 0;
        if (text.Content.Count > length)
        {
            var sum = 0.0;
            var most = double.MinValue;
            for (var i = 0; i < text.Content.Count; i++)
            {
                sum += credits[i] * weights[i];
                sum -= i >= length ? credits[i - length] * weights[i - length] : 0;
                if (i >= length - 1 && sum > most)
                {
                    (most, best) = (sum, i - length + 1);
                }
            }
        }

        return (best, Math.Min(text.Content.Count, best + length) - 1);
    }

    private double Share(int from, int to)
    {
        double matched = 0, all = 0;
        for (var i = from; i <= to; i++)
        {
            matched += credits[i] * weights[i];
            all += weights[i];
        }

        return all > 0 ? matched / all : 0;
    }

    private double ClaimCovered()
    {
        double matched = 0, all = 0;
        foreach (var stem in wording.Text.Stems)
        {
            var weight = rarity(stem);
            all += weight;
            matched += weight * (text.Stems.Contains(stem) ? 1 : text.Near(stem) is null ? 0 : NearCredit);
        }

        return all > 0 ? matched / all : 0;
    }

    private double Phrases()
    {
        var shared = 0;
        var pairs = Math.Max(1, Math.Min(last - first, wording.Text.Pairs.Count));
        for (var i = first; i < last; i++)
        {
            shared += wording.Text.Pairs.Contains((text.Content[i].Stem, text.Content[i + 1].Stem)) ? 1 : 0;
        }

        return Math.Min(1, (double)shared / pairs);
    }

    /// <summary>Words in the place of others between the same neighbours, in wordings that are otherwise nearly the same.</summary>
    private OtherWords? Replaced()
    {
        if (Phrases() < NearlySame)
        {
            return null;
        }

        var claim = wording.Text.Content;
        for (var i = first; i <= last; i++)
        {
            var end = i;
            while (end <= last && credits[end] == 0)
            {
                end++;
            }

            if (end > i && end - i <= LongestReplaced && PlaceOf(claim, i - 1, end) is var (from, to) && from <= to)
            {
                return new OtherWords(Written(text, i, end - 1), Written(wording.Text, from, to));
            }

            i = end;
        }

        return null;
    }

    /// <summary>The unmatched words of the claim between the words of the text before and after a gap; nothing there counts at its ends.</summary>
    private (int From, int To) PlaceOf(IReadOnlyList<Word> claim, int before, int after)
    {
        var from = before < first ? 0 : IndexOf(claim, text.Content[before].Stem) + 1;
        var to = after > last ? claim.Count - 1 : IndexOf(claim, text.Content[after].Stem) - 1;
        var isGap = (before < first || from > 0) && (after > last || to >= 0) && to - from < LongestReplaced
            && Enumerable.Range(from, Math.Max(0, to - from + 1)).All(i => !text.Stems.Contains(claim[i].Stem) && text.Near(claim[i].Stem) is null);
        return isGap ? (from, to) : (0, -1);
    }

    private static int IndexOf(IReadOnlyList<Word> words, string stem)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (MatchText.AreNear(words[i].Stem, stem))
            {
                return i;
            }
        }

        return -2;
    }

    private static string Written(MatchText text, int from, int to) => text.Written(text.Content[from].Start, text.Content[to].End);

    private double Letters()
    {
        if (last < first)
        {
            return 0;
        }

        var own = text.Trigrams(first, last);
        var other = wording.Grams;
        var shared = own.Count(other.Contains);
        return 2.0 * shared / Math.Max(1, own.Count + other.Count);
    }

    private IEnumerable<T> InPassage<T>(IEnumerable<T> found, Func<T, int> start)
    {
        if (last < first || (first == 0 && last == text.Content.Count - 1))
        {
            return found;
        }

        var (from, to) = (text.Content[first].Start - Margin, text.Content[last].End + Margin);
        return found.Where(f => start(f) >= from && start(f) <= to);
    }

    /// <summary>Names of the claim's speakers of which the text has most words, or of a short one the last.</summary>
    private IEnumerable<string> SpeakersNamed() =>
        from speaker in wording.Claim.SpeakerKeys
        let key = speaker.Stems.Where(IsOnlyAName).ToList()
        let named = key.Count(text.Stems.Contains)
        where 2 * named > key.Count || (named > 0 && key.Count <= ShortName && text.Stems.Contains(key[^1]))
        select speaker.Name;

    /// <summary>The canal of “the canal authority” names nobody where the claim is about a canal.</summary>
    private bool IsOnlyAName(string stem) => wording.Text.Content.Count(w => w.Stem == stem) < 2;

    private OtherSpeaker? OtherSpeaker()
    {
        if (text.Speaker is not { } speaker || SpeakersNamed().Any() || (wording.Claim.Speakers.Count == 0 && wording.Text.Speaker is null))
        {
            return null;
        }

        return speaker.Words.Any(w => IsOfSpeaker(w)) || speaker.Words.All(w => IsOfWordingOnly(w))
            ? null
            : new OtherSpeaker(speaker.Name, SpeakerOfClaim());
    }

    private bool IsOfSpeaker(Word word)
    {
        var skeleton = NameSkeleton.Of(word.Text);
        return wording.Claim.Speakers.Any(s => Names(s.Words, word.Stem, skeleton))
            || wording.Text.Speaker?.Words.Any(w => MatchText.AreNear(w.Stem, word.Stem) || NameSkeleton.Of(w.Text) == skeleton) == true;
    }

    private static bool Names(MatchText name, string stem, string skeleton) =>
        name.Stems.Contains(stem) || name.Near(stem) is not null || (skeleton.Length > 1 && name.Skeletons.Contains(skeleton));

    /// <summary>Words that stand in the claim’s own wording, when that names no speaker, are no other speaker.</summary>
    private bool IsOfWordingOnly(Word word) => wording.Text.Speaker is null && wording.Text.Stems.Contains(word.Stem);

    private string SpeakerOfClaim() =>
        wording.Claim.Speakers.FirstOrDefault(s => s.Words.IsArabic == wording.Text.IsArabic).Name ?? wording.Text.Speaker?.Name ?? wording.Claim.Speakers[0].Name;

    /// <summary>Two negations make none.</summary>
    private Negated? Negation()
    {
        var byText = text.Negations.Count(n => n.Concerns(wording.Text)) % 2 == 1;
        var byClaim = wording.Text.Negations.Count(n => n.Concerns(text)) % 2 == 1;
        return byText == byClaim ? null : new Negated(byText);
    }
}
