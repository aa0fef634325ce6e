using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Web.Api.Contract;

[Description("A public change of a check, with the claim it is of.")]
public sealed record CorrectionEntry(
    Guid Id, CorrectedClaim Claim, CorrectionKind Kind, DateTime At, int Version, LocalizedText What, LocalizedText Why, CorrectionCause Cause, RatingWords? OldRating, RatingWords? NewRating);

public sealed record CorrectedClaim(int Number, string Reference, LocalizedText Statement, string Address, string Self);

[Description("What was published between two days, by the day of each check's first verdict here; corrections by their own day. Imported verdicts are not counted.")]
public sealed record StatisticsRecord
{
    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public required int Checks { get; init; }

    public required IReadOnlyList<MonthCount> Months { get; init; }

    public required IReadOnlyList<AspectCount> Ratings { get; init; }

    [Description("A check of several topics counts once for each.")]
    public required IReadOnlyList<NamedCount> Topics { get; init; }

    [Description("The bodies at the top of those who made the claims; no code: nobody is known to have made them.")]
    public required IReadOnlyList<NamedCount> Sides { get; init; }

    public required IReadOnlyList<CountOf> Countries { get; init; }

    public required IReadOnlyList<CountOf> Corrections { get; init; }

    public required IReadOnlyList<CountOf> Waivers { get; init; }

    public required int WithPrimarySource { get; init; }

    [Description("From being taken up to the first verdict.")]
    public required double? MedianDays { get; init; }

    [Description("How many checks that is taken over.")]
    public required int Timed { get; init; }

    [Description("Imported verdicts on the list, whenever they came.")]
    public required int Imported { get; init; }
}

public sealed record MonthCount([property: Description("2024-05")] string Month, int Count);

public sealed record AspectCount(RatedAspect Aspect, string Code, LocalizedText Label, int Count);

public sealed record NamedCount(string Code, [property: Description("Null where it is no longer public.")] LocalizedText Name, int Count);

[Description("Earlier checks of a text, nearest first. No verdict of a machine: whether it is the same claim is for the reader to say.")]
public sealed record MatchList(IReadOnlyList<MatchItem> Items);

[Description("A claim that is like the text, with what they share and what tells them apart, in the words of the text.")]
public sealed record MatchItem(
    ClaimItem Claim,
    [property: Description("`Same`: nothing that tells claims apart differs. `Related`: about the same.")] MatchBand Band,
    [property: Description("0 to 1.")] double Score,
    bool IsInOtherLanguage,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Names,
    IReadOnlyList<MatchedNumber> Numbers,
    IReadOnlyList<string> Dates,
    IReadOnlyList<MatchedDifference> Differences);

public sealed record MatchedNumber(decimal Value, string Unit);

public sealed record MatchedDifference(
    [property: Description("`Number`, `Date`, `Speaker`, `Negation` or `Words`.")] string Kind, [property: Description("Of a negation: whether the text denies.")] string InText, string InClaim);
