using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Review;

/// <summary>What waits for a second person's word.</summary>
[Flags]
public enum PendingRequests
{
    None = 0,
    Correction = 1,
    Withdrawal = 2,
    Restore = 4,
    Removal = 8,
}

/// <summary>Everything the workflow needs to know of a claim and of whoever acts on it.</summary>
public sealed record ClaimSituation
{
    /// <summary>Null: not logged yet.</summary>
    public required Stage? Stage { get; init; }

    public required PublicState PublicState { get; init; }

    /// <summary>The roles that hold today: see <see cref="Permissions.RolesOn"/>.</summary>
    public required Roles Roles { get; init; }

    /// <summary>The actor wrote the verdict in question, or became its co-author. The verdict in question is the open one, or in a panel the one judged.</summary>
    public bool IsAuthor { get; init; }

    public bool IsAssignee { get; init; }

    /// <summary>The actor logged the claim.</summary>
    public bool IsLogger { get; init; }

    /// <summary>The actor approved the verdict a panel judges.</summary>
    public bool IsApprover { get; init; }

    /// <summary>Some editor other than the approver may vote.</summary>
    public bool OthersCanVote { get; init; }

    /// <summary>The actor wrote the texts in the language to be added.</summary>
    public bool IsTranslator { get; init; }

    /// <summary>A further language is written and waits; where nobody looked, the service that publishes it does.</summary>
    public bool HasTranslation { get; init; } = true;

    /// <summary>A verdict is drafted, proposed, returned, or contested before it was decided.</summary>
    public bool HasOpenVerdict { get; init; }

    /// <summary>A verdict of ours was decided; an imported one does not count.</summary>
    public bool HasDecidedVerdict { get; init; }

    /// <summary>It came from our own archive and waits for an editor's signature.</summary>
    public bool IsArchiveEntry { get; init; }

    /// <summary>How many could vote in a panel: see <see cref="PanelRules.Eligible"/>.</summary>
    public int EligibleEditors { get; init; }

    /// <summary>The open panel, if there is one.</summary>
    public PanelSituation? Panel { get; init; }

    public PendingRequests Pending { get; init; }

    /// <summary>What of it the actor asked for; <see cref="PendingRequests.Removal"/> also once the removal is confirmed.</summary>
    public PendingRequests RequestedByActor { get; init; }

    /// <summary>What a withdrawn or removed claim was before.</summary>
    public PublicState RestoresTo { get; init; } = PublicState.Published;

    /// <summary>The reason given for dissolving; null while one only asks whether any holds.</summary>
    public DissolveReason? DissolveReason { get; init; }

    /// <summary>The kind of correction asked for; null while one only asks whether one is possible.</summary>
    public CorrectionKind? CorrectionKind { get; init; }

    /// <summary>Whether <see cref="PublicationGate"/> holds; null while one only asks what could be done.</summary>
    public bool? GateHolds { get; init; }
}

/// <summary>An open panel, and the actor in it.</summary>
public sealed record PanelSituation
{
    public required int Size { get; init; }

    public required Stage StageBefore { get; init; }

    public int VotesCast { get; init; }

    public bool MajorityExists { get; init; }

    public bool ActorHasVoted { get; init; }

    public bool ActorInMajority { get; init; }

    public bool DeadlinePassed { get; init; }

    /// <summary>Every seat has voted.</summary>
    public bool IsFull => VotesCast >= Size;
}
