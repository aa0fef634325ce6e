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

    /// <param name="own">Where a link leads that stands for a page of ours; null: it is somebody else's. Only for texts of our own.</param>
    public static IHtmlContent Render(string markdown, Func<string?, string?>? own = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            link.Url = own?.Invoke(link.Url) ?? WebAddress.Safe(link.Url) ?? "";
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            link.Url = link.IsEmail ? link.Url : WebAddress.Safe(link.Url) ?? "";
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }
}
