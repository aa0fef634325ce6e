namespace ClaimTracker.Core.Intake;

/// <summary>Why a sentence looks checkable.</summary>
public enum CheckableReason
{
    Number,
    Attribution,
    Denial,
    Accusation,
    Superlative,
    Date,
    Comparison,
    Cause,

    /// <summary>It says that something happened or is so, and none of the others.</summary>
    Fact,
}

/// <summary>
/// How a sentence looks to the rules: a hint, never a decision. Marked from a score of 0; <see cref="Sureness"/> and
/// <see cref="Weight"/> run from 0 to 1, and marked sentences are best read by <see cref="Order"/>, the highest first.
/// </summary>
public sealed record CheckableMark(double Score, double Weight, IReadOnlyList<CheckableReason> Reasons)
{
    public bool IsMarked => Score >= 0;

    public double Sureness => 1 / (1 + Math.Exp(-Score));

    public double Order => Sureness * (0.5 + (Weight / 2));
}

/// <summary>Adds up what speaks for and against checking a sentence, by the rules of <c>Data/checkable-cues.txt</c>.</summary>
public static class CheckableMarks
{
    private const int FewWords = 5;
    private const int ManyWords = 14;
    private const int VeryManyWords = 20;
    private const double LargestMagnitude = 9;

    private static readonly (CheckableReason Reason, double Weight)[] Weighty =
    [
        (CheckableReason.Accusation, 0.35), (CheckableReason.Denial, 0.25), (CheckableReason.Superlative, 0.15), (CheckableReason.Number, 0.2),
        (CheckableReason.Comparison, 0.1), (CheckableReason.Cause, 0.1), (CheckableReason.Attribution, 0.05), (CheckableReason.Date, 0.05),
    ];

    internal static CheckableMark Of(SentenceWords words, IReadOnlyList<ReadFigure> figures, IReadOnlyList<ReadDate> dates, ReadAttribution? attribution, bool isHeading)
    {
        var cues = CheckableCues.Find(words.Line);
        var score = CheckableCues.Weight("bias") + cues.Values.Sum();
        score += Add("number", figures.Count > 0) + Add("second-number", figures.Count > 1) + Add("number-without-unit", figures.Count > 0 && figures.All(f => f.Unit.Length == 0));
        score += Add("date", dates.Count > 0) + Add("attribution", attribution is not null) + Add("fact-verb", cues.ContainsKey("fact-verb"));
        score += Add("name", HasName(words)) + Add("short", words.Words.Count <= FewWords) + Add("long", words.Words.Count >= ManyWords);
        score += Add("future", FutureWords.Has(words.Line)) + Add("question", EndsWith(words, "?؟")) + Add("exclamation", EndsWith(words, "!"));
        score += Add("quotation-of-opinion", words.Text[0] is '"' or '“' or '«' or '\'' && figures.Count == 0);
        score += Add("heading", isHeading) + Add("very-long", words.Words.Count >= VeryManyWords) + Add("attributed-content", attribution?.Speaker is not null && words.Words.Count >= ManyWords);
        var reasons = Reasons(cues, figures, dates, attribution);
        return new CheckableMark(score, WeightOf(reasons, figures), reasons.Count == 0 ? [CheckableReason.Fact] : reasons);
    }

    private static double Add(string weight, bool holds) => holds ? CheckableCues.Weight(weight) : 0;

    private static List<CheckableReason> Reasons(Dictionary<string, double> cues, IReadOnlyList<ReadFigure> figures, IReadOnlyList<ReadDate> dates, ReadAttribution? attribution) =>
        [.. Enum.GetValues<CheckableReason>().Where(reason => reason is not CheckableReason.Fact).Where(reason => reason switch
        {
            CheckableReason.Number => figures.Count > 0,
            CheckableReason.Attribution => attribution is not null,
            CheckableReason.Denial => cues.ContainsKey("denial") || attribution?.Verb is "denied",
            CheckableReason.Accusation => cues.ContainsKey("accusation") || attribution?.Verb is "accused",
            CheckableReason.Superlative => cues.ContainsKey("superlative"),
            CheckableReason.Date => dates.Count > 0,
            CheckableReason.Comparison => cues.ContainsKey("comparison"),
            _ => cues.ContainsKey("cause"),
        })];

    /// <summary>Accusations and denials weigh most; large numbers more than small ones.</summary>
    private static double WeightOf(List<CheckableReason> reasons, IReadOnlyList<ReadFigure> figures)
    {
        var largest = figures.Count == 0 ? 0 : figures.Max(f => (double)Math.Abs(f.Max ?? f.Value ?? 0));
        var magnitude = Math.Min(Math.Log10(1 + largest) / LargestMagnitude, 1) * 0.15;
        return Math.Min(1, Weighty.Where(w => reasons.Contains(w.Reason)).Sum(w => w.Weight) + magnitude);
    }

    /// <summary>A capital letter inside an English sentence.</summary>
    private static bool HasName(SentenceWords words) =>
        words.Words.Skip(1).Any(w => w.Text is not "i" && char.IsUpper(words.Text[w.Start]));

    private static bool EndsWith(SentenceWords words, string signs) =>
        words.Text.TrimEnd('"', '”', '»', '\'', ')', ' ') is [.., var last] && signs.Contains(last, StringComparison.Ordinal);
}
