using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Topics;

public sealed class IndexModel(ClaimDbContext db) : PageModel
{
    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Topics.AsNoTracking()
            .Select(t => new TopicRow(t.Id, t.Name, t.Slug, t.IsPublicInterest, db.ClaimTopics.Count(c => c.TopicId == t.Id)))
            .ToListAsync(ct);
        Topics = [.. rows.OrderBy(t => t.Name.In(Cultures.Current), StringComparer.Create(Cultures.Info(Cultures.Current), ignoreCase: true))];
    }

    public sealed record TopicRow(Guid Id, LocalizedText Name, string Slug, bool IsPublicInterest, int Claims);
}
