using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Notifications;

/// <summary>What the person was told, the unread first.</summary>
public sealed class IndexModel(ClaimDbContext db, NotificationService notifications, Links links) : PageModel
{
    public IReadOnlyList<NotificationRow> Rows { get; private set; } = [];

    /// <summary>What is told of one claim stands together.</summary>
    public IEnumerable<IReadOnlyList<NotificationRow>> Entries => Rows.GroupBy(r => r.ClaimNumber is { } number ? Links.Number(number) : r.Id.ToString()).Select(g => g.ToList());

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    /// <summary>When the page was made, in ticks: what comes later is not marked as read with it.</summary>
    public long Until { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Until = db.Now.Ticks;
        Rows = await notifications.ListAsync(User.ToActor(), ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
    }

    /// <summary>Without an id: all that the page showed.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid? id, long until, CancellationToken ct)
    {
        var moment = new DateTime(Math.Clamp(until, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        await notifications.MarkReadAsync(id, moment, User.ToActor(), ct);
        return Redirect(links.Desk.Notifications());
    }
}
