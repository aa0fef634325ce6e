using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ClaimTracker.Web.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
public static class AtomWriter
{
    public const string MediaType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Feed feed, string author)
    {
        var document = new XDocument(new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", feed.Language),
            new XElement(Atom + "id", feed.Self),
            new XElement(Atom + "title", feed.Title),
            new XElement(Atom + "updated", Moment(feed.Updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", author)),
            Link("self", MediaType, feed.Self),
            Link("alternate", "text/html", feed.Page),
            feed.Items.Select(item => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", item.Key),
                new XElement(Atom + "title", item.Title),
                new XElement(Atom + "updated", Moment(item.At)),
                new XElement(Atom + "published", Moment(item.At)),
                Link("alternate", "text/html", item.Address),
                new XElement(Atom + "content", new XAttribute("type", "html"), item.Html)))));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    private static XElement Link(string rel, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("href", address));

    private static string Moment(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
