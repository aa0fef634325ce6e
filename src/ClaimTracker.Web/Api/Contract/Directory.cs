using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

[Description("How many claims have one rating in one year. Saying and content are never added, nor imported ratings to our own.")]
public sealed record RatingCount(
    RatedAspect Aspect,
    [property: Description("Null: not rated.")] string? Code,
    bool IsReviewedHere,
    [property: Description("Of assertion; null where it is not known.")] int? Year,
    int Claims)
{
    public static IReadOnlyList<RatingCount> Of(IEnumerable<TallyRow> rows) =>
    [
        .. rows.OrderBy(r => r.Aspect).ThenBy(r => r.RatingCode, StringComparer.Ordinal).ThenBy(r => r.IsImported).ThenBy(r => r.Year ?? int.MaxValue)
            .Select(r => new RatingCount(r.Aspect, r.RatingCode, !r.IsImported && r.RatingCode is not null, r.Year, r.Count)),
    ];
}

[Description("Somebody who makes claims on the list.")]
public sealed record ClaimantEntry(Guid Id, LocalizedText Name, PartyKind Kind, string? Country, int Claims, string Self);

[Description("Somebody who is named in public claims.")]
public sealed record ClaimantRecord(
    Guid Id, LocalizedText Name, PartyKind Kind, string? Country, [property: Description("The office now held or last known.")] LocalizedText Role,
    Party? MemberOf, IReadOnlyList<Party> Members, IReadOnlyList<RatingCount> Ratings, [property: Description("The claims they make.")] string Claims, string Address, string Self);

[Description("A publisher, by what it carried.")]
public sealed record OutletRecord(
    Guid Id, LocalizedText Name, string? Country, OutletKind Kind, IReadOnlyList<RatingCount> Ratings, WordingErrors Errors, string Claims, string Address, string Self);

[Description("How often wordings were changed on the way.")]
public sealed record WordingErrors(int Sources, int SourcesWithErrors, int Errors, int GarbledClaims, IReadOnlyList<CountOf> Kinds)
{
    public static WordingErrors Of(BendingCount count) =>
        new(count.Sources, count.SourcesWithErrors, count.Errors, count.GarbledClaims, [.. count.Kinds.Select(k => new CountOf(k.Kind, k.Count))]);
}

public sealed record CountOf(string Code, int Count);

[Description("A subject of claims on the list.")]
public sealed record TopicEntry(string Slug, LocalizedText Name, int Claims, string Self);

[Description("A subject, by the claims on it.")]
public sealed record TopicRecord(string Slug, LocalizedText Name, IReadOnlyList<RatingCount> Ratings, WordingErrors Errors, string Claims, string Address, string Self);

[Description("A step of one of the two scales.")]
public sealed record RatingItem(
    string Code, RatedAspect Aspect, LocalizedText Label, LocalizedText Definition, int Order,
    [property: Description("1 (false) to 5 (true); null for ratings off that axis.")] int? ClaimReviewValue,
    [property: Description("False: no longer given, but older checks may have it.")] bool IsActive,
    [property: Description("Claims on the list that have it.")] string Claims);
