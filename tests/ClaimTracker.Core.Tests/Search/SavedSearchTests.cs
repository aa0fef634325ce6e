using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

public sealed class SavedSearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Create_Private_IsSeenByItsOwnerOnly_SharedByAll(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        await SaveAsync(newsroom, newsroom.Checker, "Denials", isShared: false);
        await SaveAsync(newsroom, newsroom.Checker, "  Shells ", isShared: true);

        Assert.Equal(["Shells", "Denials"], await NamesAsync(newsroom, newsroom.Checker));
        Assert.Equal(["Shells"], await NamesAsync(newsroom, newsroom.Editor));
        Assert.Empty(await NamesAsync(newsroom, Actor.Reader));
    }

    [Theory, DatabaseData]
    public async Task Create_SentTwice_SavesOne(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var submission = Guid.CreateVersion7();

        var first = await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New("Denials"), submission, newsroom.Checker, Ct));
        var second = await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New("Denials"), submission, newsroom.Checker, Ct));

        Assert.Equal(first, second);
        Assert.Single(await NamesAsync(newsroom, newsroom.Checker));
    }

    [Theory]
    [DatabaseData("", "q=x", nameof(NewSavedSearch.Name), FaultCode.Required)]
    [DatabaseData(" ", "q=x", nameof(NewSavedSearch.Name), FaultCode.Required)]
    [DatabaseData("a\u0000b", "q=x", nameof(NewSavedSearch.Name), FaultCode.ControlCharacters)]
    [DatabaseData("Denials", "", nameof(NewSavedSearch.Address), FaultCode.Required)]
    public async Task Create_WithoutNameOrFilters_IsRefused(DatabaseProvider provider, string name, string address, string path, FaultCode code)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);

        var outcome = await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(new NewSavedSearch(name, address, false), Guid.CreateVersion7(), newsroom.Checker, Ct));

        var fault = Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults);
        Assert.Equal((path, code), (fault.Path, fault.Code));
    }

    [Theory, DatabaseData]
    public async Task Create_TooLongOrTooMany_IsRefused(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var isLong = Assert.IsType<Outcome.Invalid>(await newsroom.WithAsync(db => new SavedSearchService(db)
            .CreateAsync(new NewSavedSearch(new string('x', SavedSearch.NameMaxLength + 1), new string('x', SavedSearch.AddressMaxLength + 1), false), Guid.CreateVersion7(), newsroom.Checker, Ct)));
        await newsroom.WithAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, SavedSearch.MaxPerPerson).Select(i => new SavedSearch
            {
                Id = Guid.CreateVersion7(),
                OwnerId = newsroom.Checker.UserId ?? default,
                Name = $"Search {i}",
                Address = "q=x",
                CreatedAt = db.Now,
            }));
            await db.SaveAsync(new ChangeContext(Actor.System, "test.fill"), Ct);
            return true;
        });

        Assert.All(isLong.Faults, f => Assert.Equal(FaultCode.TooLong, f.Code));
        Assert.Equal(2, isLong.Faults.Count);
        var many = Assert.IsType<Outcome.Invalid>(await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New("One more"), Guid.CreateVersion7(), newsroom.Checker, Ct)));
        Assert.Equal(FaultCode.TooMany, Assert.Single(many.Faults).Code);
        Assert.IsType<Outcome.Done>(await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New("Mine"), Guid.CreateVersion7(), newsroom.Editor, Ct)));
    }

    [Theory, DatabaseData]
    public async Task Create_ByAnObserver_IsPrivate(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var observer = newsroom.Checker with { Roles = Roles.Observer };

        Assert.IsType<Outcome.NotPermitted>(await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New("Shells", isShared: true), Guid.CreateVersion7(), observer, Ct)));
        var id = await SaveAsync(newsroom, observer, "Shells", isShared: false);
        Assert.IsType<Outcome.NotPermitted>(await ReviseAsync(newsroom, id, 1, new SavedSearchEdit { IsShared = true }, observer));
        Assert.IsType<Outcome.Done>(await ReviseAsync(newsroom, id, 1, new SavedSearchEdit { Name = "Shells and rockets" }, observer));
    }

    [Theory, DatabaseData]
    public async Task Revise_ByItsOwner_RenamesAndShares(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var id = await SaveAsync(newsroom, newsroom.Checker, "Denials", isShared: false);

        Assert.IsType<Outcome.Done>(await ReviseAsync(newsroom, id, 1, new SavedSearchEdit { Name = "Denials by Moscow", IsShared = true }, newsroom.Checker));
        var stale = await ReviseAsync(newsroom, id, 1, new SavedSearchEdit { Name = "Other" }, newsroom.Checker);
        var blank = await ReviseAsync(newsroom, id, 2, new SavedSearchEdit { Name = " " }, newsroom.Checker);

        Assert.Equal(["Denials by Moscow"], await NamesAsync(newsroom, newsroom.Editor));
        Assert.IsType<Outcome.Stale>(stale);
        Assert.IsType<Outcome.Invalid>(blank);
        await AssertTrailAsync(newsroom, $"search:{id}", "search.save", "search.edit");
    }

    [Theory, DatabaseData]
    public async Task Change_ByAnother_IsRefused_AndOfAPrivateOneNotFound(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var shared = await SaveAsync(newsroom, newsroom.Checker, "Shells", isShared: true);
        var hidden = await SaveAsync(newsroom, newsroom.Checker, "Denials", isShared: false);

        Assert.Equal("NotTheOwner", Assert.IsType<Outcome.NotPermitted>(await ReviseAsync(newsroom, shared, 1, new SavedSearchEdit { Name = "Mine now" }, newsroom.Editor)).Code);
        Assert.IsType<Outcome.NotPermitted>(await DeleteAsync(newsroom, shared, newsroom.Admin));
        Assert.IsType<Outcome.NotFound>(await ReviseAsync(newsroom, hidden, 1, new SavedSearchEdit { Name = "Mine now" }, newsroom.Editor));
        Assert.IsType<Outcome.NotFound>(await DeleteAsync(newsroom, hidden, newsroom.Admin));
        Assert.IsType<Outcome.NotFound>(await LookAsync(newsroom, hidden, newsroom.Editor));
        Assert.Equal(["Denials", "Shells"], await NamesAsync(newsroom, newsroom.Checker));
    }

    [Theory, DatabaseData]
    public async Task Delete_ByItsOwner_TakesItAndItsLooksAway(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var id = await SaveAsync(newsroom, newsroom.Checker, "Shells", isShared: true);
        await LookAsync(newsroom, id, newsroom.Editor);

        Assert.IsType<Outcome.Done>(await DeleteAsync(newsroom, id, newsroom.Checker));

        Assert.Empty(await NamesAsync(newsroom, newsroom.Checker));
        Assert.False(await newsroom.WithAsync(db => db.SavedSearchLooks.AnyAsync(Ct)));
        Assert.IsType<Outcome.NotFound>(await DeleteAsync(newsroom, id, newsroom.Checker));
        await AssertTrailAsync(newsroom, $"search:{id}", "search.save", "search.delete");
        Assert.Empty(await newsroom.WithAsync(db => new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct).AsTask()));
    }

    [Theory, DatabaseData]
    public async Task Look_SetsWhatIsNew_ForThatPersonOnly(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        var id = await SaveAsync(newsroom, newsroom.Checker, "Containers", isShared: true);
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.LoggedAsync();
        await newsroom.LoggedAsync(Newsroom.AClaim("A treaty was signed"));

        Assert.Equal(new DeskClaimCount(1, 1, IsCapped: false), await CountAsync(newsroom, id, newsroom.Editor));
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(newsroom, id, newsroom.Editor);
        Assert.Equal(new DeskClaimCount(1, 0, IsCapped: false), await CountAsync(newsroom, id, newsroom.Editor));
        newsroom.Database.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.LoggedAsync();
        Assert.Equal(new DeskClaimCount(2, 1, IsCapped: false), await CountAsync(newsroom, id, newsroom.Editor));
        Assert.Equal(new DeskClaimCount(2, 2, IsCapped: false), await CountAsync(newsroom, id, newsroom.Checker));
        await LookAsync(newsroom, id, newsroom.Editor);
        Assert.Equal(new DeskClaimCount(2, 0, IsCapped: false), await CountAsync(newsroom, id, newsroom.Editor));
    }

    [Theory, DatabaseData]
    public async Task Page_OfMany_ShowsTwentyAndTheOwnFirst(DatabaseProvider provider)
    {
        await using var newsroom = await Newsroom.OpenAsync(provider);
        for (var i = 0; i < SavedSearchList.PageSize; i++)
        {
            await SaveAsync(newsroom, newsroom.Editor, $"Shared {i}", isShared: true);
        }

        await SaveAsync(newsroom, newsroom.Checker, "Mine", isShared: false);

        var first = await newsroom.WithAsync(db => new SavedSearchList(db).PageAsync(newsroom.Checker, 1, Ct));
        var last = await newsroom.WithAsync(db => new SavedSearchList(db).PageAsync(newsroom.Checker, 99, Ct));

        Assert.Equal((SavedSearchList.PageSize, SavedSearchList.PageSize + 1, 2), (first.Rows.Count, first.Total, first.Pages));
        Assert.Equal((true, "Mine"), (first.Rows[0].IsMine, first.Rows[0].Name));
        Assert.Equal("Shared 0", Assert.Single(last.Rows).Name);
    }

    private static NewSavedSearch New(string name, bool isShared = false) => new(name, "q=containers&stage=logged", isShared);

    private static async Task<Guid> SaveAsync(Newsroom newsroom, Actor actor, string name, bool isShared)
    {
        newsroom.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await newsroom.WithAsync(db => new SavedSearchService(db).CreateAsync(New(name, isShared), Guid.CreateVersion7(), actor, Ct));
        return Assert.IsType<Outcome.Done>(outcome).Id;
    }

    private static Task<Outcome> ReviseAsync(Newsroom newsroom, Guid id, int version, SavedSearchEdit edit, Actor actor) =>
        newsroom.WithAsync(db => new SavedSearchService(db).ReviseAsync(id, version, edit, actor, Ct));

    private static Task<Outcome> DeleteAsync(Newsroom newsroom, Guid id, Actor actor) => newsroom.WithAsync(db => new SavedSearchService(db).DeleteAsync(id, actor, Ct));

    private static Task<Outcome> LookAsync(Newsroom newsroom, Guid id, Actor actor) => newsroom.WithAsync(db => new SavedSearchService(db).LookAsync(id, actor, Ct));

    private static Task<List<string>> NamesAsync(Newsroom newsroom, Actor actor) =>
        newsroom.WithAsync(async db => (await new SavedSearchList(db).PageAsync(actor, 1, Ct)).Rows.Select(r => r.Name).ToList());

    private static async Task<DeskClaimCount> CountAsync(Newsroom newsroom, Guid id, Actor actor)
    {
        var search = await newsroom.WithAsync(db => new SavedSearchList(db).FindAsync(id, actor, Ct));
        Assert.NotNull(search);
        return await newsroom.WithAsync(db => new DeskClaimList(db).CountAsync(new DeskClaimQuery { Text = "shipped", Stage = Stage.Logged }, search.NewSince, Ct));
    }

    private static async Task AssertTrailAsync(Newsroom newsroom, string stream, params string[] actions) =>
        Assert.Equal(actions, await newsroom.WithAsync(db => db.AuditEntries.Where(e => e.Stream == stream && e.Kind == AuditKind.Change).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Ct)));
}
