using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Pages.Desk.Sources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>Fills the form of a source from what was read of an article.</summary>
public static class ReadSource
{
    public static SourceForm FormOf(PendingArticle article, ReadArticle read, Guid? outlet)
    {
        var form = new SourceForm
        {
            Kind = SourceKind.Article,
            Address = read.CanonicalAddress?.Value ?? article.FinalAddress ?? article.Address,
            TitleSource = TitleSource.Page,
            Language = read.Language?.Value,
            Author = read.Byline?.Value,
            PublishedOn = DateFields.Of(read.PublishedOn is { } day ? FuzzyDate.OnDay(day.Value) : null),
            AccessedOn = DateOnly.FromDateTime(article.CapturedAt),
            Outlet = OutletOf(read.Outlet?.Value, outlet),
        };
        if (read.Title is { } title)
        {
            form.Title.Set(Cultures.OfText(title.Value), title.Value);
        }

        return form;
    }

    /// <summary>The outlet that goes by that name, when it is the only one.</summary>
    public static async Task<Guid?> OutletAsync(ClaimDbContext db, string? name, CancellationToken ct)
    {
        if (name is null)
        {
            return null;
        }

        var folded = TextFold.Fold(name);
        var near = await db.Outlets.AsNoTracking().Matching(name).OrderBy(o => o.Id).Take(20).ToListAsync(ct);
        return near.FindAll(o => o.Name.Any(n => TextFold.Fold(n.Value) == folded)) is [var only] ? only.Id : null;
    }

    private static OutletPick OutletOf(string? name, Guid? known)
    {
        var pick = new OutletPick { Chosen = known };
        if (known is null && name is not null)
        {
            pick.Find = name;
            pick.New.Name.Set(Cultures.OfText(name), name);
        }

        return pick;
    }
}
