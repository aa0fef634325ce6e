using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Review;

/// <summary>
/// The one place that says what may be done to a claim now (section 3). Pages, API and import all ask here; it reads
/// <see cref="WorkflowTable"/> and nothing else.
/// </summary>
public static class Workflow
{
    private static readonly ILookup<ClaimAction, WorkflowRule> RulesOf = WorkflowTable.Rules.ToLookup(r => r.Action);

    /// <summary>Whether the action is allowed, and what comes of it. Judged in this order: role, stage, public state, further conditions, gate.</summary>
    public static WorkflowAnswer Check(ClaimAction action, ClaimSituation situation)
    {
        var rules = RulesOf[action].ToList();
        if (!rules.Exists(r => HasRole(situation.Roles, r.Who)))
        {
            return RoleRefusal(rules[0].Who);
        }

        var ofStage = rules.Where(r => r.From.Contains(situation.Stage)).ToList();
        if (ofStage.Count == 0)
        {
            return new Refusal(RefusalKind.NotNow, RefusalReason.NotInThisStage);
        }

        var rule = ofStage.Find(r => r.While.Contains(situation.PublicState));
        if (rule is null)
        {
            return new Refusal(
                RefusalKind.NotNow,
                situation.PublicState == PublicState.Removed ? RefusalReason.RemovedFromPublic : RefusalReason.NotInThisPublicState);
        }

        return Judge(rule, situation);
    }

    /// <summary>Everything allowed now, in the order of the table: for buttons, and for the answer 409.</summary>
    public static IReadOnlyList<Transition> Allowed(ClaimSituation situation) =>
        [.. RulesOf.Select(r => Check(r.Key, situation)).OfType<Transition>()];

    /// <summary>
    /// A verdict judges the exact wording: changing such a part is <see cref="ClaimAction.ChangeMeaning"/>, which takes a claim
    /// with a verdict back to Checking and voids an open proposal or panel. The form says so first.
    /// </summary>
    public static bool VoidsVerdict(ClaimPart part) => part is
        ClaimPart.StatementMeaning or ClaimPart.Kind or ClaimPart.Claimants or ClaimPart.Figures or ClaimPart.RatedAspect;

    /// <summary>An editor who changes such a part while a verdict is in review becomes its co-author, and no longer approves it.</summary>
    public static bool MakesCoAuthor(ClaimPart part) => part is ClaimPart.Rating or ClaimPart.Figures or ClaimPart.Evidence;

    /// <summary>An editor; else the assignee, or whoever logged the claim while nobody has taken it.</summary>
    internal static bool IsOwnClaimOrEditor(ClaimSituation situation) => Permissions.IsOwnClaimOrEditor(
        situation.Roles, new ClaimAccess(situation.Stage, situation.IsAssignee, situation.IsLogger));

    /// <summary>The reason given if it holds; when none is given, the first that would.</summary>
    internal static DissolveReason? ReasonToDissolve(ClaimSituation situation)
    {
        if (situation.Panel is not { } panel)
        {
            return null;
        }

        DissolveReason[] given = situation.DissolveReason is { } reason
            ? [reason]
            : [DissolveReason.NoMajority, DissolveReason.DeadlinePassed, DissolveReason.TooFewEditors, DissolveReason.OpenedByMistake];
        var isOfPanelsWork = situation.IsAuthor || situation.IsAssignee;
        return given
            .Where(r => PanelRules.Holds(r, panel, situation.EligibleEditors) && !(r == DissolveReason.OpenedByMistake && isOfPanelsWork))
            .Select(r => (DissolveReason?)r)
            .FirstOrDefault();
    }

    private static WorkflowAnswer Judge(WorkflowRule rule, ClaimSituation situation)
    {
        if (!HasRole(situation.Roles, rule.Who))
        {
            return RoleRefusal(rule.Who);
        }

        if (rule.Requires.FirstOrDefault(r => !r.Holds(situation)) is { } unmet)
        {
            return new Refusal(unmet.Kind, unmet.Reason);
        }

        if (rule.NeedsGate && situation.GateHolds == false)
        {
            return new Refusal(RefusalKind.NotNow, RefusalReason.GateNotMet);
        }

        // Without a claim (Log) the row itself names the stage.
        var stage = rule.To ?? situation.Stage ?? Stage.Logged;
        var transition = new Transition(rule.Action, stage, rule.Public ?? situation.PublicState)
        {
            Verdict = rule.Verdict,
            Assignee = rule.Assignee,
            Mark = rule.Mark,
            Reason = rule.Reason,
            NeedsGate = rule.NeedsGate,
            NeedsSecondPerson = rule.NeedsSecondPerson,
            NeedsCorrection = rule.IsNewVerdict && situation.HasDecidedVerdict,
        };
        return rule.Adjust is { } adjust ? adjust(situation, transition) : transition;
    }

    private static bool HasRole(Roles roles, Who who) => who switch
    {
        Who.Checker => roles.IncludesChecker(),
        Who.Editor => roles.IncludesEditor(),
        Who.EditorOrAdmin => roles.IncludesEditor() || roles.IncludesAdmin(),
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };

    private static Refusal RoleRefusal(Who who) => new(RefusalKind.NotPermitted, who switch
    {
        Who.Checker => RefusalReason.CheckersOnly,
        Who.Editor => RefusalReason.EditorsOnly,
        Who.EditorOrAdmin => RefusalReason.EditorsAndAdminsOnly,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    });
}
