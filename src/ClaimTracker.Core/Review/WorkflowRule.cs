using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Review;

/// <summary>Whose roles allow an action at all.</summary>
public enum Who
{
    Checker,
    Editor,
    EditorOrAdmin,
}

/// <summary>A condition beyond role, stage and public state, with the answer given when it does not hold.</summary>
public sealed record Requirement(RefusalKind Kind, RefusalReason Reason, Func<ClaimSituation, bool> Holds);

/// <summary>One row of <see cref="WorkflowTable"/>: who may do what, when, and what comes of it.</summary>
public sealed record WorkflowRule(ClaimAction Action, Who Who)
{
    public static readonly IReadOnlyList<Stage?> AnyStage = [.. Enum.GetValues<Stage>().Select(s => (Stage?)s)];
    public static readonly IReadOnlyList<PublicState> AnyPublicState = Enum.GetValues<PublicState>();
    public static readonly IReadOnlyList<PublicState> NotRemoved = [.. AnyPublicState.Where(s => s != PublicState.Removed)];

    /// <summary>Stages it starts from; a null among them: no claim yet.</summary>
    public IReadOnlyList<Stage?> From { get; init; } = AnyStage;

    /// <summary>Public states it is possible in.</summary>
    public IReadOnlyList<PublicState> While { get; init; } = AnyPublicState;

    /// <summary>Further conditions, in the order they are judged.</summary>
    public IReadOnlyList<Requirement> Requires { get; init; } = [];

    /// <summary>Stage it leads to; null: the same.</summary>
    public Stage? To { get; init; }

    /// <summary>Public state it leads to; null: the same.</summary>
    public PublicState? Public { get; init; }

    public VerdictState? Verdict { get; init; }

    public AssigneeChange Assignee { get; init; }

    public MarkChange Mark { get; init; }

    public ReasonNeeded Reason { get; init; }

    public bool NeedsGate { get; init; }

    public bool NeedsSecondPerson { get; init; }

    /// <summary>A new verdict: over an earlier one of ours it must carry a correction.</summary>
    public bool IsNewVerdict { get; init; }

    /// <summary>What depends on more than the row can say.</summary>
    public Func<ClaimSituation, Transition, Transition>? Adjust { get; init; }
}
