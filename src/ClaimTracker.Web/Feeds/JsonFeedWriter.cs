using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimTracker.Web.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1 (jsonfeed.org).</summary>
public static class JsonFeedWriter
{
    public const string MediaType = "application/feed+json";

    // Arabic stays readable; a feed is never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Feed feed, string author)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("language", feed.Language);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", feed.Self);
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
            {
                json.WriteStartObject();
                json.WriteString("id", item.Key);
                json.WriteString("url", item.Address);
                json.WriteString("title", item.Title);
                json.WriteString("content_html", item.Html);
                json.WriteString("date_published", item.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
