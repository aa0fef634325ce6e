using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>How readers' programs and search engines learn of checks: feeds of a list, sitemaps, and the files looked for at known addresses.</summary>
public sealed class FoundTests(FollowedNewsroom room) : IClassFixture<FollowedNewsroom>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Theory]
    [InlineData("en", "False", "Withdrawn")]
    [InlineData("ar", "غير صحيح", "مسحوب")]
    public async Task FeedOfTheList_SaysTheFindingOfEachCheck_AndThatOneWasWithdrawn(string language, string rating, string withdrawn)
    {
        var (published, taken, logged) = await room.WorkAsync();
        var page = (await room.Reader.GetAsync($"/{language}/claims")).AssertOk();
        var headline = language == "ar" ? Wording.Finished().HeadlineAr : Wording.Finished().HeadlineEn;
        var atom = XDocument.Parse((await FeedAsync(page, "application/atom+xml")).AssertOk().Text).Root;
        using var json = JsonDocument.Parse((await FeedAsync(page, "application/feed+json")).AssertOk().Text);

        var entry = Assert.Single(atom?.Elements(Atom + "entry") ?? [], e => IsOf(e, published));
        Assert.Equal($"{rating}: {headline} (CT-{published})", entry.Element(Atom + "title")?.Value);
        Assert.Contains("<blockquote lang=", entry.Element(Atom + "content")?.Value, StringComparison.Ordinal);
        Assert.Equal($"{withdrawn}: CT-{taken}", Assert.Single(atom?.Elements(Atom + "entry") ?? [], e => IsOf(e, taken)).Element(Atom + "title")?.Value);
        Assert.DoesNotContain(atom?.Elements(Atom + "entry") ?? [], e => IsOf(e, logged));
        Assert.Contains($"CT-{taken}", atom?.Element(Atom + "entry")?.Element(Atom + "title")?.Value, StringComparison.Ordinal); // The latest news of all.
        var item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetString() == entry.Element(Atom + "id")?.Value);
        (await room.Reader.GetAsync(new Uri(item.GetProperty("url").GetString() ?? "").PathAndQuery)).AssertOk();
    }

    [Fact]
    public async Task FeedOfASearch_FollowsThatSearchOnly()
    {
        var (published, taken, _) = await room.WorkAsync();
        var found = await FeedAsync((await room.Reader.GetAsync("/en/claims?q=ninety+containers&rating=False")).AssertOk(), "application/atom+xml");
        var filtered = await room.Reader.GetAsync("/feeds/claims.en.atom?rating=False");
        var none = await room.Reader.GetAsync("/feeds/claims.en.atom?rating=True");

        Assert.Contains(Entries(found), e => IsOf(e, published));
        Assert.Contains("ninety containers", XDocument.Parse(found.Text).Root?.Element(Atom + "title")?.Value, StringComparison.Ordinal);
        Assert.Contains(Entries(filtered), e => IsOf(e, published));
        Assert.DoesNotContain(Entries(filtered), e => IsOf(e, taken));
        Assert.Empty(Entries(none));
        (await room.Reader.GetAsync("/feeds/claims.en.atom?from=soon")).AssertStatus(HttpStatusCode.BadRequest);
        (await room.Reader.GetAsync("/feeds/claims.fr.atom")).AssertStatus(HttpStatusCode.NotFound);
        Assert.Empty(Entries(await room.Reader.GetAsync("/feeds/claims.en.atom?q=%EF%BF%BEzebrawood")));
    }

    [Fact]
    public async Task Sitemap_NamesEveryDecidedClaimInItsLanguages_AndNothingElse()
    {
        var (published, taken, logged) = await room.WorkAsync();
        var robots = (await room.Reader.GetAsync("/robots.txt")).AssertOk().Text;
        var index = XDocument.Parse((await room.Reader.GetAsync(PathOf(robots.Split("Sitemap: ")[1].Trim()))).AssertOk().Text);
        var parts = index.Descendants(Sitemaps + "loc").Select(l => PathOf(l.Value)).ToList();
        var pages = new List<XElement>();
        foreach (var part in parts)
        {
            pages.AddRange(XDocument.Parse((await room.Reader.GetAsync(part)).AssertOk().Text).Descendants(Sitemaps + "url"));
        }

        var claims = pages.Where(p => PathOf(p.Element(Sitemaps + "loc")?.Value).Contains($"/claims/{published}/", StringComparison.Ordinal)).ToList();
        Assert.Equal(["ar", "en"], claims.Select(p => PathOf(p.Element(Sitemaps + "loc")?.Value)[1..3]).Order());
        Assert.All(claims, p => Assert.Equal(["ar", "en"], p.Elements(Xhtml + "link").Select(l => l.Attribute("hreflang")?.Value).Order()));
        Assert.DoesNotContain(pages, p => new[] { taken, logged }.Any(n => PathOf(p.Element(Sitemaps + "loc")?.Value).Contains($"/claims/{n}/", StringComparison.Ordinal)));
        foreach (var page in pages)
        {
            var answer = (await room.Reader.GetAsync(PathOf(page.Element(Sitemaps + "loc")?.Value))).AssertOk();
            Assert.Null(answer.Html.QuerySelector("meta[name=robots]"));
        }

        (await room.Reader.GetAsync("/sitemaps/claims-2.xml")).AssertStatus(HttpStatusCode.NotFound);
        (await room.Reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/sitemap.xml"))).AssertOk();
    }

    [Fact]
    public async Task SecurityTxt_SaysWhomToTellAndUntilWhen()
    {
        var lines = (await room.Reader.GetAsync("/.well-known/security.txt")).AssertOk().Text.Split('\n').Where(l => l != "").ToDictionary(l => l.Split(": ")[0], l => l.Split(": ")[1]);

        (await room.Reader.GetAsync(PathOf(lines["Contact"]))).AssertOk();
        Assert.True(DateTime.Parse(lines["Expires"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) > room.Clock.GetUtcNow().UtcDateTime.AddDays(90));
    }

    [Theory]
    [InlineData("en", "/claims/99999999/ninety-containers-left", "ninety containers left")]
    [InlineData("ar", "/claims/99999999/تسعون-حاوية", "تسعون حاوية")]
    [InlineData("en", "/nothing", "")]
    public async Task UnknownAddress_OffersToSearchForItsWords(string language, string path, string words)
    {
        var page = (await room.Reader.GetAsync($"/{language}{path}")).AssertStatus(HttpStatusCode.NotFound);

        Assert.Equal(words, page.Html.QuerySelector("main input[name=q]")?.GetAttribute("value"));
        Assert.Equal($"/{language}/claims", page.Html.QuerySelector("main form")?.GetAttribute("action"));
    }

    private static bool IsOf(XElement entry, int number) => entry.Element(Atom + "title")?.Value.Contains($"CT-{number}", StringComparison.Ordinal) is true;

    private static List<XElement> Entries(WebPage feed) => [.. XDocument.Parse(feed.AssertOk().Text).Descendants(Atom + "entry")];

    private static string PathOf(string? address) => Uri.UnescapeDataString(new Uri(address ?? "").PathAndQuery);

    private Task<WebPage> FeedAsync(WebPage page, string type) => room.Reader.GetAsync(page.Html.QuerySelector($"link[rel=alternate][type='{type}']")?.GetAttribute("href") ?? "");
}

/// <summary>A newsroom with one check, one that was withdrawn, and a claim nobody has decided on.</summary>
public sealed class FollowedNewsroom : Newsroom
{
    private (int, int, int)? done;

    public async Task<(int Published, int Withdrawn, int Logged)> WorkAsync()
    {
        if (done is { } numbers)
        {
            return numbers;
        }

        var (checker, editor, second) = (await JoinsAsync(Roles.Checker), await JoinsAsync(Roles.Editor), await JoinsAsync(Roles.Editor));
        var published = await PublishedAsync(checker, editor);
        var withdrawn = await PublishedAsync(checker, editor);
        await editor.MustAsync(withdrawn, ClaimAction.Withdraw, ("Input.Reason", "The register turned out to be forged."), ("Input.Notice.En", "One register was forged."), ("Input.Notice.Ar", "تبيّن أن أحد السجلين مزوّر."));
        await second.MustAsync(withdrawn, ClaimAction.ConfirmWithdrawal);
        done = (published, withdrawn, await checker.LogsAsync(NewStory()));
        return done.Value;
    }
}
