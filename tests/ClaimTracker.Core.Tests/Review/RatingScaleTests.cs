using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Review;

public sealed class RatingScaleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Ensure_Twice_AddsEachRatingOnceAndLeavesWhatPeopleChanged(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.CreateContext())
        {
            await RatingScale.EnsureAsync(db, Ct);
            var misleading = await db.Ratings.SingleAsync(r => r.Code == RatingCodes.Misleading, Ct);
            misleading.Label = misleading.Label.With("en", "Misleads");
            await db.SaveAsync(new Core.History.ChangeContext(Core.Users.Actor.System, "test"), Ct);
        }

        await using (var db = database.CreateContext())
        {
            await RatingScale.EnsureAsync(db, Ct);
        }

        await using var read = database.CreateContext();
        var ratings = await read.Ratings.AsNoTracking().OrderBy(r => r.Order).ToListAsync(Ct);
        Assert.Equal("Misleads", ratings.Single(r => r.Code == RatingCodes.Misleading).Label["en"]);
        Assert.Equal(
            ["True", "MostlyTrue", "PartlyTrue", "Misleading", "False", "Disputed", "Unproven", "NotCheckable"],
            ratings.Where(r => r is { Aspect: RatedAspect.Content, IsActive: true }).Select(r => r.Code));
        Assert.Equal(
            ["Inaccurate", "Fabricated", "MissingContext", "Outdated", "Satire"],
            ratings.Where(r => r is { Aspect: RatedAspect.Content, IsActive: false }).Select(r => r.Code));
        Assert.Equal(["Said", "SaidDifferently", "Misattributed", "NotSaid", "Unproven"], ratings.Where(r => r.Aspect == RatedAspect.Saying).Select(r => r.Code));
        Assert.All(ratings.Where(r => r.Aspect == RatedAspect.Saying), r => Assert.True(r.IsActive && r.ClaimReviewValue is null));
        Assert.All(ratings, r => Assert.True(r.Label.Has("ar") && r.Label.Has("en") && r.Definition.Has("ar") && r.Definition.Has("en")));
    }
}
