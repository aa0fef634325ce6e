using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Downloads;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Public;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>
/// Every claim of the first data, published anew from a desk whose every text names itself: whatever readers and machines are then answered about any of them
/// may hold only what stands here, or in <see cref="PrivateTextTests" />, by hand.
/// </summary>
public sealed class SeedPrivateTextTests(PublicSite site) : IClassFixture<PublicSite>
{
    /// <summary>What <see cref="PublicDocumentBuilder" /> takes into a publication, name by name, beside what is read as it is now.</summary>
    private static readonly string[] Published =
    [
        "Appearance.Prefix", "Appearance.Quote", "Appearance.Suffix", "Appearance.Timecode", "Appearance.WordingNote", "ArticleError.Kind", "AttributionStep.Note",
        "Claim.Hedge", "Claim.HoldingNote", "Claim.OriginalLanguage", "Claim.PlaceCountry", "Claim.PlaceName", "Claim.SelectionReason", "Claim.Statement", "Claim.Summary", "Claimant.Role",
        "DataSet.Licence", "DataSet.Name", "Evidence.Locator", "Evidence.Note", "Evidence.Quote", "Figure.AlternativeGroup", "Figure.Note", "Measure.Label", "Unit.Label",
        "Verdict.Body", "Verdict.ConflictDisclosure", "Verdict.Explanation", "Verdict.Headline", "Verdict.OtherSideSearch", "Verdict.Unknowns",
    ];

    private const int SearchPage = 50;

    [Fact]
    public async Task EveryAnswerOnEveryClaim_HoldsNoTextOfTheDesk()
    {
        var ct = TestContext.Current.CancellationToken;
        var person = await site.CreateUserAsync(Roles.Editor, "[[AppUser.DisplayName]]");
        var numbers = await site.WithDbAsync(db => db.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(ct));
        Assert.InRange(numbers.Count, 150, 400);

        Assert.InRange(await MarkedTexts.StuffAsync(site), 60, 1_000);
        await PublishAgainAsync(numbers);
        var told = await ReadAsync(numbers, text => MarkedTexts.In(text).Except(PrivateTextTests.ForReaders).Except(Published).Concat(text.Contains(person.Email, StringComparison.Ordinal) ? [person.Email] : []));
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    private Task PublishAgainAsync(IReadOnlyCollection<int> numbers) => site.WithDbAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var publisher = new Publisher(db);
        await publisher.PublishAsync(numbers, PublicationKind.Imported, ct);
        foreach (var number in numbers)
        {
            // As if an editor had answered for it, so that it is in feeds, ClaimReview and Google's answers too.
            await publisher.RepublishAsync(
                number, PublicationKind.Verdict, d => d.Verdict is null ? d : d with { State = PublicState.Published, Verdict = d.Verdict with { IsImported = false, DecidedOn = new DateOnly(2026, 11, 20) } }, ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    });

    /// <summary>Addresses of the files of all public data, the bytes of a database among them.</summary>
    private async Task<IEnumerable<string>> DownloadsAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(DownloadStep.Made, await site.WithAsync<DownloadWork, DownloadStep>(w => w.StepAsync(now: true, restful: false, ct)));
        var set = Assert.Single(await site.WithAsync<PublicDownloads, IReadOnlyList<DownloadSet>>(d => d.AllAsync(ct)));
        return set.Files.Select(f => Links.Download(set.Day, f.Name));
    }

    /// <summary>What was found in any answer about any claim, with one address where it stands.</summary>
    private async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<int> numbers, Func<string, IEnumerable<string>> find)
    {
        var found = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        using var client = site.CreateClient();
        var oEmbed = EmbedLinks.OEmbedOf(await new Browser(client).GetAsync($"/ar/claims/{numbers[0]}"));
        Assert.Contains($"claims%2F{numbers[0]}", oEmbed, StringComparison.Ordinal);
        var searches = Enumerable.Range(0, (numbers.Count / SearchPage) + 1).Select(i => $"/v1alpha1/claims:search?query=statement&pageSize={SearchPage}&offset={i * SearchPage}");
        // Else the walk below would prove nothing of either.
        Assert.Contains("[[Claim.Statement]]", await client.GetStringAsync(new Uri(searches.First(), UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("[[Claim.Summary]]", await client.GetStringAsync(new Uri("/feeds/claimreview.json", UriKind.Relative)), StringComparison.Ordinal);
        var general = new[]
        {
            "/ar/claims", "/en/claims", "/ar/corrections", "/en/statistics", "/ar/claimants", "/en/figures", "/api/v1/claims", "/api/v1/claimants", "/api/v1/sources", "/api/v1/topics", "/api/v1/figures",
            "/feeds/claims.ar.atom", "/feeds/claims.en.json", "/feeds/corrections.ar.json", "/feeds/claimreview.json", "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/claims-1.xml",
        };
        var addresses = numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)).SelectMany(n => new[]
        {
            $"/ar/claims/{n}", $"/en/claims/{n}", $"/en/claims/{n}/history", $"/ar/claims/{n}/v/1/text", $"/embed/claims/{n}?lang=ar", $"/embed/claims/{n}.svg?lang=en", $"/api/v1/claims/{n}",
            $"/api/v1/claims/{n}/versions", $"/api/v1/claims/{n}/history", $"/en/claims/{n}/v/3", $"/api/v1/claims/{n}/versions/3",
            oEmbed.Replace($"claims%2F{numbers[0]}", $"claims%2F{n}", StringComparison.Ordinal),
        });
        await Parallel.ForEachAsync(general.Concat(addresses).Concat(searches).Concat(await DownloadsAsync()), TestContext.Current.CancellationToken, async (address, ct) =>
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), ct);
            if (!answer.IsSuccessStatusCode)
            {
                found.TryAdd($"status {(int)answer.StatusCode}", address);
            }

            var words = address.StartsWith("/downloads", StringComparison.Ordinal) ? Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(ct)) : await answer.Content.ReadAsStringAsync(ct);
            foreach (var text in find(words))
            {
                found.TryAdd(text, address);
            }
        });
        return [.. found.Select(f => $"{f.Key} at {f.Value}").Order(StringComparer.Ordinal)];
    }
}
