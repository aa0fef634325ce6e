using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Review;

/// <summary>The review queue.</summary>
public sealed class IndexModel(ClaimDbContext db, Links links) : PageModel
{
    /// <summary>Set by the handler.</summary>
    public ReviewQueue Queue { get; private set; } = new([], []);

    public StaffNames Staff { get; private set; } = null!; // set by the handler

    public IReadOnlyDictionary<Guid, Rating> Ratings { get; private set; } = new Dictionary<Guid, Rating>();

    public Actor Actor => User.ToActor();

    public DateTime Now => db.Now;

    public DateOnly Today => db.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Queue = await ReviewQueue.ReadAsync(db, ct);
        Staff = await StaffNames.ReadAsync(db, Actor, ct);
        Ratings = await db.Ratings.AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
    }

    /// <summary>The page where a request is decided.</summary>
    public string Decide(WaitingRow row) => row.Kind switch
    {
        WaitingFor.Removal => links.Desk.Act(row.Number, ClaimAction.ConfirmRemoval),
        WaitingFor.Withdrawal => links.Desk.Act(row.Number, ClaimAction.ConfirmWithdrawal),
        WaitingFor.Restore => links.Desk.Act(row.Number, ClaimAction.ConfirmRestore),
        _ => links.Desk.Act(row.Number, ClaimAction.ApproveCorrection),
    };
}
