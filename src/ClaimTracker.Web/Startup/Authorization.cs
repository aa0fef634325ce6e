using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Who may open which page, as Core's <see cref="PageAccess"/> says for its folder, so that a new page cannot forget it: a page in
/// no folder known there stops the start.
/// </summary>
public sealed class Authorization : IPageApplicationModelConvention
{
    private const string Error = "/Error";

    public static void AddPolicies(IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<PagePermission>().Where(p => p is not PagePermission.Anyone))
        {
            policies.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => PageAccess.MayOpen(permission, context.User.ToActor())));
        }
    }

    public void Apply(PageApplicationModel model)
    {
        var permission = model.ViewEnginePath == Error ? PagePermission.Anyone
            : PageAccess.Of(model.ViewEnginePath) ?? throw new InvalidOperationException($"Who may open the page {model.ViewEnginePath}? Its folder has no policy.");
        model.EndpointMetadata.Add(permission is PagePermission.Anyone ? new AllowAnonymousAttribute() : new AuthorizeAttribute(permission.ToString()));
    }
}
