using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>More claims match than are ranked: the newest are, pages say so, and no number is more exact than it is known.</summary>
public abstract class CappedSearch(LargeSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "month", "More than 10,000 claims", "The newest 10,000 of them")]
    [InlineData("ar", "شهر", "أكثر من 10,000 ادعاء", "أحدث 10,000")]
    public async Task PublicList_SaysThatThereAreMore(string language, string text, string total, string note)
    {
        await site.FillAsync();

        var page = (await site.Reader.GetAsync($"/{language}/claims?q={Uri.EscapeDataString(text)}")).AssertOk();

        Assert.Equal(total, page.Words(".list-head__total"));
        Assert.Contains(note, page.Words(".search-note"), StringComparison.Ordinal);
        Assert.Equal(20, page.AllWords(".claim-card").Count);
    }

    [Fact]
    public async Task WhatIsFound_IsTheNewest_AndFacetsCountNoMore()
    {
        await site.FillAsync();
        var (found, newest) = await site.WithDbAsync(async db => (
            await new ClaimSearch(db, SearchScope.Public).FindAsync(new SearchRequest { Query = SearchQuery.Parse("month") }, Ct),
            await db.SearchRanks(SearchScope.Public).OrderByDescending(r => r.Id).Select(r => r.Id).Take(ClaimSearch.MaxRanked).ToListAsync(Ct)));

        Assert.True(found.IsCapped);
        Assert.Equal(newest, found.Claims.Select(c => c.Id).OrderDescending());
        Assert.Equal(ClaimSearch.MaxRanked, found.Counts.Where(c => c.Key.Facet == Facets.Rating).Sum(c => c.Value));
    }

    [Fact]
    public async Task Filter_ThatLeavesFewer_IsCountedExactly()
    {
        await site.FillAsync();
        var sports = await site.WithDbAsync(db => db.PublicFacets.CountAsync(f => f.Facet == Facets.Topic && f.Value == "sport", Ct));

        var page = (await site.Reader.GetAsync("/en/claims?q=month&topic=sport")).AssertOk();

        Assert.Equal($"{sports.ToString(CultureInfo.InvariantCulture)} claims", page.Words(".list-head__total"));
        Assert.Empty(page.AllWords(".search-note"));
    }

    [Theory]
    [InlineData("en", "More than 10,000 claims", "At least 40 claims")]
    [InlineData("ar", "أكثر من 10,000 ادعاء", "40 ادعاءً على الأقل")]
    public async Task DeskList_CountsNoMoreExactlyThanItKnows(string language, string total, string some)
    {
        await site.FillAsync();
        var checker = await site.JoinsAsync(Roles.Checker, language);

        var all = (await checker.OpensAsync("/claims?q=month")).AssertOk();
        var oldest = (await checker.OpensAsync("/claims?q=month&kind=media")).AssertOk();
        var high = (await checker.OpensAsync("/claims?q=month&triage=high")).AssertOk();

        Assert.Equal(total, all.Words(".page-head__lead"));
        Assert.Equal(["CT-3", "CT-2", "CT-1"], oldest.AllWords("tbody .claim-number").OrderDescending());
        Assert.Empty(oldest.AllWords(".search-note"));
        Assert.Equal(some, high.Words(".page-head__lead"));
    }

    [Theory]
    [InlineData("en", "More than 10,000 claims")]
    [InlineData("ar", "أكثر من 10,000 ادعاء")]
    public async Task SavedSearch_DoesNotTakeTheCapForTheNumber(string language, string total)
    {
        await site.FillAsync();
        var checker = await site.JoinsAsync(Roles.Checker, language);
        (await (await checker.OpensAsync("/claims?q=month")).Form("Save.Name").Fill("Save.Name", "Months").SubmitAsync()).AssertOk();

        var searches = (await checker.OpensAsync("/searches")).AssertOk();

        Assert.Contains(total, searches.Words(".work-item__facts"), StringComparison.Ordinal);
    }
}

public sealed class CappedSearchTests(LargeSite site) : CappedSearch(site), IClassFixture<LargeSite>;

public sealed class PostgresCappedSearchTests(PostgresLargeSite site) : CappedSearch(site), IClassFixture<PostgresLargeSite>;

/// <summary>The program over some more claims than are ranked, for readers and at the desk.</summary>
public class LargeSite : Newsroom
{
    private const int Claims = ClaimSearch.MaxRanked + 50;

    private Task? filled;

    /// <summary>Once, before the first page is asked for.</summary>
    public Task FillAsync() => filled ??= WithDbAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        var documents = new GeneratedClaims().Take(Claims).ToList();
        var rows = documents.ConvertAll(d => PublicRows.Of(1, d));
        await BulkRows.WriteAsync(db, documents.Select(GeneratedClaims.PublicationOf), ct);
        await BulkRows.WriteAsync(db, rows.Select(r => r.Claim).OfType<PublicClaim>(), ct);
        await BulkRows.WriteAsync(db, rows.SelectMany(r => r.Facets), ct);
        await BulkRows.WriteAsync(db, rows.SelectMany(r => r.Facets).GroupBy(f => new { f.Facet, f.Value }).Select(g => new PublicCount { Facet = g.Key.Facet, Value = g.Key.Value, Count = g.Count() }), ct);
        await BulkRows.WriteAsync(db, documents.Select(AtTheDesk), ct);
        await new SearchIndex(db).RebuildAsync(null, ct);
        return true;
    });

    /// <summary>The three oldest are of a kind of their own; of the newest, and of the oldest, some are urgent.</summary>
    private static Claim AtTheDesk(PublicDocument document) => new()
    {
        Number = document.Number,
        Statement = document.Statement,
        OriginalLanguage = document.OriginalLanguage,
        Kind = document.Number <= 3 ? ClaimKind.Media : ClaimKind.Quantity,
        Aspect = document.Aspect,
        Triage = document.Number is <= 10 or > Claims - 40 ? Triage.High : Triage.Normal,
        LoggedAt = document.ReviewedAt,
    };
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresLargeSite : LargeSite
{
    protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
