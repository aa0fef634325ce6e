using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Pages.Desk.Workbench;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Web.Startup;

/// <summary>The services that take a claim through its checks, and what the workbench shows of them.</summary>
public static class ReviewStartup
{
    public static void AddReview(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(new PanelSettings());
        services.TryAddScoped<ClaimService>();
        services.TryAddScoped<ClaimHistory>();
        services.TryAddScoped<NoteService>();
        services.TryAddScoped<ContactService>();
        services.TryAddScoped<Publisher>();
        services.TryAddScoped<PublishedRedactor>();
        services.TryAddScoped<Transitions>();
        services.TryAddScoped<GateReader>();
        services.TryAddScoped<StageService>();
        services.TryAddScoped<VerdictService>();
        services.TryAddScoped<RevisionService>();
        services.TryAddScoped<PanelService>();
        services.TryAddScoped<PublicStateService>();
        services.TryAddScoped<ActionRunner>();
    }
}
