using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// The readable paragraphs of a page. First the text is cut into blocks, and the part of the page is found that holds most of the prose;
/// then that part is cut again without furniture, and lines that are no text of the article go.
/// </summary>
internal static class ReadableText
{
    private const int ProseLength = 40;
    private const int MaxDepth = 200;
    private const int MaxBlocks = 5_000;
    private const double RootShare = 0.8;

    /// <param name="repeats">Title and byline, which are kept apart from the text.</param>
    public static List<string> Of(IHtmlDocument document, IReadOnlyCollection<string> repeats)
    {
        if (document.Body is not { } body)
        {
            return [];
        }

        var prose = ProseByElement(body);
        var root = RootOf(body, prose);
        var total = prose.GetValueOrDefault(body);
        var blocks = TextBlocks.Of(root, e => IsFurniture(e, prose.GetValueOrDefault(e), total));
        var kept = blocks.Where(b => !IsLeftOut(b, repeats)).Take(MaxBlocks).ToList();
        return WithoutEmptyHeadings(WithoutPullQuotes(kept)).Select(b => b.Text).ToList();
    }

    /// <summary>How much prose each element holds: sentences, not menus.</summary>
    private static Dictionary<IElement, int> ProseByElement(IElement body)
    {
        var prose = new Dictionary<IElement, int>();
        foreach (var block in TextBlocks.Of(body, e => FurnitureElements.IsByKind(e) && e.LocalName != "form"))
        {
            if (block.Text.Length < ProseLength || block.IsOnlyLinks || block.HeadingLevel > 0 || block.Holders.Take(MaxDepth).Any(NamesComments))
            {
                continue;
            }

            foreach (var holder in block.Holders.Take(MaxDepth))
            {
                prose[holder] = prose.GetValueOrDefault(holder) + block.Text.Length;
            }
        }

        return prose;
    }

    /// <summary>The innermost element that holds nearly all prose, or the article element round it.</summary>
    private static IElement RootOf(IElement body, Dictionary<IElement, int> prose)
    {
        var wanted = prose.GetValueOrDefault(body) * RootShare;
        if (wanted == 0)
        {
            return body.QuerySelector("article") ?? body.QuerySelector("main, [role=main]") ?? body;
        }

        var root = body;
        while (root.Children.FirstOrDefault(c => prose.GetValueOrDefault(c) >= wanted) is { } inner)
        {
            root = inner;
        }

        var article = root.Closest("article, [itemprop=articleBody]");
        return article ?? (root.LocalName is "p" or "blockquote" or "li" ? root.ParentElement ?? root : root);
    }

    /// <summary>By kind always; by name unless it is a wrapper of the article, which themes give any name.</summary>
    private static bool IsFurniture(IElement element, int prose, int total)
    {
        var isWrapper = prose * 2 > total;
        return FurnitureElements.IsByKind(element) ? element.LocalName != "form" || !isWrapper
            : element.LocalName is not ("article" or "main" or "body") && !isWrapper && FurnitureElements.IsByName(element);
    }

    private static bool NamesComments(IElement element) =>
        element.LocalName != "body" && (element.ClassList.Append(element.Id ?? "").Any(n => n is "comments" or "comment" or "comment-list" or "commentlist" or "disqus_thread"));

    private static bool IsLeftOut(TextBlock block, IReadOnlyCollection<string> repeats) =>
        block.HeadingLevel == 1
        || !block.Text.Any(char.IsLetterOrDigit)
        || block.IsOnlyLinks
        || repeats.Contains(block.Text)
        || PageFurniture.IsLine(block.Text)
        || ArticleLines.IsByline(block.Text)
        || ArticleLines.IsDateline(block.Text);

    /// <summary>A quotation that stands in the text anyway is shown twice only to catch the eye.</summary>
    private static List<TextBlock> WithoutPullQuotes(List<TextBlock> blocks) =>
        blocks.Where(b => b.Text.Length < 20 || !CouldBePullQuote(b) || !blocks.Any(o => o.Text.Length > b.Text.Length + 10 && o.Text.Contains(Bare(b.Text), StringComparison.Ordinal))).ToList();

    private static bool CouldBePullQuote(TextBlock block) => block.Element.LocalName is not ("p" or "li" or "td") && block.HeadingLevel == 0 || block.Holders.Take(3).Any(h => h.LocalName == "blockquote");

    private static string Bare(string quote) => quote.Trim('"', '“', '”', '«', '»', '‘', '’', '\'', '.', ' ');

    /// <summary>A heading whose text was furniture has nothing to stand over: the end comes next, or a heading of its rank or above.</summary>
    private static List<TextBlock> WithoutEmptyHeadings(List<TextBlock> blocks)
    {
        var kept = new List<TextBlock>();
        foreach (var block in Enumerable.Reverse(blocks))
        {
            var below = kept.Count == 0 ? 1 : kept[^1].HeadingLevel;
            if (block.HeadingLevel == 0 || below == 0 || below > block.HeadingLevel)
            {
                kept.Add(block);
            }
        }

        kept.Reverse();
        return kept;
    }
}
