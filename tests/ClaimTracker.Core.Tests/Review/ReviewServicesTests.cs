using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Core.Tests.Review.ReviewScene;

namespace ClaimTracker.Core.Tests.Review;

public sealed class ReviewServicesTests
{
    private static readonly CorrectionInput Notice = new(
        CorrectionKind.Update, LocalizedText.Of(("en", "The total was checked again against new records.")), LocalizedText.Empty, CorrectionCause.NewInformation);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Approve_BySomebodyElse_PublishesAndOnlyThen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);

        Assert.Null((await scene.AsReaderAsync()).Standing);
        Assert.IsType<Outcome.NotPermitted>(await scene.DoAsync((d, v) => d.Verdicts.ApproveAsync(Number, v, "", null, scene.Checker, Ct)));
        await scene.ApproveAsync(scene.Editors[0], Ct);

        var (standing, document) = await scene.AsReaderAsync();
        Assert.Equal(PublicState.Published, standing?.State);
        Assert.Equal("False", document?.Verdict?.Rating.Code);
        Assert.Equal(["en"], document?.Languages);
    }

    [Theory, DatabaseData]
    public async Task Approve_TextChangedSinceShown_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);

        var outcome = await scene.DoAsync((d, v) => d.Verdicts.ApproveAsync(Number, v, "another text", null, scene.Editors[0], Ct));

        Assert.Equal(VerdictService.ShownTextChanged, Assert.IsType<Outcome.NotNow>(outcome).Code);
        Assert.Null((await scene.AsReaderAsync()).Standing);
    }

    [Theory, DatabaseData]
    public async Task Propose_FromAStaleVersion_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.MustAsync((d, v) => d.Stages.TakeAsync(Number, v, scene.Checker, Ct));

        var outcome = await scene.DoAsync((d, v) => d.Stages.ReleaseAsync(Number, v - 1, scene.Checker, Ct));

        Assert.Equal(Transitions.ClaimChanged, Assert.IsType<Outcome.NotNow>(outcome).Code);
    }

    [Theory, DatabaseData]
    public async Task Reopen_WithoutTellingReaders_KeepsThePublicVersion(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);

        await scene.MustAsync((d, v) => d.Stages.ReopenAsync(Number, v, "New records have come to light.", tellReaders: false, scene.Checker, Ct));

        var (standing, document) = await scene.AsReaderAsync();
        Assert.Equal(1, standing?.Version);
        Assert.False(document?.IsUnderReexamination);
        Assert.Equal(Stage.Checking, (await scene.ClaimAsync()).Stage);
    }

    [Theory, DatabaseData]
    public async Task Approve_OverAnEarlierVerdict_NeedsANoticeAndShowsIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        await scene.MustAsync((d, v) => d.Stages.ReopenAsync(Number, v, "New records have come to light.", tellReaders: true, scene.Checker, Ct));
        Assert.True((await scene.AsReaderAsync()).Document?.IsUnderReexamination);
        await scene.ProposeAsync(scene.True, Ct);

        var without = await scene.DoAsync(async (d, v) => await d.Verdicts.ApproveAsync(Number, v, (await d.Verdicts.PreviewAsync(Number, Ct))!.Hash, null, scene.Editors[1], Ct));
        await scene.ApproveAsync(scene.Editors[1], Ct, Notice);

        Assert.IsType<Outcome.Invalid>(without);
        var document = (await scene.AsReaderAsync()).Document;
        var notice = Assert.Single(document!.Corrections);
        Assert.Equal((CorrectionKind.VerdictChange, "False", "True"), (notice.Kind, notice.OldRating?.Code, notice.NewRating?.Code));
        Assert.False(document.IsUnderReexamination);
    }

    [Theory, DatabaseData]
    public async Task ClosePanel_ByTheMajority_PublishesWithDissent(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The records do not bear this out.", scene.Editors[0], Ct));
        await VoteAsync(scene, 0, scene.True);
        await VoteAsync(scene, 1, scene.True);
        await VoteAsync(scene, 2, scene.False);

        Assert.IsType<Outcome.NotPermitted>(await scene.DoAsync((d, v) => d.Panels.ClosePanelAsync(Number, v, Draft, null, scene.Editors[2], Ct)));
        await scene.MustAsync((d, v) => d.Panels.ClosePanelAsync(Number, v, Draft, null, scene.Editors[0], Ct));

        var document = (await scene.AsReaderAsync()).Document;
        Assert.Equal("True", document?.Verdict?.Rating.Code);
        Assert.Equal((3, 2), (document!.Verdict!.Panel!.Size, document.Verdict.Panel.Majority));
        Assert.Equal("False", Assert.Single(document.Verdict.Panel.Dissent).RatingLabel["en"]);
        Assert.False(document.IsContested);
    }

    [Theory, DatabaseData]
    public async Task ContestPublished_MarksAtOnceAndPanelsAnswerIsTheNextVerdict(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The records do not bear this out.", scene.Editors[1], Ct));
        Assert.True((await scene.AsReaderAsync()).Document?.IsContested);
        foreach (var editor in new[] { 1, 2, 3 })
        {
            await VoteAsync(scene, editor, scene.True);
        }

        await scene.MustAsync((d, v) => d.Panels.ClosePanelAsync(Number, v, Draft, Notice, scene.Editors[2], Ct));

        var document = (await scene.AsReaderAsync()).Document;
        Assert.Equal((2, "True", false), (document!.Verdict!.Number, document.Verdict.Rating.Code, document.IsContested));
        Assert.Single(document.Corrections);
    }

    [Theory, DatabaseData]
    public async Task Dissolve_WithoutAMajority_GoesBackToChecking(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The records do not bear this out.", scene.Editors[0], Ct));

        Assert.IsType<Outcome.NotNow>(await scene.DoAsync((d, v) => d.Panels.DissolveAsync(Number, v, DissolveReason.NoMajority, scene.Editors[0], Ct)));
        database.Clock.Advance(TimeSpan.FromDays(4));
        await scene.MustAsync((d, v) => d.Panels.DissolveAsync(Number, v, DissolveReason.DeadlinePassed, scene.Editors[0], Ct));

        Assert.Equal(Stage.Checking, (await scene.ClaimAsync()).Stage);
    }

    [Theory, DatabaseData]
    public async Task Correct_BeyondATypo_WaitsForASecondEditor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        var words = new VerdictDraft { Explanation = TextEdit.Of(("en", "Three independent registers list the cargo. None supports the ministry's total.")) };

        await scene.MustAsync(async (d, v) => await d.Revisions.CorrectAsync(Number, v, (await d.Revisions.PreviewCorrectionAsync(Number, words, Ct))!.Hash, words, Notice with { Kind = CorrectionKind.Correction }, scene.Editors[0], Ct));
        Assert.StartsWith("Two", (await scene.AsReaderAsync()).Document?.Verdict?.Explanation["en"]);
        Assert.IsType<Outcome.NotPermitted>(await scene.DoAsync(async (d, v) => await d.Revisions.ApproveCorrectionAsync(Number, v, (await d.Revisions.PreviewAsync(Number, Ct))!.Hash, scene.Editors[0], Ct)));
        await scene.MustAsync(async (d, v) => await d.Revisions.ApproveCorrectionAsync(Number, v, (await d.Revisions.PreviewAsync(Number, Ct))!.Hash, scene.Editors[1], Ct));

        var document = (await scene.AsReaderAsync()).Document;
        Assert.StartsWith("Three", document?.Verdict?.Explanation["en"]);
        Assert.Equal(CorrectionKind.Correction, Assert.Single(document!.Corrections).Kind);
    }

    [Theory, DatabaseData]
    public async Task Remove_TakesEveryVersionAway_AndASecondPersonBringsThemBack(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);

        await scene.MustAsync((d, v) => d.PublicStates.RemoveAsync(Number, v, RemovalReason.CourtOrder, "Order of the court of appeal.", LocalizedText.Empty, scene.Editors[0], Ct));
        var (removed, gone) = await scene.AsReaderAsync();
        Assert.IsType<Outcome.NotPermitted>(await scene.DoAsync((d, v) => d.PublicStates.RestoreRemovedAsync(Number, v, "The order was lifted today.", scene.Editors[0], Ct)));
        await scene.MustAsync((d, v) => d.PublicStates.RestoreRemovedAsync(Number, v, "The order was lifted today.", scene.Editors[1], Ct));

        Assert.Equal(PublicState.Removed, removed?.State);
        Assert.Null(gone);
        Assert.Equal("False", (await scene.AsReaderAsync()).Document?.Verdict?.Rating.Code);
    }

    [Theory, DatabaseData]
    public async Task Withdraw_ConfirmedThenRestored_ShowsExplanationThenTheCheck(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        var notice = LocalizedText.Of(("en", "We withdrew this check while we look at it again."));

        await scene.MustAsync((d, v) => d.PublicStates.WithdrawAsync(Number, v, "The method was wrong throughout.", notice, scene.Editors[0], Ct));
        await scene.MustAsync((d, v) => d.PublicStates.ConfirmWithdrawalAsync(Number, v, scene.Editors[1], Ct));
        Assert.Equal(notice, (await scene.AsReaderAsync()).Document?.Notice);
        await scene.MustAsync((d, v) => d.PublicStates.RestoreAsync(Number, v, "The method was right after all.", scene.Editors[1], Ct));
        await scene.MustAsync((d, v) => d.PublicStates.ConfirmRestoreAsync(Number, v, scene.Editors[2], Ct));

        var (standing, document) = await scene.AsReaderAsync();
        Assert.Equal(PublicState.Published, standing?.State);
        Assert.True(document?.Notice.IsEmpty);
    }

    [Theory, DatabaseData]
    public async Task Rebuild_FromPublicationsAlone_GivesTheSameRows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        var before = await RowsAsync(database);

        await using (var db = database.CreateContext())
        {
            await new PublicProjection(db).RebuildAsync(Ct);
        }

        Assert.Equal(before, await RowsAsync(database));
    }

    [Theory, DatabaseData]
    public async Task Redact_TakesAFieldOutOfEveryVersion_AndKeepsTheChain(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);

        await scene.MustAsync((d, v) => d.PublicStates.RedactAsync(Number, v, [RedactableField.Claimants], "The person must not be named.", scene.Editors[0], Ct));

        await using var db = database.CreateContext();
        var publication = db.Publications.Single();
        Assert.DoesNotContain("Body 0", publication.Document, StringComparison.Ordinal);
        Assert.Equal(db.PublicationRedactions.Single().DocumentHash, PublicationHash.OfDocument(publication.Document));
        Assert.Equal(publication.Hash, PublicationHash.Of(1, 1, publication.Kind, publication.Schema, publication.At, publication.DocumentHash, publication.PreviousHash));
    }

    private static async Task<ReviewScene> SceneAsync(TestDatabase database)
    {
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        return scene;
    }

    private static Task VoteAsync(ReviewScene scene, int editor, Guid rating) =>
        scene.MustAsync((d, v) => d.Panels.VoteAsync(Number, v, rating, "This is what the records say.", scene.Editors[editor], Ct));

    private static async Task<string> RowsAsync(TestDatabase database)
    {
        await using var db = database.CreateReadContext();
        object rows = new
        {
            Claims = await db.PublicClaims.OrderBy(c => c.Number).ToListAsync(Ct),
            Facets = await db.PublicFacets.OrderBy(f => f.Facet).ThenBy(f => f.Value).ToListAsync(Ct),
            Counts = await db.PublicCounts.OrderBy(f => f.Facet).ThenBy(f => f.Value).ToListAsync(Ct),
            Texts = await db.SearchTexts(SearchScope.Public).OrderBy(t => t.Number).ToListAsync(Ct),
        };
        return System.Text.Json.JsonSerializer.Serialize(rows);
    }
}
