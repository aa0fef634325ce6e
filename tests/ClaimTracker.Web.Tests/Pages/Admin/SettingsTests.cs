using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Admin;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Admin;

/// <summary>Ratings, topics and the trail.</summary>
public sealed class SettingsTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task Rating_Saved_StandsInTheList()
    {
        var rating = await RatingAsync(RatingCodes.Outdated);
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = await (await admin.GetAsync($"/en/admin/ratings/{rating.Id}")).Form("Input.Label.En").Fill("Input.Label.En", "No longer true").Check("Input.IsActive").SubmitAsync();

        Assert.Contains("No longer true", page.AssertOk().Text, StringComparison.Ordinal);
        Assert.True((await RatingAsync(RatingCodes.Outdated)).IsActive);
    }

    [Fact]
    public async Task Rating_Faults_StandAtTheirFields()
    {
        var rating = await RatingAsync(RatingCodes.Satire);
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = await (await admin.GetAsync($"/ar/admin/ratings/{rating.Id}")).Form("Input.Label.En")
            .Fill("Input.Label.Ar", " ").Fill("Input.Definition.En", new string('x', Rating.DefinitionMaxLength + 1)).Fill("Input.Order", "٠").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt("Input.Label.Ar"));
        Assert.NotNull(page.ErrorAt("Input.Definition.En"));
        Assert.NotNull(page.ErrorAt("Input.Order"));
        Assert.Equal("٠", page.Form("Input.Order")["Input.Order"]);
    }

    [Fact]
    public async Task Rating_Stale_MergesOtherLanguagesAndShowsTheSame()
    {
        var rating = await RatingAsync(RatingCodes.Inaccurate);
        var address = $"/en/admin/ratings/{rating.Id}";
        var admin = await app.SignedInAsync(Roles.Admin);
        var (first, second) = (await admin.GetAsync(address), await admin.GetAsync(address));
        await (await admin.GetAsync(address)).Form("Input.Label.En").Fill("Input.Label.En", "Not accurate").SubmitAsync();

        var merged = await first.Form("Input.Label.En").Fill("Input.Label.Ar", "ليس دقيقًا").SubmitAsync();
        var conflict = await second.Form("Input.Label.En").Fill("Input.Label.En", "Imprecise").SubmitAsync();

        merged.AssertOk();
        var stored = await RatingAsync(RatingCodes.Inaccurate);
        Assert.Equal(("ليس دقيقًا", "Not accurate"), (stored.Label["ar"], stored.Label["en"]));
        conflict.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal("Label (English)", conflict.Words(".conflict__name"));
        Assert.Equal(["Inaccurate", "Not accurate", "Imprecise"], conflict.AllWords(".conflict__text"));
    }

    [Fact]
    public async Task Topic_SentTwice_IsMadeOnce()
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        var form = (await admin.GetAsync("/en/admin/topics/new")).Form("Input.Name.En").Fill("Input.Name.En", "Arms transfers").Fill("Input.Name.Ar", "نقل الأسلحة");

        var page = await form.SubmitAsync();
        await form.SubmitAsync();

        Assert.Contains("arms-transfers", page.AssertOk().Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Topics.CountAsync(t => t.Slug == "arms-transfers", TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("Taken", "second-one", "Name in addresses: another topic has this name in its address.")]
    [InlineData("Free", "Not A Slug!", "Name in addresses: use small letters, digits and single hyphens only.")]
    public async Task Topic_BadSlug_SaysSo(string name, string slug, string error)
    {
        var admin = await app.SignedInAsync(Roles.Admin);
        await (await admin.GetAsync("/en/admin/topics/new")).Form("Input.Slug").Fill("Input.Name.En", "Second").Fill("Input.Slug", "second-one").SubmitAsync();
        await (await admin.GetAsync("/en/admin/topics/new")).Form("Input.Slug").Fill("Input.Name.En", name).Fill("Input.Slug", name.ToLowerInvariant()).SubmitAsync();
        var first = name.ToLowerInvariant();
        var topic = await app.WithDbAsync(db => db.Topics.AsNoTracking().SingleAsync(t => t.Slug == first, TestContext.Current.CancellationToken));

        var page = await (await admin.GetAsync($"/en/admin/topics/{topic.Id}")).Form("Input.Slug").Fill("Input.Slug", slug).SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(error, page.ErrorAt("Input.Slug"));
    }

    [Fact]
    public async Task Audit_PagesThroughEverythingOnce()
    {
        for (var i = 0; i < 30; i++)
        {
            await app.CreateUserAsync(Roles.Observer);
        }

        var admin = await app.SignedInAsync(Roles.Admin);
        var page = await admin.GetAsync("/en/admin/audit?kind=Change");
        var rows = page.AssertOk().AllWords("tbody tr").Count;
        while (page.Html.QuerySelector("a[rel=next]") is not null)
        {
            page = await page.FollowAsync("Older entries");
            rows += page.AssertOk().AllWords("tbody tr").Count;
        }

        // A change writes one entry per stream, and the last page was read after all of them.
        Assert.Equal(await app.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Kind == Core.History.AuditKind.Change, TestContext.Current.CancellationToken)), rows);
    }

    [Theory]
    [InlineData("?after=nonsense")]
    [InlineData("?kind=Nonsense")]
    [InlineData("?actor=nobody")]
    public async Task Audit_AddressChangedByHand_IsRefused(string query) =>
        (await (await app.SignedInAsync(Roles.Admin)).GetAsync("/en/admin/audit" + query)).AssertStatus(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Audit_OfOneAccount_SaysWhoDidWhat()
    {
        var user = await app.CreateUserAsync(Roles.Checker, "Nadia");
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = await admin.GetAsync($"/ar/admin/audit?stream={Uri.EscapeDataString(AppUser.StreamOf(user.Id))}");

        Assert.Contains("قبول دعوة", page.AssertOk().Words("tbody"), StringComparison.Ordinal);
        Assert.Contains("حساب Nadia", page.Words("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_EveryActionOfTheWorkflow_HasWords()
    {
        var without = Enum.GetValues<ClaimAction>().Select(a => $"claim.{Glossary.Code(a)}").Where(code => AuditWords.Action(code) == code);

        Assert.Empty(without);
    }

    private Task<Rating> RatingAsync(string code) =>
        app.WithDbAsync(db => db.Ratings.AsNoTracking().SingleAsync(r => r.Code == code && r.Aspect == RatedAspect.Content, TestContext.Current.CancellationToken));
}
