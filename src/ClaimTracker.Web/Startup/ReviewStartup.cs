using ClaimTracker.Web.Pages.Desk.Workbench;

namespace ClaimTracker.Web.Startup;

/// <summary>What the workbench brings of its own; the services it asks are Core's.</summary>
public static class ReviewStartup
{
    public static void AddReview(this WebApplicationBuilder builder) => builder.Services.AddScoped<ActionRunner>();
}
