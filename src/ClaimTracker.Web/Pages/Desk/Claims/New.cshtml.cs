using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Logs a claim from an empty form.</summary>
public sealed class NewModel(ClaimDbContext db, ClaimService claims, LikeClaims likes, Links links) : LoggingPage(db, claims, likes)
{
    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.OriginalLanguage = Cultures.Current;
        await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => LogAsync(ct);

    protected override IActionResult Logged(int number)
    {
        this.Done(DeskText.ClaimFormDone);
        return Redirect(links.Desk.Claim(number));
    }
}
