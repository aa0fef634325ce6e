using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A page of one claim on the desk. Unknown numbers are not found; a merged claim leads to the one it was merged into.</summary>
public abstract class ClaimPage(ClaimDbContext db, Links links) : PageModel
{
    [FromRoute]
    public int Number { get; set; }

    /// <summary>Set by <see cref="LoadAsync"/>, which every handler that shows the page calls first.</summary>
    public ClaimHeader Header { get; private set; } = null!;

    protected ClaimDbContext Db => db;

    protected Links Links => links;

    protected Actor Actor => User.ToActor();

    /// <summary>Reads what the page shows; an answer where there is nothing to show.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await ClaimHeader.ReadAsync(db, Number, Actor, ct) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        if (header.Claim.MergedIntoNumber is { } target && HttpMethods.IsGet(Request.Method))
        {
            return Redirect(links.Desk.Claim(target));
        }

        await LoadMoreAsync(ct);
        return null;
    }

    /// <summary>What this page shows beside the header.</summary>
    protected virtual Task LoadMoreAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Back to the workbench, at a section, with a word about what was done.</summary>
    protected RedirectResult ToWorkbench(string message, string? section = null)
    {
        this.Done(message);
        return Redirect(links.Desk.Claim(Number) + (section is null ? "" : "#" + section));
    }
}
