using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// The article among a page's JSON-LD blocks, whether they are objects, lists or a <c>@graph</c>. A block that is no JSON is left out; so is
/// a value of another kind than expected.
/// </summary>
internal sealed class JsonLdArticle
{
    private const int MaxBlocks = 50;
    private const int MaxNodes = 5_000;

    // The more it says it is an article, the better.
    private static readonly string[] articleTypes = ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting", "Article", "Report", "BlogPosting", "SocialMediaPosting", "WebPage"];
    private static readonly string[] siteTypes = ["NewsMediaOrganization", "WebSite", "Organization"];

    private readonly List<JsonElement> nodes = [];
    private readonly Dictionary<string, JsonElement> byId = [];
    private readonly JsonElement? article;

    public JsonLdArticle(IParentNode document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]").Take(MaxBlocks))
        {
            Read(script.TextContent);
        }

        article = First(articleTypes);
    }

    public string? Title => Text("headline") ?? (IsPage ? null : Text("name"));

    public string? Byline => Joined(NamesOf(Of(article, "author") ?? Of(article, "creator")));

    public string? PublishedOn => Text("datePublished") ?? Text("dateCreated");

    public string? ModifiedOn => Text("dateModified");

    public string? Language => Of(article, "inLanguage") is { } language ? NamesOf(language, "alternateName").FirstOrDefault() : null;

    public string? Address => Text("url") ?? (Of(article, "mainEntityOfPage") is { } page ? AddressOf(page) : null);

    public string? Outlet => NamesOf(Of(article, "publisher")).FirstOrDefault() ?? NamesOf(First(siteTypes)).FirstOrDefault();

    private bool IsPage => article is { } found && TypesOf(found).All(t => t == "WebPage");

    private static string? Joined(IEnumerable<string> names) => string.Join(", ", names.Distinct()) is { Length: > 0 } joined ? joined : null;

    private void Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            Collect(json.RootElement.Clone());
        }
        catch (JsonException)
        {
            // Broken as a whole: half of it may be somebody else's.
        }
    }

    private void Collect(JsonElement element)
    {
        if (nodes.Count >= MaxNodes)
        {
            return;
        }

        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            nodes.Add(element);
            if (StringOf(Of(element, "@id")) is { } id && element.EnumerateObject().Skip(1).Any())
            {
                byId.TryAdd(id, element);
            }

            foreach (var holder in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (Of(element, holder) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } inner)
                {
                    Collect(inner);
                }
            }
        }
    }

    private JsonElement? First(IEnumerable<string> types) =>
        types.SelectMany(type => nodes.Where(n => TypesOf(n).Contains(type))).Select(n => (JsonElement?)n).FirstOrDefault();

    private static IEnumerable<string> TypesOf(JsonElement node) => Items(Of(node, "@type")).Select(t => StringOf(t)?.Split('/', ':')[^1]).OfType<string>();

    private string? Text(string name) => Items(Of(article, name)).Select(v => StringOf(v)).FirstOrDefault(t => t is not null);

    /// <summary>Names of people or organisations: texts, objects with a name, or references to objects elsewhere on the page.</summary>
    private IEnumerable<string> NamesOf(JsonElement? value, string property = "name") => Items(value)
        .Select(v => v.ValueKind is JsonValueKind.Object ? NameOf(v, property) : StringOf(v))
        .OfType<string>().Where(n => !n.Contains("://", StringComparison.Ordinal));

    private string? NameOf(JsonElement node, string property) =>
        Items(Of(node, property)).Select(v => StringOf(v)).FirstOrDefault(n => n is not null)
        ?? (StringOf(Of(node, "@id")) is { } id && byId.TryGetValue(id, out var other) ? Items(Of(other, property)).Select(v => StringOf(v)).FirstOrDefault() : null);

    private static string? AddressOf(JsonElement page) => page.ValueKind is JsonValueKind.Object ? StringOf(Of(page, "@id")) ?? StringOf(Of(page, "url")) : StringOf(page);

    private static JsonElement? Of(JsonElement? node, string name) =>
        node is { ValueKind: JsonValueKind.Object } present && present.TryGetProperty(name, out var value) ? value : null;

    private static IEnumerable<JsonElement> Items(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } one => [one],
    };

    private static string? StringOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && EvenText.Of(WebUtility.HtmlDecode(text.GetString())) is { Length: > 0 } clean ? clean : null;
}
