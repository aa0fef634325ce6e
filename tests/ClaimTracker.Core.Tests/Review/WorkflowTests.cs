using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using static ClaimTracker.Core.Tests.Review.Situations;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>Every stage × public state × action × role × part in the claim, against <see cref="ExpectedWorkflow"/>.</summary>
public sealed class WorkflowTests
{
    private const int RoleSets = 16;

    private static readonly Stage?[] Stages = [null, .. Enum.GetValues<Stage>().Select(s => (Stage?)s)];

    public static TheoryData<ClaimAction> EveryAction => [.. Enum.GetValues<ClaimAction>()];

    [Theory]
    [MemberData(nameof(EveryAction))]
    public void Check_EveryStageStateRoleAndPart_AnswersAsWritten(ClaimAction action)
    {
        List<string> differences = [];
        foreach (var (stage, publicState, roles, part) in Everything())
        {
            var expected = ExpectedWorkflow.Of(action, stage, publicState, roles, part);
            var actual = Workflow.Check(action, For(action, stage, publicState, roles, part)) switch
            {
                Transition transition => new Expectation(null, transition.Stage, transition.PublicState),
                Refusal refusal => new Expectation(refusal.Kind),
                var answer => throw new InvalidOperationException(answer.ToString()),
            };
            if (actual != expected)
            {
                differences.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{action} at {stage}/{publicState} by {roles} ({part}): expected {expected}, was {actual}"));
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences\n{string.Join('\n', differences.Take(20))}");
    }

    [Fact]
    public void Table_EveryAction_IsWrittenInBoth()
    {
        Assert.Equal(Enum.GetValues<ClaimAction>().Order(), ExpectedWorkflow.Actions.Order());
        Assert.Equal(Enum.GetValues<ClaimAction>().Order(), WorkflowTable.Rules.Select(r => r.Action).Distinct().Order());
    }

    [Fact]
    public void Table_RowsOfOneAction_NeverOverlap()
    {
        var overlapping =
            from rule in WorkflowTable.Rules
            from stage in rule.From
            from state in rule.While
            group rule by (rule.Action, stage, state) into cell
            where cell.Count() > 1
            select cell.Key;

        Assert.Empty(overlapping);
    }

    [Fact]
    public void Allowed_EverySituation_IsWhatCheckAllows()
    {
        foreach (var (stage, publicState, roles, part) in Everything())
        {
            var situation = For(ClaimAction.Take, stage, publicState, roles, part);
            var allowed = Workflow.Allowed(situation);

            Assert.Equal(Enum.GetValues<ClaimAction>().Where(a => Workflow.Check(a, situation).IsAllowed).Order(), allowed.Select(t => t.Action).Order());
        }
    }

    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Observer)]
    public void Allowed_WithoutARoleThatActs_IsNothing(Roles roles)
    {
        foreach (var (stage, publicState, _, part) in Everything())
        {
            Assert.Empty(Workflow.Allowed(For(ClaimAction.Take, stage, publicState, roles, part)));
        }
    }

    [Fact]
    public void Allowed_AdminWithoutEditor_OnlyRemovesAndRestoresRemoved()
    {
        var allowed = Everything()
            .SelectMany(c => Workflow.Allowed(For(ClaimAction.Take, c.Stage, c.PublicState, Roles.Admin | Roles.Observer, c.Part)))
            .Select(t => t.Action)
            .Distinct();

        Assert.Equal([ClaimAction.Remove, ClaimAction.ConfirmRemoval, ClaimAction.RestoreRemoved], allowed.Order());
    }

    /// <summary>What comes of an action besides stage and public state, and what it asks for; “.” nothing.</summary>
    [Theory]
    //          action                           from             verdict     assignee       mark                 reason   needs
    [InlineData(ClaimAction.Take, Stage.Logged, ".", "Actor", ".", ".", ".")]
    [InlineData(ClaimAction.Assign, Stage.Returned, ".", "Named", ".", ".", ".")]
    [InlineData(ClaimAction.Reassign, Stage.InReview, ".", "Named", ".", ".", ".")]
    [InlineData(ClaimAction.Release, Stage.InReview, "Draft", "Nobody", ".", ".", ".")]
    [InlineData(ClaimAction.Propose, Stage.Checking, "Proposed", ".", ".", ".", "gate")]
    [InlineData(ClaimAction.Recall, Stage.InReview, "Draft", "KeepOrActor", ".", ".", ".")]
    [InlineData(ClaimAction.Return, Stage.InReview, "Returned", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.EditWording, Stage.InReview, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.Approve, Stage.InReview, "Decided", ".", "Clear", ".", "gate correction")]
    [InlineData(ClaimAction.Contest, Stage.InReview, "Contested", ".", "Contested", "Words", ".")]
    [InlineData(ClaimAction.Contest, Stage.Settled, ".", ".", "Contested", "Words", ".")]
    [InlineData(ClaimAction.Vote, Stage.Contested, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.ClosePanel, Stage.Contested, "Decided", ".", "Clear", ".", "gate correction")]
    [InlineData(ClaimAction.Dissolve, Stage.Contested, "Draft", ".", "Clear", "Code", ".")]
    [InlineData(ClaimAction.Reopen, Stage.Settled, ".", "KeepOrActor", "AskWhetherToTell", "Words", ".")]
    [InlineData(ClaimAction.Close, Stage.Checking, ".", ".", ".", "Code", ".")]
    [InlineData(ClaimAction.Merge, Stage.InReview, "Void", "Nobody", "Clear", ".", ".")]
    [InlineData(ClaimAction.ReopenClosed, Stage.Closed, ".", "KeepOrActor", ".", ".", ".")]
    [InlineData(ClaimAction.ChangeMeaning, Stage.Checking, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.ChangeMeaning, Stage.Returned, "Draft", ".", ".", ".", ".")]
    [InlineData(ClaimAction.ChangeMeaning, Stage.InReview, "Void", "KeepOrActor", ".", ".", ".")]
    [InlineData(ClaimAction.ChangeMeaning, Stage.Contested, "Void", "KeepOrActor", "Clear", ".", ".")]
    [InlineData(ClaimAction.ChangeMeaning, Stage.Settled, ".", "KeepOrActor", "AskWhetherToTell", ".", ".")]
    [InlineData(ClaimAction.List, Stage.Logged, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.Unlist, Stage.Logged, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.Correct, Stage.Settled, ".", ".", ".", ".", "second")]
    [InlineData(ClaimAction.ApproveCorrection, Stage.Settled, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.DeclineCorrection, Stage.Settled, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.Withdraw, Stage.Settled, ".", ".", ".", "Words", "second")]
    [InlineData(ClaimAction.ConfirmWithdrawal, Stage.Settled, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.DeclineWithdrawal, Stage.Settled, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.Restore, Stage.Settled, ".", ".", ".", "Words", "second")]
    [InlineData(ClaimAction.ConfirmRestore, Stage.Settled, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.DeclineRestore, Stage.Settled, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.Remove, Stage.Settled, ".", ".", ".", "Code", "second")]
    [InlineData(ClaimAction.ConfirmRemoval, Stage.Settled, ".", ".", ".", ".", ".")]
    [InlineData(ClaimAction.RestoreRemoved, Stage.Settled, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.Redact, Stage.Settled, ".", ".", ".", "Words", ".")]
    [InlineData(ClaimAction.AddLanguage, Stage.Settled, ".", ".", ".", ".", "gate")]
    public void Check_Allowed_SaysWhatComesOfIt(
        ClaimAction action, Stage from, string verdict, string assignee, string mark, string reason, string needs)
    {
        var part = action is ClaimAction.Release or ClaimAction.Propose ? Part.Assignee : action == ClaimAction.Recall ? Part.Author : Part.None;
        var state = Enum.GetValues<PublicState>().First(s => ExpectedWorkflow.Of(action, from, s, Roles.Editor, part).Refusal is null);

        var transition = Allows(action, For(action, from, state, Roles.Editor, part));

        Assert.Equal(verdict, transition.Verdict?.ToString() ?? ".");
        Assert.Equal(assignee, Or(transition.Assignee, AssigneeChange.Keep));
        Assert.Equal(mark, Or(transition.Mark, MarkChange.Keep));
        Assert.Equal(reason, Or(transition.Reason, ReasonNeeded.None));
        Assert.Equal(
            needs.Split(' ').Where(n => n != "."),
            new[] { transition.NeedsGate ? "gate" : "", transition.NeedsCorrection ? "correction" : "", transition.NeedsSecondPerson ? "second" : "" }
                .Where(n => n.Length > 0));

        static string Or<T>(T value, T nothing)
            where T : struct, Enum => value.Equals(nothing) ? "." : value.ToString();
    }

    private static IEnumerable<(Stage? Stage, PublicState PublicState, Roles Roles, Part Part)> Everything() =>
        from stage in Stages
        from publicState in Enum.GetValues<PublicState>()
        from roles in Enumerable.Range(0, RoleSets)
        from part in Enum.GetValues<Part>()
        select (stage, publicState, (Roles)roles, part);
}
