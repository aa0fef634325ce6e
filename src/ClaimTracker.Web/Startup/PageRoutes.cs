using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ClaimTracker.Web.Startup;

/// <summary>
/// Puts every page under its language and its folder's address: <c>Pages/Desk/Claims/New</c> is <c>/{culture}/desk/claims/new</c>.
/// Cards for other sites (<c>Pages/Embed</c>) stand under no language: their address says it as a parameter.
/// A template that starts with a slash (<c>@page "/claims/{number:int}"</c>) stands under the folder's address, any other under the page's own.
/// </summary>
public sealed partial class PageRoutes : IPageRouteModelConvention
{
    private const string Language = $"{{{Cultures.RouteKey}:{Cultures.RouteKey}}}";

    public void Apply(PageRouteModel model)
    {
        if (model.ViewEnginePath.StartsWith("/Shared/", StringComparison.Ordinal) || model.ViewEnginePath == "/Error")
        {
            return;
        }

        var segments = model.ViewEnginePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Kebab).ToList();
        var folder = segments[0] == PageFolder.Public ? "" : segments[0];
        var own = segments.Skip(1).ToList();
        if (own is [.., "index"])
        {
            own.RemoveAt(own.Count - 1);
        }

        var template = model.Selectors.SelectMany(s => s.EndpointMetadata).OfType<PageRouteMetadata>().FirstOrDefault()?.RouteTemplate ?? "";
        var rest = template.StartsWith('/') ? template : string.Join('/', own.Append(template));
        model.Selectors.Clear();
        model.Selectors.Add(new SelectorModel
        {
            AttributeRouteModel = new AttributeRouteModel { Template = string.Join('/', new[] { segments[0] == PageFolder.Embed ? "" : Language, folder, rest.Trim('/') }.Where(s => s != "")) },
            EndpointMetadata = { new PageFolder(segments[0]) },
        });
    }

    private static string Kebab(string name) => WordStart().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}

/// <summary>Which part of the site an endpoint belongs to: public, embed, desk, admin or account.</summary>
public sealed record PageFolder(string Name)
{
    public const string Public = "public";
    public const string Embed = "embed";

    /// <summary>Shown to anybody alike, and kept for them.</summary>
    public bool IsForReaders => Name is Public or Embed;
}
