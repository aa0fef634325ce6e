using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Review;

/// <summary>What waits for one person, most pressing first; for somebody who only reads the desk, what waits for anybody.</summary>
public sealed record MyWorkLists
{
    /// <summary>The reader decides nothing here: the lists are the whole desk's.</summary>
    public required bool IsOverview { get; init; }

    public required IReadOnlyList<ReturnedWork> Returned { get; init; }

    public required IReadOnlyList<WorkClaim> Assigned { get; init; }

    /// <summary>What the reader logged and nobody has taken.</summary>
    public required IReadOnlyList<WorkClaim> Logged { get; init; }

    public required IReadOnlyList<ReviewWork> Review { get; init; }

    public required IReadOnlyList<VoteWork> Votes { get; init; }

    public required IReadOnlyList<ConfirmationWork> Confirmations { get; init; }

    public required IReadOnlyList<ChangedSourceWork> ChangedSources { get; init; }

    public required IReadOnlyList<ContactWork> Contacts { get; init; }

    public required IReadOnlyList<MentionWork> Mentions { get; init; }

    public required IReadOnlyList<DateWork> Dates { get; init; }

    /// <summary>Faults of articles that readers do not see before an editor has looked.</summary>
    public required IReadOnlyList<ErrorWork> Errors { get; init; }

    public int Count => Returned.Count + Assigned.Count + Logged.Count + Review.Count + Votes.Count + Confirmations.Count
        + ChangedSources.Count + Contacts.Count + Mentions.Count + Dates.Count + Errors.Count;
}

/// <summary>A claim as a row of the desk shows it.</summary>
public sealed record WorkClaim(int Number, LocalizedText Statement, Stage Stage, PublicState PublicState)
{
    public bool IsContested { get; init; }

    public bool IsUnderReexamination { get; init; }

    public Triage Triage { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? RecheckOn { get; init; }

    public Guid? AssigneeId { get; init; }
}

/// <summary>A verdict an editor sent back, with the reason.</summary>
public sealed record ReturnedWork(WorkClaim Claim, string Reason, Guid ById, DateTime At);

/// <summary>A verdict proposed for review.</summary>
public sealed record ReviewWork(WorkClaim Claim, DateTime? ProposedAt, IReadOnlyList<Guid> Authors);

/// <summary>An open panel in which a vote is missing.</summary>
public sealed record VoteWork(WorkClaim Claim, string Reason, DateTime OpenedAt, DateTime? Deadline, int VotesCast, int Size);

/// <summary>What a second person has to confirm.</summary>
public enum ConfirmationKind
{
    Withdrawal,
    Restore,
    Removal,
    Correction,
    Translation,
}

/// <summary>Somebody's request that waits for a second person; a removal until its time is up.</summary>
public sealed record ConfirmationWork(WorkClaim Claim, ConfirmationKind Kind, Guid? RequestedById, DateTime RequestedAt, DateTime? Until);

/// <summary>A claim that rests on sources which were corrected or retracted.</summary>
public sealed record ChangedSourceWork(WorkClaim Claim, IReadOnlyList<ChangedSourceNote> Sources);

public sealed record ChangedSourceNote(Guid SourceId, LocalizedText Title, string? Address, SourceStatus Status, DateOnly? On)
{
    /// <summary>Withheld, and not for this reader to know by name.</summary>
    public bool IsHidden { get; private init; }

    public ChangedSourceNote Hidden() => this with { Title = LocalizedText.Empty, Address = null, IsHidden = true };
}

/// <summary>A claimant who was asked and has not answered yet.</summary>
public sealed record ContactWork(WorkClaim Claim, LocalizedText? Party, ContactChannel Channel, DateTime SentAt, DateTime Deadline, bool IsOver);

/// <summary>A note that names the reader.</summary>
public sealed record MentionWork(WorkClaim Claim, Guid NoteId, string Body, string Language, Guid AuthorId, DateTime WrittenAt);

/// <summary>A day that is near or past: when a claim is due, or when a settled one is to be looked at again.</summary>
public sealed record DateWork(WorkClaim Claim, bool IsRecheck, DateOnly On, bool IsOver);

/// <summary>A fault of an article that waits for a second look. By null: who logged it was not kept.</summary>
public sealed record ErrorWork(Guid SourceId, LocalizedText Title, string? Address, Guid ErrorId, string Kind, Guid? ById, DateTime? At);
