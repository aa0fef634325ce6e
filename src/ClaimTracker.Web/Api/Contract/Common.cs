using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

[Description("A date as well as it is known: inclusive days, either end open.")]
public sealed record Days(
    DateOnly? From,
    DateOnly? To,
    DatePrecision Precision,
    [property: Description("The words of the source it was read from.")] string? Words)
{
    public static Days? Of(FuzzyDate? date) => date is null ? null : new Days(date.From, date.To, date.Precision, date.Words);
}

[Description("A code with what it is called.")]
public sealed record Named(string Code, LocalizedText Label);

[Description("Somebody who says things, or a body that does.")]
public sealed record Party(Guid Id, LocalizedText Name, PartyKind Kind, [property: Description("ISO 3166-1 alpha-2, or a code of our own for what is none.")] string? Country)
{
    public static Party Of(PublicParty party) => new(party.Id, party.Name, party.Kind, party.Country);

    public static Party? OfOptional(PublicParty? party) => party is null ? null : Of(party);
}

[Description("Who made a claim.")]
public sealed record Claimant(
    Guid Id,
    LocalizedText Name,
    PartyKind Kind,
    string? Country,
    [property: Description("The office held when speaking.")] LocalizedText Role,
    [property: Description("The body at the top of those they belong to.")] Party? Side)
{
    public static Claimant Of(PublicClaimant claimant) =>
        new(claimant.Party.Id, claimant.Party.Name, claimant.Party.Kind, claimant.Party.Country, claimant.Role, Party.OfOptional(claimant.Side));
}

[Description("A publisher.")]
public sealed record Outlet(Guid Id, LocalizedText Name, string? Country)
{
    public static Outlet? Of(PublicOutlet? outlet) => outlet is null ? null : new Outlet(outlet.Id, outlet.Name, outlet.Country);
}

[Description("A rating as readers see it. That something was said (`Saying`) never goes without what became of its content.")]
public sealed record RatingWords(
    string Code,
    RatedAspect Aspect,
    LocalizedText Label,
    [property: Description("The whole badge, such as “Said (content: False)”.")] LocalizedText Words,
    [property: Description("Of a `Saying` rating: the rating of what was said; null while that is not rated.")] Named? Content);

[Description("A claim's rating.")]
public sealed record ClaimRating(
    string Code,
    RatedAspect Aspect,
    LocalizedText Label,
    LocalizedText Words,
    Named? Content,
    [property: Description("1 (false) to 5 (true) as ClaimReview counts; null for ratings off that axis.")] int? ClaimReviewValue,
    [property: Description("False: imported from somebody else, and not reviewed by an editor here.")] bool IsReviewedHere);
