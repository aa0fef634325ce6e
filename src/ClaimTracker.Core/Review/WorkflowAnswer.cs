using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Review;

/// <summary>What the workflow says to an action: a <see cref="Transition"/> or a <see cref="Refusal"/>.</summary>
public abstract record WorkflowAnswer
{
    public bool IsAllowed => this is Transition;
}

/// <summary>Refused: 403 or 409, and why.</summary>
public sealed record Refusal(RefusalKind Kind, RefusalReason Reason) : WorkflowAnswer;

/// <summary>Allowed: what it needs, and what it leads to.</summary>
public sealed record Transition(ClaimAction Action, Stage Stage, PublicState PublicState) : WorkflowAnswer
{
    /// <summary>What becomes of the verdict in question, where there is one; null: nothing.</summary>
    public VerdictState? Verdict { get; init; }

    public AssigneeChange Assignee { get; init; }

    public MarkChange Mark { get; init; }

    public ReasonNeeded Reason { get; init; }

    /// <summary>The publication gate must hold.</summary>
    public bool NeedsGate { get; init; }

    /// <summary>It takes effect only when a second person confirms; until then it is a pending request (a removal is done at once).</summary>
    public bool NeedsSecondPerson { get; init; }

    /// <summary>Goes over an earlier verdict of ours, so it must say what changed: see <see cref="CorrectionRules"/>.</summary>
    public bool NeedsCorrection { get; init; }
}

/// <summary>Who works on the claim afterwards.</summary>
public enum AssigneeChange
{
    Keep,

    /// <summary>Whoever acts.</summary>
    Actor,

    /// <summary>The person the action names.</summary>
    Named,
    Nobody,

    /// <summary>As before, or whoever acts when nobody was.</summary>
    KeepOrActor,
}

/// <summary>What becomes of the marks readers see on a public claim.</summary>
public enum MarkChange
{
    Keep,

    /// <summary>Sets أمام اللجنة.</summary>
    Contested,

    /// <summary>Sets قيد إعادة النظر in place of أمام اللجنة.</summary>
    UnderReexamination,

    /// <summary>“Tell readers now?” decides whether قيد إعادة النظر is set.</summary>
    AskWhetherToTell,

    /// <summary>Takes both away.</summary>
    Clear,
}

/// <summary>Whether an action asks why.</summary>
public enum ReasonNeeded
{
    None,

    /// <summary>In words.</summary>
    Words,

    /// <summary>From a list: <see cref="CloseReason"/>, <see cref="DissolveReason"/>, or why a page is removed.</summary>
    Code,
}
