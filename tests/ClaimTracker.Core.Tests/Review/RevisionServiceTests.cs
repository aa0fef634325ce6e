using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using static ClaimTracker.Core.Tests.Review.ReviewScene;

namespace ClaimTracker.Core.Tests.Review;

public sealed class RevisionServiceTests
{
    private static readonly CorrectionInput Notice = new(
        CorrectionKind.Correction, LocalizedText.Of(("en", "The number of registers was wrong; there are three.")), LocalizedText.Empty, CorrectionCause.OurError);

    private static readonly VerdictDraft Words = new()
    {
        Explanation = TextEdit.Of(("en", "Three independent registers list the cargo. None supports the ministry's total.")),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Correct_OtherWordsThanShown_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);
        var other = Words with { Explanation = TextEdit.Of(("en", "Four independent registers list the cargo. None supports the ministry's total.")) };

        var outcome = await scene.DoAsync(async (d, v) =>
            await d.Revisions.CorrectAsync(Number, v, (await d.Revisions.PreviewCorrectionAsync(Number, Words, Ct))!.Hash, other, Notice, scene.Editors[0], Ct));

        Assert.Equal(VerdictService.ShownTextChanged, Assert.IsType<Outcome.NotNow>(outcome).Code);
        Assert.StartsWith("Two", (await scene.AsReaderAsync()).Document?.Verdict?.Explanation["en"]);
    }

    [Theory, DatabaseData]
    public async Task Translate_ALanguageReadersHave_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);

        var outcome = await scene.DoAsync((d, v) => d.Revisions.TranslateAsync(Number, v, Words, scene.Checker, Ct));

        Assert.Equal(nameof(RefusalReason.LanguageIsPublished), Assert.IsType<Outcome.NotNow>(outcome).Code);
    }

    [Theory, DatabaseData]
    public async Task Approve_WhileACorrectionWaits_PutsItAside(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);
        await scene.MustAsync(async (d, v) =>
            await d.Revisions.CorrectAsync(Number, v, (await d.Revisions.PreviewCorrectionAsync(Number, Words, Ct))!.Hash, Words, Notice, scene.Editors[0], Ct));
        await scene.MustAsync((d, v) => d.Stages.ReopenAsync(Number, v, "A third register was found.", false, scene.Editors[0], Ct));
        await scene.ProposeAsync(scene.True, Ct);

        await scene.ApproveAsync(scene.Editors[1], Ct, Notice with { Kind = CorrectionKind.VerdictChange });

        var (_, document) = await scene.AsReaderAsync();
        Assert.Equal("True", document?.Verdict?.Rating.Code);
        Assert.Equal(CorrectionKind.VerdictChange, Assert.Single(document!.Corrections).Kind);
        var late = await scene.DoAsync((d, v) => d.Revisions.ApproveCorrectionAsync(Number, v, "", scene.Editors[2], Ct));
        Assert.Equal(nameof(RefusalReason.NothingRequested), Assert.IsType<Outcome.NotNow>(late).Code);
    }

    private static async Task<ReviewScene> PublishedAsync(TestDatabase database)
    {
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        return scene;
    }
}
