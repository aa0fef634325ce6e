using ClaimTracker.Core.Notifications;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>How much the person at the desk has not read yet; in the head of every page of the desk.</summary>
public sealed class Bell(NotificationService notifications) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        View(await notifications.CountUnreadAsync(UserClaimsPrincipal.ToActor(), HttpContext.RequestAborted));
}
