using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>What readers meet when a claim's public state changes; each test changes a claim of its own.</summary>
[Collection(ChangedSite.Name)]
public sealed class PublicStatesTests(PublicSite site)
{
    private static readonly LocalizedText Why = LocalizedText.Of(("ar", "تبيّن خطأ في المصدر الأول."), ("en", "The first source turned out to be wrong."));

    private readonly Browser reader = site.NewBrowser();

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Removed_Is451_ForThePageItsVersionsAndItsHistory(string language)
    {
        var number = await site.NumberOfAsync(language == "en" ? "us-accuses-shells-to-wagner" : "kim-abandoned-hostile-language");
        var oEmbed = EmbedLinks.OEmbedOf((await reader.GetAsync($"/{language}/claims/{number}")).AssertOk());
        await site.PublishAsync(number, PublicationKind.Removed, d => d with { State = PublicState.Removed, RemovalReason = RemovalReason.CourtOrder });

        foreach (var rest in new[] { "", "/v/1", "/v/2", "/history" })
        {
            var page = (await reader.GetAsync($"/{language}/claims/{number}{rest}")).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
            Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("Wagner", page.Words("main"), StringComparison.Ordinal);
        }

        Assert.Equal(language == "en" ? "This claim was removed." : "أُزيل هذا الادعاء.", (await reader.GetAsync($"/embed/claims/{number}?lang={language}")).AssertStatus(HttpStatusCode.UnavailableForLegalReasons).Words(".embed > p:last-child"));
        (await reader.GetAsync($"/embed/claims/{number}.svg?lang={language}")).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
        (await reader.GetAsync(oEmbed)).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
        foreach (var corrections in new[] { $"/{language}/corrections?claim={number}", $"/feeds/corrections.{language}.atom?claim={number}", $"/api/v1/corrections?claim={number}" })
        {
            (await reader.GetAsync(corrections)).AssertStatus(HttpStatusCode.UnavailableForLegalReasons);
        }

        Assert.DoesNotContain($"CT-{number}", (await reader.GetAsync($"/{language}/claims?q=CT&sort=asserted")).AllWords(".claim-card__number"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Withdrawn_Explains_AndStaysOutOfSearchEngines(string language)
    {
        var number = await site.NumberOfAsync(language == "en" ? "huge-stadium-kim-il-sung-square" : "matsuno-called-head-of-cabinet");
        await site.PublishAsync(number, PublicationKind.Withdrawn, d => d with { State = PublicState.Withdrawn, Notice = Why });

        var page = (await reader.GetAsync($"/{language}/claims/{number}")).AssertOk();

        Assert.Contains(Why.In(language), page.Words(".banner--withdrawn"), StringComparison.Ordinal);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null(page.Html.QuerySelector(".verdict"));
        Assert.NotEqual("", (await reader.GetAsync($"/{language}/claims/{number}/v/1")).AssertOk().Words(".banner--withdrawn"));
        // An imported verdict was never sent round as ours, and is not taken back as ours.
        Assert.DoesNotContain($"CT-{number}<", (await reader.GetAsync($"/feeds/claims.{language}.atom")).AssertOk().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_LeadsToTheOtherClaim()
    {
        var number = await site.NumberOfAsync("summit-site-in-siberia");
        var target = await site.NumberOfAsync("vostochny-summit-2023-09-13");
        await site.PublishAsync(number, PublicationKind.Merged, d => d with { State = PublicState.None, MergedIntoNumber = target });

        var page = await reader.GetOnceAsync($"/ar/claims/{number}");

        Assert.Equal(HttpStatusCode.MovedPermanently, page.Status);
        Assert.Equal($"/embed/claims/{target}?lang=ar", (await reader.GetOnceAsync($"/embed/claims/{number}?lang=ar")).Response.Headers.Location?.OriginalString);
        var forMachines = await reader.GetOnceAsync($"/api/v1/claims/{number}?lang=en");
        Assert.Equal(HttpStatusCode.PermanentRedirect, forMachines.Status);
        Assert.EndsWith($"/api/v1/claims/{target}?lang=en", forMachines.Response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith($"/ar/claims/{target}", (await reader.GetAsync($"/ar/claims/{number}")).AssertOk().Path, StringComparison.Ordinal);
        // What was cited stays where it was; the version that merged it leads on.
        foreach (var cited in (string[])[$"/ar/claims/{number}/v/1", $"/ar/claims/{number}/history", $"/api/v1/claims/{number}/versions", $"/api/v1/claims/{number}/versions/1", $"/api/v1/claims/{number}/history"])
        {
            Assert.Equal(cited, (await reader.GetOnceAsync(cited)).AssertOk().Path);
        }

        Assert.StartsWith($"/ar/claims/{target}", (await reader.GetAsync($"/ar/claims/{number}/v/2")).AssertOk().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CompleteInOneLanguage_SaysSoInTheOther_AndShowsWhatThereIs()
    {
        var number = await site.NumberOfAsync("grandstand-east-side-square");
        await site.PublishAsync(number, PublicationKind.Verdict, d => d with
        {
            State = PublicState.Published,
            Languages = ["ar"],
            Verdict = d.Verdict! with { IsImported = false, Headline = d.Verdict!.Headline.With("en", null), Explanation = d.Verdict!.Explanation.With("en", null) }, // rated in the seed
        });

        var english = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();
        var arabic = (await reader.GetAsync($"/ar/claims/{number}")).AssertOk();

        Assert.Equal("So far in Arabic only", english.Words(".banner--language"));
        Assert.Equal("ar", english.Html.QuerySelector("h1[lang]")?.GetAttribute("lang"));
        Assert.Equal("", arabic.Words(".banner--language"));
        Assert.Null(arabic.Html.QuerySelector("meta[name=robots]"));
        Assert.DoesNotContain("badge--hollow", arabic.Html.QuerySelector(".verdict .badge")?.ClassName ?? "badge--hollow", StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnglishOnly_SaysSoInArabic()
    {
        var number = await site.NumberOfAsync("kofman-carnegie-affiliation");
        await site.PublishAsync(number, PublicationKind.Verdict, d => d with { State = PublicState.Published, Languages = ["en"] });

        var page = (await reader.GetAsync($"/ar/claims/{number}")).AssertOk();

        Assert.Equal("هذا التحقق متاح بالإنجليزية فقط حتى الآن", page.Words(".banner--language"));
    }

    [Fact]
    public async Task ChangedVerdict_StandsOnTop_OnTheCorrectionsPage_AndInTheComparison()
    {
        var number = await site.NumberOfAsync("sacred-fight-said-at-dinner");
        await site.PublishAsync(number, PublicationKind.Correction, d => Changed(d, version: 2));

        var page = (await reader.GetAsync($"/en/claims/{number}")).AssertOk();
        var corrections = (await reader.GetAsync("/ar/corrections?kind=VerdictChange")).AssertOk();
        var typos = (await reader.GetAsync("/en/corrections?kind=Typo")).AssertOk();
        var history = (await reader.GetAsync($"/en/claims/{number}/history?from=1&to=2")).AssertOk();
        var older = (await reader.GetAsync($"/en/claims/{number}/v/1")).AssertOk();

        Assert.NotEqual("", page.Words(".banner--correction s"));
        Assert.Contains(Why.In("en"), page.Words(".banner--correction"), StringComparison.Ordinal);
        Assert.Contains(corrections.AllWords(".timeline__source"), t => t.Contains($"CT-{number}", StringComparison.Ordinal));
        Assert.DoesNotContain(typos.AllWords(".timeline__source"), t => t.Contains($"CT-{number}", StringComparison.Ordinal));
        Assert.Contains(history.AllWords(".diff ins"), w => w.Contains("Disputed", StringComparison.Ordinal));
        Assert.NotEmpty(history.AllWords(".diff del"));
        Assert.Equal("", older.Words(".banner--correction"));
        Assert.Contains("version 1 of 2", older.Words(".banner--version"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_ByCursor_HoldEveryNoticeOnce()
    {
        var ct = TestContext.Current.CancellationToken;
        var listed = await site.WithDbAsync(db => db.PublicClaims.Where(c => c.State == PublicState.Listed).Select(c => c.Number).ToListAsync(ct));
        foreach (var number in listed)
        {
            await site.PublishAsync(number, PublicationKind.Correction, d => d with { Corrections = [Notice(CorrectionKind.Typo, version: 2)] });
        }

        var seen = new List<string>();
        var next = "/en/corrections?kind=typo";
        while (next is not null)
        {
            var page = (await reader.GetAsync(next)).AssertOk();
            seen.AddRange(page.AllWords(".timeline__source bdi"));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.True(listed.Count > 20);
        Assert.Equal(listed.Count, seen.Count);
        Assert.Equal(listed.Count, seen.Distinct().Count());
        (await reader.GetAsync("/en/corrections?after=nonsense")).AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEqual("", (await reader.GetAsync("/ar/corrections?kind=nonsense")).AssertOk().Words(".empty__title"));
    }

    private static PublicDocument Changed(PublicDocument document, int version)
    {
        var verdict = document.Verdict!; // rated in the seed
        var rating = new PublicRating("Disputed", RatedAspect.Content, LocalizedText.Of(("ar", "روايات متضاربة"), ("en", "Disputed")), "disputed", "disputed", null);
        return document with
        {
            Verdict = verdict with { Rating = rating },
            Corrections = [Notice(CorrectionKind.VerdictChange, version) with { OldRating = verdict.Rating, NewRating = rating }],
        };
    }

    internal static PublicCorrectionNotice Notice(CorrectionKind kind, int version) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        What = LocalizedText.Of(("ar", "غيّرنا التقييم."), ("en", "We changed the rating.")),
        Why = Why,
        Cause = CorrectionCause.SourceError,
        At = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc),
        Version = version,
    };
}
