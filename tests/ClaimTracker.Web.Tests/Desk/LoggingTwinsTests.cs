using System.Globalization;
using System.Net;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A claim is logged once: who types it again sees it in time, and adds where it appeared instead.</summary>
public abstract class LoggingTwins(Newsroom room)
{
    private const string Like = "/claims/new?handler=Like";

    [Theory]
    [InlineData("en", "Ninety containers left port {0} in March, says the ministry of shipping.", "Same claim")]
    [InlineData("ar", "قالت وزارة النقل البحري إن 90 حاوية غادرت الميناء {0} في مارس.", "الادعاء نفسه")]
    public async Task StatementWhileTyped_IsAnsweredWithTheSameClaim(string language, string statement, string band)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);

        var part = (await checker.PostsToAsync(Like, (FieldOf(language), string.Format(CultureInfo.InvariantCulture, statement, story.Key)))).AssertOk();

        Assert.Contains(part.AllWords(".match--same"), m => m.StartsWith($"{band} CT-{number} ", StringComparison.Ordinal));
        Assert.Null(part.Html.QuerySelector("html[lang], header, .desk-header"));
    }

    [Fact]
    public async Task AnotherNumber_IsRelated_NamesBothAndIsNotInTheWay()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);
        var statement = story.StatementEn.Replace("ninety", "forty", StringComparison.Ordinal);

        var part = (await checker.PostsToAsync(Like, (FieldOf("en"), statement))).AssertOk();
        var page = (await (await TypedAsync(checker, story, statement)).SubmitAsync()).AssertOk();

        Assert.Contains(part.AllWords(".match--related"), m => m.Contains($"CT-{number} ", StringComparison.Ordinal) && m.Contains("Says 90; this text says 40 containers left.", StringComparison.Ordinal));
        Assert.NotEqual($"/en/desk/claims/{number}", page.Path);
    }

    [Fact]
    public async Task SameClaim_StandsInTheWayUntilOneSaysItIsAnother()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);

        var warned = await (await TypedAsync(checker, story, story.StatementEn)).SubmitAsync();
        var page = (await warned.Form("Input.Kind").SubmitAsync("It is another claim: log it")).AssertOk();

        warned.AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains(warned.AllWords(".likes-warning .match--same"), m => m.Contains($"CT-{number} ", StringComparison.Ordinal));
        Assert.Matches("^/en/desk/claims/[0-9]+$", page.Path);
        Assert.NotEqual($"/en/desk/claims/{number}", page.Path);
    }

    [Fact]
    public async Task ThisIsIt_AddsTheTypedAppearanceOnce_AndLogsNothing()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var colleague = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await colleague.LogsAsync(story);
        var article = $"https://other{story.Key}.example.org/ninety-again";
        var form = (await TypedAsync(checker, story, story.StatementEn))
            .Fill("Input.Appearances[0].Source.Find", article).Fill("Input.Appearances[0].Source.New.Kind", "Article").Fill("Input.Appearances[0].Source.New.Title", "Ninety again")
            .Fill("Input.Appearances[0].Source.New.Language", "en").Fill("Input.Appearances[0].Quote", "ninety of them left");
        var warned = (await form.SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        var claims = await CountAsync();

        var button = warned.Html.QuerySelectorAll($".match button[formaction*='/{number}/']").Select(b => WebPage.Plain(b.TextContent)).Single();
        var page = (await warned.Form("Input.Kind").SubmitAsync(button)).AssertOk();
        _ = (await warned.Form("Input.Kind").SubmitAsync(button)).AssertOk();

        Assert.Equal($"/en/desk/claims/{number}", page.Path);
        Assert.StartsWith("Added as an appearance of this claim.", page.Notice, StringComparison.Ordinal);
        Assert.Single((await checker.OpensAsync(number)).AllWords("#appearances .original"), q => q.Contains("ninety of them left", StringComparison.Ordinal));
        Assert.Contains(checker.Name, (await checker.OpensAsync(number, "history")).Words(".history"), StringComparison.Ordinal);
        Assert.Equal(claims, await CountAsync());
    }

    [Fact]
    public async Task ThisIsIt_WithoutSourceOrQuote_OpensTheClaimsFormWithWhatWasTyped()
    {
        var checker = await room.JoinsAsync(Roles.Checker, "ar");
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);
        var section = $"/claims/{number}/rows/appearances?handler=Typed";
        var article = $"https://third{story.Key}.example.org/ninety";

        var bare = (await checker.PostsToAsync(section, ("Input.Statement.Ar", story.StatementAr), ("Input.Figures[0].Value", "many"))).AssertOk();
        var half = (await checker.PostsToAsync(section, ("Input.Statement.Ar", story.StatementAr), ("Input.Appearances[0].Source.Find", article), ("Input.Appearances[0].Strength", "Quoted"))).AssertOk();
        var refused = await half.Form("Input.Version").Fill("Input.Appearances[0].Quote", "غادرت تسعون حاوية").SubmitAsync();

        Assert.Equal(story.StatementAr, bare.Form("Input.Version")["Input.Appearances[0].WordingNote.Ar"]);
        Assert.Empty(bare.Errors);
        Assert.Equal(article, half.Form("Input.Version")["Input.Appearances[0].Source.Find"]);
        Assert.Equal("", half.Form("Input.Version")["Input.Appearances[0].WordingNote.Ar"]);
        // The source is not here yet and was not described: said at the field, where it can be mended.
        refused.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEqual("", refused.ErrorAt("Input.Appearances[0].Source.Find"));
        Assert.Single((await checker.OpensAsync(number)).AllWords("#appearances .original"));
    }

    [Fact]
    public async Task ThoseWhoDoNotLogClaims_AreRefused()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var observer = await room.JoinsAsync(Roles.Observer);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story);

        var part = await observer.PostsToAsync(Like, (FieldOf("en"), story.StatementEn));
        var added = await observer.PostsToAsync(
            $"/claims/{number}/rows/appearances?handler=Typed",
            [.. Story.Source("Input.Appearances[0].Source", "Article", "https://fourth.example.org/a", "Secondary", "A", null), ("Input.Appearances[0].Quote", "ninety"), ("Input.Appearances[0].Strength", "Quoted")]);

        part.AssertStatus(HttpStatusCode.Forbidden);
        added.AssertStatus(HttpStatusCode.Forbidden);
        (await checker.PostsToAsync("/claims/999999/rows/appearances?handler=Typed")).AssertStatus(HttpStatusCode.NotFound);
        (await checker.PostsToAsync($"/claims/{number}/rows/figures?handler=Typed")).AssertStatus(HttpStatusCode.NotFound);
        Assert.Single((await checker.OpensAsync(number)).AllWords("#appearances .original"));
    }

    private static string FieldOf(string language) => language == "ar" ? "Input.Statement.Ar" : "Input.Statement.En";

    /// <summary>The form for logging the story with that statement, ready to be sent.</summary>
    private static async Task<WebForm> TypedAsync(DeskPerson checker, Story story, string statement)
    {
        var page = (await checker.OpensAsync("/claims/new")).AssertOk();
        IReadOnlyList<(string, string)> fields =
        [
            .. story.Fields(withEvidence: false).Where(f => f.Field != "Input.Statement.Ar" && !f.Field.Contains(".New.", StringComparison.Ordinal) && !f.Field.StartsWith("Input.Figures", StringComparison.Ordinal))
                .Select(f => f.Field == "Input.Statement.En" ? (f.Field, statement) : f),
        ];
        return DeskPerson.Filled(page.Form("Input.Kind"), fields);
    }

    private Task<int> CountAsync() => room.WithDbAsync(db => db.Claims.CountAsync(TestContext.Current.CancellationToken));
}

public sealed class LoggingTwinsTests(Newsroom room) : LoggingTwins(room), IClassFixture<Newsroom>;

public sealed class PostgresLoggingTwinsTests(PostgresNewsroom room) : LoggingTwins(room), IClassFixture<PostgresNewsroom>;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresNewsroom : Newsroom
{
    protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
