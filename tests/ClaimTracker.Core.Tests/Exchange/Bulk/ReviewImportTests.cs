using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

/// <summary>Others' checks come in from a feed, are shown as others' work, come in once, and can be taken away again.</summary>
public sealed class ReviewImportTests
{
    private const int Entries = 200;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Import_MessyFeed_ReportsRowsChangesNothingAgainAndIsUndone(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        await desk.Room.WithAsync(async db =>
        {
            await RatingScale.EnsureAsync(db, Ct);
            return true;
        });
        var reviews = new MessyReviews(Entries);
        var feed = await TextAsync(reviews);

        var made = await desk.DoneAsync(BulkKind.Reviews, feed);

        Assert.Equal((BulkState.Done, Entries, reviews.Good, reviews.Twice, reviews.Faulty), (made.State, made.Rows, made.Made, made.Same, made.Faulty));
        Assert.Equal(reviews.Good, await desk.Room.WithAsync(db => db.PublicClaims.CountAsync(c => c.State == PublicState.Imported, Ct)));
        var documents = (await desk.Room.WithAsync(db => db.Publications.Select(p => p.Document).ToListAsync(Ct))).ConvertAll(PublicDocument.FromJson);
        Assert.All(documents, d => Assert.False(string.IsNullOrWhiteSpace(d.Outside?.Publisher) || string.IsNullOrWhiteSpace(d.Outside.RatingWords) || d.Languages.Count == 0 || d.DataSet is null));
        Assert.Equal(2, documents.Max(d => d.Claimants.Count));
        // Nothing of it is held back any more.
        Assert.Equal(reviews.Good, await desk.Room.WithAsync(db => db.Evidence.CountAsync(Ct)));
        Assert.Equal(await desk.Room.WithAsync(db => db.Sources.IgnoreQueryFilters().CountAsync(Ct)), await desk.Room.WithAsync(db => db.Sources.CountAsync(Ct)));
        Assert.Equal(await desk.Room.WithAsync(db => db.Parties.IgnoreQueryFilters().CountAsync(Ct)), await desk.Room.WithAsync(db => db.Parties.CountAsync(Ct)));
        Assert.Equal(RatingCodes.False, documents.First(d => d.Outside?.RatingWords == "زائف").Verdict?.Rating.Code);
        Assert.Null(documents.First(d => d.Outside?.RatingWords == "Sin pruebas").Verdict);
        Assert.Empty(await desk.Room.VerifyAsync());

        // Again: nothing to make, nothing written down of any claim.
        var audited = await desk.Room.WithAsync(db => db.AuditEntries.CountAsync(e => e.Stream.StartsWith("claim:"), Ct));
        var again = await desk.CheckedAsync(BulkKind.Reviews, feed);
        Assert.Equal((BulkState.Checked, 0, reviews.Good + reviews.Twice, reviews.Faulty), (again.State, again.New, again.Same, again.Faulty));
        Assert.DoesNotContain((await desk.RowsAsync(again.Id)).Where(r => r.Fate is BulkFate.Same), r => r.Faults is not null);

        // Their rating changed: said, and left as it is.
        var changed = await desk.CheckedAsync(BulkKind.Reviews, feed.Replace("Four Pinocchios", "Two Pinocchios", StringComparison.Ordinal), dataSet: "Another name");
        Assert.Equal(0, changed.New);
        Assert.Contains(await desk.RowsAsync(changed.Id), r => r.Fate is BulkFate.Same && r.ClaimNumber is not null && r.Faults?.Contains("ChangedByPublisher", StringComparison.OrdinalIgnoreCase) == true);
        Assert.Equal(audited, await desk.Room.WithAsync(db => db.AuditEntries.CountAsync(e => e.Stream.StartsWith("claim:"), Ct)));

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(made.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        var undone = await desk.LoadAsync(made.Id);
        Assert.Equal((BulkState.Undone, reviews.Good, 0), (undone.State, undone.Undone, undone.Left));
        Assert.Equal((0, 0, 0), await desk.Room.WithAsync(async db => (await db.Claims.CountAsync(Ct), await db.OutsideReviews.CountAsync(Ct), await db.PublicClaims.CountAsync(Ct))));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    [Fact]
    public async Task Import_AllOrNothing_IsShownOnlyWhenAllOfItIsMade()
    {
        await using var desk = await BulkDesk.OpenAsync(DatabaseProvider.Sqlite);

        var made = await desk.DoneAsync(BulkKind.Reviews, await TextAsync(new MessyReviews(40)), allOrNothing: true);

        Assert.Equal((BulkState.Done, 40), (made.State, made.Made));
        Assert.Equal(40, await desk.Room.WithAsync(db => db.PublicClaims.CountAsync(c => c.State == PublicState.Imported, Ct)));
    }

    [Theory, DatabaseData]
    public async Task Import_StoppedWhileItIsPublished_WaitsAndIsUndoneWhole(DatabaseProvider provider)
    {
        await using var desk = await BulkDesk.OpenAsync(provider);
        await desk.Room.WithAsync(async db =>
        {
            await RatingScale.EnsureAsync(db, Ct);
            return true;
        });
        var import = await desk.CheckedAsync(BulkKind.Reviews, await TextAsync(new MessyReviews(Entries)));
        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.RunAsync(import.Id, desk.Room.Editor, Ct)));
        while ((await desk.LoadAsync(import.Id)).State is not BulkState.Releasing)
        {
            await desk.StepAsync();
        }

        Assert.Equal(0, await desk.Room.WithAsync(db => db.Claimants.OfListedClaims(db).CountAsync(Ct)));
        await desk.StepAsync();

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.StopAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        var shown = await desk.Room.WithAsync(db => db.PublicClaims.CountAsync(Ct));
        Assert.InRange(shown, 1, import.New - 1);

        Assert.IsType<Outcome.Done>(await desk.DoAsync(s => s.UndoAsync(import.Id, desk.Room.Editor, Ct)));
        await desk.WorkAsync();
        var undone = await desk.LoadAsync(import.Id);
        Assert.Equal((BulkState.Undone, import.New, 0), (undone.State, undone.Undone, undone.Left));
        Assert.Equal((0, 0), await desk.Room.WithAsync(async db => (await db.Claims.IgnoreQueryFilters().CountAsync(Ct), await db.PublicClaims.CountAsync(Ct))));
        Assert.Empty(await desk.Room.VerifyAsync());
    }

    private static async Task<string> TextAsync(MessyReviews reviews)
    {
        using var stream = new MemoryStream();
        await reviews.WriteAsync(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
