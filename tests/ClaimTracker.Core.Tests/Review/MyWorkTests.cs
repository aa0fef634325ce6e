using System.Data.Common;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static ClaimTracker.Core.Tests.Review.ReviewScene;

namespace ClaimTracker.Core.Tests.Review;

public sealed class MyWorkTests
{
    private static readonly Actor Observer = new(Guid.CreateVersion7(), "Observer", Roles.Observer);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Read_ProposedVerdict_WaitsForEveryEditorButNotForItsAuthor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);

        Assert.Equal(Number, Assert.Single((await ReadAsync(database, scene.Editors[0])).Review).Claim.Number);
        Assert.Empty((await ReadAsync(database, scene.Checker)).Review);
        // The same person, made an editor since, still wrote it.
        Assert.Empty((await ReadAsync(database, scene.Checker with { Roles = Roles.Editor })).Review);
        Assert.Equal(Number, Assert.Single((await ReadAsync(database, scene.Checker)).Assigned).Number);
    }

    [Theory, DatabaseData]
    public async Task Read_ReturnedVerdict_IsItsAuthorsWithTheLatestReason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.MustAsync((d, v) => d.Verdicts.ReturnAsync(Number, v, "The second register is missing.", scene.Editors[0], Ct));

        var work = await ReadAsync(database, scene.Checker);

        var returned = Assert.Single(work.Returned);
        Assert.Equal("The second register is missing.", returned.Reason);
        Assert.Equal(scene.Editors[0].UserId, returned.ById);
        Assert.Empty(work.Assigned);
        Assert.Empty((await ReadAsync(database, scene.Editors[1])).Returned);
    }

    [Theory, DatabaseData]
    public async Task Read_OpenPanel_WaitsForThoseWhoMayStillVote(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The registers disagree with each other.", scene.Editors[0], Ct));
        await scene.MustAsync((d, v) => d.Panels.VoteAsync(Number, v, scene.False, "Both registers say so.", scene.Editors[1], Ct));

        Assert.Equal(1, Assert.Single((await ReadAsync(database, scene.Editors[2])).Votes).VotesCast);
        Assert.Empty((await ReadAsync(database, scene.Editors[1])).Votes);
        Assert.Empty((await ReadAsync(database, scene.Checker)).Votes);
        Assert.Single((await ReadAsync(database, Observer)).Votes);
    }

    [Theory, DatabaseData]
    public async Task Read_WithdrawalAsked_WaitsForAnotherEditor(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.ProposeAsync(scene.False, Ct);
        await scene.ApproveAsync(scene.Editors[0], Ct);
        await scene.MustAsync((d, v) => d.PublicStates.WithdrawAsync(
            Number, v, "The registers were forged.", LocalizedText.Of(("en", "We withdrew this check because its records were forged.")), scene.Editors[0], Ct));

        Assert.Equal(ConfirmationKind.Withdrawal, Assert.Single((await ReadAsync(database, scene.Editors[1])).Confirmations).Kind);
        Assert.Empty((await ReadAsync(database, scene.Editors[0])).Confirmations);
        Assert.Empty((await ReadAsync(database, scene.Checker)).Confirmations);
    }

    [Theory]
    [DatabaseData("itself", SourceStatus.Corrected)]
    [DatabaseData("copy", SourceStatus.Retracted)]
    [DatabaseData("original", SourceStatus.Retracted)]
    public async Task Read_SourceRetracted_BringsItsClaimsToAssigneeAndEditors(DatabaseProvider provider, string which, SourceStatus status)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.MustAsync((d, v) => d.Stages.TakeAsync(Number, v, scene.Checker, Ct));
        await ChangeSourceAsync(database, which, status);

        var item = Assert.Single((await ReadAsync(database, scene.Checker)).ChangedSources);
        Assert.Equal(status, Assert.Single(item.Sources).Status);
        Assert.Single((await ReadAsync(database, scene.Editors[0])).ChangedSources);
        Assert.Single((await ReadAsync(database, Observer)).ChangedSources);
        Assert.Empty((await ReadAsync(database, new Actor(Guid.CreateVersion7(), "Another checker", Roles.Checker))).ChangedSources);
    }

    [Theory, DatabaseData]
    public async Task Read_MentionsDeadlinesAndDates_AreOnesOwn(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        await scene.MustAsync((d, v) => d.Stages.TakeAsync(Number, v, scene.Checker, Ct));
        await using (var db = database.CreateContext())
        {
            var note = new Note { Id = Guid.CreateVersion7(), ClaimNumber = Number, AuthorId = scene.Editors[0].UserId!.Value, Body = "Look at the second register", Language = "en", WrittenAt = db.Now };
            note.Mentions.Add(new NoteMention { Id = Guid.CreateVersion7(), ClaimNumber = Number, NoteId = note.Id, UserId = scene.Checker.UserId!.Value });
            db.Notes.Add(note);
            var claim = await db.Claims.SingleAsync(Ct);
            claim.Due = db.Today.AddDays(-1);
            claim.RecheckOn = db.Today.AddDays(MyWork.DaysAhead + 1);
            await db.SaveAsync(new ChangeContext(Actor.System, "test"), Ct);
        }

        var work = await ReadAsync(database, scene.Checker);

        Assert.Equal("Look at the second register", Assert.Single(work.Mentions).Body);
        Assert.True(Assert.Single(work.Contacts).IsOver);
        var date = Assert.Single(work.Dates);
        Assert.True(date is { IsOver: true, IsRecheck: false });
        var another = await ReadAsync(database, scene.Editors[1]);
        Assert.Empty(another.Mentions);
        Assert.Empty(another.Contacts);
    }

    [Theory, DatabaseData]
    public async Task Read_HoweverMuchThereIs_AsksTheSameNumberOfQueries(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var scene = await SceneAsync(database);
        var before = await CountAsync(database, scene.Editors[0]);
        await scene.ProposeAsync(scene.False, Ct);
        await ChangeSourceAsync(database, "itself", SourceStatus.Retracted);
        await scene.MustAsync((d, v) => d.Panels.ContestAsync(Number, v, "The registers disagree with each other.", scene.Editors[1], Ct));

        var after = await CountAsync(database, scene.Editors[0]);

        Assert.NotEmpty((await ReadAsync(database, scene.Editors[0])).Votes);
        // Split queries ask for the rows of a list only where the list has any; each at most once.
        Assert.InRange(after, before, 20);
    }

    private static async Task ChangeSourceAsync(TestDatabase database, string which, SourceStatus status)
    {
        await using var db = database.CreateContext();
        var used = await db.Sources.OrderBy(s => s.Id).FirstAsync(Ct);
        var changed = used;
        if (which != "itself")
        {
            changed = new Source { Id = Guid.CreateVersion7(), Kind = SourceKind.Article, OriginalId = which == "copy" ? used.Id : null };
            db.Sources.Add(changed);
        }

        if (which == "original")
        {
            used.OriginalId = changed.Id;
        }

        changed.Status = status;
        changed.StatusOn = db.Today;
        await db.SaveAsync(new ChangeContext(Actor.System, "source.status"), Ct);
    }

    private static async Task<ReviewScene> SceneAsync(TestDatabase database)
    {
        var scene = new ReviewScene(database);
        await scene.SetUpAsync(Ct);
        return scene;
    }

    private static async Task<MyWorkLists> ReadAsync(TestDatabase database, Actor actor)
    {
        await using var db = database.CreateContext();
        return await new MyWork(db).ReadAsync(actor, Ct);
    }

    private static async Task<int> CountAsync(TestDatabase database, Actor actor)
    {
        var counter = new CommandCounter();
        var options = new DbContextOptionsBuilder<ClaimDbContext>().AddInterceptors(counter);
        options.UseClaimDatabase(database.Provider, database.ConnectionString);
        await using var db = new ClaimDbContext(options.Options, database.Clock);
        _ = await new MyWork(db).ReadAsync(actor, Ct);
        return counter.Count;
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return new(result);
        }
    }
}
