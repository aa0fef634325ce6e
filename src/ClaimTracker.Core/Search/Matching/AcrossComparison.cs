namespace ClaimTracker.Core.Search;

/// <summary>Compares a text with a claim that has no words in its language: by names, heard alike in both scripts, and by digits.</summary>
internal sealed class AcrossComparison
{
    /// <summary>Shorter keys are alike by chance.</summary>
    private const int ShortestSkeleton = 3;

    /// <summary>One name in common proves little, and so many are plenty.</summary>
    private const int FewestNames = 3;
    private const int MostNames = 6;

    private readonly MatchText text;
    private readonly MatchWording wording;
    private readonly List<string> names;
    private readonly NumberAgreement numbers;
    private readonly DateAgreement dates;

    public AcrossComparison(MatchText text, MatchWording wording)
    {
        this.text = text;
        this.wording = wording;
        names = [.. text.NameLike.Where(IsNamed).Select(w => w.Text).Distinct(StringComparer.Ordinal)];
        numbers = new NumberAgreement(text.Numbers, wording.Numbers);
        dates = new DateAgreement([.. text.Dates.Select(d => d.Date)], wording);
    }

    public MatchFeatures Features(double bm25) => new()
    {
        NamesAcross = Math.Min(1, names.Count / (double)Math.Clamp(Math.Min(text.NameLike.Count, wording.Text.NameLike.Count), FewestNames, MostNames)),
        NumbersAgree = numbers.Share,
        NumberDiffers = numbers.Differences.Count > 0 ? 1 : 0,
        DatesAgree = dates.Agreeing.Count > 0 ? 1 : 0,
        DateDiffers = dates.Difference is null ? 0 : 1,
        Bm25 = bm25,
    };

    public Match Result(int number, double score, MatchFeatures features) => new()
    {
        Number = number,
        Score = score,
        Band = MatchBand.Related,
        IsInOtherLanguage = true,
        Names = names,
        Numbers = numbers.Agreeing,
        Dates = dates.Agreeing,
        Differences = [.. numbers.Differences, .. dates.Difference is { } date ? [date] : Array.Empty<MatchDifference>()],
        Features = features,
    };

    private bool IsNamed(Word word)
    {
        var skeleton = NameSkeleton.Of(word.Text);
        return (skeleton.Length >= ShortestSkeleton && wording.Text.Skeletons.Contains(skeleton))
            || (NameSkeleton.Of(word.Stem) is { Length: >= ShortestSkeleton } stem && wording.Text.Skeletons.Contains(stem));
    }
}
