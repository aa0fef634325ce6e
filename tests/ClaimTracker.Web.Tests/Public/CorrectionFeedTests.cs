using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What was corrected, for those who follow it from elsewhere.</summary>
public sealed class CorrectionFeedTests(CorrectedNewsroom room) : IClassFixture<CorrectedNewsroom>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("en", "Clarification", "We say which month the registers cover.", "New information")]
    [InlineData("ar", "توضيح", "نوضح الشهر الذي يشمله السجلان.", "معلومات جديدة")]
    public async Task Feeds_SayWhatThePageSays_WithWholeAddresses(string language, string kind, string what, string cause)
    {
        var (clarified, mistyped) = await room.CorrectedAsync();
        var page = (await room.Reader.GetAsync($"/{language}/corrections")).AssertOk();
        var atom = XDocument.Parse((await FeedAsync(page, "application/atom+xml")).AssertOk().Text).Root;
        using var json = JsonDocument.Parse((await FeedAsync(page, "application/feed+json")).AssertOk().Text);

        var entry = Assert.Single(atom?.Elements(Atom + "entry") ?? [], e => e.Element(Atom + "title")?.Value.Contains($"CT-{clarified} ", StringComparison.Ordinal) is true);
        Assert.StartsWith(kind, entry.Element(Atom + "title")?.Value, StringComparison.Ordinal);
        Assert.Contains(what, entry.Element(Atom + "content")?.Value, StringComparison.Ordinal);
        Assert.Contains(cause, entry.Element(Atom + "content")?.Value, StringComparison.Ordinal);
        Assert.Equal(language, atom?.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.DoesNotContain($"CT-{mistyped} ", atom?.Value, StringComparison.Ordinal);
        var item = Assert.Single(json.RootElement.GetProperty("items").EnumerateArray(), i => i.GetProperty("id").GetString() == entry.Element(Atom + "id")?.Value);
        Assert.Contains(what, item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        var address = new Uri(item.GetProperty("url").GetString() ?? "");
        Assert.Equal(entry.Element(Atom + "link")?.Attribute("href")?.Value, address.OriginalString);
        Assert.NotEqual("", (await room.Reader.GetAsync(address.PathAndQuery)).AssertOk().Words(".banner--correction"));
    }

    [Fact]
    public async Task Feed_AskedForAgain_Is304_UntilSomethingIsCorrected()
    {
        await room.CorrectedAsync();
        var first = (await room.Reader.GetAsync("/feeds/corrections.en.atom")).AssertOk();
        var again = await AgainAsync(first);
        await room.CorrectedAsync();

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Equal("", again.Text);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync(first)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Reader.GetAsync("/feeds/corrections.fr.atom")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Reader.GetAsync("/feeds/corrections.en.rss")).Status);
        Assert.Contains("filter there", (await room.Reader.GetAsync("/feeds/corrections.en.json?from=soon")).AssertStatus(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Contains("after", (await room.Reader.GetAsync("/feeds/claimreview.json?after=soon")).AssertStatus(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_HoldOnThePageAndInItsFeeds()
    {
        var (clarified, mistyped) = await room.CorrectedAsync();
        var (later, _) = await room.CorrectedAsync();

        Assert.All((await PageAsync($"claim=CT-{clarified}")).Rows, r => Assert.Contains($"CT-{clarified} ", r, StringComparison.Ordinal));
        Assert.Contains((await PageAsync("kind=Typo")).Rows, r => r.Contains($"CT-{mistyped} ", StringComparison.Ordinal));
        Assert.DoesNotContain((await PageAsync("kind=Typo")).Rows, r => r.Contains($"CT-{later} ", StringComparison.Ordinal));
        Assert.Empty((await PageAsync("to=2001")).Rows);
        Assert.NotEmpty((await PageAsync("from=2001")).Rows);
        (await room.Reader.GetAsync("/en/corrections?from=soon")).AssertStatus(HttpStatusCode.BadRequest);
        var page = (await PageAsync($"claim={later}")).Page;
        var entries = XDocument.Parse((await FeedAsync(page, "application/atom+xml")).Text).Root?.Elements(Atom + "entry") ?? [];
        Assert.Contains($"CT-{later} ", Assert.Single(entries).Element(Atom + "title")?.Value, StringComparison.Ordinal);
    }

    private async Task<(WebPage Page, IReadOnlyList<string> Rows)> PageAsync(string filters)
    {
        var page = (await room.Reader.GetAsync("/en/corrections?" + filters)).AssertOk();
        return (page, page.AllWords(".timeline__item"));
    }

    private Task<WebPage> FeedAsync(WebPage page, string type) => room.Reader.GetAsync(page.Html.QuerySelector($"link[rel=alternate][type='{type}']")?.GetAttribute("href") ?? "");

    private Task<WebPage> AgainAsync(WebPage feed)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, feed.Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", feed.Response.Headers.ETag?.ToString());
        return room.Reader.SendAsync(request);
    }
}

/// <summary>A newsroom that corrects.</summary>
public sealed class CorrectedNewsroom : Newsroom
{
    private (DeskPerson Checker, DeskPerson Editor, DeskPerson Second)? people;

    /// <summary>One claim whose explanation was made clearer, and one with a slip mended.</summary>
    public async Task<(int Clarified, int Mistyped)> CorrectedAsync()
    {
        var (checker, editor, second) = people ??= (await JoinsAsync(Roles.Checker), await JoinsAsync(Roles.Editor), await JoinsAsync(Roles.Editor));
        var clarified = await PublishedAsync(checker, editor);
        var mistyped = await PublishedAsync(checker, editor);
        await editor.MustAsync(clarified, ClaimAction.Correct, [("Verdict.Explanation.En", "Two registers list forty containers in March, and none for April."), .. Notice("Clarification")]);
        await second.MustAsync(clarified, ClaimAction.ApproveCorrection);
        await editor.MustAsync(mistyped, ClaimAction.Correct, [("Verdict.Headline.En", (Wording.Finished().HeadlineEn ?? "").Replace("forty", "fourty", StringComparison.Ordinal)), .. Notice("Typo")]);
        return (clarified, mistyped);
    }

    private static (string, string)[] Notice(string kind) =>
    [
        ("Correction.Kind", kind), ("Correction.What.En", "We say which month the registers cover."), ("Correction.What.Ar", "نوضح الشهر الذي يشمله السجلان."),
        ("Correction.Cause", "NewInformation"),
    ];
}
