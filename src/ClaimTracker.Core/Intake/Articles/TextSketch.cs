using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>How two texts are related.</summary>
public enum Likeness
{
    Other,

    /// <summary>A reprint with changes, a shortened copy or a translation: the same information.</summary>
    SameOrigin,
    SameText,
}

/// <summary>What a hash of a sketch stands for.</summary>
public enum SketchPart
{
    /// <summary>A run of three stems.</summary>
    Wording,

    /// <summary>A number or a name of an Arabic text.</summary>
    ArabicFact,

    /// <summary>A number or a name of a text in Latin letters.</summary>
    LatinFact,
}

/// <summary>
/// Some hundred hashes that stand for a text, so that texts can be compared by those they share. Of all hashes of a part the smallest
/// are kept (bottom-k sketch, Cohen 1997), so that two texts keep the same ones of what they share. Wording finds reprints; numbers and
/// names, alike in both scripts, are what is left in a translation.
/// </summary>
public sealed record TextSketch(IReadOnlyDictionary<SketchPart, IReadOnlyList<long>> Parts)
{
    public const int MaxHashes = 96;

    private const int WordsInARun = 3;
    private const int ShortestName = 3;

    private const double SameWording = 0.6;
    private const double LikeWording = 0.15;
    private const double LikeFacts = 0.5;

    /// <summary>Fewer hashes that could be shared say nothing.</summary>
    private const int LeastCompared = 8;

    public static TextSketch Of(string text)
    {
        var words = Words.Of(text).Where(w => !w.IsPart && !StopWords.Contains(w.Text)).ToList();
        var runs = Enumerable.Range(0, Math.Max(0, words.Count - WordsInARun + 1)).Select(i => string.Join(' ', words.Skip(i).Take(WordsInARun).Select(w => w.Stem)));
        var facts = words.Where((w, i) => w.Kind is WordKind.Number ? w.Text.Length > 1 : i == 0 || !char.IsAsciiLetter(w.Text[0]) || char.IsUpper(text[w.Start]))
            .Select(w => w.Kind is WordKind.Number ? w.Text : NameSkeleton.Of(w.Text)).Where(f => f.Length >= ShortestName);
        var part = words.Count(w => FoldMap.IsArabic(w.Text[0])) > words.Count / 2 ? SketchPart.ArabicFact : SketchPart.LatinFact;
        return new TextSketch(new Dictionary<SketchPart, IReadOnlyList<long>> { [SketchPart.Wording] = Least("wording", runs), [part] = Least("fact", facts) });
    }

    public Likeness Compare(TextSketch other)
    {
        var (wording, facts) = SharedWith(other);
        return wording >= SameWording ? Likeness.SameText : wording >= LikeWording || facts >= LikeFacts ? Likeness.SameOrigin : Likeness.Other;
    }

    /// <summary>The larger share, to tell the nearer of two texts that are related alike.</summary>
    public double NearnessTo(TextSketch other)
    {
        var (wording, facts) = SharedWith(other);
        return Math.Max(wording, facts);
    }

    private (double Wording, double Facts) SharedWith(TextSketch other) => (
        Share(PartOf(SketchPart.Wording), other.PartOf(SketchPart.Wording)),
        Math.Max(Share(PartOf(SketchPart.ArabicFact), other.PartOf(SketchPart.LatinFact)), Share(PartOf(SketchPart.LatinFact), other.PartOf(SketchPart.ArabicFact))));

    private IReadOnlyList<long> PartOf(SketchPart part) => Parts.GetValueOrDefault(part, []);

    /// <summary>Shared hashes of the shorter text's, among those that both had room to keep.</summary>
    private static double Share(IReadOnlyList<long> one, IReadOnlyList<long> other)
    {
        var limit = Math.Min(LimitOf(one), LimitOf(other));
        var (a, b) = (one.Where(h => h <= limit).ToHashSet(), other.Where(h => h <= limit).ToHashSet());
        var smaller = Math.Min(a.Count, b.Count);
        return smaller < LeastCompared ? 0 : (double)a.Count(b.Contains) / smaller;
    }

    private static long LimitOf(IReadOnlyList<long> hashes) => hashes.Count < MaxHashes ? long.MaxValue : hashes[^1];

    private static IReadOnlyList<long> Least(string kind, IEnumerable<string> values) =>
        [.. values.Select(v => SearchToken.Key(kind, v)).Distinct().Order().Take(MaxHashes)];
}

/// <summary>A hash of the sketch of a working text; derived from it.</summary>
public sealed class SketchHash
{
    public required long Hash { get; init; }

    public required SketchPart Part { get; init; }

    public required Guid TextId { get; init; }
}
