using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>The desk's list of sources: filters, order, pages.</summary>
public sealed class IndexModel(ClaimDbContext db, DeskSourceList list, Links links) : PageModel
{
    private const int MaxOutlets = 500;

    [BindProperty(SupportsGet = true)]
    public SourceFilters Filters { get; set; } = new();

    public DeskPage<DeskSourceRow> List { get; private set; } = new([], 0, 1, 1);

    public IReadOnlyList<SelectListItem> Outlets { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    /// <summary>Whose information the list is limited to.</summary>
    public LocalizedText? Origin { get; private set; }

    public bool CanAdd { get; private set; }

    public bool SeesWithheld { get; private set; }

    public NumberedPager Pager => new(List.Page, List.Pages, page => links.Desk.Sources(Filters.ToPage(page)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        CanAdd = Permissions.CanEditSources(actor);
        SeesWithheld = Permissions.SeesStaffOnly(actor);
        List = await list.PageAsync(Filters.ToQuery(actor), ct);
        var sort = FoldedColumns.SortFor(Cultures.Current);
        var outlets = await db.Outlets.AsNoTracking().Where(o => db.Sources.Any(s => s.OutletId == o.Id)).OrderBy(o => EF.Property<string>(o, sort))
            .Take(MaxOutlets).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        Outlets = [.. outlets.Select(o => new SelectListItem(o.Name.In(Cultures.Current), o.Id.ToString()))];
        var codes = await db.Sources.AsNoTracking().Where(s => s.Language != null).Select(s => s.Language ?? "").Distinct().ToListAsync(ct);
        Languages = [.. codes.Select(c => new SelectListItem(Glossary.Label(Glossary.Languages, c, Cultures.Current), c)).OrderBy(l => TextFold.SortKey(l.Text), StringComparer.Ordinal)];
        if (Filters.OriginId is { } origin)
        {
            Origin = await db.Parties.AsNoTracking().Where(p => p.Id == origin).Select(p => p.Name).SingleOrDefaultAsync(ct);
        }
    }
}
