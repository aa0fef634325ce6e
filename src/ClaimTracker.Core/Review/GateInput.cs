using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Review;

/// <summary>Everything the publication gate judges; plain values, so that the checklist can be worked out while one types.</summary>
public sealed record GateInput
{
    public required RatedAspect Aspect { get; init; }

    /// <summary>The languages to judge, such as <c>ar</c> and <c>en</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The day it is at the newsroom.</summary>
    public required DateOnly Today { get; init; }

    public LocalizedText Statement { get; init; } = LocalizedText.Empty;

    public GateRating? Rating { get; init; }

    public LocalizedText Headline { get; init; } = LocalizedText.Empty;

    public LocalizedText Explanation { get; init; } = LocalizedText.Empty;

    /// <summary>Where evidence of the other side was searched, and with what words.</summary>
    public LocalizedText OtherSideSearch { get; init; } = LocalizedText.Empty;

    public Confidence? Confidence { get; init; }

    public DateOnly? AsOf { get; init; }

    public IReadOnlyList<GateWaiver> Waivers { get; init; } = [];

    /// <summary>The claimants, their superiors and their members: see <see cref="Independence.SideOf"/>. None of them counts.</summary>
    public IReadOnlySet<Guid> ClaimantSide { get; init; } = new HashSet<Guid>();

    /// <summary>Parties nobody can name, such as “officials”: they count as none.</summary>
    public IReadOnlySet<Guid> UnnamedParties { get; init; } = new HashSet<Guid>();

    public IReadOnlyList<GateAppearance> Appearances { get; init; } = [];

    public IReadOnlyList<GateEvidence> Evidence { get; init; } = [];

    public IReadOnlyList<GateContact> Contacts { get; init; } = [];
}

/// <summary>The rating chosen.</summary>
public sealed record GateRating(string Code, RatedAspect Aspect, bool IsActive = true);

/// <summary>A condition answered for instead of met.</summary>
public sealed record GateWaiver(GateCondition Condition, WaiverReason Reason, LocalizedText Explanation);

/// <summary>The claim in a source; a link is an address, or a copy at an archive.</summary>
public sealed record GateAppearance(bool HasLink);

/// <summary>A source bearing on the claim.</summary>
public sealed record GateEvidence
{
    public required Stance Stance { get; init; }

    public required SourceKind Kind { get; init; }

    public SourceLevel? Level { get; init; }

    /// <summary>Who gathered it; of a reprint, copy or translation: the original's.</summary>
    public Guid? OriginPartyId { get; init; }

    /// <summary>Whose statements it passes on; of a copy: the original's.</summary>
    public IReadOnlyList<Guid> RelayPartyIds { get; init; } = [];

    public bool HasLink { get; init; }

    /// <summary>Context alone neither supports nor refutes.</summary>
    public bool Bears => Stance != Stance.Context;

    /// <summary>
    /// Shows by itself what was said: a transcript, or at first hand a recording or the official text.
    /// </summary>
    public bool ShowsWords => Bears && Kind switch
    {
        SourceKind.Transcript => true,
        SourceKind.Video or SourceKind.Broadcast or SourceKind.Statement or SourceKind.Document => Level == SourceLevel.Primary,
        _ => false,
    };
}

/// <summary>A request for comment.</summary>
public sealed record GateContact(DateTime SentAt, DateTime? Deadline, ContactOutcome Outcome, DateTime? RepliedAt = null, bool HasReply = false);
