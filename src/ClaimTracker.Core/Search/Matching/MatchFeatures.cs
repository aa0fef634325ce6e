namespace ClaimTracker.Core.Search;

/// <summary>What a text and a claim have in common, and what not, as numbers that a person can check; each from 0 to 1.</summary>
public sealed record MatchFeatures
{
    /// <summary>Share of the text's words, rare ones weighing more, that the claim has; in a long text of its best passage.</summary>
    public double TextCovered { get; init; }

    /// <summary>Share of the claim's words, rare ones weighing more, that the text has.</summary>
    public double ClaimCovered { get; init; }

    /// <summary>Share of neighbouring words that are neighbours in both.</summary>
    public double Phrases { get; init; }

    /// <summary>Share of runs of three letters within words that both have; bears typing errors.</summary>
    public double Letters { get; init; }

    /// <summary>Share of the names of one that are in the other in another script; only when the languages differ.</summary>
    public double NamesAcross { get; init; }

    /// <summary>Share of the numbers that both have.</summary>
    public double NumbersAgree { get; init; }

    /// <summary>1 when a number of the claim is another one in the text, for the same unit or as the only number.</summary>
    public double NumberDiffers { get; init; }

    /// <summary>1 when a date of the text is the claim's as far as both say.</summary>
    public double DatesAgree { get; init; }

    /// <summary>1 when the text has a date that is none of the claim's.</summary>
    public double DateDiffers { get; init; }

    /// <summary>1 when the text names one of the claim's speakers.</summary>
    public double SpeakerNamed { get; init; }

    /// <summary>1 when somebody else says it in the text.</summary>
    public double SpeakerDiffers { get; init; }

    /// <summary>1 when one denies what the other states.</summary>
    public double Negated { get; init; }

    /// <summary>1 when other words stand in the place of the claim's in a wording that is otherwise nearly the same.</summary>
    public double WordsReplaced { get; init; }

    /// <summary>The claim's BM25 score as a share of the best candidate's.</summary>
    public double Bm25 { get; init; }

    /// <summary>Names of the features in the order of <see cref="Values"/>; also those of the weights.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        nameof(TextCovered), nameof(ClaimCovered), nameof(Phrases), nameof(Letters), nameof(NamesAcross), nameof(NumbersAgree), nameof(NumberDiffers),
        nameof(DatesAgree), nameof(DateDiffers), nameof(SpeakerNamed), nameof(SpeakerDiffers), nameof(Negated), nameof(WordsReplaced), nameof(Bm25),
    ];

    /// <summary>Those that speak against a claim.</summary>
    public static IReadOnlySet<string> Against { get; } =
        new HashSet<string>(StringComparer.Ordinal) { nameof(NumberDiffers), nameof(DateDiffers), nameof(SpeakerDiffers), nameof(Negated), nameof(WordsReplaced) };

    public double[] Values() =>
    [
        TextCovered, ClaimCovered, Phrases, Letters, NamesAcross, NumbersAgree, NumberDiffers,
        DatesAgree, DateDiffers, SpeakerNamed, SpeakerDiffers, Negated, WordsReplaced, Bm25,
    ];
}
