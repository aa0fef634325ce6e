using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>
/// How we hold ourselves to something, at length: the texts in <c>Texts</c>, one per language. A link to <c>report:</c> or <c>corrections:</c> leads to
/// that page of the site.
/// </summary>
public sealed class PolicyModel(Links links) : PageModel
{
    private const string Sources = "sources";
    private const string Corrections = "corrections";

    public static IReadOnlyList<string> Slugs { get; } = [Sources, Corrections];

    [FromRoute]
    public string Slug { get; set; } = "";

    public string Title => TitleOf(Slug);

    public IHtmlContent Text { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Slugs.Contains(Slug))
        {
            return NotFound();
        }

        var name = $"policies/{Slug}.{Cultures.Current}.md";
        using var text = new StreamReader(typeof(PolicyModel).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program."));
        Text = PublicMarkdown.Render(await text.ReadToEndAsync(ct), own => own switch
        {
            "report:" => links.Report(),
            "corrections:" => links.Corrections(),
            _ => null,
        });
        return Page();
    }

    public static string TitleOf(string slug) => slug == Sources ? PublicText.PolicySources : PublicText.PolicyCorrections;
}
