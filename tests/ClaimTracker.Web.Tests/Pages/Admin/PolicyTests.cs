using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Admin;

/// <summary>Policy pages from the administrator's form to readers, each test on a page of its own.</summary>
public abstract class PolicyTests(WebApp app)
{
    [Fact]
    public async Task Save_IsWithReadersAtOnce_AndEarlierVersionsStay()
    {
        var reader = app.NewBrowser();
        Assert.Null(FooterLink((await reader.GetAsync("/en/about")).AssertOk(), "funding"));
        var admin = await app.SignedInAsync(Roles.Admin, "Nadia");

        (await SaveAsync(admin, "funding", ar: "## من يدفع\n\nيموّلنا القراء.")).AssertOk();

        var page = (await reader.GetAsync("/en/policies/funding")).AssertOk();
        Assert.Equal(("Who funds us", "So far in Arabic only"), (page.Heading, page.Words(".banner--language")));
        Assert.Equal("من يدفع", page.Words(".prose[lang=ar][dir=rtl] h2"));
        Assert.Null(Robots(page));
        Assert.Empty((await reader.GetAsync("/ar/policies/funding")).AssertOk().Html.QuerySelectorAll(".banner--language, .prose[lang]"));
        Assert.NotNull(FooterLink((await reader.GetAsync("/en/about")).AssertOk(), "funding"));

        app.Clock.Advance(TimeSpan.FromDays(2));
        admin = await app.SignedInAsync(Roles.Admin, "Nadia");
        (await SaveAsync(admin, "funding", en: "Readers pay for us.", changeEn: "Added the English text.")).AssertOk();

        page = (await reader.GetAsync("/en/policies/funding")).AssertOk();
        Assert.Equal("Readers pay for us.", page.Words(".prose"));
        Assert.Contains("Last changed on", page.Words(".policy-versions"), StringComparison.Ordinal);
        var history = (await page.FollowAsync("History of this page")).AssertOk();
        Assert.Equal(["version 2", "version 1"], history.AllWords("tbody th"));
        Assert.Equal(["Added the English text.", "first text"], history.AllWords("tbody td:last-child"));
        Assert.Equal(2, history.AllWords("tbody time").Distinct().Count());
        var old = (await history.FollowAsync("version 1")).AssertOk();
        Assert.StartsWith("This is an old version", old.Words(".banner--version"), StringComparison.Ordinal);
        Assert.Equal(("noindex", "So far in Arabic only"), (Robots(old), old.Words(".banner--language")));
        Assert.EndsWith("/en/policies/funding", old.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", page.Text + history.Text + old.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/en/policies/funding/v/0")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/en/policies/funding/v/3")).Status);

        var trail = (await admin.GetAsync("/en/admin/audit?stream=policy:funding")).AssertOk();
        Assert.Equal(2, trail.AllWords("tbody tr").Count(r => r.Contains("saved a policy page", StringComparison.Ordinal) && r.Contains("policy page: Who funds us", StringComparison.Ordinal)));
        Assert.Contains((await admin.GetAsync("/en/admin/policies")).AssertOk().AllWords("tbody tr"), r => r.StartsWith("Who funds us 2 Arabic and English", StringComparison.Ordinal) && r.EndsWith("Nadia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Methodology_Changed_KeepsScalesConditionsAndAnchors()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        var reader = app.NewBrowser();
        var form = (await admin.GetAsync("/en/admin/policies/methodology")).AssertOk().Form("Input.Text.En");

        var page = await form.Fill("Input.Text.En", form["Input.Text.En"] + "\n\nOne sentence more.").Fill("Input.Change.En", "A sentence more.").SubmitAsync();

        page.AssertOk();
        foreach (var language in new[] { "en", "ar" })
        {
            var methodology = (await reader.GetAsync($"/{language}/methodology")).AssertOk();
            Assert.Equal(2, methodology.Html.QuerySelectorAll(".scale").Length);
            Assert.All(["what", "ratings", "how", "conditions", "figures", "imported", "archive", "corrections"], id => Assert.NotNull(methodology.Html.GetElementById(id)));
            Assert.Contains(methodology.Html.QuerySelectorAll(".prose ul"), l => l.Children.Length == Enum.GetValues<GateCondition>().Length);
            Assert.Equal(language == "en", methodology.Text.Contains("One sentence more.", StringComparison.Ordinal));
        }

        var history = (await reader.GetAsync("/en/policies/methodology/history")).AssertOk();
        Assert.Equal(["version 1", "original text"], history.AllWords("tbody th"));
        Assert.DoesNotContain("One sentence more.", (await history.FollowAsync("original text")).AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal("/en/methodology", (await reader.GetAsync("/en/policies/methodology")).AssertOk().Path);
    }

    [Fact]
    public async Task Save_WhatCannotBeSaved_IsSaidAtTheField()
    {
        var admin = await app.SignedInAsync(Roles.Admin);

        var unchanged = await SaveAsync(admin, "sources", changeEn: "Nothing.");
        var untold = await SaveAsync(admin, "sources", en: "All of it anew.");
        var empty = await SaveAsync(admin, "sources", ar: " ", en: "", changeEn: "Gone.");
        var wrong = await SaveAsync(admin, "sources", ar: "English", en: new string('x', PolicyVersion.TextMaxLength + 1), changeEn: new string('x', PolicyVersion.ChangeMaxLength + 1));
        var deep = await SaveAsync(admin, "sources", en: new string('>', 3_000) + " x", changeEn: "Deep.");

        Assert.Equal("Text: this is the text that holds already; nothing was saved.", unchanged.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        Assert.Equal("What changed: fill this in.", untold.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Change"));
        Assert.Equal("All of it anew.", untold.Form("Input.Text.En")["Input.Text.En"]);
        Assert.NotNull(empty.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text"));
        Assert.All(["Input.Text.Ar", "Input.Text.En", "Input.Change.En"], field => Assert.NotNull(wrong.AssertStatus(HttpStatusCode.BadRequest).ErrorAt(field)));
        Assert.NotNull(deep.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Text.En"));
        Assert.Equal(0, await CountAsync(Policy.Sources));
    }

    [Fact]
    public async Task Save_FromAnOlderVersion_MergesLanguages_AndShowsBothOfOne()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        await SaveAsync(admin, "team", ar: "فريق", en: "A team");
        async Task<WebForm> OpenAsync() => (await admin.GetAsync("/en/admin/policies/team")).AssertOk().Form("Input.Text.En");
        var (first, second, third) = (await OpenAsync(), await OpenAsync(), await OpenAsync());
        (await first.Fill("Input.Text.En", "Their team").Fill("Input.Change.En", "Theirs.").SubmitAsync()).AssertOk();

        var conflict = await second.Fill("Input.Text.En", "Our team").Fill("Input.Change.En", "Ours.").SubmitAsync();
        var merged = await third.Fill("Input.Text.Ar", "فريق جديد").Fill("Input.Change.En", "New in Arabic.").SubmitAsync();

        merged.AssertOk();
        conflict.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal(["A team", "Their team", "Our team"], conflict.AllWords(".conflict__text"));
        var again = conflict.Form("Input.Text.En");
        Assert.Equal(("Our team", "Ours.", "2"), (again["Input.Text.En"], again["Input.Change.En"], again["Input.Version"]));
        (await again.SubmitAsync()).AssertOk();
        await again.SubmitAsync();
        var page = await OpenAsync();
        Assert.Equal(("Our team", "فريق جديد", "4"), (page["Input.Text.En"], page["Input.Text.Ar"], page["Input.Version"]));
        Assert.Equal(4, await CountAsync(Policy.Team));
    }

    [Fact]
    public async Task Version_SavedByMistake_IsWithheldFromReaders_AndShownAgain()
    {
        const string number = "0170 555 01";
        var admin = await app.SignedInAsync(Roles.Admin, "Nadia");
        var reader = app.NewBrowser();
        Task<WebPage> VersionAsync(int version) => admin.GetAsync($"/en/admin/policies/corrections/versions/{version}");
        (await SaveAsync(admin, "corrections", en: $"Call {number}.", changeEn: $"Call {number} now.")).AssertOk();
        Assert.Empty((await VersionAsync(1)).AssertOk().Html.QuerySelectorAll("form.form"));
        var typed = (await admin.GetAsync("/en/admin/policies/corrections")).AssertOk().Form("Input.Text.En").Fill("Input.Text.En", "Ours.").Fill("Input.Change.En", "Ours.");
        (await SaveAsync(admin, "corrections", en: "Write to us.", changeEn: "Without the number.")).AssertOk();
        Assert.Contains(number, (await reader.GetAsync("/en/policies/corrections/v/1")).AssertOk().Text, StringComparison.Ordinal);

        var form = (await VersionAsync(1)).AssertOk().Form("Input.Reason");
        Assert.NotNull((await form.SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Reason"));
        var done = (await form.Fill("Input.Reason", "A private number").SubmitAsync()).AssertOk();

        Assert.Equal("Readers no longer get this version.", done.Notice);
        foreach (var language in new[] { "en", "ar" })
        {
            var gone = (await reader.GetAsync($"/{language}/policies/corrections/v/1")).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
            Assert.Equal("noindex", Robots(gone));
            var history = (await reader.GetAsync($"/{language}/policies/corrections/history")).AssertOk();
            Assert.Equal(3, history.AllWords("tbody th").Count);
            Assert.Equal(2, history.Html.QuerySelectorAll("tbody th a").Length);
            Assert.Equal(2, history.Html.QuerySelectorAll("tbody tr:nth-child(2) time").Length);
            Assert.DoesNotContain(number, gone.Text + history.Text, StringComparison.Ordinal);
        }

        // A form that was made from it merges, without printing it; nor can a new text begin with it.
        var conflict = (await typed.SubmitAsync()).AssertStatus(HttpStatusCode.Conflict);
        Assert.DoesNotContain(number, conflict.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/en/admin/policies/corrections?from=1")).Status);

        // Twice at once, by somebody else, of the version that holds, and back.
        Assert.StartsWith("Somebody withheld this version", (await form.SubmitAsync()).AssertStatus(HttpStatusCode.Conflict).Refusal, StringComparison.Ordinal);
        async Task<Outcome> WithholdAsync(int version, Roles roles)
        {
            var user = await app.CreateUserAsync(roles);
            var actor = new Actor(user.Id, user.DisplayName, roles);
            return await app.WithAsync<PolicyWithholding, Outcome>(s => s.ChangeAsync(Policy.Corrections, version, null, "No", actor, TestContext.Current.CancellationToken));
        }

        Assert.IsType<Outcome.NotPermitted>(await WithholdAsync(0, Roles.Editor));
        Assert.Equal("PolicyHolds", Assert.IsType<Outcome.NotNow>(await WithholdAsync(2, Roles.Admin)).Code);
        Assert.IsType<Outcome.NotFound>(await WithholdAsync(7, Roles.Admin));
        var withheld = (await VersionAsync(1)).AssertOk();
        Assert.Contains("A private number", withheld.Words(".notice--warning"), StringComparison.Ordinal);
        (await withheld.Form("Input.Reason").Fill("Input.Reason", "It was public").SubmitAsync()).AssertOk();
        Assert.Contains(number, (await reader.GetAsync("/en/policies/corrections/v/1")).AssertOk().Text, StringComparison.Ordinal);
        var trail = (await admin.GetAsync("/en/admin/audit?stream=policy:corrections")).AssertOk().AllWords("tbody tr");
        Assert.Contains(trail, r => r.Contains("withheld a version of a policy page", StringComparison.Ordinal) && r.Contains("A private number", StringComparison.Ordinal));
        Assert.Contains(trail, r => r.Contains("showed a version of a policy page again", StringComparison.Ordinal) && r.Contains("It was public", StringComparison.Ordinal));

        // An earlier text is taken up again as a new version.
        var versions = (await (await admin.GetAsync("/en/admin/policies/corrections")).FollowAsync("Versions")).AssertOk();
        var from = (await (await versions.FollowAsync("original text")).AssertOk().FollowAsync("Use this text")).AssertOk();
        Assert.Contains("original text", from.Words(".notice"), StringComparison.Ordinal);
        (await from.Form("Input.Text.En").Fill("Input.Change.En", "As before.").SubmitAsync()).AssertOk();
        var (now, first) = ((await reader.GetAsync("/en/policies/corrections")).AssertOk(), (await reader.GetAsync("/en/policies/corrections/v/0")).AssertOk());
        Assert.Equal(first.AllWords(".prose"), now.AllWords(".prose"));
        Assert.Equal("version 3", (await reader.GetAsync("/en/policies/corrections/history")).AssertOk().AllWords("tbody th")[0]);
    }

    [Fact]
    public async Task Text_WithHtmlAndBadLinks_IsShownAsText_InThePreviewToo()
    {
        const string text = """
            <script>alert(1)</script> [bad](javascript:alert(2)) <javascript:alert(3)> ![picture](https://example.org/a.png)

            [mail](mailto:desk@example.org) [report](report:) [funding](policy:funding#who) [below](#here) [nothing](policy:nothing)

            # Top {#here}

            ## Again {#here}

            ## Taken {#content} {onclick=alert(4)}
            """;
        var admin = await app.SignedInAsync(Roles.Admin);
        var form = (await admin.GetAsync("/en/admin/policies/contact")).AssertOk().Form("Input.Text.En").Fill("Input.Text.En", text);

        var preview = (await form.SubmitAsync("Preview")).AssertOk();
        var unwritten = (await app.NewBrowser().GetAsync("/en/policies/contact")).AssertOk();
        var saved = await preview.Form("Input.Text.En").SubmitAsync();

        Assert.Equal("This page has not been written yet.", unwritten.Words("main > p"));
        saved.AssertOk();
        var page = (await app.NewBrowser().GetAsync("/en/policies/contact")).AssertOk();
        foreach (var shown in new[] { preview, page })
        {
            Assert.Contains("<script>alert(1)</script> bad javascript:alert(3)", shown.Words(".prose"), StringComparison.Ordinal);
            Assert.Empty(shown.Html.QuerySelectorAll(".prose :is(script, img, h1, a[href^='javascript'], a[href=''], [onclick])"));
            Assert.Equal(
                ["https://example.org/a.png", "mailto:desk@example.org", "/en/report", "/en/policies/funding#who", "#here"],
                shown.Html.QuerySelectorAll(".prose a").Select(a => a.GetAttribute("href")));
        }

        Assert.Equal("Top", page.Words("#here"));
        Assert.Single(page.Html.QuerySelectorAll("#here"));
        Assert.Single(page.Html.QuerySelectorAll("#content"));
    }

    [Theory]
    [InlineData(Roles.Observer)]
    [InlineData(Roles.Checker)]
    [InlineData(Roles.Editor)]
    public async Task Save_ByAnybodyElse_IsRefused_AndUnwrittenPagesAreLinkedFromNowhere(Roles roles)
    {
        var person = await app.SignedInAsync(roles);
        var edit = new PolicyEdit(TextEdit.Of(("en", "Ours.")), TextEdit.Of());

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/en/admin/policies/complaints")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostAsync("/en/admin/policies/complaints", [KeyValuePair.Create("Input.Text.En", "Ours."), KeyValuePair.Create("Input.Version", "0")])).Status);
        var user = await app.CreateUserAsync(roles);
        var outcome = await app.WithAsync<PolicyService, Outcome>(s => s.SaveAsync(Policy.Complaints, 0, edit, new Actor(user.Id, user.DisplayName, roles), TestContext.Current.CancellationToken));
        Assert.IsType<Outcome.NotPermitted>(outcome);

        Assert.Equal(0, await CountAsync(Policy.Complaints));
        foreach (var (language, words) in new[] { ("en", "This page has not been written yet."), ("ar", "لم تُكتب هذه الصفحة بعد.") })
        {
            var page = (await app.NewBrowser().GetAsync($"/{language}/policies/complaints")).AssertOk();
            Assert.Equal((words, "noindex"), (page.Words("main > p"), Robots(page)));
            Assert.Empty(page.Html.QuerySelectorAll("a[href*='policies/complaints']:not([hreflang])"));
            Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser().GetAsync($"/{language}/policies/complaints/history")).Status);
        }
    }

    private static async Task<WebPage> SaveAsync(Browser admin, string slug, string? ar = null, string? en = null, string? changeEn = null)
    {
        var form = (await admin.GetAsync($"/en/admin/policies/{slug}")).AssertOk().Form("Input.Text.En");
        foreach (var (field, text) in new[] { ("Input.Text.Ar", ar), ("Input.Text.En", en), ("Input.Change.En", changeEn) }.Where(f => f.Item2 is not null))
        {
            form.Fill(field, text);
        }

        return await form.SubmitAsync();
    }

    private static AngleSharp.Dom.IElement? FooterLink(WebPage page, string slug) => page.Html.QuerySelector($".site-footer a[href$='/policies/{slug}']");

    private static string? Robots(WebPage page) => page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content");

    private Task<int> CountAsync(Policy policy) =>
        app.WithDbAsync(db => db.PolicyVersions.CountAsync(v => v.Policy == policy, TestContext.Current.CancellationToken));
}

/// <inheritdoc/>
public sealed class SqlitePolicyTests(WebApp app) : PolicyTests(app), IClassFixture<WebApp>;

/// <inheritdoc/>
public sealed class PostgresPolicyTests(PostgresDesk app) : PolicyTests(app), IClassFixture<PostgresDesk>;
