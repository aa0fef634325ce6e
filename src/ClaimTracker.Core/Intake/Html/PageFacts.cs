using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Core.Intake;

/// <summary>What a page's head, and the lines that readers see round the article, say of it.</summary>
internal sealed partial class PageFacts(IHtmlDocument document)
{
    private const int MaxVisibleLength = 200;
    private const int MaxVisibleNodes = 60;

    /// <summary>What a line of its own may stand in.</summary>
    private const string Lines = "p, div, span, li, td, font, small, center, address, b, i, em, strong, h2, h3, h4, h5, h6, dd";

    private static readonly string[] changes = ["updat", "modif", "تحديث", "تعديل"];

    private readonly Dictionary<string, string> meta = Metas(document);

    public string? OgTitle => Meta("og:title", "twitter:title");

    public string? OgOutlet => Meta("og:site_name");

    public string? OgAddress => Meta("og:url");

    public string? OgLanguage => Meta("og:locale");

    public string? OgPublished => Meta("article:published_time", "og:article:published_time");

    public string? OgModified => Meta("article:modified_time", "og:article:modified_time", "og:updated_time");

    /// <summary>Some pages give an address of the author's page instead of a name.</summary>
    public string? OgAuthor => Meta("article:author", "og:article:author") is { } author && !author.Contains("://", StringComparison.Ordinal) ? author : null;

    public string? MetaAuthor => Meta("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl") is { } author && !author.Contains("://", StringComparison.Ordinal) ? author : null;

    public string? MetaPublished => Meta("date", "pubdate", "publishdate", "publish-date", "publication_date", "datepublished", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date");

    public string? MetaModified => Meta("last-modified", "datemodified", "dcterms.modified", "revised");

    public string? MetaOutlet => Meta("application-name", "publisher", "dc.publisher", "dcterms.publisher", "copyright-holder");

    public string? MetaLanguage => Text(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang")) ?? Meta("content-language", "language", "dc.language");

    public string? LinkAddress => Text(document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href"));

    /// <summary>The one main heading; of several the one whose words the page's title has.</summary>
    public string? Heading
    {
        get
        {
            var headings = document.QuerySelectorAll("h1").Where(h => !FurnitureElements.IsByKind(h)).Select(h => Text(h.TextContent)).OfType<string>().ToList();
            return headings.FirstOrDefault(h => PageTitle?.Contains(h, StringComparison.OrdinalIgnoreCase) is true) ?? headings.FirstOrDefault();
        }
    }

    public string? PageTitle => Text(document.QuerySelector("head > title, title")?.TextContent);

    public string? Byline => FirstNames("[rel~=author], [itemprop~=author] [itemprop~=name], [itemprop~=author]")
        ?? FirstNames("[class*=byline i], [id*=byline i], [class*=author i], .writer")
        ?? Seen(Lines).Where(s => ArticleLines.IsByline(s.Text)).Select(s => ArticleLines.Names(s.Text)).FirstOrDefault(n => n is not null);

    /// <summary>Named beside the heading in the page's title, as publisher or in the head of the site, or as the owner of its rights.</summary>
    public string? Outlet => OutletInTitle()
        ?? Seen("[itemprop~=publisher] [itemprop~=name], .site-title, .site-name, .sitename, #site-title, #sitename, [class*=masthead i], [class*=brand i], [class*=logo i], [id*=logo i], a[rel~=home]").Select(s => s.Text).FirstOrDefault(t => t.Length > 1)
        ?? Text(document.QuerySelector("[class*=logo i] img[alt], img[class*=logo i][alt]")?.GetAttribute("alt"))
        ?? document.QuerySelectorAll("footer, [class*=footer i], [id*=footer i], [class*=copyright i]").Select(e => ShortText(e)).OfType<string>().Select(ArticleLines.OwnerIn).FirstOrDefault(o => o is not null)
        ?? LastOfTitle();

    public DateOnly? PublishedOn => Day("[itemprop~=datePublished], time[pubdate], time[class*=publish i]")
        ?? DayNotOfChange("time")
        ?? DayNotOfChange("[class*=date i], [id*=date i], [class*=publish i], [class*=time i]")
        ?? Seen(Lines).Where(s => (ArticleLines.IsDateline(s.Text) || ArticleLines.IsByline(s.Text)) && !TellsOfChange(s.Element, s.Text)).Select(DayOf).FirstOrDefault(d => d is not null);

    public DateOnly? ModifiedOn => Day("[itemprop~=dateModified], time[class*=modif i], time[class*=updat i], [class*=updated i] time, [class*=modified i] time, [class*=updated i], [class*=modified i]")
        ?? Seen(Lines).Where(s => ArticleLines.IsDateline(s.Text) && TellsOfChange(s.Element, s.Text)).Select(DayOf).FirstOrDefault(d => d is not null);

    private static Dictionary<string, string> Metas(IHtmlDocument document)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("meta[content]"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
            if (Text(name) is { } key && Text(element.GetAttribute("content")) is { } value)
            {
                found.TryAdd(key, value);
            }
        }

        return found;
    }

    private string? Meta(params string[] names) => names.Select(n => meta.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);

    private string? FirstNames(string selector) => Seen(selector).Select(s => ArticleLines.Names(s.Text)).FirstOrDefault(n => n is not null);

    /// <summary>“Heading – Outlet” or “Outlet | Heading”, when the heading is known.</summary>
    private string? OutletInTitle()
    {
        foreach (var heading in new[] { OgTitle, Heading }.OfType<string>())
        {
            var rest = PageTitle is not { } title || title.Length == heading.Length ? null
                : title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) ? title[heading.Length..]
                : title.EndsWith(heading, StringComparison.OrdinalIgnoreCase) ? title[..^heading.Length]
                : null;
            var parts = rest?.Split(['|', '-', '–', '—', '·', '•', '«', '»', '/', ':', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (parts.Length > 0 && parts[^1].Length > 1)
            {
                return parts[^1];
            }
        }

        return null;
    }

    /// <summary>“A heading in many words | Outlet”, when nothing else tells.</summary>
    private string? LastOfTitle() =>
        TitleParts().Split(PageTitle ?? "") is { Length: > 1 } parts && parts[^1].Count(char.IsWhiteSpace) < 4 && parts[0].Length > parts[^1].Length ? parts[^1] : null;

    private DateOnly? Day(string selector) => Seen(selector).Select(DayOf).FirstOrDefault(d => d is not null);

    private DateOnly? DayNotOfChange(string selector) => Seen(selector).Where(s => !TellsOfChange(s.Element, s.Text)).Select(DayOf).FirstOrDefault(d => d is not null);

    private static DateOnly? DayOf((IElement Element, string Text) seen) =>
        ArticleLines.DateIn(seen.Element.GetAttribute("datetime")) ?? ArticleLines.DateIn(seen.Element.GetAttribute("content")) ?? ArticleLines.DateIn(seen.Text);

    private static bool TellsOfChange(IElement element, string text) =>
        new[] { element.ClassName, element.ParentElement?.ClassName, element.GetAttribute("itemprop"), text }.OfType<string>()
            .Any(t => changes.Any(c => t.Contains(c, StringComparison.OrdinalIgnoreCase)) && !t.Contains("publish", StringComparison.OrdinalIgnoreCase));

    /// <summary>Short elements of the article and what stands round it; comments and lists of other articles have authors and dates too.</summary>
    private IEnumerable<(IElement Element, string Text)> Seen(string selector) => document.QuerySelectorAll(selector)
        .Select(e => (Element: e, Text: ShortText(e) ?? "")).Where(s => s.Text.Length > 0 || s.Element.HasAttribute("datetime") || s.Element.HasAttribute("content"))
        .Where(s => !s.Element.AncestorsAndSelf().Take(50).Any(IsElsewhere));

    /// <summary>The text of an element that holds little; null for one that holds much, which is not read to its end.</summary>
    private static string? ShortText(IElement element)
    {
        var text = new StringBuilder();
        var nodes = 0;
        foreach (var node in element.Descendants())
        {
            if (++nodes > MaxVisibleNodes || text.Length > MaxVisibleLength)
            {
                return null;
            }

            // Neighbouring elements are parted for the eye, by a style if not by a space.
            text.Append(node is IText words ? words.Data : " ");
        }

        return EvenText.Of(text.ToString());
    }

    private static bool IsElsewhere(IElement element) =>
        element.LocalName is "aside" or "nav" or "footer" or "form"
        || element.ClassList.Append(element.Id ?? "").Any(n => n.Contains("comment", StringComparison.OrdinalIgnoreCase) || n.Contains("related", StringComparison.OrdinalIgnoreCase));

    private static string? Text(string? text) => EvenText.Of(text) is { Length: > 0 } even ? even : null;

    [GeneratedRegex(@"\s+[-–—|·•»«:]\s+|\s*\|\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleParts();
}

internal static class NodeExtensions
{
    /// <summary>The element itself and those round it, innermost first.</summary>
    public static IEnumerable<IElement> AncestorsAndSelf(this INode node)
    {
        for (var element = node as IElement ?? node.ParentElement; element is not null; element = element.ParentElement)
        {
            yield return element;
        }
    }
}
