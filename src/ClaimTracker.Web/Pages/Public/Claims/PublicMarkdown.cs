using ClaimTracker.Web.Pages.Shared;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>
/// Markdown as HTML: raw HTML is shown as text, pictures become links, links lead to web pages only; of one that leads elsewhere, only the words stay.
/// </summary>
public static class PublicMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    public static IHtmlContent Render(string markdown) => ToHtml(Parse(markdown));

    /// <param name="markdown">The text.</param>
    /// <param name="own">Where a link leads that stands for something of ours; null: it is somebody else's.</param>
    public static MarkdownDocument Parse(string markdown, Func<string, string?>? own = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if ((own?.Invoke(link.Url ?? "") ?? WebAddress.Safe(link.Url)) is { } address)
            {
                link.Url = address;
            }
            else
            {
                link.ReplaceBy(new ContainerInline());
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail).ToList())
        {
            if (WebAddress.Safe(link.Url) is { } address)
            {
                link.Url = address;
            }
            else
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }

        return document;
    }

    public static IHtmlContent ToHtml(IEnumerable<Block> blocks)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }

        return new HtmlString(html.ToString());
    }
}
