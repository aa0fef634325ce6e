using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Everything the desk knows of a source: what it is, what became of it, which claims use it, what is wrong with it.</summary>
public sealed class SourceModel(ClaimDbContext db, Links links, ClaimHistory history) : SourcePage(db, links)
{
    public SourceView View { get; private set; } = null!; // read before the page is shown

    public StaffNames Staff { get; private set; } = null!; // read before the page is shown

    public bool CanEdit => Permissions.CanEditSources(Actor);

    public bool CanWithhold => Permissions.CanWithholdSource(Actor);

    public bool SeesStaffOnly => Permissions.SeesStaffOnly(Actor);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var view = await SourceView.ReadAsync(Db, history, Source, Actor, ct);
        // Why a source was withheld is for the staff, also when it is public again.
        View = SeesStaffOnly ? view : view with { History = view.History with { Entries = [.. view.History.Entries.Where(e => !e.Action.EndsWith("withhold", StringComparison.Ordinal))] } };
        Staff = await StaffNames.ReadAsync(Db, Actor, ct);
    }
}
