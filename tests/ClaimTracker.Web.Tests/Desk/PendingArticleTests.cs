using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>An article that was brought in and not checked is found again by whoever brought it, and by nobody else.</summary>
public abstract class PendingArticleTests(WebApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ar", "بانتظار مراجعتك")]
    [InlineData("en", "Waiting for your check")]
    public async Task Brought_AndLeft_IsListedUntilItIsTakenIn(string language, string heading)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        Assert.Null((await checker.GetAsync($"/{language}/desk/intake")).AssertOk().Html.QuerySelector("#pending"));
        var first = await BringAsync(checker, "خبر عن الميناء\n\nقالت الوزارة إن 4300 حاوية نُقلت.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await BringAsync(checker, "A report on trains\n\nThe ministry said 12 trains left.");

        var page = (await checker.GetAsync($"/{language}/desk/intake")).AssertOk();

        Assert.Equal(heading, page.Words("#pending"));
        Assert.Equal([$"/{language}/desk/intake/check/{second}", $"/{language}/desk/intake/check/{first}"], Links(page));
        Assert.Equal(["A report on trains", "خبر عن الميناء"], page.AllWords("section[aria-labelledby=pending] a"));
        Assert.Equal(2, page.Html.QuerySelectorAll("section[aria-labelledby=pending] time").Length);
        Assert.Empty(Links(await (await app.SignedInAsync(Roles.Checker)).GetAsync($"/{language}/desk/intake")));
        // A browser opened anew goes on where the other one stopped.
        var check = (await checker.GetAsync(Links(page)[0])).AssertOk();
        (await check.Form("Input.Kind").Fill("Input.Address", SourceScene.Address()).SubmitAsync()).AssertOk();
        Assert.Equal([$"/{language}/desk/intake/check/{first}"], Links(await checker.GetAsync($"/{language}/desk/intake")));
    }

    [Fact]
    public async Task Brought_MoreThanTwentyAndALongOne_ListsTheLatestTwenty()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        var checker = app.NewBrowser();
        await checker.SignInAsync(user);
        var start = app.Clock.GetUtcNow().UtcDateTime;
        await app.WithDbAsync(async db =>
        {
            db.PendingArticles.AddRange(Enumerable.Range(0, 22).Select(i => new PendingArticle
            {
                Id = Guid.CreateVersion7(),
                Bytes = [.. "Report "u8, (byte)('a' + i), .. i == 21 ? new byte[2 * 1024 * 1024] : []],
                MediaType = "text/plain",
                Tool = IntakeTools.Upload,
                FileName = string.Create(CultureInfo.InvariantCulture, $"report-{i}.txt"),
                CapturedAt = start.AddSeconds(-100 + i),
                MadeById = user.Id,
            }));
            await db.SaveAsync(new(new(user.Id, user.DisplayName, user.Roles), "article.hold"), Ct);
            return true;
        });

        var names = (await checker.GetAsync("/en/desk/intake")).AssertOk().AllWords("section[aria-labelledby=pending] a");

        // The longest is not read for its title: it goes by its file.
        Assert.Equal(["report-21.txt", "Report u", "Report t"], names.Take(3));
        Assert.Equal(20, names.Count);
        Assert.Equal("Report c", names[^1]);
    }

    private static async Task<string> BringAsync(Browser browser, string text) =>
        (await (await browser.GetAsync("/en/desk/intake")).AssertOk().Form("Input.Text").Fill("Input.Text", text).SubmitAsync()).AssertOk().Path.Split('/')[^1];

    private static List<string> Links(WebPage page) =>
        [.. page.Html.QuerySelectorAll("section[aria-labelledby=pending] a").Select(a => a.GetAttribute("href") ?? "")];
}

/// <inheritdoc/>
public sealed class SqlitePendingArticleTests(WebApp app) : PendingArticleTests(app), IClassFixture<WebApp>;

/// <inheritdoc/>
public sealed class PostgresPendingArticleTests(PostgresDesk app) : PendingArticleTests(app), IClassFixture<PostgresDesk>;
