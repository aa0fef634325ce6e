using System.Globalization;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// One atomic checkable statement, neutral of language: the unit of the whole database. Its key is its public number
/// (CT-123), taken from <see cref="Data.NumberAllocator"/> in the saving transaction. Stage and public state change only
/// through <see cref="Review.Workflow"/>.
/// </summary>
public sealed class Claim : IAudited, IVersioned
{
    public const int StatementMaxLength = 600;
    public const int SummaryMaxLength = 75;
    public const int HedgeMaxLength = 120;
    public const int HoldingNoteMaxLength = 280;
    public const int SelectionReasonMaxLength = 500;
    public const int PlaceMaxLength = 200;
    public const int ReasonMaxLength = 2_000;
    public const int MaxFigures = 20;
    public const int MaxClaimants = 20;
    public const int MaxFlags = 20;

    public required int Number { get; init; }

    public int Version { get; set; }

    public LocalizedText Statement { get; set; } = LocalizedText.Empty;

    public LocalizedText Summary { get; set; } = LocalizedText.Empty;

    /// <summary>Two-letter code of the language the claim was made in.</summary>
    public required string OriginalLanguage { get; set; }

    public required ClaimKind Kind { get; set; }

    public required RatedAspect Aspect { get; set; }

    /// <summary>The claimant's own words of caution, such as “about” or “could hold”.</summary>
    public LocalizedText Hedge { get; set; } = LocalizedText.Empty;

    public FuzzyDate? AssertedOn { get; set; }

    public FuzzyDate? EventOn { get; set; }

    /// <summary>ISO 3166 alpha-2 code of the place spoken of.</summary>
    public string? PlaceCountry { get; set; }

    public LocalizedText PlaceName { get; set; } = LocalizedText.Empty;

    /// <summary>Codes of glossary list <c>flags</c>.</summary>
    public IReadOnlyList<string> Flags { get; set; } = [];

    /// <summary>The wording a reader was given where an article garbles its source; the verdict judges that wording.</summary>
    public bool AsPublished { get; set; }

    public Stage Stage { get; internal set; } = Stage.Logged;

    public PublicState PublicState { get; internal set; } = PublicState.None;

    /// <summary>Mark أمام اللجنة on a public claim.</summary>
    public bool IsContested { get; internal set; }

    /// <summary>Mark قيد إعادة النظر on a public claim.</summary>
    public bool IsUnderReexamination { get; internal set; }

    /// <summary>How often the workflow acted on the claim; a vote or a proposal changes nothing else of it, yet is a new version.</summary>
    public int StageChanges { get; internal set; }

    public Guid? AssigneeId { get; set; }

    public DateOnly? Due { get; set; }

    public DateOnly? RecheckOn { get; set; }

    public Triage Triage { get; set; }

    /// <summary>Why this claim and not another (IFCN 5.2).</summary>
    public LocalizedText SelectionReason { get; set; } = LocalizedText.Empty;

    /// <summary>What we know so far, shown while a claim is listed without a verdict.</summary>
    public LocalizedText HoldingNote { get; set; } = LocalizedText.Empty;

    public DateOnly? HoldingNoteAsOf { get; set; }

    /// <summary>The explanation readers get on a withdrawn claim's page.</summary>
    public LocalizedText WithdrawalNotice { get; internal set; } = LocalizedText.Empty;

    public CloseReason? CloseReason { get; internal set; }

    public int? MergedIntoNumber { get; internal set; }

    public Guid? DataSetId { get; init; }

    /// <summary>Key of the record in its data set; unique together with it.</summary>
    public string? ExternalKey { get; init; }

    /// <summary>The data set's own short reference, if it has one.</summary>
    public string? ExternalReference { get; init; }

    public DateTime LoggedAt { get; init; }

    public Guid? LoggedById { get; init; }

    public List<Claimant> Claimants { get; init; } = [];

    public List<Figure> Figures { get; init; } = [];

    public List<ClaimTopic> Topics { get; init; } = [];

    public List<Appearance> Appearances { get; init; } = [];

    public List<AttributionStep> Attribution { get; init; } = [];

    public List<Evidence> Evidence { get; init; } = [];

    public List<ClaimLink> Links { get; init; } = [];

    /// <summary>Before the number in the name of a claim's trail.</summary>
    public const string StreamPrefix = "claim:";

    public string AuditStream => StreamOf(Number);

    public static string StreamOf(int number) => StreamPrefix + number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Who makes a claim, in order, with the office held when speaking.</summary>
public sealed class Claimant : IAudited, IPartOfClaim
{
    public const int RoleMaxLength = 200;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid PartyId { get; set; }

    public Party? Party { get; init; }

    public int Order { get; set; }

    public LocalizedText Role { get; set; } = LocalizedText.Empty;

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

public sealed class ClaimTopic : IAudited, IPartOfClaim
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid TopicId { get; init; }

    public Topic? Topic { get; init; }

    public int Order { get; set; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>One claim's directed relation to another, read “from kind to”. Readers see it from both ends.</summary>
public sealed class ClaimLink : IAudited, IPartOfClaim
{
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required int ToNumber { get; init; }

    public required LinkKind Kind { get; set; }

    public LocalizedText Note { get; set; } = LocalizedText.Empty;

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
