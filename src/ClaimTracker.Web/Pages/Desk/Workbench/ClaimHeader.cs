using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What stands over every page of a claim on the desk: where it is, whose it is, and what this person may do with it now.</summary>
public sealed record ClaimHeader(ClaimCase Case, ClaimSituation Situation, IReadOnlyList<Transition> Allowed, StaffNames Staff, IReadOnlyDictionary<Guid, Rating> Ratings, Actor Actor)
{
    public Claim Claim => Case.Claim;

    public int Number => Claim.Number;

    public ClaimAccess Access => new(Claim.Stage, Situation.IsAssignee, Situation.IsLogger);

    public bool CanEdit => Permissions.CanEditClaim(Actor, Access);

    public bool CanAdd => Permissions.CanAddEvidence(Actor, Access);

    public bool SeesStaffOnly => Permissions.SeesStaffOnly(Actor);

    /// <summary>The draft, by its assignee and authors; the wording of a proposal, by the editor who reviews it.</summary>
    public bool CanWriteVerdict => Claim.Stage is Stage.InReview
        ? May(ClaimAction.EditWording)
        : Permissions.CanEditDraft(Actor, Access, Situation.IsAuthor);

    /// <summary>The decided verdict in a further language, by any checker.</summary>
    public bool CanTranslate => Actor.IsChecker && Case.Decided is not null && Claim.PublicState is PublicState.Published && Case.Correction is null
        && (Case.Revision is not { } other || other.Authors.Exists(a => a.UserId == Actor.UserId));

    public bool May(ClaimAction action) => Allowed.Any(t => t.Action == action);

    public static async Task<ClaimHeader?> ReadAsync(ClaimDbContext db, int number, Actor actor, CancellationToken ct)
    {
        // What a refused write left in memory is not what stands in the database.
        db.ChangeTracker.Clear();
        if (await ClaimCase.LoadAsync(db, number, ct) is not { } @case)
        {
            return null;
        }

        var situation = @case.SituationOf(actor);
        return new ClaimHeader(@case, situation, Workflow.Allowed(situation), await StaffNames.ReadAsync(db, actor, ct), await db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Id, ct), actor);
    }
}
