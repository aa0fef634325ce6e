using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Review.Answers;

/// <summary>Suggestions, and responses that are printed, on both databases.</summary>
public sealed class SuggestionServiceTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Receive_TheSameAtOnce_IsOne_AndItsPictureLiesOnce(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReceiveAsync(room, new SuggestionInput { Picture = Jpeg, Language = "ar" })));

        Assert.All(outcomes, o => Assert.IsType<Outcome.Done>(o));
        Assert.Single(await room.WithAsync(db => db.Suggestions.AsNoTracking().Where(s => s.SameAsId == null).ToListAsync(Ct)));
        Assert.Equal(1, await room.WithAsync(db => db.CaptureContents.CountAsync(Ct)));
        Assert.Equal(4, (await room.WithAsync(db => new SuggestionList(db).ReadAsync(decided: false, 1, Ct))).Rows[0].Count);
        Assert.IsType<Outcome.Invalid>(await ReceiveAsync(room, new SuggestionInput { Picture = [1, 2, 3], Language = "ar" }));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_FromASuggestion_SaysSoInTheSameSave(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = Assert.IsType<Outcome.Done>(await ReceiveAsync(room, new SuggestionInput { Text = "Seven hundred containers were shipped", Language = "en" })).Id;

        var claim = await room.LoggedAsync(Newsroom.AClaim() with { SuggestionId = id });

        var suggestion = await room.WithAsync(db => db.Suggestions.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((SuggestionState.Logged, claim.Number, room.Checker.UserId), (suggestion.State, suggestion.ClaimNumber ?? 0, suggestion.DecidedById));
        Assert.IsType<Outcome.Stale>(await room.WithAsync(db => new SuggestionService(db).DeclineAsync(id, 1, CloseReason.LowReach, room.Checker, Ct)));
        Assert.Equal(SuggestionState.Logged, (await room.WithAsync(db => new ReceiptReader(db).SuggestionAsync(suggestion.ReceiptNumber, Ct)))?.State);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Response_IsPrintedWithTheClaim_Once(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var note = LocalizedText.Of(("ar", "نتحقق من هذا الرقم."), ("en", "We are checking this figure."));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new PublicStateService(db, new Transitions(db, new Publisher(db)), new PublishedRedactor(db))
            .ListAsync(claim.Number, claim.Version, note, new DateOnly(2026, 11, 22), room.Editor, Ct)));
        var report = new ChallengeInput { Kind = ChallengeKind.PersonNamed, ClaimNumber = claim.Number, Text = "We never said that figure.", Name = "Shin Wonsik", Language = "en", MayBePrinted = true };
        var id = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new ChallengeService(db, new AnswerSettings()).ReceiveAsync(report, Guid.CreateVersion7(), Ct))).Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => room.WithAsync(db => new ResponseService(db, new Publisher(db)).PrintAsync(
            id, new ResponseInput(claim.Claimants[0].PartyId, LocalizedText.Of(("en", "We never said that figure."))), room.Editor, Ct))));

        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.Single(outcomes.OfType<Outcome.NotNow>());
        var document = await room.WithAsync(db => new Publisher(db).CurrentDocumentAsync(claim.Number, Ct));
        var contact = Assert.Single(document?.Contacts ?? []);
        Assert.Equal((true, "We never said that figure.", "Shin Wonsik"), (contact.CameUnasked, contact.Reply["en"], contact.Party?.Name["en"]));
        Assert.Empty(await room.VerifyAsync());
    }

    private static Task<Outcome> ReceiveAsync(Newsroom room, SuggestionInput input) =>
        room.WithAsync(db => new SuggestionService(db).ReceiveAsync(input, Guid.CreateVersion7(), Ct));
}
