using System.Globalization;
using System.Text;
using System.Xml;

namespace ClaimTracker.Web.Feeds;

/// <summary>A page in every language it is written in, each with its whole address.</summary>
public sealed record SitemapPage(IReadOnlyList<(string Language, string Address)> Addresses, DateTime? ChangedAt = null);

/// <summary>Writes sitemaps and their index (sitemaps.org), with the other languages of each page as search engines read them.</summary>
public static class SitemapWriter
{
    public const string MediaType = "application/xml; charset=utf-8";

    private const string Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static async Task WriteIndexAsync(Stream stream, IEnumerable<string> addresses)
    {
        await using var xml = XmlWriter.Create(stream, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "sitemapindex", Sitemaps);
        foreach (var address in addresses)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Sitemaps);
            await xml.WriteElementStringAsync(null, "loc", Sitemaps, address);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<SitemapPage> pages)
    {
        await using var xml = XmlWriter.Create(stream, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Sitemaps);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        await foreach (var page in pages)
        {
            foreach (var (_, address) in page.Addresses)
            {
                await WritePageAsync(xml, address, page);
            }

            await xml.FlushAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WritePageAsync(XmlWriter xml, string address, SitemapPage page)
    {
        await xml.WriteStartElementAsync(null, "url", Sitemaps);
        await xml.WriteElementStringAsync(null, "loc", Sitemaps, address);
        if (page.ChangedAt is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Sitemaps, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        foreach (var (language, other) in page.Addresses.Count > 1 ? page.Addresses : [])
        {
            await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
            await xml.WriteAttributeStringAsync(null, "href", null, other);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }
}
