using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class CaptureServiceTests
{
    private const string Text = "التهم حريق ضخم 63 محلا.\n\nونفى التجار ذلك.";

    private static readonly byte[] page = Encoding.UTF8.GetBytes("<p>التهم حريق ضخم 63 محلا.</p>");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Add_KeepsBytesTextAndCustodyApart(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room);

        var id = await AddedAsync(room, source, ACapture());

        await using var db = room.Database.CreateContext();
        var capture = await db.Captures.SingleAsync(Ct);
        Assert.Equal((id, source, "text/html", (long)page.Length), (capture.Id, capture.SourceId, capture.MediaType, capture.ByteLength));
        Assert.Equal(("https://example.org/final", "ClaimTracker/1.0", room.Checker.UserId), (capture.FinalAddress, capture.Tool, capture.CapturedById));
        Assert.Equal(CaptureService.HashOf(page), capture.Sha256);
        Assert.Equal(page, (await db.CaptureContents.SingleAsync(c => c.Sha256 == capture.Sha256, Ct)).Bytes);
        Assert.Equal(Text, await new CaptureService(db).TextAsync(id, Ct));
        Assert.Equal(CustodyKind.Captured, (await db.CustodyEvents.SingleAsync(Ct)).Kind);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Add_Again_AddsAnotherAndReplacesNothing(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room);
        await AddedAsync(room, source, ACapture());
        await AddedAsync(room, source, ACapture());
        await AddedAsync(room, source, ACapture() with { Bytes = [1, 2, 3], WorkingText = null });

        await using var db = room.Database.CreateContext();
        Assert.Equal(3, await db.Captures.CountAsync(Ct));
        Assert.Equal(2, await db.WorkingTexts.CountAsync(Ct));
        Assert.Equal(3, await db.CaptureContents.CountAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Add_SentTwice_OrByManyAtOnce_IsKeptOnceEach(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room);
        var submission = Guid.CreateVersion7();
        Assert.Equal(await AddAsync(room, source, ACapture(), submission), await AddAsync(room, source, ACapture(), submission));

        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AddAsync(room, source, ACapture() with { Bytes = [7] }), Ct)));

        Assert.All(others, o => Assert.IsType<Outcome.Done>(o));
        await using var db = room.Database.CreateContext();
        Assert.Equal(5, await db.Captures.CountAsync(Ct));
        Assert.Equal(3, await db.CaptureContents.CountAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Add_WhatCannotBeKept_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room);

        Assert.Equal([new Fault("Bytes", FaultCode.Required)], await FaultsAsync(room, source, ACapture() with { Bytes = [] }));
        Assert.Equal([new Fault("Bytes", FaultCode.TooLong, Capture.MaxBytes)], await FaultsAsync(room, source, ACapture() with { Bytes = new byte[Capture.MaxBytes + 1] }));
        Assert.Equal([new Fault("MediaType", FaultCode.Required, Capture.MediaTypeMaxLength)], await FaultsAsync(room, source, ACapture() with { MediaType = " " }));
        Assert.Equal([new Fault("WorkingText", FaultCode.ControlCharacters, WorkingText.MaxLength)], await FaultsAsync(room, source, ACapture() with { WorkingText = "a\u0000b" }));
        Assert.IsType<Outcome.NotFound>(await AddAsync(room, Guid.NewGuid(), ACapture()));
        Assert.IsType<Outcome.NotPermitted>(await AddAsync(room, source, ACapture(), actor: room.Admin));
    }

    [Theory]
    [DatabaseData]
    public async Task CorrectText_AddsANumber_AndKnowsAStaleOne(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = await AddedAsync(room, await SourceAsync(room), ACapture());

        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new CaptureService(db).CorrectTextAsync(id, 1, "Corrected", room.Checker, Ct)));
        Assert.IsType<Outcome.NotNow>(await room.WithAsync(db => new CaptureService(db).CorrectTextAsync(id, 1, "Late", room.Editor, Ct)));

        Assert.Equal("Corrected", await room.WithAsync(db => new CaptureService(db).TextAsync(id, Ct)));
        Assert.Equal([CustodyKind.Captured, CustodyKind.TextCorrected], await KindsAsync(room));
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_ComputesEveryHashAgain_AndFindsWhatWasTamperedWith(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = await SourceAsync(room);
        await AddedAsync(room, source, ACapture());
        Assert.Empty(Assert.Single(await VerifyAsync(room, source)).Damaged);

        await using (var db = room.Database.CreateContext())
        {
            // Past the application, as only an operator could.
            var hash = CaptureService.HashOf(Encoding.UTF8.GetBytes(Text));
#pragma warning disable RS0030 // tampering is what is tested
            await db.CaptureContents.Where(c => c.Sha256 == hash).ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, new byte[] { 1 }), Ct);
#pragma warning restore RS0030
        }

        Assert.Equal(CaptureService.HashOf(Encoding.UTF8.GetBytes(Text)), Assert.Single(Assert.Single(await VerifyAsync(room, source)).Damaged));
        Assert.Equal([CustodyKind.Captured, CustodyKind.Verified, CustodyKind.FoundDamaged], await KindsAsync(room));
        Assert.Empty(await room.VerifyAsync());
    }

    private static NewCapture ACapture() => new() { Bytes = page, MediaType = "text/html", Tool = "ClaimTracker/1.0", FinalAddress = "https://example.org/final", WorkingText = Text };

    private static async Task<Guid> SourceAsync(Newsroom room) =>
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(Newsroom.ASource(), Guid.CreateVersion7(), room.Checker, Ct))).Id;

    private static Task<Outcome> AddAsync(Newsroom room, Guid source, NewCapture capture, Guid? submission = null, Actor? actor = null) =>
        room.WithAsync(db => new CaptureService(db).AddAsync(source, capture, submission ?? Guid.CreateVersion7(), actor ?? room.Checker, Ct));

    private static async Task<Guid> AddedAsync(Newsroom room, Guid source, NewCapture capture) => Assert.IsType<Outcome.Done>(await AddAsync(room, source, capture)).Id;

    private static async Task<IReadOnlyList<Fault>> FaultsAsync(Newsroom room, Guid source, NewCapture capture) => Assert.IsType<Outcome.Invalid>(await AddAsync(room, source, capture)).Faults;

    private static Task<IReadOnlyList<CaptureCheck>> VerifyAsync(Newsroom room, Guid source) => room.WithAsync(db => new CaptureService(db).VerifyAsync(source, room.Editor, Ct));

    private static Task<List<CustodyKind>> KindsAsync(Newsroom room) => room.WithAsync(db => db.CustodyEvents.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Ct));
}
