using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages;

/// <summary>Every page, found by its endpoint so that none is forgotten, opened by everybody. Who may, is written here by hand.</summary>
public sealed class PageAccessTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Anyone = "-NOCEA";

    /// <summary>Anonymous, no role, observer, checker, editor, administrator; the longest path holds.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["/Public/"] = Anyone,
        ["/Embed/"] = Anyone,
        ["/Error"] = Anyone,
        ["/Account/"] = Anyone,
        ["/Account/Manage/"] = "NOCEA",
        ["/Desk/"] = "OCEA",
        ["/Desk/Challenges"] = "CEA",
        ["/Desk/Suggested"] = "CEA",
        ["/Desk/Claims/New"] = "CE",
        ["/Desk/Sources/New"] = "CE",
        ["/Desk/Import"] = "CE",
        ["/Desk/Sources/Edit"] = "CE",
        ["/Desk/Sources/Error"] = "CE",
        ["/Desk/Sources/Status"] = "CE",
        ["/Desk/Sources/Archive"] = "CE",
        ["/Desk/Sources/Captures"] = "CEA",
        ["/Desk/Sources/CaptureText"] = "CEA",
        ["/Desk/Sources/CorrectionRequest"] = "CE",
        ["/Desk/Sources/CorrectionAnswer"] = "CE",
        ["/Desk/Sources/Visibility"] = "E",
        ["/Desk/Parties/New"] = "CE",
        ["/Desk/Parties/Edit"] = "CE",
        ["/Desk/Outlets/New"] = "CE",
        ["/Desk/Outlets/Edit"] = "CE",
        ["/Admin/"] = "A",
    };

    private static readonly Dictionary<char, Roles> People = new()
    {
        ['N'] = Roles.None,
        ['O'] = Roles.Observer,
        ['C'] = Roles.Checker,
        ['E'] = Roles.Editor,
        ['A'] = Roles.Admin,
    };

    [Fact]
    public async Task EveryPage_OpensForWhomItIsMeantAndNobodyElse()
    {
        var pages = Pages();
        Assert.True(pages.Count > 10, $"Only {pages.Count} pages were found.");
        var browsers = new Dictionary<char, Browser> { ['-'] = app.NewBrowser() };
        foreach (var (who, roles) in People)
        {
            browsers[who] = await app.SignedInAsync(roles);
        }

        var faults = new List<string>();
        foreach (var (page, address) in pages)
        {
            var expected = Expected.Where(e => page.StartsWith(e.Key, StringComparison.Ordinal)).MaxBy(e => e.Key.Length).Value;
            if (expected is null)
            {
                faults.Add($"{page}: nobody said who may open it.");
                continue;
            }

            foreach (var (who, browser) in browsers)
            {
                var answer = await browser.GetOnceAsync(address);
                var isOpen = answer.Status is not HttpStatusCode.Forbidden && !(answer.Response.Headers.Location?.OriginalString.Contains("/account/sign-in", StringComparison.Ordinal) ?? false);
                if (isOpen != expected.Contains(who, StringComparison.Ordinal) || (int)answer.Status >= 500)
                {
                    faults.Add($"{page} ({address}) for {who}: {(int)answer.Status}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void EveryPage_IsUnderItsLanguage()
    {
        var patterns = Endpoints().Where(e => e.Page != "/Error" && !e.Page.StartsWith("/Embed/", StringComparison.Ordinal)).Select(e => e.Endpoint.RoutePattern.RawText ?? "").ToList();

        Assert.All(patterns, p => Assert.StartsWith("{culture:culture}", p, StringComparison.Ordinal));
        Assert.Equal(patterns.Count, patterns.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private List<(string Page, string Address)> Pages() => [.. Endpoints().SelectMany(e => new[] { "en", "ar" }.Select(l => (e.Page, AddressOf(e.Endpoint.RoutePattern, l))))];

    private IEnumerable<(string Page, RouteEndpoint Endpoint)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null
        select (page.ViewEnginePath, endpoint);

    /// <summary>An address of the page, with a value of the right kind in each place; records of these keys need not exist.</summary>
    private static string AddressOf(RoutePattern pattern, string language) => "/" + string.Join('/', pattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "culture" } => language,
            RoutePatternParameterPart { IsOptional: true } => "",
            RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(p => p.Content == "guid") ? Guid.Empty.ToString()
                : parameter.ParameterPolicies.Any(p => p.Content is "int" or "long") ? "404"
                : "x",
            _ => throw new InvalidOperationException($"{pattern.RawText} has a part this test does not know."),
        })))
        .Where(s => s != ""));
}
