using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Contested;

/// <summary>The contested board: open panels, the next deadline first.</summary>
public sealed class IndexModel(ClaimDbContext db) : PageModel
{
    private List<Guid> editors = [];

    public IReadOnlyList<BoardCard> Cards { get; private set; } = [];

    public StaffNames Staff { get; private set; } = null!; // set by the handler

    public IReadOnlyDictionary<Guid, Rating> Ratings { get; private set; } = new Dictionary<Guid, Rating>();

    public Actor Actor => User.ToActor();

    public DateTime Now => db.Now;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Cards = await Board.ReadAsync(db, ct);
        Staff = await StaffNames.ReadAsync(db, Actor, ct);
        Ratings = await db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
        var today = db.Today;
        editors = [.. (await db.Users.AsNoTracking().ToListAsync(ct)).Where(u => u.RolesOn(today).IncludesEditor()).Select(u => u.Id)];
    }

    public bool MayVote(BoardCard card) => Actor.UserId is { } me && Eligible(card).Contains(me) && (card.Tally.VotesCast < card.Panel.Size || card.VoteOf(me) is not null);

    public bool MayClose(BoardCard card) => Actor.UserId is { } me && card.Tally.Majority.Contains(me);

    /// <summary>The reasons for dissolving that hold now.</summary>
    public IReadOnlyList<DissolveReason> DissolveReasons(BoardCard card)
    {
        var tally = card.Tally;
        var panel = new PanelSituation
        {
            Size = card.Panel.Size,
            StageBefore = card.Panel.StageBefore,
            VotesCast = tally.VotesCast,
            MajorityExists = tally.MajorityExists,
            DeadlinePassed = card.Panel.Deadline < Now,
        };
        var isOfPanelsWork = Actor.UserId is { } me && (card.AuthorIds.Contains(me) || card.AssigneeId == me);
        return [.. Enum.GetValues<DissolveReason>().Where(r => PanelRules.Holds(r, panel, Eligible(card).Count) && !(r is DissolveReason.OpenedByMistake && isOfPanelsWork))];
    }

    private IReadOnlyList<Guid> Eligible(BoardCard card) => PanelRules.Eligible(editors, card.AuthorIds, card.AssigneeId, card.ApproverId);
}
