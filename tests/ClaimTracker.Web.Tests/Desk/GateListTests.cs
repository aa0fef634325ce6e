using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What the live checklist says of texts nobody wrote for a reader, and of evidence that is none.</summary>
public sealed class GateListTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string CheckButton = "Check the conditions";

    [Theory]
    [InlineData(".", "It holds no words.")]
    [InlineData("n/a", "It is only a placeholder.")]
    [InlineData("containers containers containers containers", "It repeats the same over and over.")]
    public async Task TextForTheFormOnly_IsUnmet_InTheList_BeforeAnythingIsSaved(string typed, string fault)
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(room.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);

        var page = (await checker.WritesAsync(number, new Wording { HeadlineEn = typed, ExplanationEn = typed }, CheckButton)).AssertOk();

        Assert.Contains($"Headline {fault}", Unmet(page));
        Assert.Contains($"Explanation {fault}", Unmet(page));
        Assert.Equal(typed, page.Form("Verdict.Version")["Verdict.Headline.En"]);
        Assert.Equal("", (await checker.OpensAsync(number, "verdict")).AssertOk().Form("Verdict.Version")["Verdict.Headline.En"]);
    }

    /// <summary>What machines refuse keeps nobody from publishing; the page is then without a ClaimReview in that language.</summary>
    [Fact]
    public async Task WhatMachinesRefuse_IsSaidBesideTheGate_AndIsPublishedAllTheSame()
    {
        var (checker, editor) = (await room.JoinsAsync(Roles.Checker), await room.JoinsAsync(Roles.Editor));
        var logged = (await checker.TriesToLogAsync([.. room.NewStory().Fields(), ("Input.Summary.En", "It is false that ninety containers left"), ("Input.Summary.Ar", "تسعون حاوية غادرت الميناء في مارس")])).AssertOk();
        var number = int.Parse(logged.Path.Split('/')[^1], CultureInfo.InvariantCulture);
        await checker.MustAsync(number, ClaimAction.Take);
        await checker.AsksClaimantAsync(number, room.Clock.GetUtcNow().UtcDateTime.AddDays(-5));
        (await checker.WritesAsync(number, Wording.Finished())).AssertOk();
        await checker.MustAsync(number, ClaimAction.Propose);

        var page = (await editor.OpensAsync(number, "publish")).AssertOk();

        Assert.Equal("Machines will not read this (English): The summary holds the rating. It should say only what was claimed.", page.Words("[data-testid=machines-en]"));
        Assert.Null(page.Html.QuerySelector("[data-testid=machines-ar]"));
        await editor.MustAsync(number, ClaimAction.Approve);
        Assert.Null((await room.ReadAsync(number)).AssertOk().Html.QuerySelector("script[type='application/ld+json']"));
        Assert.NotNull((await room.ReadAsync(number, "ar")).AssertOk().Html.QuerySelector("script[type='application/ld+json']"));
    }

    [Fact]
    public async Task UnknownOrigins_AreNone_AndTheClaimantPassedOnIsNotIndependent()
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var story = room.NewStory();
        var number = await checker.LogsAsync(story, withEvidence: false);
        await checker.MustAsync(number, ClaimAction.Take);
        var form = (await checker.OpensAsync(number, "rows/evidence")).Form("Input.Version");
        (await DeskPerson.Filled(form, [.. Story.Source("Input.Evidence[0].Source", "Report", story.FirstRegister, "Primary", "A report", null), ("Input.Evidence[0].Stance", "Supports")]).SubmitAsync()).AssertOk();
        Assert.Contains("Two independent origins Nobody is known to have gathered the evidence: name the origin of its sources.", Unmet(await checker.WritesAsync(number, new Wording(), CheckButton)));

        await checker.AddsEvidenceAsync(number, story.SecondRegister, "Wire " + story.Key, "Supports");
        var ct = TestContext.Current.CancellationToken;
        var wire = await room.WithDbAsync(db => db.Sources.AsNoTracking().SingleAsync(s => s.Address == story.SecondRegister, ct));
        var claimant = await room.WithDbAsync(db => db.Claimants.Where(c => c.ClaimNumber == number).Select(c => c.PartyId).SingleAsync(ct));
        Assert.IsType<Outcome.Done>(await room.WithAsync<SourceService, Outcome>(s => s.ReviseAsync(wire.Id, wire.Version, new SourceEdit { Relays = [claimant] }, new Actor(checker.Id, checker.Name, Roles.Checker), ct)));

        Assert.Contains("Two independent origins All the evidence comes from the claimant's own side.", Unmet(await checker.WritesAsync(number, new Wording(), CheckButton)));
    }

    [Theory]
    [InlineData(48, "The claimant was asked The claimant was asked, has not answered, and the deadline has not passed.")]
    [InlineData(1, "The claimant was asked The claimant was given no deadline, or less than 24 hours.")]
    public async Task MailSentAMinuteAgo_IsNotAnAnswer(int hours, string unmet)
    {
        var checker = await room.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(room.NewStory());
        await checker.MustAsync(number, ClaimAction.Take);
        var sent = room.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);

        await checker.AsksClaimantAsync(number, sent, sent.AddHours(hours));

        Assert.Contains(unmet, Unmet(await checker.WritesAsync(number, new Wording(), CheckButton)));
    }

    private static IReadOnlyList<string> Unmet(Support.WebPage page) => page.AssertOk().AllWords("[data-testid=gate-en] .gate__item--unmet .gate__words");
}
