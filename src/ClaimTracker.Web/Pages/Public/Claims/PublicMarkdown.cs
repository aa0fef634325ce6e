using ClaimTracker.Web.Pages.Shared;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>Markdown of verdicts and public notes as HTML: raw HTML is shown as text, links lead to web pages only, pictures become links.</summary>
public static class PublicMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    public static IHtmlContent Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = WebAddress.Safe(link.Url) ?? "";
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail ? link.Url : WebAddress.Safe(link.Url) ?? "";
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }
}
