using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

[Description("A version of a claim, with everything readers are given of it. Of a withdrawn one only what stood to be checked, and why it was withdrawn.")]
public sealed record ClaimRecord
{
    public required int Number { get; init; }

    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required int CurrentVersion { get; init; }

    [Description("Where the claim stood with this version.")]
    public required PublicState State { get; init; }

    [Description("Where the claim stands now: whatever an older version says, a withdrawn claim is withdrawn.")]
    public required PublicState CurrentState { get; init; }

    [Description("Why it was withdrawn.")]
    public required LocalizedText Notice { get; init; }

    [Description("It was merged into this claim.")]
    public required int? MergedInto { get; init; }

    public required bool IsContested { get; init; }

    public required bool IsUnderReexamination { get; init; }

    [Description("Languages the check is complete in.")]
    public required IReadOnlyList<string> Languages { get; init; }

    public required LocalizedText Statement { get; init; }

    public required LocalizedText Summary { get; init; }

    public required string OriginalLanguage { get; init; }

    public required ClaimKind Kind { get; init; }

    public required RatedAspect Aspect { get; init; }

    public required bool IsAsPublished { get; init; }

    public required IReadOnlyList<Claimant> Claimants { get; init; }

    [Description("How sure of it whoever said it was, in their words.")]
    public required LocalizedText Hedge { get; init; }

    public required Days? AssertedOn { get; init; }

    public required Days? EventOn { get; init; }

    public required string? PlaceCountry { get; init; }

    public required LocalizedText PlaceName { get; init; }

    public required LocalizedText SelectionReason { get; init; }

    public required IReadOnlyList<string> Flags { get; init; }

    [Description("What articles made of the wording: what stands there, and what was meant.")]
    public required IReadOnlyList<Garbling> Garblings { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<TopicName> Topics { get; init; }

    public required IReadOnlyList<Appearance> Appearances { get; init; }

    [Description("From the first speaker to the outlet.")]
    public required IReadOnlyList<AttributionStep> Attribution { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    [Description("Every source named above, in the order of its number on the page.")]
    public required IReadOnlyList<SourceItem> Sources { get; init; }

    [Description("Other claims, as they are now.")]
    public required IReadOnlyList<ClaimLink> Links { get; init; }

    [Description("What the persons named were asked, and answered.")]
    public required IReadOnlyList<Contact> Contacts { get; init; }

    [Description("Notes that reviewers made public.")]
    public required IReadOnlyList<Note> Notes { get; init; }

    public required IReadOnlyList<CorrectionNotice> Corrections { get; init; }

    public required LocalizedText HoldingNote { get; init; }

    public required DateOnly? HoldingNoteAsOf { get; init; }

    public required Verdict? Verdict { get; init; }

    [Description("Where an imported claim comes from.")]
    public required DataSet? DataSet { get; init; }

    [Description("Where this newsroom published the check before; the page there stays the canonical one.")]
    public required EarlierCheck? EarlierCheck { get; init; }

    [Description("Set where the check is another publisher's work, which no editor here has reviewed: the explanation is theirs.")]
    public required OutsideReview? OutsideReview { get; init; }

    [Description("The day it was taken up.")]
    public required DateOnly? LoggedOn { get; init; }

    public required DateTime ReviewedAt { get; init; }

    public required DateTime FirstPublishedAt { get; init; }

    public required VersionItem Publication { get; init; }

    [Description("The page for people.")]
    public required string Address { get; init; }

    public required string Self { get; init; }
}

public sealed record TopicName(string Slug, LocalizedText Name);

public sealed record Garbling(Guid SourceId, string Kind, LocalizedText Published, LocalizedText Intended);

[Description("A number of a claim. Value, or smallest and largest, or none where none was given.")]
public sealed record Figure(
    decimal? Value, decimal? Min, decimal? Max, FigureModifier? Modifier, Named Unit, Named? Measure, bool IsCapacity, Days? Period,
    [property: Description("Either this or any other figure of the same group, of whichever claim.")] string? EitherOrGroup, LocalizedText Note);

[Description("Where a claim stands in a source.")]
public sealed record Appearance(
    Guid SourceId, int? ParagraphFrom, int? ParagraphTo, string? Timecode, string? Quote, string? Prefix, string? Suffix, AppearanceStrength Strength, LocalizedText WordingNote, bool IsFirst, IReadOnlyList<string> Flags);

public sealed record AttributionStep(Party Party, string Verb, LocalizedText Note, [property: Description("Sources it holds for; empty: all.")] IReadOnlyList<Guid> SourceIds);

public sealed record Evidence(Guid SourceId, Stance Stance, string? Quote, string? Locator, LocalizedText Note);

public sealed record Contact(
    Party? Party, ContactChannel Channel, DateOnly SentOn, DateOnly? DeadlineOn, ContactOutcome Outcome, LocalizedText Reply, DateOnly? RepliedOn,
    [property: Description("They came by themselves: the days are those of their message.")] bool CameUnasked);

public sealed record Note(string Body, string Language, DateOnly WrittenOn);

public sealed record DataSet(string Key, LocalizedText Name, string? Licence, DateOnly? AsOf);

public sealed record EarlierCheck(string Address, string? Title, DateOnly PublishedOn, string Byline, string RatingWords, DateOnly SignedOn);

[Description("Whose check it is, where it stands, and its rating in their own words.")]
public sealed record OutsideReview(string Address, string? Title, string Publisher, string RatingWords, DateOnly? PublishedOn);

[Description("What was concluded.")]
public sealed record Verdict
{
    public required int Number { get; init; }

    public required ClaimRating Rating { get; init; }

    public required LocalizedText Headline { get; init; }

    public required LocalizedText Explanation { get; init; }

    [Description("Markdown.")]
    public required LocalizedText Body { get; init; }

    public required IReadOnlyList<string> ReasonTags { get; init; }

    [Description("What is not known.")]
    public required LocalizedText Unknowns { get; init; }

    [Description("Where the other side was searched for, and with which words.")]
    public required LocalizedText OtherSideSearch { get; init; }

    public required Confidence? Confidence { get; init; }

    public required DateOnly? AsOf { get; init; }

    public required LocalizedText ConflictDisclosure { get; init; }

    [Description("Conditions of publication that could not be met.")]
    public required IReadOnlyList<Waiver> Waivers { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    [Description("How many fact-checkers wrote it.")]
    public required int AuthorCount { get; init; }

    [Description("How a contested claim was settled.")]
    public required Panel? Panel { get; init; }
}

public sealed record Waiver(string Condition, WaiverReason Reason, LocalizedText Explanation);

public sealed record Panel(int Size, int Majority, IReadOnlyList<Dissent> Dissent);

public sealed record Dissent(LocalizedText RatingLabel, string Reason);

[Description("Another claim, as it is now.")]
public sealed record ClaimLink(
    LinkKind Kind,
    [property: Description("The other claim says so of this one.")] bool IsIncoming,
    ClaimRef Claim);

[Description("A claim named by another.")]
public sealed record ClaimRef(int Number, string Reference, PublicState State, LocalizedText Statement, ClaimRating? Rating, string Address, string Self);

[Description("A public change of a check.")]
public sealed record CorrectionNotice(
    Guid Id, CorrectionKind Kind, DateTime At, [property: Description("The version that brought it.")] int Version,
    LocalizedText What, LocalizedText Why, CorrectionCause Cause, RatingWords? OldRating, RatingWords? NewRating);
