using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Pages.Public.Policies;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>How we work: what we check, by which rules, and what each rating means. A policy like the others, at the address that readers and other sites know.</summary>
public sealed class MethodologyModel(PublicPolicies policies, PublicReader reader, Links links) : PageModel
{
    public PolicyView? View { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        View = await PolicyView.ReadAsync(await policies.CurrentAsync(Policy.Methodology, ct), links, reader, ct);
}
