using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing.Policies;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Policies;

public sealed class IndexModel(ClaimDbContext db) : PageModel
{
    public IReadOnlyList<PolicyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var latest = await (
            from version in db.PolicyVersions
            join user in db.Users on version.ById equals user.Id
            where version.Number == db.PolicyVersions.Where(v => v.Policy == version.Policy).Max(v => v.Number)
            select new PolicyRow(version.Policy, version.Number, version.Text, version.At, user.DisplayName)).ToListAsync(ct);
        Rows = [.. PolicyNames.All.Select(p => latest.Find(r => r.Policy == p) ?? new PolicyRow(p, BuiltInPolicies.Number, BuiltInPolicies.Of(p), null, null))];
    }

    public sealed record PolicyRow(Policy Policy, int Number, LocalizedText Text, DateTime? At, string? By);
}
