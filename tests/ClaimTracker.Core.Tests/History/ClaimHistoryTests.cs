using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.History;

public sealed class ClaimHistoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Read_NewestFirst_WithWhoWhyAndWhat(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Hedge = TextEdit.Of(("ar", "نحو")), Figures = [Figure(claim) with { Value = 7000 }], Reason = "Recount" });

        var page = await room.WithAsync(db => History(db).ReadAsync(claim.Number, null, 1, Ct));

        var entry = Assert.Single(page.Entries);
        Assert.Equal(("claim.edit", room.Editor.UserId, "Recount"), (entry.Action, entry.ActorId, entry.Reason));
        Assert.Equal("Omar", page.People[entry.ActorId!.Value]);
        Assert.Equal(
            [("Claim", "Hedge", "ar", null, "نحو"), ("Figure", "Value", null, "6700", "7000")],
            entry.Changes.Select(c => (c.Record, c.Property, c.Language, c.Old, c.New)).Order());
        var first = await room.WithAsync(db => History(db).ReadAsync(claim.Number, page.Before, 10, Ct));
        Assert.Equal("claim.log", Assert.Single(first.Entries).Action);
        Assert.Contains(claim.Claimants[0].PartyId, first.Names.Keys);
        Assert.Null(first.Before);
    }

    [Theory]
    [DatabaseData]
    public async Task Restore_SetsTheEarlierValue_AsAnEditOfItsOwn(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Statement = TextEdit.Of(("en", "Something else")), Figures = [Figure(claim) with { Value = 7000 }] });
        await room.ReviseAsync(claim.Number, 2, new ClaimEdit { Triage = Triage.High });

        // From a form of version 2: the triage set since is not touched.
        Assert.IsType<Outcome.Done>(await RestoreAsync(room, 2, new HistoryRef(2, nameof(Claim), "1", "Statement.en")));
        Assert.IsType<Outcome.Done>(await RestoreAsync(room, 4, new HistoryRef(2, nameof(Figure), claim.Figures[0].Id.ToString(), "Value")));

        var saved = await room.LoadAsync(claim.Number);
        Assert.Equal((claim.Statement, 6700m, Triage.High, 5), (saved.Statement, saved.Figures[0].Value, saved.Triage, saved.Version));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Restore_OfWhatTheWorkflowSet_IsRefused(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await room.LoggedAsync();
        Assert.IsType<Outcome.NotNow>(await RestoreAsync(room, 1, new HistoryRef(1, nameof(Claim), "1", "Stage")));
        Assert.IsType<Outcome.NotFound>(await RestoreAsync(room, 1, new HistoryRef(1, nameof(Claim), "1", "NoSuchProperty")));
    }

    private static Task<Outcome> RestoreAsync(Newsroom room, int version, HistoryRef value) =>
        room.WithAsync(db => History(db).RestoreAsync(1, version, value, confirmVoids: false, room.Editor, Ct));

    private static ClaimHistory History(ClaimDbContext db) => new(db, new ClaimService(db, new Publisher(db)));

    private static FigureRow Figure(Claim claim) =>
        new() { Id = claim.Figures[0].Id, Value = claim.Figures[0].Value, Unit = claim.Figures[0].UnitId, Modifier = claim.Figures[0].Modifier };
}
