using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// What readers are given of one claim: an allow-list, so that a new property of the model stays private until it is named
/// here. Holds names and labels as they were when published. Links to other claims hold only number and kind; what they
/// point to is looked up when the page is read.
/// </summary>
public sealed record PublicDocument
{
    /// <summary>Raised whenever a change here makes older documents read differently.</summary>
    public const int CurrentSchema = 1;

    public required int Number { get; init; }

    public required PublicState State { get; init; }

    public bool IsContested { get; init; }

    public bool IsUnderReexamination { get; init; }

    /// <summary>Languages the check is complete in; the others show the original with a note.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public required LocalizedText Statement { get; init; }

    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    public required string OriginalLanguage { get; init; }

    public required ClaimKind Kind { get; init; }

    public required RatedAspect Aspect { get; init; }

    public IReadOnlyList<PublicClaimant> Claimants { get; init; } = [];

    public LocalizedText Hedge { get; init; } = LocalizedText.Empty;

    public FuzzyDate? AssertedOn { get; init; }

    public FuzzyDate? EventOn { get; init; }

    public string? PlaceCountry { get; init; }

    public LocalizedText PlaceName { get; init; } = LocalizedText.Empty;

    public LocalizedText SelectionReason { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<string> Flags { get; init; } = [];

    public bool AsPublished { get; init; }

    /// <summary>Faults of articles that touch this claim: what was published and what was meant.</summary>
    public IReadOnlyList<PublicGarbling> Garblings { get; init; } = [];

    public IReadOnlyList<PublicFigure> Figures { get; init; } = [];

    public IReadOnlyList<PublicTopic> Topics { get; init; } = [];

    public IReadOnlyList<PublicAppearance> Appearances { get; init; } = [];

    public IReadOnlyList<PublicAttributionStep> Attribution { get; init; } = [];

    public IReadOnlyList<PublicEvidence> Evidence { get; init; } = [];

    /// <summary>Every source named above, numbered by its place here.</summary>
    public IReadOnlyList<PublicSource> Sources { get; init; } = [];

    public IReadOnlyList<PublicLinkTo> Links { get; init; } = [];

    public IReadOnlyList<PublicContact> Contacts { get; init; } = [];

    public IReadOnlyList<PublicNote> Notes { get; init; } = [];

    public IReadOnlyList<PublicCorrectionNotice> Corrections { get; init; } = [];

    public LocalizedText HoldingNote { get; init; } = LocalizedText.Empty;

    public DateOnly? HoldingNoteAsOf { get; init; }

    public PublicVerdict? Verdict { get; init; }

    public PublicDataSet? DataSet { get; init; }

    /// <summary>
    /// Where this newsroom published the check before. The page there stays the canonical one, and no second ClaimReview is made from this document.
    /// </summary>
    public PublicArchiveEntry? Archive { get; init; }

    /// <summary>Whose check the imported verdict is, in that publisher's words. Left out of all others.</summary>
    public PublicOutsideReview? Outside { get; init; }

    /// <summary>Why the claim was withdrawn, or the neutral notice of a removed one.</summary>
    public LocalizedText Notice { get; init; } = LocalizedText.Empty;

    public RemovalReason? RemovalReason { get; init; }

    public int? MergedIntoNumber { get; init; }

    /// <summary>When the newsroom took the claim up; not known of what was published before this was kept.</summary>
    public DateOnly? LoggedOn { get; init; }

    /// <summary>When the verdict, holding note or import last changed; a check from our archive keeps its own day.</summary>
    public required DateTime ReviewedAt { get; init; }

    public required DateTime FirstPublishedAt { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, CoreJson.Options);

    /// <summary>What the page of a withdrawn claim shows: the statement, and why it was withdrawn.</summary>
    public PublicDocument WithoutCheck() => new()
    {
        Number = Number,
        State = State,
        Statement = Statement,
        OriginalLanguage = OriginalLanguage,
        Kind = Kind,
        Aspect = Aspect,
        Notice = Notice,
        ReviewedAt = ReviewedAt,
        FirstPublishedAt = FirstPublishedAt,
    };

    /// <summary>The same with its verdict in these languages only: those the gate found complete.</summary>
    public PublicDocument InLanguages(IReadOnlyList<string> languages) => this with
    {
        Languages = languages,
        Verdict = Verdict is not { } verdict ? null : verdict with
        {
            Headline = verdict.Headline.Only(languages),
            Explanation = verdict.Explanation.Only(languages),
            Body = verdict.Body.Only(languages),
            Unknowns = verdict.Unknowns.Only(languages),
            OtherSideSearch = verdict.OtherSideSearch.Only(languages),
        },
    };

    /// <summary>
    /// Hash of what an editor is shown before deciding: everything but the times and marks that deciding itself sets. Posted
    /// with the decision, so that what was shown is exactly what is published.
    /// </summary>
    public string ContentHash() => AuditText.Sha256((this with
    {
        State = PublicState.Published,
        IsContested = false,
        IsUnderReexamination = false,
        ReviewedAt = DateTime.UnixEpoch,
        FirstPublishedAt = DateTime.UnixEpoch,
        Corrections = [],
        Verdict = Verdict is null ? null : Verdict with { DecidedOn = null, IsImported = false, Panel = null },
    }).ToJson());

    public static PublicDocument FromJson(string json) => JsonSerializer.Deserialize<PublicDocument>(json, CoreJson.Options)
        ?? throw new JsonException("A publication holds no document.");
}

public sealed record PublicParty(Guid Id, LocalizedText Name, PartyKind Kind, string? Country);

public sealed record PublicClaimant(PublicParty Party, LocalizedText Role)
{
    /// <summary>The party at the top of those they belong to, when it was published; null: they belong to nobody we know of.</summary>
    public PublicParty? Side { get; init; }
}

public sealed record PublicTopic(string Slug, LocalizedText Name);

public sealed record PublicOutlet(Guid Id, LocalizedText Name, string? Country);

public sealed record PublicGarbling(Guid SourceId, string Kind, LocalizedText Published, LocalizedText Intended);

public sealed record PublicUnit(string Code, LocalizedText Label, LocalizedText Plurals);

public sealed record PublicMeasure(string Code, LocalizedText Label);

public sealed record PublicFigure
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public FigureModifier? Modifier { get; init; }

    public required PublicUnit Unit { get; init; }

    public PublicMeasure? Measure { get; init; }

    public bool IsCapacity { get; init; }

    public FuzzyDate? Period { get; init; }

    public string? AlternativeGroup { get; init; }

    public LocalizedText Note { get; init; } = LocalizedText.Empty;
}

public sealed record PublicAppearance
{
    public required Guid SourceId { get; init; }

    public int? ParagraphFrom { get; init; }

    public int? ParagraphTo { get; init; }

    public string? Timecode { get; init; }

    public string? Quote { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public AppearanceStrength Strength { get; init; }

    public LocalizedText WordingNote { get; init; } = LocalizedText.Empty;

    public bool IsFirst { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>A step of the attribution chain; no sources: it holds for all.</summary>
public sealed record PublicAttributionStep(PublicParty Party, string Verb, LocalizedText Note, IReadOnlyList<Guid> SourceIds);

public sealed record PublicEvidence(Guid SourceId, Stance Stance, string? Quote, string? Locator, LocalizedText Note);

public sealed record PublicSource
{
    public required Guid Id { get; init; }

    public required SourceKind Kind { get; init; }

    public string? Address { get; init; }

    public LocalizedText NoAddressReason { get; init; } = LocalizedText.Empty;

    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    public PublicOutlet? Outlet { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public FuzzyDate? PublishedOn { get; init; }

    public DateOnly? AccessedOn { get; init; }

    public SourceLevel? Level { get; init; }

    public PublicParty? Origin { get; init; }

    public Guid? OriginalId { get; init; }

    public IReadOnlyList<PublicParty> Relays { get; init; } = [];

    public LocalizedText Says { get; init; } = LocalizedText.Empty;

    public bool IsPartial { get; init; }

    public SourceStatus Status { get; init; }

    public DateOnly? StatusOn { get; init; }

    public LocalizedText StatusNote { get; init; } = LocalizedText.Empty;

    public LocalizedText InterestNote { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<ArchiveLink> ArchiveLinks { get; init; } = [];

    /// <summary>Named only as withheld: everything else about it stays with the newsroom.</summary>
    public bool IsWithheld { get; init; }
}

public sealed record PublicLinkTo(LinkKind Kind, int Number);

public sealed record PublicContact(
    PublicParty? Party, ContactChannel Channel, DateOnly SentOn, DateOnly? DeadlineOn, ContactOutcome Outcome, LocalizedText Reply, DateOnly? RepliedOn)
{
    /// <summary>They came by themselves: the days are that of their message. Left out where we asked.</summary>
    public bool? CameUnasked { get; init; }
}

public sealed record PublicNote(string Body, string Language, DateOnly WrittenOn);

public sealed record PublicDataSet(string Key, LocalizedText Name, string? Licence, DateOnly? AsOf);

public sealed record PublicArchiveEntry(string Address, string? Title, DateOnly PublishedOn, string Byline, string RatingWords, DateOnly SignedOn);

/// <summary>A check of another publisher, with its rating in their words.</summary>
public sealed record PublicOutsideReview(string Address, string? Title, string Publisher, string RatingWords, DateOnly? PublishedOn);

public sealed record PublicRating(string Code, RatedAspect Aspect, LocalizedText Label, string Color, string Icon, int? ClaimReviewValue);

public sealed record PublicVerdict
{
    public required int Number { get; init; }

    public required PublicRating Rating { get; init; }

    public LocalizedText Headline { get; init; } = LocalizedText.Empty;

    public LocalizedText Explanation { get; init; } = LocalizedText.Empty;

    public LocalizedText Body { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<string> ReasonTags { get; init; } = [];

    public LocalizedText Unknowns { get; init; } = LocalizedText.Empty;

    public LocalizedText OtherSideSearch { get; init; } = LocalizedText.Empty;

    public Confidence? Confidence { get; init; }

    public DateOnly? AsOf { get; init; }

    public LocalizedText ConflictDisclosure { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<PublicWaiver> Waivers { get; init; } = [];

    public bool IsImported { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>Fact-checkers who wrote it; named by number and role only.</summary>
    public int AuthorCount { get; init; }

    public PublicPanel? Panel { get; init; }
}

public sealed record PublicWaiver(string Condition, WaiverReason Reason, LocalizedText Explanation);

/// <summary>How a contested claim was settled; dissent is kept and shown by role, without names.</summary>
public sealed record PublicPanel(int Size, int Majority, IReadOnlyList<PublicDissent> Dissent);

public sealed record PublicDissent(LocalizedText RatingLabel, string Reason);

public sealed record PublicCorrectionNotice
{
    public required Guid Id { get; init; }

    public required CorrectionKind Kind { get; init; }

    public LocalizedText What { get; init; } = LocalizedText.Empty;

    public LocalizedText Why { get; init; } = LocalizedText.Empty;

    public required CorrectionCause Cause { get; init; }

    public PublicRating? OldRating { get; init; }

    public PublicRating? NewRating { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Public version that brought it.</summary>
    public required int Version { get; init; }
}
