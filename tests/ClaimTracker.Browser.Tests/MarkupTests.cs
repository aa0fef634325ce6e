using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.TestKit;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// What the Nu HTML Checker says of the markup of every page in both languages, as the server sends it. The checker comes by <c>npm ci</c> from the lock file
/// in <c>html</c>, and is started once for all of them.
/// </summary>
public sealed class MarkupTests(Site site) : IClassFixture<Site>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "html");

    private static readonly string Checker = Path.Combine("node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    private static readonly string[] Languages = ["ar", "en"];

    /// <summary>Pages that were not opened here, and why.</summary>
    private static readonly Dictionary<string, string> NotHere = new()
    {
        ["/Public/Claims/Suggestions"] = "a part of a page",
        ["/Public/Claims/VersionFile"] = "a file",
        ["/Public/Figures/Csv"] = "a file",
        ["/Public/Statistics/File"] = "a file",
        ["/Desk/Claims/Suggestions"] = "a part of a page",
    };

    private sealed record Report(IReadOnlyList<Message> Messages);

    private sealed record Message(string Type, string? SubType, string Url, int LastLine, [property: JsonPropertyName("message")] string Words, string? Extract)
    {
        public bool IsFault => Type != "info" || SubType == "warning";
    }

    [Fact]
    public async Task EveryPage_InTheNuHtmlChecker_HasNoFault()
    {
        Requirement.Check(Java.WhyMissing);
        await Node.InstallAsync(Folder);
        var pages = await PagesAsync();

        var faults = await FaultsOfAsync(pages);

        var seen = pages.Where(p => p.Status == 200).Select(p => site.Shapes.PageAt(p.Path)).Append(pages.Exists(p => p.Status == 404) ? "/Error" : null).Concat(NotHere.Keys);
        faults.AddRange(site.Shapes.Pages.Except(seen).Select(p => $"{p} was not looked at."));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<List<SeenPage>> PagesAsync()
    {
        var (reader, checker, editor, admin) = (await site.OpenAsync(), await site.OpenAsync(signInAs: "checker"), await site.OpenAsync(signInAs: "editor"), await site.OpenAsync(signInAs: "admin"));
        var (invitation, reset, stages, (withdrawn, removed)) = (await site.InviteAsync(), await site.ResetAsync(), await site.AtEveryStageAsync(), await site.TakeAwayAsync());
        string[] receipts = [await Scenes.ReportAsync(reader, stages.Published), await Scenes.SuggestAsync(reader)];
        var (waiting, article) = (await Scenes.BringAsync(checker), await Scenes.TakeInAsync(checker));
        var source = article.Replace("/intake/", "/sources/", StringComparison.Ordinal); // Of the same key.
        string[] articles = [waiting, article, source, $"{source}/captures", $"{source}/archive"];
        string[] lists = [await Scenes.ImportAsync(editor), await Scenes.SaveSearchAsync(editor), await Scenes.AskForCorrectionAsync(editor, await site.FaultySourceAsync())];

        var pages = new List<SeenPage>();
        foreach (var language in Languages)
        {
            var (root, desk) = ($"/{language}", $"/{language}/desk");
            pages.AddRange(await site.Shapes.ReadAsync(reader, root, [.. PageStarts.Readers(language), .. In(language, receipts)]));
            pages.AddRange(await site.Shapes.ReadAsync(checker, desk, [.. PageStarts.Desk(language), $"{desk}/claims/{stages.Taken}/verdict", .. In(language, articles)]));
            pages.AddRange(await site.Shapes.ReadAsync(editor, desk, [.. PageStarts.Desk(language), .. AtDesk(desk, stages), .. In(language, lists)]));
            pages.AddRange(await site.Shapes.ReadAsync(admin, $"/{language}/admin", PageStarts.Admin(language)));
            pages.AddRange(await OpenAsync(reader, [$"{root}/{reset}", .. new[] { 50, withdrawn, removed, 9999 }.Select(n => $"/embed/claims/{n}?lang={language}"), $"/embed/claims/50?lang={language}&theme=dark"]));
        }

        pages.AddRange(await OpenAsync(checker, [.. PageStarts.Account(invitation), "/ar/account/manage/sign-out", "/en/account/manage/sign-out"]));
        pages.AddRange(await OpenAsync(editor, PageStarts.TakenAway(withdrawn, removed)));
        return pages;
    }

    private static IEnumerable<string> In(string language, IEnumerable<string> paths) => paths.Select(p => "/" + language + p["/en".Length..]);

    /// <summary>What is open only at a certain point of a claim's way.</summary>
    private static string[] AtDesk(string desk, Stages stages) =>
    [
        $"{desk}/claims/{stages.Proposed}/publish", $"{desk}/claims/{stages.Published}/translate", $"{desk}/claims/{stages.Published}/correct", $"{desk}/claims/{stages.Decided}/close-panel",
        $"{desk}/claims/{stages.Published}/links", $"{desk}/claims/{stages.Published}/notes",
    ];

    private static async Task<List<SeenPage>> OpenAsync(IPage page, IEnumerable<string> paths)
    {
        var seen = new List<SeenPage>();
        foreach (var path in paths)
        {
            var answer = await page.Context.APIRequest.GetAsync(path);
            seen.Add(new SeenPage(path, answer.Status, await answer.TextAsync()));
        }

        return seen;
    }

    /// <summary>Each with the page it is on.</summary>
    private static async Task<List<string>> FaultsOfAsync(List<SeenPage> pages)
    {
        var files = Directory.CreateTempSubdirectory("claimtracker-html-").FullName;
        try
        {
            for (var i = 0; i < pages.Count; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(files, i.ToString(CultureInfo.InvariantCulture) + ".html"), pages[i].Html, TestContext.Current.CancellationToken);
            }

            var said = await Java.RunAsync(Folder, Checker, "--format", "json", "--stdout", "--exit-zero-always", files);
            var report = JsonSerializer.Deserialize<Report>(string.Concat(said), JsonSerializerOptions.Web) ?? throw new InvalidOperationException("The checker said nothing.");
            return [.. report.Messages.Where(m => m.IsFault).Select(m => $"{pages[int.Parse(Path.GetFileNameWithoutExtension(m.Url), CultureInfo.InvariantCulture)].Path}, line {m.LastLine}: {m.Words} {m.Extract}")];
        }
        finally
        {
            Directory.Delete(files, recursive: true);
        }
    }
}
