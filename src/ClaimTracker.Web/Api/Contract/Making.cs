using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api.Contract;

/// <summary>Makes the contract's records of what readers have.</summary>
internal static class Making
{
    public static string Reference(int number) => $"CT-{Links.Number(number)}";

    public static string SelfOf(ApiAddresses addresses, int number) => addresses.Address($"/api/v1/claims/{number}");

    public static ClaimItem Item(ClaimCard card, ApiAddresses addresses) => new()
    {
        Number = card.Claim.Number,
        Reference = Reference(card.Claim.Number),
        State = card.Claim.State,
        IsContested = card.Claim.IsContested,
        IsUnderReexamination = card.Claim.IsUnderReexamination,
        IsCorrected = card.Claim.IsCorrected,
        Statement = card.Card.Statement,
        Summary = card.Card.Summary,
        OriginalLanguage = card.Claim.Language,
        Kind = card.Claim.Kind,
        Aspect = card.Claim.Aspect,
        IsAsPublished = card.Card.AsPublished,
        Claimants = [.. card.Card.Claimants.Select(Claimant.Of)],
        AssertedOn = Days.Of(card.Card.AssertedOn),
        FirstOutlet = card.Card.FirstOutlet,
        Appearances = card.Claim.Repeats,
        OutsideReview = Of(card.Outside),
        Rating = Rating(card),
        Headline = card.Card.Headline,
        HoldingNote = card.Card.HoldingNote,
        HoldingNoteAsOf = card.Card.HoldingNoteAsOf,
        Languages = card.Card.Languages,
        ReviewedAt = card.Claim.ReviewedAt,
        Version = card.Claim.Version,
        Address = addresses.PageOf(card.Claim.Number, card.Claim.Language),
        Self = SelfOf(addresses, card.Claim.Number),
    };

    public static ClaimRef Ref(ClaimCard card, ApiAddresses addresses) => new(
        card.Claim.Number, Reference(card.Claim.Number), card.Claim.State, card.Card.Statement, Rating(card), addresses.PageOf(card.Claim.Number, card.Claim.Language), SelfOf(addresses, card.Claim.Number));

    /// <summary>A saying's rating never leaves without that of what was said.</summary>
    public static RatingWords Words(PublicRating rating, bool asPublished, PublicRating? content) => new(
        rating.Code, rating.Aspect, rating.Label,
        LocalizedText.Of([.. Cultures.All.Select(language => (language, (string?)RatingBadge.WordsOf(rating, asPublished, content, language)))]),
        content is null ? null : new Named(content.Code, content.Label));

    public static ClaimRating Rating(PublicRating rating, bool asPublished, PublicRating? content, bool isReviewedHere)
    {
        var words = Words(rating, asPublished, content);
        return new ClaimRating(words.Code, words.Aspect, words.Label, words.Words, words.Content, rating.ClaimReviewValue, isReviewedHere);
    }

    public static CorrectionNotice Notice(PublicCorrectionNotice notice, PublicRating? content) => new(
        notice.Id, notice.Kind, notice.At, notice.Version, notice.What, notice.Why, notice.Cause,
        notice.OldRating is { } old ? Words(old, asPublished: false, content) : null, notice.NewRating is { } now ? Words(now, asPublished: false, content) : null);

    public static VersionItem Version(PublicVersionRow row, int number, ApiAddresses addresses) => new(
        row.Version, row.Kind, row.At, row.DocumentHash, row.PreviousHash, row.Hash, row.RedactedAt, addresses.Address($"/api/v1/claims/{number}/versions/{row.Version}"));

    public static SourceItem Source(PublicSource source, ApiAddresses addresses) => new()
    {
        Id = source.Id,
        Kind = source.Kind,
        Address = source.Address,
        NoAddressReason = source.NoAddressReason,
        Title = source.Title,
        Outlet = Outlet.Of(source.Outlet),
        Language = source.Language,
        Author = source.Author,
        PublishedOn = Days.Of(source.PublishedOn),
        AccessedOn = source.AccessedOn,
        Level = source.Level,
        Origin = Party.OfOptional(source.Origin),
        OriginalId = source.OriginalId,
        Relays = [.. source.Relays.Select(Party.Of)],
        Says = source.Says,
        IsPartial = source.IsPartial,
        Status = source.Status,
        StatusOn = source.StatusOn,
        StatusNote = source.StatusNote,
        InterestNote = source.InterestNote,
        ArchiveLinks = [.. source.ArchiveLinks.Select(a => new ArchivedAt(a.Address, a.ArchivedOn))],
        IsWithheld = source.IsWithheld,
        Self = addresses.Address($"/api/v1/sources/{source.Id}"),
    };

    public static OutsideReview? Of(PublicOutsideReview? review) =>
        review is null ? null : new OutsideReview(review.Address, review.Title, review.Publisher, review.RatingWords, review.PublishedOn);

    private static ClaimRating? Rating(ClaimCard card) =>
        card.Claim.State is PublicState.Withdrawn || card.Card.Rating is not { } rating ? null : Rating(rating, card.Card.AsPublished, card.Content, card.Claim.State is not PublicState.Imported);
}
