using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Claims;

public sealed class DeskClaimListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData("7٬000 حاويه", 1)]
    [DatabaseData("SHIPPED container", 1)]
    [DatabaseData("CT-٢", 1)]
    [DatabaseData("nothing of the kind", 0)]
    [DatabaseData(null, 2)]
    public async Task Page_Text_IsFoundHoweverItIsTyped(DatabaseProvider provider, string? text, int expected)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.LoggedAsync(Claim("Seven thousand containers were shipped", "شُحنت 7000 حاوية"));
        await newsroom.LoggedAsync(Claim("A treaty was signed", "وُقّعت معاهدة"));

        Assert.Equal(expected, (await PageAsync(newsroom, new DeskClaimQuery { Text = text })).Total);
    }

    [Theory, DatabaseData]
    public async Task Page_EachFilter_KeepsWhatFitsAndNothingElse(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var one = await newsroom.LoggedAsync(Claim("Seven thousand containers were shipped", "شُحنت 7000 حاوية") with { Triage = Triage.High, Due = new DateOnly(2026, 11, 1) });
        await newsroom.LoggedAsync(Claim("A treaty was signed", "وُقّعت معاهدة") with { Kind = ClaimKind.Event, Aspect = RatedAspect.Saying, Claimants = [] });
        var source = await newsroom.WithAsync(db => db.Appearances.Where(a => a.ClaimNumber == one.Number).Select(a => a.SourceId).SingleAsync(Ct));

        DeskClaimQuery[] fitting =
        [
            new() { Kind = ClaimKind.Quantity },
            new() { Aspect = RatedAspect.Content },
            new() { Triage = Triage.High },
            new() { Due = DueFilter.Over },
            new() { ClaimantId = one.Claimants[0].PartyId },
            new() { TopicId = one.Topics[0].TopicId },
            new() { SourceId = source },
            new() { Stage = Stage.Logged, PublicState = PublicState.None, IsUnassigned = true, IsOwn = true, Text = "shipped" },
        ];
        foreach (var query in fitting)
        {
            Assert.Equal(one.Number, Assert.Single((await PageAsync(newsroom, query)).Rows).Number);
        }

        DeskClaimQuery[] empty =
        [
            new() { Stage = Stage.Settled }, new() { PublicState = PublicState.Published }, new() { AssigneeId = newsroom.Editor.UserId }, new() { OutletId = Guid.CreateVersion7() },
            new() { DataSetId = Guid.CreateVersion7() }, new() { Due = DueFilter.Week },
        ];
        foreach (var query in empty)
        {
            Assert.Empty((await PageAsync(newsroom, query)).Rows);
        }

        Assert.Equal(RatedAspect.Saying, Assert.Single((await PageAsync(newsroom, new DeskClaimQuery { HasNoClaimant = true })).Rows).Aspect);
    }

    [Theory, DatabaseData]
    public async Task Page_NumberOutOfRange_IsTheNearestPage(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.LoggedAsync();

        var page = await PageAsync(newsroom, new DeskClaimQuery { Page = 999 });

        Assert.Equal((1, 1), (page.Page, page.Pages));
        Assert.Single(page.Rows);
        Assert.Single((await PageAsync(newsroom, new DeskClaimQuery { Page = -4 })).Rows);
    }

    [Theory]
    [DatabaseData(DeskClaimSort.Newest, "3 2 1")]
    [DatabaseData(DeskClaimSort.Oldest, "1 2 3")]
    [DatabaseData(DeskClaimSort.Due, "2 3 1")]
    [DatabaseData(DeskClaimSort.Triage, "3 1 2")]
    [DatabaseData(DeskClaimSort.Stage, "3 2 1")]
    public async Task Page_Sorts(DatabaseProvider provider, DeskClaimSort sort, string expected)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.LoggedAsync(Claim("One", "واحد"));
        await newsroom.LoggedAsync(Claim("Two", "اثنان") with { Due = new DateOnly(2026, 12, 1), Triage = Triage.Low });
        await newsroom.LoggedAsync(Claim("Three", "ثلاثة") with { Due = new DateOnly(2026, 12, 2), Triage = Triage.High });

        var page = await PageAsync(newsroom, new DeskClaimQuery { Sort = sort });

        Assert.Equal(expected, string.Join(' ', page.Rows.Select(r => r.Number)));
    }

    [Theory, DatabaseData]
    public async Task Page_OfASearch_IsBestFitFirst_WithinTheListsOwnFilters(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.LoggedAsync(Claim("The harbour master counted barges", "عدّ مدير الميناء الصنادل"));
        await newsroom.LoggedAsync(Claim("A minister spoke about trade", "تحدث وزير عن التجارة") with { Summary = LocalizedText.Of(("en", "Nothing about barges")), Triage = Triage.High });
        await newsroom.LoggedAsync(Claim("A treaty was signed", "وُقّعت معاهدة") with { Triage = Triage.High });

        var ranked = await PageAsync(newsroom, new DeskClaimQuery { Text = "barge", Sort = DeskClaimSort.Relevance });
        var newest = await PageAsync(newsroom, new DeskClaimQuery { Text = "barge" });
        var urgent = await PageAsync(newsroom, new DeskClaimQuery { Text = "barge", Sort = DeskClaimSort.Relevance, Triage = Triage.High });

        Assert.Equal([1, 2], ranked.Rows.Select(r => r.Number));
        Assert.Equal([2, 1], newest.Rows.Select(r => r.Number));
        Assert.Equal([2], urgent.Rows.Select(r => r.Number));
        Assert.Equal((1, 2), (urgent.Total, urgent.Found?.Claims.Count));
    }

    [Theory, DatabaseData]
    public async Task Page_OfASearch_FindsNotes_AndEveryClaimOnceOnItsPages(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        for (var i = 0; i < DeskClaimList.PageSize + 4; i++)
        {
            await newsroom.LoggedAsync(Claim("The ferry was late", "تأخرت العبّارة"));
        }

        var note = await newsroom.WithAsync(db => new NoteService(db).WriteAsync(new NewNote(3, "Ask the lighthouse keeper", "en"), Guid.CreateVersion7(), newsroom.Checker, Ct));
        var first = await PageAsync(newsroom, new DeskClaimQuery { Text = "ferries", Sort = DeskClaimSort.Relevance });
        var second = await PageAsync(newsroom, new DeskClaimQuery { Text = "ferries", Sort = DeskClaimSort.Relevance, Page = 2 });

        Assert.IsType<Outcome.Done>(note);
        Assert.Equal(3, Assert.Single((await PageAsync(newsroom, new DeskClaimQuery { Text = "lighthouses" })).Rows).Number);
        Assert.Equal((DeskClaimList.PageSize + 4, 2), (first.Total, first.Pages));
        Assert.Equal(first.Total, first.Rows.Concat(second.Rows).Select(r => r.Number).Distinct().Count());
    }

    [Theory]
    [DatabaseData("\"...\"")]
    [DatabaseData("؟!")]
    public async Task Page_NothingToSearchFor_IsTheWholeList(DatabaseProvider provider, string text)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await newsroom.LoggedAsync();

        var page = await PageAsync(newsroom, new DeskClaimQuery { Text = text, Sort = DeskClaimSort.Relevance });

        Assert.Single(page.Rows);
        Assert.Null(page.Found);
    }

    private static NewClaim Claim(string english, string arabic) => Newsroom.AClaim() with { Statement = LocalizedText.Of(("en", english), ("ar", arabic)) };

    private static Task<DeskClaimPage> PageAsync(Newsroom newsroom, DeskClaimQuery query) => newsroom.WithAsync(db => new DeskClaimList(db).PageAsync(query, Ct));
}
