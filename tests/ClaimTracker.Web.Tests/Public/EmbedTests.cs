using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What other sites show of a claim: a card in a frame, what oEmbed says of it, a picture, and what stands beside a shared link.</summary>
public sealed class EmbedTests(FollowedNewsroom room) : IClassFixture<FollowedNewsroom>
{
    [Theory]
    [InlineData("en", "ltr", "False")]
    [InlineData("ar", "rtl", "غير صحيح")]
    public async Task Card_SaysTheFinding_InTheLanguageAskedFor_AndMayBeFramed(string language, string direction, string rating)
    {
        var (published, _, _) = await room.WorkAsync();

        var card = (await room.Reader.GetAsync($"/embed/claims/{published}?lang={language}&theme=dark")).AssertOk();

        Assert.Equal((language, direction, "theme-dark"), (card.Html.DocumentElement.GetAttribute("lang"), card.Html.DocumentElement.GetAttribute("dir"), card.Html.DocumentElement.ClassName));
        Assert.Equal(rating, card.Words(".badge"));
        Assert.Equal(language == "ar" ? Wording.Finished().HeadlineAr : Wording.Finished().HeadlineEn, card.Words("h1"));
        Assert.Empty(card.Html.QuerySelectorAll("script, form, [style]"));
        Assert.Equal("noindex", card.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        var policy = Assert.Single(card.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        var full = card.Html.QuerySelector(".embed__foot a")?.GetAttribute("href") ?? "";
        Assert.StartsWith($"/{language}/claims/{published}", (await room.Reader.GetAsync(new Uri(full).PathAndQuery)).AssertOk().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_OfAWithdrawnCheck_SaysSo_AndOfNoClaim_IsNotFound()
    {
        var (_, taken, _) = await room.WorkAsync();

        var card = (await room.Reader.GetAsync($"/embed/claims/{taken}?lang=en")).AssertOk();
        var none = (await room.Reader.GetAsync("/embed/claims/99999?lang=ar")).AssertStatus(HttpStatusCode.NotFound);

        Assert.Equal("Withdrawn", card.Words(".badge"));
        Assert.Null(card.Html.QuerySelector("h1"));
        Assert.Equal("لا يوجد في هذا الموقع ادعاء بهذا الرقم.", none.Words(".embed > p:last-child"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Page_NamesItsOEmbed_WhichFramesTheCard(string language)
    {
        var (published, _, _) = await room.WorkAsync();
        var page = (await room.Reader.GetAsync($"/{language}/claims/{published}")).AssertOk();
        var discovered = EmbedLinks.OEmbedOf(page);

        using var answer = JsonDocument.Parse((await room.Reader.GetAsync(discovered + "&maxwidth=400&maxheight=5000")).AssertOk().Text);

        var said = answer.RootElement;
        Assert.Equal(("1.0", "rich", 400, 380), (said.GetProperty("version").GetString(), said.GetProperty("type").GetString(), said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        Assert.Equal(language == "ar" ? Wording.Finished().HeadlineAr : Wording.Finished().HeadlineEn, said.GetProperty("title").GetString());
        Assert.Contains($"/embed/claims/{published}?lang={language}", said.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("""width="400" """, said.GetProperty("html").GetString(), StringComparison.Ordinal);
        using var picture = await room.Reader.Client.GetAsync(new Uri(said.GetProperty("thumbnail_url").GetString() ?? "").PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("url=https%3A%2F%2Felsewhere.example%2Fen%2Fclaims%2F1", HttpStatusCode.NotFound)]
    [InlineData("url={site}%2Fen%2Fclaims%2F99999", HttpStatusCode.NotFound)]
    [InlineData("url={site}%2Fen%2Fabout", HttpStatusCode.NotFound)]
    [InlineData("url=%00", HttpStatusCode.NotFound)]
    [InlineData("url={site}%2Fen%2Fclaims%2F1&format=xml", HttpStatusCode.NotImplemented)]
    [InlineData("url={site}%2Fen%2Fclaims%2F1&maxwidth=wide", HttpStatusCode.BadRequest)]
    public async Task OEmbed_WhatItCannotFrame_IsRefused(string query, HttpStatusCode status)
    {
        var (published, _, _) = await room.WorkAsync();
        var ours = EmbedLinks.OEmbedOf((await room.Reader.GetAsync($"/en/claims/{published}")).AssertOk());
        var site = ours[(ours.IndexOf('=', StringComparison.Ordinal) + 1)..ours.IndexOf("%2Fen%2Fclaims", StringComparison.Ordinal)];

        (await room.Reader.GetAsync(ours)).AssertOk();
        (await room.Reader.GetAsync("/oembed?" + query.Replace("{site}", site, StringComparison.Ordinal))).AssertStatus(status);
    }

    [Theory]
    [InlineData("en", "False", "content-false.en.png")]
    [InlineData("ar", "غير صحيح", "content-false.ar.png")]
    public async Task SharedLink_ShowsTheFindingAndAPictureOfTheRating_NeverTheBareStatement(string language, string rating, string picture)
    {
        var (published, taken, _) = await room.WorkAsync();
        var page = (await room.Reader.GetAsync($"/{language}/claims/{published}")).AssertOk();

        Assert.Equal(language == "ar" ? Wording.Finished().HeadlineAr : Wording.Finished().HeadlineEn, Property("og:title"));
        Assert.Equal(rating, Property("og:image:alt"));
        Assert.EndsWith("/cards/" + picture, Property("og:image"), StringComparison.Ordinal);
        Assert.EndsWith($"/cards/withdrawn.{language}.png", await PictureOfAsync(taken), StringComparison.Ordinal);

        string? Property(string name) => page.Html.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

        async Task<string?> PictureOfAsync(int number) =>
            (await room.Reader.GetAsync($"/{language}/claims/{number}")).AssertOk().Html.QuerySelector("meta[property='og:image']")?.GetAttribute("content");
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Picture_OfACard_IsWellFormed_AndRunsAsItsLanguage(string language, string direction)
    {
        var (published, _, _) = await room.WorkAsync();

        var reply = (await room.Reader.GetAsync($"/embed/claims/{published}.svg?lang={language}")).AssertOk();

        Assert.Equal("image/svg+xml", reply.Response.Content.Headers.ContentType?.MediaType);
        var svg = XDocument.Parse(reply.Text).Root!;
        Assert.All(svg.Elements(svg.Name.Namespace + "text"), t => Assert.Equal(direction, t.Attribute("direction")?.Value));
        Assert.Contains($"CT-{published.ToString(CultureInfo.InvariantCulture)}", svg.Value, StringComparison.Ordinal);
    }
}

internal static class EmbedLinks
{
    /// <summary>Where a page says that programs learn how to embed it.</summary>
    public static string OEmbedOf(WebPage page) => new Uri(page.Html.QuerySelector("link[type='application/json+oembed']")?.GetAttribute("href") ?? "").PathAndQuery;
}
