using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Reads an article from bytes or pasted text: what it says of itself, from JSON-LD first, then OpenGraph and other meta elements, then what
/// readers see; and its paragraphs without page furniture. Runs no script and loads nothing.
/// </summary>
public static class ArticleReader
{
    private const string PlainText = "text/plain";
    private const int FewestTitleWords = 3;

    /// <param name="bytes">The capture, untouched.</param>
    /// <param name="address">Where it came from, for addresses given relative to it.</param>
    public static ReadArticle Read(byte[] bytes, string mediaType, PageHeaders headers, string? address)
    {
        var (text, charset) = TextDecoder.Decode(bytes, headers.Charset);
        return mediaType == PlainText ? ReadPlain(text, headers, charset) : ReadHtml(text, headers, address, charset);
    }

    /// <summary>What somebody pasted: HTML when it looks like it, else plain text.</summary>
    public static ReadArticle ReadPasted(string text, string? address) =>
        LooksLikeHtml(text) ? ReadHtml(text, PageHeaders.None, address, "utf-8") : ReadPlain(text, PageHeaders.None, "utf-8");

    /// <summary>Whether a text is a page or a part of one.</summary>
    public static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<") && text.Contains("</", StringComparison.Ordinal) && blockEnds.Any(e => text.Contains(e, StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly string[] blockEnds = ["</p>", "</div>", "</article>", "</body>", "</section>", "</h1>", "</li>", "</main>"];

    private static ReadArticle ReadHtml(string html, PageHeaders headers, string? address, string charset)
    {
        if (NestingGuard.IsTooDeep(html))
        {
            return new ReadArticle { Paragraphs = [], Charset = charset };
        }

        var document = new HtmlParser().ParseDocument(html);
        var jsonLd = new JsonLdArticle(document);
        foreach (var silent in document.QuerySelectorAll("script, style, noscript, template, link[rel=stylesheet]").ToList())
        {
            silent.Remove();
        }

        var page = new PageFacts(document);
        var outlet = First((jsonLd.Outlet, FoundIn.JsonLd), (page.OgOutlet, FoundIn.OpenGraph), (page.MetaOutlet, FoundIn.Meta), (page.Outlet, FoundIn.Visible));
        var title = First(
            (jsonLd.Title, FoundIn.JsonLd), (page.OgTitle, FoundIn.OpenGraph), (page.Heading, FoundIn.Visible), (page.PageTitle, FoundIn.Visible)) is { } found
            ? found with { Value = WithoutOutlet(found.Value, outlet?.Value) } : null;
        var byline = First(
            (jsonLd.Byline, FoundIn.JsonLd), (ArticleLines.Names(page.OgAuthor), FoundIn.OpenGraph), (ArticleLines.Names(page.MetaAuthor), FoundIn.Meta), (page.Byline, FoundIn.Visible));
        var paragraphs = ReadableText.Of(document, Repeats(title?.Value, byline?.Value));
        return new ReadArticle
        {
            Title = title,
            Byline = byline,
            Outlet = outlet,
            PublishedOn = First(
                (Day(jsonLd.PublishedOn), FoundIn.JsonLd), (Day(page.OgPublished), FoundIn.OpenGraph), (Day(page.MetaPublished), FoundIn.Meta), (page.PublishedOn, FoundIn.Visible)),
            ModifiedOn = First(
                (Day(jsonLd.ModifiedOn), FoundIn.JsonLd), (Day(page.OgModified), FoundIn.OpenGraph), (Day(page.MetaModified), FoundIn.Meta), (page.ModifiedOn, FoundIn.Visible)),
            Language = LanguageOf(string.Join(' ', paragraphs.Prepend(title?.Value ?? "")),
                (jsonLd.Language, FoundIn.JsonLd), (page.OgLanguage, FoundIn.OpenGraph), (page.MetaLanguage, FoundIn.Meta), (headers.Language, FoundIn.Header)),
            CanonicalAddress = First(
                (Absolute(page.LinkAddress, address), FoundIn.Meta), (Absolute(headers.Canonical, address), FoundIn.Header),
                (Absolute(jsonLd.Address, address), FoundIn.JsonLd), (Absolute(page.OgAddress, address), FoundIn.OpenGraph)),
            Paragraphs = paragraphs,
            Charset = charset,
        };
    }

    /// <summary>Blank lines part paragraphs; without any, every line is one. A short first line without a full stop is the title.</summary>
    private static ReadArticle ReadPlain(string text, PageHeaders headers, string charset)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(EvenText.Of).ToList();
        var paragraphs = new List<string>();
        var hasBlankLines = lines.Index().Any(l => l.Item.Length == 0 && l.Index > 1 && l.Index < lines.Count - 1);
        var isOpen = false;
        foreach (var line in lines)
        {
            if (line.Length > 0 && isOpen && hasBlankLines)
            {
                paragraphs[^1] += " " + line;
            }
            else if (line.Length > 0)
            {
                paragraphs.Add(line);
            }

            isOpen = line.Length > 0;
        }

        paragraphs.RemoveAll(p => PageFurniture.IsLine(p));
        // A word or two above the title are the site's name, and what else stands there its menu.
        paragraphs.RemoveRange(0, paragraphs.Take(paragraphs.Count - 1).TakeWhile(p => p.Split(' ').Length < FewestTitleWords || PageFurniture.Is(p)).Count());
        var title = paragraphs.Count > 1 && paragraphs[0] is { Length: <= 160 } first && first[^1] is not ('.' or '؟' or '?' or '!' or ':' or '"' or '”' or '»') ? first : null;
        var byline = paragraphs.Take(4).Where(ArticleLines.IsByline).Select(ArticleLines.Names).FirstOrDefault();
        var day = paragraphs.Take(4).Where(ArticleLines.IsDateline).Select(ArticleLines.DateIn).FirstOrDefault();
        var kept = paragraphs.Skip(title is null ? 0 : 1).Where((p, i) => i > 3 || (!ArticleLines.IsByline(p) && !ArticleLines.IsDateline(p))).ToList();
        return new ReadArticle
        {
            Title = First((title, FoundIn.Visible)),
            Byline = First((byline, FoundIn.Visible)),
            PublishedOn = First((day, FoundIn.Visible)),
            Language = LanguageOf(text, (headers.Language, FoundIn.Header)),
            Paragraphs = kept,
            Charset = charset,
        };
    }

    private static Found<string>? First(params (string? Value, FoundIn In)[] places) =>
        places.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => new Found<string>(EvenText.Of(p.Value), p.In)).FirstOrDefault();

    private static Found<DateOnly>? First(params (DateOnly? Value, FoundIn In)[] places) =>
        places.Where(p => p.Value is not null).Select(p => new Found<DateOnly>(p.Value.GetValueOrDefault(), p.In)).FirstOrDefault();

    private static Found<string>? LanguageOf(string text, params (string? Tag, FoundIn In)[] places) =>
        places.Select(p => (Value: TextLanguage.Primary(p.Tag), p.In)).Where(p => p.Value is not null && TextLanguage.Fits(p.Value, text))
            .Append((TextLanguage.Guess(text), FoundIn.Text)).Select(p => First(p)).FirstOrDefault(p => p is not null);

    private static DateOnly? Day(string? text) => ArticleLines.DateIn(text);

    private static string? Absolute(string? address, string? from)
    {
        var isRead = Uri.TryCreate(from, UriKind.Absolute, out var origin) ? Uri.TryCreate(origin, address, out var uri) : Uri.TryCreate(address, UriKind.Absolute, out uri);
        return address is not null && isRead && uri is { Scheme: "http" or "https" } && SourceAddress.HostOf(uri) is not null ? uri.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped) : null;
    }

    private static string WithoutOutlet(string title, string? outlet)
    {
        if (outlet is null || title.Length <= outlet.Length || !title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        var rest = title[..^outlet.Length].TrimEnd();
        return rest is [.., '-' or '–' or '—' or '|' or '·' or '•' or ':'] ? rest[..^1].TrimEnd() : title;
    }

    private static HashSet<string> Repeats(string? title, string? byline) =>
        [.. ((string?[])[title, byline, byline?.Replace(", ", " and ", StringComparison.Ordinal), byline?.Replace(", ", "، ", StringComparison.Ordinal)]).OfType<string>()];
}
