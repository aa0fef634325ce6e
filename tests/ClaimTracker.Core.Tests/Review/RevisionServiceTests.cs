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

    [Theory]
    [DatabaseData("Records do not show about half of the shipment the ministry spoke of", null, null)]
    [DatabaseData("Records show about half of a shipment others never spoke of", null, null)]
    [DatabaseData(null, "Two independent registers list the cargo. Neither contradicts the ministry's total.", null)]
    [DatabaseData(null, null, "Searched in 2019 and not again.")]
    public async Task Typo_BeyondATypo_IsRefusedAtItsField(DatabaseProvider provider, string? headline, string? explanation, string? body)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);
        var words = new VerdictDraft
        {
            Headline = headline is null ? null : TextEdit.Of(("en", headline)),
            Explanation = explanation is null ? null : TextEdit.Of(("en", explanation)),
            Body = body is null ? null : TextEdit.Of(("en", body)),
        };

        var outcome = await CorrectAsync(scene, words, Notice with { Kind = CorrectionKind.Typo });

        var field = headline is not null ? "Headline.en" : explanation is not null ? "Explanation.en" : "Body.en";
        Assert.Equal(new Fault(field, FaultCode.NotATypo), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
        Assert.Equal(ReviewScene.Draft.Headline?.Languages["en"], (await scene.AsReaderAsync()).Document?.Verdict?.Headline["en"]);
    }

    [Theory, DatabaseData]
    public async Task Typo_AFewLetters_TakesEffectAtOnce(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);
        var words = new VerdictDraft { Headline = TextEdit.Of(("en", "Records show about half of teh shipment the ministry spoke of")) };

        Assert.IsType<Outcome.Done>(await CorrectAsync(scene, words, Notice with { Kind = CorrectionKind.Typo }));

        Assert.Equal(words.Headline.Languages["en"], (await scene.AsReaderAsync()).Document?.Verdict?.Headline["en"]);
    }

    [Theory]
    [DatabaseData(CorrectionKind.Typo)]
    [DatabaseData(CorrectionKind.Correction)]
    public async Task Correct_ALanguageReadersDoNotHave_IsRefusedAtItsField(DatabaseProvider provider, CorrectionKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);
        var words = Words with { Headline = TextEdit.Of(("ar", "السجلات تُظهر نحو نصف الشحنة التي تحدثت عنها الوزارة")) };

        var outcome = await CorrectAsync(scene, words, Notice with { Kind = kind });

        Assert.Equal(new Fault("Headline.ar", FaultCode.LanguageNotPublic), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory, DatabaseData]
    public async Task Correct_NothingChanged_IsRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await PublishedAsync(database);

        var outcome = await CorrectAsync(scene, ReviewScene.Draft with { Body = TextEdit.Of(("en", ""), ("ar", null)) }, Notice);

        Assert.Equal(new Fault("", FaultCode.NothingChanged), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory, DatabaseData]
    public async Task AddLanguage_WordsThatLayInTheVerdict_KeepTheirAuthor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        var (author, other) = (scene.Editors[1], scene.Editors[2]);
        var arabic = TextEdit.Of(("ar", "السجلات تُظهر نحو نصف الشحنة التي تحدثت عنها الوزارة"));
        await scene.MustAsync((d, v) => d.Stages.TakeAsync(Number, v, author, Ct));
        var draft = Draft with { RatingId = scene.False, Headline = TextEdit.Of(("en", Draft.Headline!.Languages["en"]), ("ar", arabic.Languages["ar"])) }; // it has one
        await scene.MustAsync((d, _) => d.Verdicts.SaveDraftAsync(Number, 0, draft, author, Ct));
        await scene.MustAsync((d, v) => d.Verdicts.ProposeAsync(Number, v, author, Ct));
        await scene.ApproveAsync(scene.Editors[0], Ct);
        await scene.MustAsync((d, v) => d.Revisions.TranslateAsync(Number, v, new VerdictDraft { Headline = arabic }, other, Ct));

        var outcome = await scene.DoAsync(async (d, v) => await d.Revisions.AddLanguageAsync(Number, v, (await d.Revisions.PreviewAsync(Number, Ct))!.Hash, author, Ct));

        Assert.Equal(nameof(RefusalReason.TranslatorCannotApprove), Assert.IsType<Outcome.NotPermitted>(outcome).Code);
    }

    private static Task<Outcome> CorrectAsync(ReviewScene scene, VerdictDraft words, CorrectionInput notice) => scene.DoAsync(async (d, v) =>
        await d.Revisions.CorrectAsync(Number, v, (await d.Revisions.PreviewCorrectionAsync(Number, words, Ct))!.Hash, words, notice, scene.Editors[0], Ct));

    private static async Task<ReviewScene> PublishedAsync(TestDatabase database)
    {
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        return scene;
    }
}
