using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A page of one source on the desk. A withheld source is not found by those who do not see staff matters.</summary>
public abstract class SourcePage(ClaimDbContext db, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Source Source { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public string Name => SourceNames.Of(Source.Title, Source.Address);

    protected ClaimDbContext Db => db;

    protected Links Links => links;

    protected Actor Actor => User.ToActor();

    /// <summary>Reads what the page shows; false: there is nothing to show.</summary>
    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        var source = await db.Sources.AsNoTracking().AsSplitQuery()
            .Include(s => s.Outlet).Include(s => s.OriginParty).Include(s => s.Original)
            .Include(s => s.Relays).ThenInclude(r => r.Party).Include(s => s.Credits).ThenInclude(c => c.Party)
            .SingleOrDefaultAsync(s => s.Id == Id, ct);
        if (source is null || (source.Visibility is SourceVisibility.Withheld && !Permissions.SeesStaffOnly(Actor)))
        {
            return false;
        }

        Source = source;
        await LoadMoreAsync(ct);
        return true;
    }

    /// <summary>What this page shows beside the source.</summary>
    protected virtual Task LoadMoreAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Back to the source, with a word about what was done.</summary>
    protected RedirectResult ToSource(string message, string? section = null)
    {
        this.Done(message);
        return Redirect(links.Desk.Source(Id) + (section is null ? "" : "#" + section));
    }
}
