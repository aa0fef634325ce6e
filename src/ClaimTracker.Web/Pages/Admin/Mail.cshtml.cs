using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin;

/// <summary>What waits to be mailed, and what failed often.</summary>
public sealed class MailModel(ClaimDbContext db, OutboxList outbox, MailSettings settings, Links links) : PageModel
{
    public bool IsMailOn => settings.IsOn;

    public OutboxState State { get; private set; } = new(0, null, null, []);

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public async Task OnGetAsync(CancellationToken ct)
    {
        State = await outbox.ReadAsync(ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await outbox.TryNowAsync(User.ToActor(), ct);
        if (outcome is not Outcome.Done)
        {
            return this.Answer(outcome);
        }

        this.Done(AdminText.MailTried);
        return Redirect(links.Admin.Mail());
    }
}
