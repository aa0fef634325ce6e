using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What a search box offers while somebody types.</summary>
public sealed class ClaimSuggestionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData("putin")]
    [DatabaseData("Put")]
    [DatabaseData("بوتين")]
    [DatabaseData("بوت")]
    [DatabaseData("vladimir pu")]
    [DatabaseData("فلادمير بوتين")]
    public async Task Offer_AName_InAnySpellingAndUnfinished_IsThePersonsAndTheirClaims(DatabaseProvider provider, string typed)
    {
        await using var newsroom = await NewsroomAsync(provider);

        var offered = await OfferAsync(newsroom, typed);

        Assert.Equal("Vladimir Putin", Assert.Single(offered.Claimants).Name["en"]);
        Assert.Equal(1, offered.Claimants[0].Claims);
        Assert.Contains(1, offered.Claims);
    }

    [Theory]
    [DatabaseData("contai", 2)]
    [DatabaseData("shipped contain", 2)]
    [DatabaseData("حاوي", 2)]
    [DatabaseData("-putin contai", 2)]
    public async Task Offer_TheBeginningOfAWord_FindsClaimsThatHoldIt(DatabaseProvider provider, string typed, int expected)
    {
        await using var newsroom = await NewsroomAsync(provider);

        Assert.Equal([expected], (await OfferAsync(newsroom, typed)).Claims);
    }

    [Theory]
    [DatabaseData("arms t")]
    [DatabaseData("transfers of arms")]
    [DatabaseData("نقل الأسل")]
    public async Task Offer_ATopic_WithTheClaimsItHas(DatabaseProvider provider, string typed)
    {
        await using var newsroom = await NewsroomAsync(provider);

        Assert.Equal(2, Assert.Single((await OfferAsync(newsroom, typed)).Topics).Claims);
    }

    [Theory]
    [DatabaseData("p")]
    [DatabaseData("")]
    [DatabaseData("\"")]
    public async Task Offer_NothingYet_OffersNothing(DatabaseProvider provider, string typed)
    {
        await using var newsroom = await NewsroomAsync(provider);

        var offered = await OfferAsync(newsroom, typed);

        Assert.Empty(offered.Claims);
        Assert.Empty(offered.Claimants);
        Assert.Empty(offered.Topics);
    }

    [Theory, DatabaseData]
    public async Task Offer_ToReaders_NamesNothingThatIsNotPublic(DatabaseProvider provider)
    {
        await using var newsroom = await NewsroomAsync(provider);
        foreach (var typed in new[] { "putin", "contai", "arms t" })
        {
            var offered = await newsroom.WithAsync(db => new ClaimSuggestions(db, SearchScope.Public).OfferAsync(typed, seesStaffOnly: false, Ct));

            Assert.Empty(offered.Claims);
            Assert.Empty(offered.Claimants);
            Assert.Empty(offered.Topics);
        }
    }

    /// <summary>A claim by Putin and one by a minister, both on arms transfers.</summary>
    private static async Task<Newsroom> NewsroomAsync(DatabaseProvider provider)
    {
        var newsroom = await Newsroom.OpenAsync(provider);
        var first = await newsroom.LoggedAsync(Newsroom.AClaim() with
        {
            Statement = LocalizedText.Of(("en", "Putin received his guest at the airport"), ("ar", "استقبل بوتين ضيفه في المطار")),
            Claimants = [new ClaimantRow { Party = new NewParty { Kind = PartyKind.Person, Name = LocalizedText.Of(("en", "Vladimir Putin"), ("ar", "فلاديمير بوتين")) } }],
            Topics = [new NewTopic { Name = LocalizedText.Of(("en", "Arms transfers"), ("ar", "نقل الأسلحة")), Slug = "arms-transfers" }],
            Figures = [],
            Appearances = [],
        });
        await newsroom.LoggedAsync(Newsroom.AClaim() with
        {
            Statement = LocalizedText.Of(("en", "Seven thousand containers were shipped"), ("ar", "شُحنت 7000 حاوية")),
            Topics = [first.Topics[0].TopicId],
        });
        return newsroom;
    }

    private static Task<Suggested> OfferAsync(Newsroom newsroom, string? typed) =>
        newsroom.WithAsync(db => new ClaimSuggestions(db, SearchScope.Desk).OfferAsync(typed, seesStaffOnly: true, Ct));
}
