using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>The policy pages that are written, as items of a list.</summary>
public sealed class PolicyLinks(WrittenPolicies written) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var features = HttpContext.Features;
        var isError = features.Get<IExceptionHandlerPathFeature>() is not null || features.Get<IStatusCodeReExecuteFeature>() is not null;
        return View(isError ? written.LastKnown : await written.GetAsync(HttpContext.RequestAborted));
    }
}
