using System.Globalization;
using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>A colleague at the desk: what they do, through the pages, as the newsroom would say it.</summary>
public sealed class DeskPerson(Browser browser, TestUser user, string language)
{
    public Browser Browser => browser;

    public string Language => language;

    public string Name => user.DisplayName;

    public Guid Id => user.Id;

    public Task<WebPage> OpensAsync(string page = "") => browser.GetAsync($"/{language}/desk{page}");

    public Task<WebPage> OpensAsync(int number, string section = "") => OpensAsync(Of(number, section));

    /// <summary>Logs the claim, and says its number.</summary>
    public async Task<int> LogsAsync(Story story, bool withEvidence = true)
    {
        var page = (await TriesToLogAsync(story.Fields(withEvidence))).AssertOk();
        Assert.StartsWith($"/{language}/desk/claims/", page.Path, StringComparison.Ordinal);
        return int.Parse(page.Path.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    public async Task<WebPage> TriesToLogAsync(IReadOnlyList<(string Field, string Value)> fields)
    {
        var form = (await OpensAsync("/claims/new")).AssertOk().Form("Input.Kind");
        // Tests log many claims that look alike.
        return await Filled(form, fields).Add("IsAnother", "true").SubmitAsync();
    }

    /// <summary>Adds a row to one of the claim's lists.</summary>
    public async Task<WebPage> AddsEvidenceAsync(int number, string address, string origin, string stance, string level = "Primary")
    {
        var form = (await OpensAsync(number, "rows/evidence")).AssertOk().Form("Input.Version");
        return (await Filled(form, Story.Evidence("Input.Evidence[0]", address, origin, stance, level)).SubmitAsync()).AssertOk();
    }

    /// <summary>Adds evidence from a source that is here already.</summary>
    public async Task<WebPage> CitesAsync(int number, string address, string stance)
    {
        var form = (await OpensAsync(number, "rows/evidence")).AssertOk().Form("Input.Version");
        return (await form.Fill("Input.Evidence[0].Source.Find", address).Fill("Input.Evidence[0].Stance", stance).SubmitAsync()).AssertOk();
    }

    /// <summary>Asks for comment by mail, with two days to answer.</summary>
    public async Task<WebPage> AsksClaimantAsync(int number, DateTime sent, DateTime? deadline = null)
    {
        var form = (await OpensAsync(number, "contacts")).AssertOk().Form("Input.Channel");
        return (await Filled(form, Contact(sent, deadline ?? sent.AddDays(2))).SubmitAsync()).AssertOk();
    }

    public static IReadOnlyList<(string Field, string Value)> Contact(DateTime sent, DateTime deadline) =>
    [
        ("Input.Channel", "Email"),
        ("Input.SentAt.Day", Day(sent)), ("Input.SentAt.Time", Time(sent)),
        ("Input.Deadline.Day", Day(deadline)), ("Input.Deadline.Time", Time(deadline)),
    ];

    /// <summary>Types a verdict, and saves it as a draft.</summary>
    public Task<WebPage> WritesAsync(int number, Wording wording) => WritesAsync(number, wording, null);

    public async Task<WebPage> WritesAsync(int number, Wording wording, string? button)
    {
        var page = await OpensAsync(number, "verdict");
        return await Typed(page, wording).SubmitAsync(button);
    }

    /// <summary>The verdict's form on a page, with those words in it; what is null stays as it is.</summary>
    public static WebForm Typed(WebPage page, Wording wording)
    {
        var form = page.Form("Verdict.Version");
        if (wording.Rating is { } rating)
        {
            form.Fill("Verdict.RatingId", RatingOn(page, rating));
        }

        (string Field, string? Value)[] fields =
        [
            ("Headline.En", wording.HeadlineEn), ("Headline.Ar", wording.HeadlineAr), ("Explanation.En", wording.ExplanationEn),
            ("Explanation.Ar", wording.ExplanationAr), ("Confidence", wording.Confidence), ("AsOf", wording.AsOf),
        ];
        foreach (var (field, value) in fields.Where(f => f.Value is not null))
        {
            form.Fill($"Verdict.{field}", value);
        }

        return wording.ReasonTag is { } tag ? form.Check("Verdict.ReasonTags", tag) : form;
    }

    /// <summary>Does something the workflow allows; it has to succeed.</summary>
    public async Task<WebPage> MustAsync(int number, ClaimAction action, params (string Field, string Value)[] fields)
    {
        var page = (await TriesAsync(number, action, fields)).AssertOk();
        Assert.True(page.Notice != "" && page.Errors.Count == 0, $"{action} of CT-{number} said: {page.Words("main")}");
        return page;
    }

    /// <summary>Opens the action's page, fills in its form and sends it; where a refusal stands instead of the form, sends it all the same.</summary>
    public async Task<WebPage> TriesAsync(int number, ClaimAction action, params (string Field, string Value)[] fields)
    {
        var page = await OpensAsync(number, PageOf(action));
        return page.Status is HttpStatusCode.Forbidden && page.Html.QuerySelector($"[name='{VersionOf(action)}']") is null
            ? await PostsAsync(number, PageOf(action), [(VersionOf(action), "1"), .. fields])
            : await SendsAsync(page, action, fields);
    }

    /// <summary>Sends the action's form as it stands on an open page.</summary>
    public static async Task<WebPage> SendsAsync(WebPage page, ClaimAction action, params (string Field, string Value)[] fields)
    {
        var answer = await Filled(page.Form(VersionOf(action)), fields, page).SubmitAsync();
        // A correction is shown against what readers have, then sent.
        return action is ClaimAction.Correct && answer.Status is HttpStatusCode.OK && answer.Html.QuerySelector("input[name=ShownHash]")?.GetAttribute("value") is { Length: > 0 }
            ? await answer.Form("ShownHash").SubmitAsync()
            : answer;
    }

    /// <summary>Posts to a page of the claim without having been offered its form, with a token of the own session.</summary>
    public Task<WebPage> PostsAsync(int number, string section, params (string Field, string Value)[] fields) => PostsToAsync(Of(number, section), fields);

    /// <summary>The same, to any page of the desk.</summary>
    public async Task<WebPage> PostsToAsync(string address, params (string Field, string Value)[] fields)
    {
        var token = (await OpensAsync()).Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return await browser.PostAsync(
            $"/{language}/desk{address}",
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
    }

    /// <summary>Votes in a panel.</summary>
    public Task<WebPage> VotesAsync(int number, string rating, string reason) =>
        MustAsync(number, ClaimAction.Vote, ("Input.RatingId", rating), ("Input.Reason", reason));

    /// <summary>The words of a button or link that does this action, where the page offers one.</summary>
    public static bool Offers(WebPage page, int number, ClaimAction action) =>
        page.Html.QuerySelectorAll(".claim-actions a, .claim-actions form, form[action]")
            .Any(e => (e.GetAttribute("href") ?? e.GetAttribute("action") ?? "").EndsWith("/desk" + Of(number, PageOf(action)), StringComparison.Ordinal));

    /// <summary>The field in which the action's form says which version of the claim it showed.</summary>
    public static string VersionOf(ClaimAction action) => action switch
    {
        ClaimAction.Approve or ClaimAction.ApproveCorrection or ClaimAction.AddLanguage => "Version",
        ClaimAction.Correct or ClaimAction.ClosePanel => "ClaimVersion",
        _ => "Input.Version",
    };

    public static string PageOf(ClaimAction action) => action switch
    {
        ClaimAction.Approve or ClaimAction.ApproveCorrection or ClaimAction.AddLanguage => "publish",
        ClaimAction.Correct => "correct",
        ClaimAction.ClosePanel => "close-panel",
        ClaimAction.Redact => "redact",
        _ => "act/" + Glossary.Code(action),
    };

    public static string RatingOn(WebPage page, string label)
    {
        var choice = page.Html.QuerySelectorAll(".choices--ratings label").FirstOrDefault(l => WebPage.Plain(l.QuerySelector(".badge__words")?.TextContent) is { } words && (words == label || words == Ratings[label]));
        Assert.True(choice is not null, $"{page.Path} offers no rating “{label}”.");
        return choice.QuerySelector("input")!.GetAttribute("value")!; // every choice has one
    }

    /// <summary>Fills in what is there, and adds what a script would have added.</summary>
    public static WebForm Filled(WebForm form, IEnumerable<(string Field, string Value)> fields, WebPage? page = null)
    {
        foreach (var (field, value) in fields)
        {
            var typed = field == "Input.RatingId" && page is not null ? RatingOn(page, value) : value;
            _ = form.Fields.Contains(field) ? form.Fill(field, typed) : form.Add(field, typed);
        }

        return form;
    }

    private static readonly IReadOnlyDictionary<string, string> Ratings = new Dictionary<string, string>
    {
        ["True"] = "صحيح",
        ["Partly true"] = "صحيح جزئيًا",
        ["False"] = "غير صحيح",
        ["Misleading"] = "مضلل",
        ["Unproven"] = "غير مُثبت",
    };

    private static string Of(int number, string section) => string.Create(CultureInfo.InvariantCulture, $"/claims/{number}") + (section == "" ? "" : "/" + section);

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
