using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>What a withheld source carries is neither found nor counted.</summary>
public sealed class WithheldRowsTests
{
    private const string Word = "zebrawood";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Withhold_TakesWordsOutletAndCountAway_AndUnwithholdBringsThemBack(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (claims, source, outlet) = await TwoListedAsync(room);
        var before = await RowsAsync(room);
        Assert.Equal(2, await CountAsync(room, outlet));

        await WithholdAsync(room, source);

        var withheld = await RowsAsync(room);
        Assert.DoesNotContain(Word, withheld, StringComparison.Ordinal);
        Assert.Equal([claims[1]], await NumbersAsync(room, outlet));
        Assert.Equal(1, await CountAsync(room, outlet));
        await room.WithAsync(async db =>
        {
            await new PublicProjection(db).RebuildAsync(Ct);
            return true;
        });
        Assert.Equal(withheld, await RowsAsync(room));

        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).UnwithholdAsync(source, 2, "She agreed", room.Editor, Ct)));
        Assert.Equal(before, await RowsAsync(room));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Withhold_HoldsForLaterPublicationsToo_AndRaisesTheEpoch(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var (claims, source, outlet) = await TwoListedAsync(room);
        var epoch = await EpochAsync(room);
        await WithholdAsync(room, source);
        Assert.True(await EpochAsync(room) > epoch);

        await ListAsync(room, claims[0], "We have found the register");
        await room.WithAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            await new Publisher(db).RepublishAsync(claims[0], PublicationKind.Listed, d => d with { IsContested = true }, Ct);
            await transaction.CommitAsync(Ct);
            return true;
        });

        Assert.DoesNotContain(Word, await RowsAsync(room), StringComparison.Ordinal);
        Assert.Equal([claims[1]], await NumbersAsync(room, outlet));
    }

    /// <summary>Two claims in one outlet; the first stands only in the source that is going to be withheld, with a word nobody else says.</summary>
    private static async Task<(int[] Claims, Guid Source, Guid Outlet)> TwoListedAsync(Newsroom room)
    {
        var outlet = new NewOutlet { Kind = OutletKind.Newspaper, Name = LocalizedText.Of(("en", "The Herald")) };
        var first = await room.LoggedAsync(Newsroom.AClaim() with
        {
            Appearances = [new AppearanceRow { Source = Newsroom.ASource() with { Outlet = outlet }, Quote = "six thousand " + Word, Strength = AppearanceStrength.Reported }],
        });
        var source = first.Appearances[0].SourceId;
        var outletId = (await room.WithAsync(db => db.Sources.SingleAsync(s => s.Id == source, Ct))).OutletId ?? Guid.Empty;
        var second = await room.LoggedAsync(Newsroom.AClaim("Nothing was shipped") with
        {
            Appearances = [new AppearanceRow { Source = Newsroom.ASource() with { Outlet = outletId }, Quote = "nothing at all", Strength = AppearanceStrength.Reported }],
        });
        await ListAsync(room, first.Number, "We are looking for the register");
        await ListAsync(room, second.Number, "We are looking for the register");
        return ([first.Number, second.Number], source, outletId);
    }

    private static async Task ListAsync(Newsroom room, int number, string note)
    {
        var version = (await room.LoadAsync(number)).Version;
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new PublicStateService(db, new Transitions(db, new Publisher(db)), new PublishedRedactor(db))
            .ListAsync(number, version, LocalizedText.Of(("en", note)), null, room.Editor, Ct)));
    }

    private static async Task WithholdAsync(Newsroom room, Guid source) =>
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).WithholdAsync(source, 1, "She is at risk", room.Editor, Ct)));

    private static Task<List<int>> NumbersAsync(Newsroom room, Guid outlet) =>
        room.WithAsync(db => db.PublicFacets.Where(f => f.Facet == Facets.Outlet && f.Value == outlet.ToString()).Select(f => f.Number).ToListAsync(Ct));

    private static Task<int> CountAsync(Newsroom room, Guid outlet) =>
        room.WithAsync(db => db.PublicCounts.Where(c => c.Facet == Facets.Outlet && c.Value == outlet.ToString()).Select(c => c.Count).SingleAsync(Ct));

    private static Task<long> EpochAsync(Newsroom room) => room.WithAsync(async db => (long)(await db.Epochs.SingleAsync(Ct)).Value);

    private static async Task<string> RowsAsync(Newsroom room)
    {
        await using var db = room.Database.CreateReadContext();
        return JsonSerializer.Serialize(new
        {
            Claims = await db.PublicClaims.OrderBy(c => c.Number).ToListAsync(Ct),
            Texts = await db.SearchTexts(SearchScope.Public).OrderBy(t => t.Number).ToListAsync(Ct),
            Facets = await db.PublicFacets.OrderBy(f => f.Facet).ThenBy(f => f.Value).ThenBy(f => f.Number).ToListAsync(Ct),
            Counts = await db.PublicCounts.Where(c => c.Count > 0).OrderBy(c => c.Facet).ThenBy(c => c.Value).ToListAsync(Ct),
        });
    }
}
