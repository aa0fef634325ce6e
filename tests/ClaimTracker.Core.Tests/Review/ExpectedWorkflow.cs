using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>The actor's part in the claim.</summary>
public enum Part
{
    None,
    Assignee,
    Author,
    AuthorAndAssignee,
    Logger,
    Approver,
}

/// <summary>
/// The workflow as section 3 of the design tells it, written by hand and read by the tests: nothing here comes from the code
/// under test. “-” before logging; “*” any; “=” as it was.
/// </summary>
public static class ExpectedWorkflow
{
    /// <summary>
    /// Part: <c>any</c>; <c>assignee</c>; <c>author</c>; <c>outside</c>: neither author nor assignee; <c>own</c>: an editor, the
    /// assignee, or while it is only logged whoever logged it.
    /// </summary>
    private const string Table = """
        Action            | Who          | Stages                              | Public states                            | Part     | To        | Public
        Log               | checker      | -                                   | None                                     | any      | Logged    | =
        Take              | checker      | Logged Returned                     | *                                        | any      | Checking  | =
        Assign            | editor       | Logged Returned                     | *                                        | any      | Checking  | =
        Reassign          | editor       | Checking InReview Returned          | *                                        | any      | =         | =
        Release           | checker      | Checking InReview Returned          | *                                        | assignee | Logged    | =
        Propose           | checker      | Checking                            | *                                        | assignee | InReview  | =
        Recall            | checker      | InReview                            | *                                        | author   | Checking  | =
        Return            | editor       | InReview                            | *                                        | outside  | Returned  | =
        EditWording       | editor       | InReview                            | *                                        | any      | =         | =
        Approve           | editor       | InReview                            | None Listed Imported Published Withdrawn | outside  | Settled   | Published
        Sign              | editor       | Logged                              | None                                     | any      | Settled   | Published
        Contest           | editor       | InReview Settled                    | *                                        | any      | Contested | =
        Vote              | editor       | Contested                           | *                                        | outside  | =         | =
        ClosePanel        | editor       | Contested                           | None Listed Imported Published Withdrawn | any      | Settled   | Published
        Dissolve          | editor       | Contested                           | *                                        | any      | Checking  | =
        Reopen            | checker      | Settled                             | *                                        | any      | Checking  | =
        Close             | checker      | Logged Checking Returned            | *                                        | own      | Closed    | =
        Merge             | editor       | *                                   | None Listed Imported Published Withdrawn | any      | Closed    | None
        Merge             | editor       | *                                   | Removed                                  | any      | Closed    | Removed
        ReopenClosed      | editor       | Closed                              | *                                        | any      | Checking  | =
        ChangeMeaning     | checker      | Logged Checking                     | *                                        | own      | =         | =
        ChangeMeaning     | checker      | InReview Returned Settled           | *                                        | own      | Checking  | =
        ChangeMeaning     | editor       | Contested                           | *                                        | outside  | Checking  | =
        List              | editor       | *                                   | None Listed                              | any      | =         | Listed
        Unlist            | editor       | *                                   | Listed                                   | any      | =         | None
        Correct           | editor       | *                                   | Published                                | any      | =         | =
        ApproveCorrection | editor       | *                                   | Published                                | any      | =         | =
        DeclineCorrection | editor       | *                                   | *                                        | any      | =         | =
        Withdraw          | editor       | *                                   | Published Imported                       | any      | =         | =
        ConfirmWithdrawal | editor       | *                                   | Published Imported                       | any      | =         | Withdrawn
        DeclineWithdrawal | editor       | *                                   | *                                        | any      | =         | =
        Restore           | editor       | *                                   | Withdrawn                                | any      | =         | =
        ConfirmRestore    | editor       | *                                   | Withdrawn                                | any      | =         | Published
        DeclineRestore    | editor       | *                                   | *                                        | any      | =         | =
        Remove            | editor,admin | *                                   | Listed Imported Published Withdrawn      | any      | =         | Removed
        ConfirmRemoval    | editor,admin | *                                   | Removed                                  | any      | =         | =
        RestoreRemoved    | editor,admin | *                                   | Removed                                  | any      | =         | Published
        Redact            | editor       | *                                   | Listed Imported Published Withdrawn Removed | any   | =         | =
        AddLanguage       | editor       | *                                   | Published                                | any      | =         | =
        """;

    private static readonly List<Row> Rows =
        [.. Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(Row.Read)];

    public static IEnumerable<ClaimAction> Actions => Rows.Select(r => r.Action).Distinct();

    /// <summary>Where the action may lead from there; or which kind of refusal is due.</summary>
    public static Expectation Of(ClaimAction action, Stage? stage, PublicState publicState, Roles roles, Part part)
    {
        var rows = Rows.Where(r => r.Action == action).ToList();
        if (!rows.Exists(r => r.MayAct(roles)))
        {
            return new Expectation(RefusalKind.NotPermitted);
        }

        var row = rows.Find(r => r.Covers(stage, publicState));
        return row is null ? new Expectation(RefusalKind.NotNow)
            : !row.MayAct(roles) || !row.Suits(part, roles, stage) ? new Expectation(RefusalKind.NotPermitted)
            : new Expectation(null, row.To ?? stage, row.Public ?? publicState);
    }

    private sealed record Row(ClaimAction Action, string[] Who, string[] Stages, string[] States, string Part, Stage? To, PublicState? Public)
    {
        public static Row Read(string[] cells) => new(
            Enum.Parse<ClaimAction>(cells[0]),
            cells[1].Split(','),
            cells[2].Split(' '),
            cells[3].Split(' '),
            cells[4],
            cells[5] == "=" ? null : Enum.Parse<Stage>(cells[5]),
            cells[6] == "=" ? null : Enum.Parse<PublicState>(cells[6]));

        public bool MayAct(Roles roles) => Who.Any(w => w switch
        {
            "checker" => roles.HasFlag(Roles.Checker) || roles.HasFlag(Roles.Editor),
            "editor" => roles.HasFlag(Roles.Editor),
            "admin" => roles.HasFlag(Roles.Admin),
            _ => throw new InvalidOperationException(w),
        });

        public bool Covers(Stage? stage, PublicState publicState) =>
            (stage is null ? Stages.Contains("-") : Stages.Contains("*") || Stages.Contains(stage.ToString()))
            && (States.Contains("*") || States.Contains(publicState.ToString()));

        public bool Suits(Part part, Roles roles, Stage? stage) => Part switch
        {
            "any" => true,
            "assignee" => part is Review.Part.Assignee or Review.Part.AuthorAndAssignee,
            "author" => part is Review.Part.Author or Review.Part.AuthorAndAssignee,
            "outside" => part is not (Review.Part.Author or Review.Part.Assignee or Review.Part.AuthorAndAssignee),
            "own" => roles.HasFlag(Roles.Editor)
                || part is Review.Part.Assignee or Review.Part.AuthorAndAssignee
                || (part is Review.Part.Logger && stage == Core.Claims.Stage.Logged),
            _ => throw new InvalidOperationException(Part),
        };
    }
}

/// <summary>A refusal of that kind, or none and where the claim stands then.</summary>
public sealed record Expectation(RefusalKind? Refusal, Stage? Stage = null, PublicState? PublicState = null);
