using System.Text.Json;
using AngleSharp.Html.Parser;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>
/// What feed readers that others wrote make of our feeds: each format is read by two that have nothing in common (<c>feedparser</c> and <c>feedsmith</c> for Atom,
/// <c>feedsmith</c> and <c>feed-extractor</c> for JSON Feed), and all say what the page says. Their packages come by <c>npm ci</c> from the lock file in <c>feeds</c>.
/// </summary>
public sealed class FeedReaderTests(CorrectedNewsroom room) : IClassFixture<CorrectedNewsroom>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "feeds");

    private static readonly string[] Formats = ["atom", "json"];

    private sealed record ReadFeed(string Reader, string Title, string Language, string Link, string Self, IReadOnlyList<ReadEntry> Entries);

    private sealed record ReadEntry(string Id, string Title, string Link, DateTimeOffset At, string Html);

    /// <summary>An item of a page: the claim's number, its address, and words that stand there.</summary>
    private sealed record Shown(string Number, string Address, IReadOnlyList<string> Words, string Text);

    [Fact]
    public async Task Feeds_InTwoReadersEach_SayWhatThePagesSay()
    {
        Requirement.Check(Node.WhyMissing);
        await Node.InstallAsync(Folder);
        await room.CorrectedAsync();
        var pages = new List<(string Language, string Address, WebPage Page, IReadOnlyList<Shown> Items)>();
        foreach (var language in new[] { "ar", "en" })
        {
            var claims = (await room.Reader.GetAsync($"/{language}/claims")).AssertOk();
            pages.Add((language, $"/feeds/claims.{language}", claims, ClaimsOf(claims)));
            var corrections = (await room.Reader.GetAsync($"/{language}/corrections")).AssertOk();
            pages.Add((language, $"/feeds/corrections.{language}", corrections, CorrectionsOf(corrections)));
        }

        var asked = new List<object>();
        foreach (var (page, format) in pages.SelectMany(p => Formats.Select(f => (p, f))))
        {
            asked.Add(new { type = format, text = (await room.Reader.GetAsync($"{page.Address}.{format}")).AssertOk().Text });
        }

        var lines = await Node.RunAsync(Folder, "node", ["read.mjs"], JsonSerializer.Serialize(asked));
        var read = lines.Select(l => JsonSerializer.Deserialize<List<ReadFeed>>(l, JsonSerializerOptions.Web) ?? []).ToList();

        Assert.Equal(asked.Count, read.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            Assert.NotEmpty(pages[i].Items);
            var both = read.GetRange(i * Formats.Length, Formats.Length);
            Assert.All(both, readers => Assert.Equal(2, readers.Select(r => r.Reader).Distinct().Count()));
            Assert.All(both.SelectMany(r => r), feed => AssertSays(feed, pages[i].Language, pages[i].Address, pages[i].Page, pages[i].Items));
            // Whoever changes formats finds the same items under the same keys.
            Assert.All(both.SelectMany(r => r), feed => Assert.Equal(both[0][0].Entries.Select(e => (e.Id, e.Title, e.Link)), feed.Entries.Select(e => (e.Id, e.Title, e.Link))));
        }
    }

    private static void AssertSays(ReadFeed feed, string language, string address, WebPage page, IReadOnlyList<Shown> items)
    {
        var what = $"{address} in {feed.Reader}";
        Assert.Equal(language, feed.Language);
        Assert.StartsWith(page.Heading, feed.Title, StringComparison.Ordinal);
        Assert.Equal(page.Path, new Uri(feed.Link).AbsolutePath);
        Assert.StartsWith(address, new Uri(feed.Self).AbsolutePath, StringComparison.Ordinal);
        Assert.True(items.Count == feed.Entries.Count, $"{what}: {feed.Entries.Count} of {items.Count}");
        Assert.Equal(feed.Entries.Count, feed.Entries.Select(e => e.Id).Distinct().Count());
        foreach (var (item, entry) in items.Zip(feed.Entries))
        {
            Assert.Equal(item.Address, new Uri(entry.Link).PathAndQuery);
            Assert.Contains(item.Number, entry.Title, StringComparison.Ordinal);
            Assert.All(item.Words, w => Assert.Contains(w, entry.Title, StringComparison.Ordinal));
            Assert.True(Math.Abs((entry.At - TimeProvider.System.GetUtcNow()).TotalDays) < 4000 && entry.At.Offset == TimeSpan.Zero, what);
            var html = new HtmlParser().ParseDocument(entry.Html);
            var texts = html.QuerySelectorAll("[lang]");
            Assert.NotEmpty(texts);
            Assert.All(texts, t => Assert.Equal(t.GetAttribute("lang") == "ar" ? "rtl" : "ltr", t.GetAttribute("dir")));
            Assert.Contains(texts, t => t.GetAttribute("lang") == language && item.Text.Contains(WebPage.Plain(t.TextContent), StringComparison.Ordinal));
        }
    }

    private static List<Shown> ClaimsOf(WebPage page) =>
    [
        .. page.Html.QuerySelectorAll(".claim-card").Select(c => new Shown(
            WebPage.Plain(c.QuerySelector(".claim-card__number")?.TextContent), c.QuerySelector(".claim-card__statement a")?.GetAttribute("href") ?? "",
            [WebPage.Plain(c.QuerySelector(".badge__words")?.TextContent)], WebPage.Plain(c.TextContent))),
    ];

    private static List<Shown> CorrectionsOf(WebPage page) =>
    [
        .. page.Html.QuerySelectorAll(".timeline__item").Select(i => (Item: i, Link: i.QuerySelector(".timeline__source a"), Kind: WebPage.Plain(i.QuerySelector(".tag")?.TextContent)))
            .Where(i => i.Kind is not ("Typo" or "خطأ طباعي")) // Which has no public notice.
            .Select(i => new Shown(WebPage.Plain(i.Link?.QuerySelector("bdi")?.TextContent), i.Link?.GetAttribute("href") ?? "", [i.Kind], WebPage.Plain(i.Item.TextContent))),
    ];
}
