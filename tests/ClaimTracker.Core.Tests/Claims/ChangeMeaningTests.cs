using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Tests.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Claims;

/// <summary>A verdict judges the exact wording: what an edit of a claim does to it.</summary>
public sealed class ChangeMeaningTests
{
    private static readonly TextEdit AnotherMeaning = TextEdit.Of(("en", "The ministry shipped nine hundred containers in April."));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Statement_InReview_AsksFirst_ThenVoidsTheProposal(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await ProposedAsync(database);

        var asked = await ReviseAsync(database, new ClaimEdit { Statement = AnotherMeaning }, scene.Checker);
        Assert.Equal(["StatementMeaning"], Assert.IsType<Outcome.NeedsConfirmation>(asked).Parts);
        Assert.Equal(Stage.InReview, (await scene.ClaimAsync()).Stage);

        var confirmed = new ClaimEdit { Statement = AnotherMeaning, ConfirmVoids = true, Reason = "The ministry meant April" };
        Assert.IsType<Outcome.Done>(await ReviseAsync(database, confirmed, scene.Checker));
        Assert.Equal((Stage.Checking, VerdictState.Void), await StateAsync(database));
        await using var db = database.CreateContext();
        Assert.Contains(await db.AuditEntries.Where(e => e.Action == "claim.change-meaning").ToListAsync(Ct), e => e.Values.Contains("meant April", StringComparison.Ordinal));
    }

    public static readonly IReadOnlyDictionary<string, ClaimEdit> Harmless = new Dictionary<string, ClaimEdit>
    {
        ["a translation"] = new() { Statement = TextEdit.Of(("ar", "شحنت الوزارة تسعين حاوية في مارس.")) },
        ["a mended typo"] = new() { Statement = TextEdit.Of(("en", "The ministry shipped ninety containers in March!")), MendsTypo = true },
        ["a place"] = new() { PlaceCountry = "RU" },
    };

    [Theory]
    [DatabaseData("a translation")]
    [DatabaseData("a mended typo")]
    [DatabaseData("a place")]
    public async Task WhatKeepsTheMeaning_InReview_LeavesTheProposal(DatabaseProvider provider, string name)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await ProposedAsync(database);

        Assert.IsType<Outcome.Done>(await ReviseAsync(database, Harmless[name], scene.Checker));

        Assert.Equal((Stage.InReview, VerdictState.Proposed), await StateAsync(database));
    }

    [Theory]
    [DatabaseData("The ministry shipped nineteen thousand containers in March.")]
    [DatabaseData("The ministry shipped 90 containers in March 2024.")]
    public async Task MoreThanATypo_IsNoTypo(DatabaseProvider provider, string statement)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await ProposedAsync(database);

        var outcome = await ReviseAsync(database, new ClaimEdit { Statement = TextEdit.Of(("en", statement)), MendsTypo = true }, scene.Checker);

        Assert.Equal(new Fault("Statement.en", FaultCode.NotATypo), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory]
    [DatabaseData]
    public async Task Evidence_TouchedByTheReviewingEditor_MakesCoAuthor_WhoCannotApprove(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await ProposedAsync(database);
        await using var read = database.CreateContext();
        var evidence = await read.Evidence.AsNoTracking().FirstAsync(Ct);

        Assert.IsType<Outcome.Done>(await ReviseAsync(
            database, new ClaimEdit { Evidence = [new EvidenceRow { Id = evidence.Id, Stance = evidence.Stance, Locator = "page 7" }] }, scene.Editors[0]));

        var author = await read.Set<VerdictAuthor>().SingleAsync(a => a.IsCoAuthor, Ct);
        Assert.Equal(scene.Editors[0].UserId, author.UserId);
        Assert.Equal(new Outcome.NotPermitted("AuthorCannotApprove"), await scene.DoAsync((d, v) => d.Verdicts.ApproveAsync(ReviewScene.Number, v, "", null, scene.Editors[0], Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Claimants_OfAContestedClaim_EndThePanel(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await ProposedAsync(database);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(ReviewScene.Number, v, "The registers may list another cargo.", scene.Editors[0], Ct));
        var spokesman = new NewParty { Kind = PartyKind.Person, Name = LocalizedText.Of(("en", "A spokesman")) };
        var edit = new ClaimEdit { Claimants = [new ClaimantRow { Party = spokesman }], ConfirmVoids = true };

        Assert.Equal(new Outcome.NotPermitted("EditorsOnly"), await ReviseAsync(database, edit, scene.Checker));
        Assert.IsType<Outcome.Done>(await ReviseAsync(database, edit, scene.Editors[1]));

        Assert.Equal((Stage.Checking, VerdictState.Void), await StateAsync(database));
        await using var db = database.CreateContext();
        Assert.Equal(PanelOutcome.Dissolved, (await db.Panels.SingleAsync(Ct)).Outcome);
    }

    private static async Task<ReviewScene> ProposedAsync(TestDatabase database)
    {
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        await scene.ProposeAsync(scene.False, Ct);
        return scene;
    }

    private static async Task<Outcome> ReviseAsync(TestDatabase database, ClaimEdit edit, Actor actor)
    {
        await using var db = database.CreateContext();
        var version = await db.Claims.Where(c => c.Number == ReviewScene.Number).Select(c => c.Version).SingleAsync(Ct);
        var whole = edit with { SelectionReason = TextEdit.Of(("en", "Widely repeated")) };
        return await new ClaimService(db, new Publisher(db)).ReviseAsync(ReviewScene.Number, version, whole, actor, Ct);
    }

    private static async Task<(Stage, VerdictState)> StateAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        return ((await db.Claims.SingleAsync(Ct)).Stage, (await db.Verdicts.SingleAsync(Ct)).State);
    }
}
