using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Sources;

/// <summary>Readers see an article's error only with words that a second person looked at.</summary>
public sealed class ErrorConfirmationTests
{
    private static readonly ArticleErrorRow row = new() { Kind = "wrong-name", Paragraphs = [11], Published = TextEdit.Of(("en", "South"), ("ar", "الجنوب")), Basis = ["internal"], Harm = Harm.High };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task StaleSave_OfOtherWordsAfterAConfirmation_WaitsAgain(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error, opened) = await LoggedAsync(room, room.Checker);
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, room.Editor));
        Assert.True(await IsForReadersAsync(room, error));

        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, opened, row with { Id = error, Published = TextEdit.Of(("en", "Never looked at")) }, room.Checker));

        var saved = await ErrorAsync(room, error);
        Assert.Equal(("Never looked at", room.Checker.UserId, null), (saved.Published["en"], saved.ProposedById, saved.ConfirmedById));
        Assert.False(await IsForReadersAsync(room, error));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory, DatabaseData]
    public async Task StaleSave_OfWhatWasOpenedOrOfItsRemoval_IsNoConflictWithAConfirmation(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error, opened) = await LoggedAsync(room, room.Checker);
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, room.Editor));

        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, opened, row with { Id = error }, room.Checker));
        Assert.True(await IsForReadersAsync(room, error));
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, opened, row with { Id = error, Remove = true }, room.Checker));
        Assert.False(await IsForReadersAsync(room, error));
    }

    [Theory, DatabaseData]
    public async Task ChangesOfTwoPeopleToDifferentFields_Merge_AndNeitherConfirms(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (second, third) = (await EditorAsync(room, "Badr"), await EditorAsync(room, "Dina"));
        var (source, error, opened) = await LoggedAsync(room, room.Checker);
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, opened, row with { Id = error, Harm = Harm.Low }, room.Editor));
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, opened, row with { Id = error, Published = TextEdit.Of(("en", "The south")) }, second));

        var saved = await ErrorAsync(room, error);
        Assert.Equal((Harm.Low, "The south", second.UserId), (saved.Harm, saved.Published["en"], saved.ProposedById));
        foreach (var author in new[] { room.Editor, second })
        {
            Assert.Equal(new Outcome.NotPermitted(nameof(RefusalReason.ErrorIsOwn)), await ConfirmAsync(room, source, error, author));
            Assert.Empty(await WaitingAsync(room, author));
        }

        Assert.Equal([error], await WaitingAsync(room, third));
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, third));

        // What was looked at is nobody's own any more.
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, await VersionAsync(room, source), row with { Id = error, Published = TextEdit.Of(("en", "The far south")), Harm = Harm.Low }, room.Checker));
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, second));
    }

    [Theory, DatabaseData]
    public async Task ErrorFromBeforeItsAuthorWasKept_IsNotConfirmedByWhoTheTrailNames(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error, _) = await LoggedAsync(room, room.Editor);
        await AsOlderAsync(room, error, e => (e.ProposedById, e.ProposedAt) = (null, null));

        Assert.IsType<Outcome.NotPermitted>(await ConfirmAsync(room, source, error, room.Editor));
        Assert.Empty(await WaitingAsync(room, room.Editor));
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, await EditorAsync(room, "Badr")));
    }

    [Theory, DatabaseData]
    public async Task Places_KeptAnotherWay_AreNoChange(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error, _) = await LoggedAsync(room, room.Checker);
        await AsOlderAsync(room, error, e => e.Paragraphs = []);
        Assert.IsType<Outcome.Done>(await ConfirmAsync(room, source, error, room.Editor));
        var version = await VersionAsync(room, source);

        Assert.IsType<Outcome.Done>(await ReviseAsync(room, source, version, row with { Id = error }, room.Checker));

        Assert.True(await IsForReadersAsync(room, error));
        Assert.Equal(version, await VersionAsync(room, source));
    }

    private static async Task<(Guid Source, Guid Error, int Version)> LoggedAsync(Newsroom room, Actor actor)
    {
        var source = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(Newsroom.ASource(), Guid.CreateVersion7(), room.Checker, Ct))).Id;
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).AddErrorAsync(source, 1, row, Guid.CreateVersion7(), actor, Ct)));
        return (source, await room.WithAsync(db => db.ArticleErrors.Where(e => e.SourceId == source).Select(e => e.Id).SingleAsync(Ct)), await VersionAsync(room, source));
    }

    private static Task<Outcome> ReviseAsync(Newsroom room, Guid source, int version, ArticleErrorRow error, Actor actor) =>
        room.WithAsync(db => new SourceService(db).ReviseAsync(source, version, new SourceEdit { Errors = [error] }, actor, Ct));

    private static async Task<Outcome> ConfirmAsync(Newsroom room, Guid source, Guid error, Actor actor)
    {
        var version = await VersionAsync(room, source);
        return await room.WithAsync(db => new SourceService(db).ConfirmErrorAsync(source, error, version, actor, Ct));
    }

    private static Task<int> VersionAsync(Newsroom room, Guid source) => room.WithAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.Version).SingleAsync(Ct));

    private static Task<ArticleError> ErrorAsync(Newsroom room, Guid error) => room.WithAsync(db => db.ArticleErrors.AsNoTracking().SingleAsync(e => e.Id == error, Ct));

    private static Task<bool> IsForReadersAsync(Newsroom room, Guid error) => room.WithAsync(db => db.ArticleErrors.Where(ArticleError.IsForReaders).AnyAsync(e => e.Id == error, Ct));

    private static Task<List<Guid>> WaitingAsync(Newsroom room, Actor actor) => room.WithAsync(async db => (await new MyWork(db).ReadAsync(actor, Ct)).Errors.Select(e => e.ErrorId).ToList());

    /// <summary>As a program before this one left it.</summary>
    private static Task<int> AsOlderAsync(Newsroom room, Guid id, Action<ArticleError> change) => room.WithAsync(async db =>
    {
        change(await db.ArticleErrors.Include(e => e.Source).SingleAsync(e => e.Id == id, Ct));
        await db.SaveAsync(new ChangeContext(Actor.System, "migrate"), Ct);
        return 0;
    });

    private static Task<Actor> EditorAsync(Newsroom room, string name) => room.WithAsync(async db =>
    {
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Roles = Roles.Editor, CreatedAt = db.Now };
        db.Users.Add(user);
        await db.SaveAsync(new ChangeContext(Actor.System, "user.create"), Ct);
        return user.ToActor(db.Today);
    });
}
