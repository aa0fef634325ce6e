using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Publishing.Policies;

public sealed class PolicyServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task FirstSave_KeepsTheTextThatStoodUntilThen_WhateverALaterProgramBrings(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);

        Assert.IsType<Outcome.Done>(await SaveAsync(room, Policy.Corrections, 0, "Our own."));
        Assert.IsType<Outcome.Done>(await SaveAsync(room, Policy.Corrections, 1, "Our own, mended."));
        Assert.IsType<Outcome.Done>(await SaveAsync(room, Policy.Funding, 0, "Readers."));

        Assert.Equal([0, 1, 2], await NumbersAsync(room, Policy.Corrections));
        Assert.Equal([1], await NumbersAsync(room, Policy.Funding));
        Assert.Equal(BuiltInPolicies.Of(Policy.Corrections), await ReadAsync(room, p => p.VersionAsync(Policy.Corrections, 0, Ct), v => v?.Text));
        Assert.Empty(await room.VerifyAsync());

        // As a program of another text left it, and as one left it that kept no text.
        await AddAsync(room, Policy.Sources, 0, "As readers had it.");
        await AddAsync(room, Policy.Sources, 1, "Our own.");
        await AddAsync(room, Policy.Methodology, 1, "Our own.");
        Assert.IsType<Outcome.Done>(await SaveAsync(room, Policy.Methodology, 1, "Our own, mended."));

        Assert.Equal("As readers had it.", await ReadAsync(room, p => p.VersionAsync(Policy.Sources, 0, Ct), v => v?.Text["en"]));
        Assert.Equal([(1, true), (0, false)], await ReadAsync(room, p => p.VersionsAsync(Policy.Sources, Ct), rows => rows.ConvertAll(r => (r.Number, r.At is not null))));
        Assert.Equal([1, 2], await NumbersAsync(room, Policy.Methodology));
        Assert.Equal(BuiltInPolicies.Of(Policy.Methodology), await ReadAsync(room, p => p.VersionAsync(Policy.Methodology, 0, Ct), v => v?.Text));
    }

    [Theory, DatabaseData]
    public async Task Save_OfTwoAtTheSameMoment_IsOneVersion_AndTheOtherIsAsked(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var meeting = new Meeting(2);
        async Task<Outcome> SaveAtOnceAsync(string text)
        {
            await using var db = room.Database.CreateContext(meeting.Person("\"PolicyVersions\""));
            return await new PolicyService(db).SaveAsync(Policy.Corrections, 0, Edit(text), room.Admin, Ct);
        }

        var outcomes = await Task.WhenAll(Task.Run(() => SaveAtOnceAsync("One."), Ct), Task.Run(() => SaveAtOnceAsync("Two."), Ct));

        Assert.Single(outcomes.OfType<Outcome.Done>());
        var conflict = Assert.Single(outcomes.OfType<Outcome.Stale>()).Conflict;
        Assert.Equal(["One.", "Two."], conflict.Values.SelectMany(v => new[] { v.Theirs, v.Yours }).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1], await NumbersAsync(room, Policy.Corrections));
        Assert.Empty(await room.VerifyAsync());
    }

    private static PolicyEdit Edit(string text) => new(TextEdit.Of(("en", text)), TextEdit.Of(("en", "Changed.")));

    private static Task<Outcome> SaveAsync(Newsroom room, Policy policy, int madeFrom, string text) =>
        room.WithAsync(db => new PolicyService(db).SaveAsync(policy, madeFrom, Edit(text), room.Admin, Ct));

    private static Task<int> AddAsync(Newsroom room, Policy policy, int number, string text) => room.WithAsync(async db =>
    {
        var author = room.Admin.UserId!.Value; // a person
        db.PolicyVersions.Add(new PolicyVersion { Id = Guid.CreateVersion7(), Policy = policy, Number = number, Text = LocalizedText.Of(("en", text)), ById = author, At = db.Now });
        await db.SaveAsync(new ChangeContext(room.Admin, "policy.save"), Ct);
        return number;
    });

    private static Task<List<int>> NumbersAsync(Newsroom room, Policy policy) =>
        room.WithAsync(db => db.PolicyVersions.Where(v => v.Policy == policy).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync(Ct));

    private static async Task<TAnswer> ReadAsync<TRead, TAnswer>(Newsroom room, Func<PublicPolicies, Task<TRead>> read, Func<TRead, TAnswer> answer)
    {
        await using var db = room.Database.CreateReadContext();
        return answer(await read(new PublicPolicies(new PublicReader(db))));
    }
}
