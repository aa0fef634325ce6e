using ClaimTracker.Core.Search;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.TagHelpers;

/// <summary>A text with what was searched for in <c>mark</c>, everything else of it encoded.</summary>
public static class MarkedText
{
    public static IHtmlContent Of(string text, SearchMarks marks) => Of(text, Highlight.Spans(text, marks.IsMatch));

    public static IHtmlContent Of(TextExcerpt excerpt)
    {
        var marked = new HtmlContentBuilder();
        marked.Append(excerpt.IsCutBefore ? "… " : "").AppendHtml(Of(excerpt.Text, excerpt.Spans)).Append(excerpt.IsCutAfter ? " …" : "");
        return marked;
    }

    private static HtmlContentBuilder Of(string text, IReadOnlyList<TextRange> spans)
    {
        var marked = new HtmlContentBuilder();
        var at = 0;
        foreach (var span in spans)
        {
            marked.Append(text[at..span.Start]).AppendHtml("<mark>").Append(text[span.Start..span.End]).AppendHtml("</mark>");
            at = span.End;
        }

        marked.Append(text[at..]);
        return marked;
    }
}
