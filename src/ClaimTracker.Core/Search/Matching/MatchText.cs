namespace ClaimTracker.Core.Search;

/// <summary>
/// A text taken apart for comparison: the words that carry its meaning in their order, its quantities, dates, negations and who
/// speaks. Made once for the text that is looked up and once for each wording of a claim.
/// </summary>
public sealed class MatchText
{
    public const int MaxLength = 5000;

    private const int Gram = 3;

    /// <summary>Forms of one word that stemming keeps apart share at least so many letters at their beginning, and so many tenths of the longer.</summary>
    private const int ShortestStart = 4;

    private const int LeastShared = 6;

    private readonly ILookup<string, string> likely;

    private readonly Lazy<HashSet<string>> skeletons;

    private readonly string text;

    private MatchText(string text)
    {
        this.text = text;
        var words = Words.Of(text).Where(w => !w.IsPart).ToList();
        var dates = DateReader.Read(text, words);
        var taken = dates.SelectMany(d => Enumerable.Range(d.First, d.Last - d.First + 1)).ToHashSet();
        Content = [.. words.Where((w, i) => w.Kind is WordKind.Word && !taken.Contains(i) && !StopWords.Contains(w.Text) && !Search.Negations.IsNegation(w.Text) && w.Text.Length > 1)];
        Numbers = NumberReader.Read(text, words, taken);
        Dates = [.. dates.Select(d => (d.Date, words[d.First].Start))];
        Negations = Search.Negations.Find(text, words);
        Speaker = Speakers.Find(text, words);
        Stems = Content.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        likely = Content.Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToLookup(Start, StringComparer.Ordinal);
        Pairs = Content.Zip(Content.Skip(1), (left, right) => (left.Stem, right.Stem)).ToHashSet();
        NameLike = [.. MayBeNames()];
        skeletons = new(() => NameLike.SelectMany(w => new[] { NameSkeleton.Of(w.Text), NameSkeleton.Of(w.Stem) }).Where(s => s.Length > 1).ToHashSet(StringComparer.Ordinal));
        IsArabic = 2 * Content.Count(w => w.Text[0] is >= '؀' and <= 'ۿ') > Content.Count;
        HasBothScripts = Content.Any(w => IsArabicWord(w.Text)) && Content.Any(w => !IsArabicWord(w.Text));
    }

    /// <summary>Words that carry meaning, in order; numbers, dates, function words and negations left out.</summary>
    public IReadOnlyList<Word> Content { get; }

    internal HashSet<string> Stems { get; }

    internal HashSet<(string Left, string Right)> Pairs { get; }

    /// <summary>Words that may be names: in Latin script those with a capital, as long as the text has any.</summary>
    internal IReadOnlyList<Word> NameLike { get; }

    /// <summary>How those sound in any script.</summary>
    internal HashSet<string> Skeletons => skeletons.Value;

    public IReadOnlyList<MatchNumber> Numbers { get; }

    public IReadOnlyList<(MatchDate Date, int Start)> Dates { get; }

    internal IReadOnlyList<Negation> Negations { get; }

    public Speaker? Speaker { get; }

    internal bool IsArabic { get; }

    internal bool HasBothScripts { get; }

    /// <summary>A post, a headline or a sentence as pasted; what is longer than is read is cut off.</summary>
    public static MatchText OfPost(string? text)
    {
        var cut = text is { Length: > MaxLength } ? text[..MaxLength] : text;
        return new MatchText(PostText.Clean(cut));
    }

    /// <summary>A wording of a claim.</summary>
    public static MatchText OfClaim(string text) => new(text);

    /// <summary>A piece of the text as written.</summary>
    internal string Written(int start, int end) => text[start..end];

    /// <summary>Character trigrams of the words from one place to another, each word with its borders.</summary>
    internal HashSet<string> Trigrams(int first, int last)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i <= last; i++)
        {
            var bounded = $" {Content[i].Stem} ";
            for (var at = 0; at + Gram <= bounded.Length; at++)
            {
                grams.Add(bounded.Substring(at, Gram));
            }
        }

        return grams;
    }

    /// <summary>A word here that is another form or spelling of this one; null for none.</summary>
    internal string? Near(string stem)
    {
        foreach (var other in likely[Start(stem)])
        {
            if (AreNear(stem, other))
            {
                return other;
            }
        }

        return null;
    }

    internal static bool AreNear(string stem, string other)
    {
        var shared = stem.AsSpan().CommonPrefixLength(other);
        return shared == stem.Length && shared == other.Length
            || (shared >= ShortestStart && shared * 10 >= Math.Max(stem.Length, other.Length) * LeastShared);
    }

    private IEnumerable<Word> MayBeNames()
    {
        var latin = Content.Where(w => !IsArabicWord(w.Text)).ToList();
        var capital = latin.Where(w => char.IsUpper(text[w.Start])).ToList();
        return Content.Where(w => IsArabicWord(w.Text)).Concat(capital.Count > 0 ? capital : latin);
    }

    private static string Start(string stem) => stem.Length <= ShortestStart ? stem : stem[..ShortestStart];

    private static bool IsArabicWord(string word) => word[0] is >= '؀' and <= 'ۿ';
}
