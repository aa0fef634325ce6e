using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>Quotes of appearances are anchored in our copy when a claim is saved.</summary>
public sealed class AppearanceAnchorTests
{
    private const string Text = "حريق في السوق\n\nالتهم حريق ضخم 63 محلًا في السوق القديم.\n\nونفى التجار ذلك. The traders denied it 😀.\n\nونفى التجار ذلك مرة أخرى.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Log_QuoteInOurCopy_IsAnchoredThere(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);

        var claim = await room.LoggedAsync(AClaim(new AppearanceRow
        {
            Source = source,
            Quote = " حريق ضخم 63 محلًا ",
            Prefix = "not there",
            Start = 3,
            End = 900,
        }));

        var appearance = claim.Appearances.Single();
        var start = Text.IndexOf("حريق ضخم", StringComparison.Ordinal);
        Assert.Equal(("حريق ضخم 63 محلًا", start, start + 17), (appearance.Quote, appearance.Start, appearance.End));
        Assert.Equal(("حريق في السوق\n\nالتهم ", CaptureService.HashOf(System.Text.Encoding.UTF8.GetBytes(Text))), (appearance.Prefix, appearance.TextSha256));
        Assert.StartsWith(" في السوق القديم", appearance.Suffix, StringComparison.Ordinal);
        Assert.Equal((2, null), (appearance.ParagraphFrom, appearance.ParagraphTo));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_QuoteWrittenOtherwise_FromTheCopyReadsAsTheCopy(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);

        var taken = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "حريق ضخم  63 محلا", IsFromCopy = true }));
        var typed = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "حريق ضخم  63 محلا" }));

        Assert.Equal("حريق ضخم 63 محلًا", taken.Appearances.Single().Quote);
        Assert.NotNull(taken.Appearances.Single().Start);
        Assert.Equal("حريق ضخم  63 محلا", typed.Appearances.Single().Quote);
        AssertNoAnchor(typed.Appearances.Single());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_QuoteNotInOurCopy_IsAFaultOnlyWhenTakenFromIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);
        var without = await SourceAsync(room, null);

        Assert.Equal([new Fault("Appearances[0].Quote", FaultCode.NotInOurCopy)], await FaultsAsync(room, new AppearanceRow { Source = source, Quote = "64 محلًا", IsFromCopy = true }));
        Assert.Equal([new Fault("Appearances[0].Quote", FaultCode.NotInOurCopy)], await FaultsAsync(room, new AppearanceRow { Source = without, Quote = "63 محلًا", IsFromCopy = true }));
        Assert.Equal([new Fault("Appearances[0].Quote", FaultCode.Required)], await FaultsAsync(room, new AppearanceRow { Source = source, IsFromCopy = true }));
        AssertNoAnchor((await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "64 محلًا", Start = 4, End = 9, Prefix = "x" }))).Appearances.Single());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_QuoteStandsTwice_TheHintOrTheParagraphTells(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);
        const string quote = "ونفى التجار ذلك";
        var second = Text.EnumerateRunes().Count() - "ونفى التجار ذلك مرة أخرى.".Length;

        var hinted = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = quote, Start = second, IsFromCopy = true }));
        var numbered = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = quote, ParagraphFrom = 4, IsFromCopy = true }));

        Assert.Equal((second, 4), (hinted.Appearances.Single().Start, hinted.Appearances.Single().ParagraphFrom));
        Assert.Equal(second, numbered.Appearances.Single().Start);
        Assert.Equal(
            [new Fault("Appearances[0].Quote", FaultCode.SeveralTimesInOurCopy)], await FaultsAsync(room, new AppearanceRow { Source = source, Quote = quote, IsFromCopy = true }));
    }

    [Theory]
    [DatabaseData]
    public async Task Log_NoCopy_KeepsWhatWasGiven(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, null);

        var claim = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "q", Prefix = " p ", Suffix = " s ", Start = 3, End = 4 }));

        var kept = claim.Appearances.Single();
        Assert.Equal(("q", " p ", " s ", 3, 4, null), (kept.Quote, kept.Prefix, kept.Suffix, kept.Start, kept.End, kept.TextSha256));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_AfterACorrection_AnchorsAnewOrKeepsTheOldAnchor(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);
        var claim = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "حريق ضخم 63 محلًا" }));
        var before = claim.Appearances.Single();

        await CorrectAsync(room, "سطر جديد\n" + Text);
        var moved = await ReviseAsync(room, claim.Number, before.Quote);
        await CorrectAsync(room, Text.Replace("63", "64", StringComparison.Ordinal));
        var kept = await ReviseAsync(room, claim.Number, before.Quote);
        var other = await ReviseAsync(room, claim.Number, "not in it");

        Assert.Equal(before.Start + 9, moved.Start);
        Assert.NotEqual(before.TextSha256, moved.TextSha256);
        Assert.Equal((moved.Start, moved.End, moved.Prefix, moved.TextSha256), (kept.Start, kept.End, kept.Prefix, kept.TextSha256));
        AssertNoAnchor(other);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task AnchorsOfASource_InACorrectedText_StandInItsOrder(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room, Text);
        var second = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "The traders denied it 😀" }));
        var first = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "حريق ضخم 63 محلًا" }));
        var lost = await room.LoggedAsync(AClaim(new AppearanceRow { Source = source, Quote = "elsewhere" }));
        await room.LoggedAsync(AClaim(new AppearanceRow { Source = await SourceAsync(room, Text), Quote = "The traders" }));

        var anchors = await room.WithAsync(db => SourceAnchors.OfAsync(db, source, "😀\n" + Text, Ct));

        Assert.Equal([first.Number, second.Number, lost.Number], anchors.Select(a => a.ClaimNumber));
        Assert.Equal([AnchorState.Moved, AnchorState.Moved, AnchorState.Lost], anchors.Select(a => a.Place.State));
        Assert.Equal(first.Appearances.Single().Start + 2, anchors[0].Place.Range?.Start);
        Assert.Equal(first.Appearances.Single().Id, anchors[0].AppearanceId);
    }

    private static NewClaim AClaim(AppearanceRow appearance) => Newsroom.AClaim() with { Appearances = [appearance], Evidence = [] };

    private static async Task<Guid> SourceAsync(Newsroom room, string? text)
    {
        var claim = await room.LoggedAsync(AClaim(new AppearanceRow { Source = Newsroom.ASource($"https://example.org/{Guid.NewGuid()}") }));
        var source = claim.Appearances.Single().SourceId;
        if (text is not null)
        {
            var capture = new NewCapture { Bytes = [1], MediaType = "text/html", Tool = "test", WorkingText = text };
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new CaptureService(db).AddAsync(source, capture, Guid.NewGuid(), room.Checker, Ct)));
        }

        return source;
    }

    private static async Task CorrectAsync(Newsroom room, string text)
    {
        var last = await room.WithAsync(db => db.WorkingTexts.OrderByDescending(t => t.Number).FirstAsync(Ct));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new CaptureService(db).CorrectTextAsync(last.CaptureId, last.Number, text, room.Checker, Ct)));
    }

    /// <summary>As the workbench sends it: with the anchor of the quote as it is, when the quote stays.</summary>
    private static async Task<Appearance> ReviseAsync(Newsroom room, int number, string? quote)
    {
        var claim = await room.LoadAsync(number);
        var present = claim.Appearances.Single();
        var row = new AppearanceRow { Id = present.Id, Source = present.SourceId, Quote = quote };
        row = present.Quote != quote ? row : row with { Prefix = present.Prefix, Suffix = present.Suffix, Start = present.Start, End = present.End };
        Assert.IsType<Outcome.Done>(await room.ReviseAsync(number, claim.Version, new ClaimEdit { Appearances = [row], ConfirmVoids = true }));
        return (await room.LoadAsync(number)).Appearances.Single();
    }

    private static async Task<IReadOnlyList<Fault>> FaultsAsync(Newsroom room, AppearanceRow row) =>
        Assert.IsType<Outcome.Invalid>(await room.LogAsync(AClaim(row))).Faults;

    private static void AssertNoAnchor(Appearance appearance) =>
        Assert.Equal((null, null, null, null, null), (appearance.Prefix, appearance.Suffix, appearance.Start, appearance.End, appearance.TextSha256));
}
