using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Sources;

public sealed class CorrectionRequestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Add_SentTwice_IsKeptOnceAndAudited(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var submission = Guid.CreateVersion7();

        var first = await AddAsync(room, source, Draft(error), submission);
        Assert.Equal(first, await AddAsync(room, source, Draft(error), submission));

        await using var db = room.Database.CreateContext();
        var request = await db.CorrectionRequests.SingleAsync(Ct);
        Assert.Equal((source, "ar", "نرجو التصحيح", room.Checker.UserId, (DateTime?)null), (request.SourceId, request.Language, request.Text, request.ById, request.SentAt));
        Assert.Equal([error.ToString()], request.Errors);
        Assert.Equal($"source:{source}", (await db.AuditEntries.SingleAsync(e => e.Action == "correction-request.add", Ct)).Stream);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Add_WhatCannotBeKept_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var (_, elsewhere) = await SourceAsync(room);
        var tomorrow = await room.WithAsync(db => Task.FromResult(db.Now.AddDays(1)));

        Assert.Equal("Errors", await FaultAsync(room, source, Draft(error) with { Errors = [] }));
        Assert.Equal("Errors", await FaultAsync(room, source, Draft(elsewhere)));
        Assert.Equal("Language", await FaultAsync(room, source, Draft(error) with { Language = "ko" }));
        Assert.Equal("Text", await FaultAsync(room, source, Draft(error) with { Text = " " }));
        Assert.Equal("Text", await FaultAsync(room, source, Draft(error) with { Text = new string('a', CorrectionRequest.TextMaxLength + 1) }));
        Assert.Equal("Channel", await FaultAsync(room, source, Draft(error) with { SentAt = tomorrow.AddDays(-2) }));
        Assert.Equal("SentAt", await FaultAsync(room, source, Draft(error) with { Channel = ContactChannel.Email, SentAt = tomorrow }));
        Assert.IsType<Outcome.NotFound>(await AddAsync(room, Guid.NewGuid(), Draft(error)));
        Assert.IsType<Outcome.NotPermitted>(await AddAsync(room, source, Draft(error), actor: room.Admin));
    }

    [Theory]
    [DatabaseData]
    public async Task Update_SentLetter_StaysAsItWas(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var id = Assert.IsType<Outcome.Done>(await AddAsync(room, source, Draft(error))).Id;
        Assert.Equal(new Outcome.NotNow(nameof(RefusalReason.RequestNotSent)).Code, Assert.IsType<Outcome.NotNow>(await AnswerAsync(room, id, 1, CorrectionOutcome.Corrected)).Code);

        Assert.IsType<Outcome.Done>(await UpdateAsync(room, id, 1, await SentAsync(room, error)));
        var late = await UpdateAsync(room, id, 2, Draft(error) with { Text = "Other words" });

        Assert.Equal(nameof(RefusalReason.RequestSent), Assert.IsType<Outcome.NotNow>(late).Code);
        Assert.Equal("نرجو التصحيح", await room.WithAsync(db => db.CorrectionRequests.Select(r => r.Text).SingleAsync(Ct)));
        Assert.Equal(2, await room.WithAsync(db => db.AuditEntries.CountAsync(e => e.Kind == AuditKind.Refusal, Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Update_Stale_MergesOtherFieldsAndShowsBothOfTheSame(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var id = Assert.IsType<Outcome.Done>(await AddAsync(room, source, Draft(error))).Id;
        Assert.IsType<Outcome.Done>(await UpdateAsync(room, id, 1, Draft(error) with { Text = "First" }));

        Assert.True(Assert.IsType<Outcome.Done>(await UpdateAsync(room, id, 1, Draft(error) with { SentTo = "desk@example.org" })).IsMerged);
        Assert.IsType<Outcome.Stale>(await UpdateAsync(room, id, 1, Draft(error) with { Text = "Second" }));

        await using var db = room.Database.CreateContext();
        var request = await db.CorrectionRequests.SingleAsync(Ct);
        Assert.Equal(("First", "desk@example.org", 3), (request.Text, request.SentTo, request.Version));
    }

    [Theory]
    [DatabaseData]
    public async Task Answer_NeedsItsDay_NotBeforeTheLetterNorToCome(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var id = Assert.IsType<Outcome.Done>(await AddAsync(room, source, await SentAsync(room, error))).Id;
        var today = await room.WithAsync(db => Task.FromResult(db.Today));

        foreach (var day in new DateOnly?[] { null, today.AddDays(-30), today.AddDays(1) })
        {
            Assert.Equal("On", Assert.Single(Assert.IsType<Outcome.Invalid>(await AnswerAsync(room, id, 1, CorrectionOutcome.Corrected, day)).Faults).Path);
        }

        Assert.IsType<Outcome.Done>(await AnswerAsync(room, id, 1, CorrectionOutcome.Corrected, today));
        Assert.IsType<Outcome.Stale>(await AnswerAsync(room, id, 1, CorrectionOutcome.Declined, today));
        Assert.Equal((CorrectionOutcome.Corrected, (DateOnly?)today), await room.WithAsync(db => db.CorrectionRequests.Select(r => new ValueTuple<CorrectionOutcome, DateOnly?>(r.Outcome, r.OutcomeOn)).SingleAsync(Ct)));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task ErrorTakenAway_StaysInItsLetter(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var id = Assert.IsType<Outcome.Done>(await AddAsync(room, source, Draft(error))).Id;
        var removed = await room.WithAsync(db => new SourceService(db).ReviseAsync(source, 3, new SourceEdit { Errors = [new ArticleErrorRow { Id = error, Remove = true }] }, room.Checker, Ct));
        Assert.IsType<Outcome.Done>(removed);

        Assert.IsType<Outcome.Done>(await UpdateAsync(room, id, 1, Draft(error) with { Text = "Shorter" }));
        Assert.Equal("Errors", await FaultAsync(room, source, Draft(error)));
    }

    [Theory]
    [DatabaseData]
    public async Task AddAndUpdate_ErrorThatWaitsForAnEditor_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (source, error) = await SourceAsync(room);
        var id = Assert.IsType<Outcome.Done>(await AddAsync(room, source, Draft(error))).Id;
        var changed = new ArticleErrorRow { Id = error, Kind = "wrong-name", Published = TextEdit.Of(("en", "North")), Harm = Harm.High };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).ReviseAsync(source, 3, new SourceEdit { Errors = [changed] }, room.Checker, Ct)));

        Assert.Equal("Errors", await FaultAsync(room, source, Draft(error)));
        var fault = Assert.Single(Assert.IsType<Outcome.Invalid>(await UpdateAsync(room, id, 1, Draft(error) with { Text = "Shorter" })).Faults);
        Assert.Equal(FaultCode.NotConfirmed, fault.Code);
    }

    private static CorrectionRequestInput Draft(Guid error) => new() { Errors = [error], Language = "ar", Text = "نرجو التصحيح" };

    private static Task<CorrectionRequestInput> SentAsync(Newsroom room, Guid error) =>
        room.WithAsync(db => Task.FromResult(Draft(error) with { Channel = ContactChannel.Email, SentAt = db.Now.AddDays(-1) }));

    private static async Task<(Guid Source, Guid Error)> SourceAsync(Newsroom room)
    {
        var source = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(Newsroom.ASource(), Guid.CreateVersion7(), room.Checker, Ct))).Id;
        var row = new ArticleErrorRow { Kind = "wrong-name", Published = TextEdit.Of(("en", "South")), Harm = Harm.High };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).AddErrorAsync(source, 1, row, Guid.CreateVersion7(), room.Checker, Ct)));
        var error = await room.WithAsync(db => db.ArticleErrors.Where(e => e.SourceId == source).Select(e => e.Id).SingleAsync(Ct));
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).ConfirmErrorAsync(source, error, 2, room.Editor, Ct)));
        return (source, error);
    }

    private static Task<Outcome> AddAsync(Newsroom room, Guid source, CorrectionRequestInput input, Guid? submission = null, Actor? actor = null) =>
        room.WithAsync(db => new CorrectionRequestService(db).AddAsync(source, input, submission ?? Guid.CreateVersion7(), actor ?? room.Checker, Ct));

    private static Task<Outcome> UpdateAsync(Newsroom room, Guid id, int version, CorrectionRequestInput input) =>
        room.WithAsync(db => new CorrectionRequestService(db).UpdateAsync(id, version, input, room.Editor, Ct));

    private static Task<Outcome> AnswerAsync(Newsroom room, Guid id, int version, CorrectionOutcome outcome, DateOnly? on = null) =>
        room.WithAsync(db => new CorrectionRequestService(db).RecordAnswerAsync(id, version, new CorrectionAnswer(outcome, on, null), room.Editor, Ct));

    private static async Task<string> FaultAsync(Newsroom room, Guid source, CorrectionRequestInput input) =>
        Assert.Single(Assert.IsType<Outcome.Invalid>(await AddAsync(room, source, input)).Faults).Path;
}
