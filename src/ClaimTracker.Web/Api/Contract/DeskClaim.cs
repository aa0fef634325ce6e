using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

[Description("What came of a write.")]
public sealed record Written(
    int Number,
    string Reference,
    [property: Description("Of the note that was written; null for everything that the claim's record holds.")] Guid? Id,
    [property: Description("The version of the claim that came of it, as `ETag` says too; null where the claim stayed as it was.")] int? Version,
    [property: Description("The claim as the desk has it.")] string Self);

[Description("A claim as the desk has it, for staff.")]
public sealed record DeskClaim
{
    public required int Number { get; init; }

    public required string Reference { get; init; }

    [Description("What `If-Match` names, as `ETag` says too.")]
    public required int Version { get; init; }

    public required Stage Stage { get; init; }

    public required PublicState PublicState { get; init; }

    public required bool IsContested { get; init; }

    public required bool IsUnderReexamination { get; init; }

    public required LocalizedText Statement { get; init; }

    public required LocalizedText Summary { get; init; }

    public required string OriginalLanguage { get; init; }

    public required ClaimKind Kind { get; init; }

    public required RatedAspect Aspect { get; init; }

    public required bool IsAsPublished { get; init; }

    public required IReadOnlyList<DeskClaimant> Claimants { get; init; }

    public required LocalizedText Hedge { get; init; }

    public required Days? AssertedOn { get; init; }

    public required Days? EventOn { get; init; }

    public required string? PlaceCountry { get; init; }

    public required LocalizedText PlaceName { get; init; }

    public required LocalizedText SelectionReason { get; init; }

    public required IReadOnlyList<string> Flags { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<DeskAppearance> Appearances { get; init; }

    public required IReadOnlyList<DeskStep> Attribution { get; init; }

    public required IReadOnlyList<DeskEvidence> Evidence { get; init; }

    public required IReadOnlyList<DeskNote> Notes { get; init; }

    [Description("Drafted, proposed, returned, or contested before it was decided.")]
    public required DeskVerdict? OpenVerdict { get; init; }

    [Description("The verdict of ours that holds.")]
    public required DeskVerdict? DecidedVerdict { get; init; }

    [Description("What keeps the open verdict from being published, by language; null without one.")]
    public required IReadOnlyList<DeskGate>? Gate { get; init; }

    [Description("What approving would publish; null while nothing waits for it.")]
    public required DeskApproval? Approval { get; init; }

    [Description("Who works on it; for an observer, in which role.")]
    public required string? Assignee { get; init; }

    public required Triage Triage { get; init; }

    public required DateOnly? Due { get; init; }

    public required DateOnly? RecheckOn { get; init; }

    public required LocalizedText HoldingNote { get; init; }

    public required CloseReason? CloseReason { get; init; }

    public required int? MergedInto { get; init; }

    [Description("What the owner of the token may do with it now, whatever the token may.")]
    public required IReadOnlyList<ClaimAction> Allowed { get; init; }

    public required DateTime LoggedAt { get; init; }

    [Description("The page for people.")]
    public required string Address { get; init; }

    public required string Self { get; init; }
}

public sealed record DeskClaimant(Guid PartyId, LocalizedText Name, LocalizedText Role);

public sealed record DeskStep(Guid PartyId, LocalizedText Name, string Verb, LocalizedText Note);

[Description("A source; of one that is withheld, observers are told only that it is.")]
public sealed record DeskSource(Guid Id, SourceKind? Kind, string? Address, LocalizedText Title, SourceLevel? Level, bool IsWithheld);

public sealed record DeskAppearance(
    Guid Id, DeskSource Source, string? Quote, int? ParagraphFrom, int? ParagraphTo, string? Timecode, AppearanceStrength Strength, LocalizedText WordingNote, bool IsFirst, IReadOnlyList<string> Flags);

public sealed record DeskEvidence(
    Guid Id, DeskSource Source, Stance Stance, string? Quote, string? Locator, LocalizedText Note, string? SourceGrade, int? InformationGrade);

public sealed record DeskNote(Guid Id, Guid? ThreadId, string Author, string Body, string Language, DateTime WrittenAt, bool IsResolved, bool IsPublic);

public sealed record DeskVerdict
{
    public required int Number { get; init; }

    [Description("What `basedOn` names.")]
    public required int Version { get; init; }

    public required VerdictState State { get; init; }

    [Description("Code of the rating.")]
    public required string? Rating { get; init; }

    public required LocalizedText Headline { get; init; }

    public required LocalizedText Explanation { get; init; }

    public required LocalizedText Body { get; init; }

    public required LocalizedText Unknowns { get; init; }

    public required LocalizedText OtherSideSearch { get; init; }

    public required LocalizedText ConflictDisclosure { get; init; }

    public required IReadOnlyList<string> ReasonTags { get; init; }

    public required Confidence? Confidence { get; init; }

    public required DateOnly? AsOf { get; init; }

    public required IReadOnlyList<Waiver> Waivers { get; init; }

    public required IReadOnlyList<string> Authors { get; init; }
}

public sealed record DeskGate(string Language, bool IsComplete, IReadOnlyList<GateCondition> Unmet);

public sealed record DeskApproval([property: Description("Send it with `Approve`.")] string Hash, IReadOnlyList<string> Languages);
