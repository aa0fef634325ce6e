using System.Text;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Downloads;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Public;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>
/// Every text the desk keeps is made to name itself, in every table; what machines are then answered may hold only those that stand here, by hand:
/// a new property is private until somebody adds it.
/// </summary>
public sealed class PrivateTextTests(Newsroom room) : IClassFixture<Newsroom>
{
    /// <summary>Names and labels that are read as they are now, and a source's own page.</summary>
    internal static readonly string[] ForReaders =
    [
        "Outlet.Name", "Party.Name", "Party.Role", "Rating.Definition", "Rating.Label",
        "Source.Address", "Source.Author", "Source.InterestNote", "Source.Language", "Source.NoAddressReason", "Source.QualityNotes", "Source.Says", "Source.StatusNote", "Source.Title", "Topic.Name",
        "ArticleError.Intended", "ArticleError.Published",
    ];

    [Fact]
    public async Task Answers_HoldNoTextOfTheDesk()
    {
        var (checker, editor) = (await room.JoinsAsync(Roles.Checker), await room.JoinsAsync(Roles.Editor));
        var number = await room.PublishedAsync(checker, editor);
        await room.ProposedAsync(checker);
        var browser = room.NewBrowser();
        var api = new ApiClient(browser);
        var stuffed = await MarkedTexts.StuffAsync(room);
        Assert.InRange(stuffed, 60, 1_000);

        var claim = await api.GetAsync($"/api/v1/claims/{number}");
        var addresses = new List<string>
        {
            $"/api/v1/claims/{number}", $"/api/v1/claims/{number}/versions", $"/api/v1/claims/{number}/versions/1", $"/api/v1/claims/{number}/history", "/api/v1/claims", "/api/v1/claims?q=containers",
            "/api/v1/claimants", "/api/v1/sources", "/api/v1/topics", "/api/v1/ratings", "/api/v1/figures", "/api/v1/corrections", "/api/v1/statistics", "/api/v1/match?q=ninety%20containers%20left%20port%20in%20March",
            "/v1alpha1/claims:search?query=containers", "/openapi/v1.json", "/api/v1/claims/2",
            $"/embed/claims/{number}?lang=ar", $"/embed/claims/{number}.svg?lang=en", EmbedLinks.OEmbedOf(await browser.GetAsync($"/ar/claims/{number}")),
            "/feeds/claims.ar.atom", "/feeds/claims.en.json", "/feeds/corrections.en.atom", "/feeds/claimreview.json", "/sitemap.xml", $"/ar/claims/{number}/v/1", $"/en/claims/{number}/v/1", $"/en/claims/{number}/history",
        };
        addresses.AddRange(claim.GetProperty("claimants").EnumerateArray().Select(c => $"/api/v1/claimants/{c.GetProperty("id").GetString()}"));
        addresses.AddRange(claim.GetProperty("sources").EnumerateArray().Select(c => $"/api/v1/sources/{c.GetProperty("id").GetString()}"));
        foreach (var address in addresses)
        {
            var reply = await api.AskAsync(address);
            Assert.True(reply.Status is 200 or 404, $"{address}: {reply.Status}");
            Assert.Empty(MarkedTexts.In(reply.Text).Except(ForReaders).Select(m => $"{address}: {m}"));
        }

        Assert.NotEmpty(claim.GetProperty("statement").GetProperty("en").GetString() ?? "");
        await AssertDownloadsAsync(number);
    }

    /// <summary>The files of all public data, bytes of the database among them.</summary>
    private async Task AssertDownloadsAsync(int number)
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(DownloadStep.Made, await room.WithAsync<DownloadWork, DownloadStep>(w => w.StepAsync(now: true, restful: false, ct)));
        var set = Assert.Single(await room.WithAsync<PublicDownloads, IReadOnlyList<DownloadSet>>(d => d.AllAsync(ct)));
        Assert.Contains(set.Files, f => f.Name == DownloadTexts.Sqlite);
        foreach (var file in set.Files)
        {
            var text = Encoding.Latin1.GetString(await room.Reader.Client.GetByteArrayAsync(new Uri(Links.Download(set.Day, file.Name), UriKind.Relative), ct));
            Assert.Empty(MarkedTexts.In(text).Except(ForReaders).Select(m => $"{file.Name}: {m}"));
            Assert.True(file.Name is not (ClaimsCsv.FileName or DownloadTexts.JsonLines) || text.Contains($"CT-{number}", StringComparison.Ordinal));
        }
    }
}
