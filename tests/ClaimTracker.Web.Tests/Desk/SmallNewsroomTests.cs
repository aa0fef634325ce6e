using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Where a panel is one editor, because there are two in all.</summary>
public sealed class SmallNewsroomTests(SmallNewsroom room) : IClassFixture<SmallNewsroom>
{
    [Theory]
    [InlineData("en", "Misleading")]
    [InlineData("ar", "مضلل")]
    public async Task ContestBetweenTwoEditors_Ends(string language, string rating)
    {
        var checker = await room.JoinsAsync(Roles.Checker, language);
        var approver = await room.JoinsAsync(Roles.Editor, language);
        var other = await room.JoinsAsync(Roles.Editor, language);
        var number = await room.PublishedAsync(checker, approver);

        await approver.MustAsync(number, ClaimAction.Contest, ("Input.Reason", "On second thoughts one register is not enough."));
        await other.VotesAsync(number, "Misleading", "Two terminals are not the port.");
        await other.MustAsync(
            number, ClaimAction.ClosePanel,
            ("Correction.What.En", "We now rate the claim Misleading."), ("Correction.What.Ar", "صار تقييمنا «مضلل»."), ("Correction.Cause", "OurError"));

        var page = (await room.ReadAsync(number, language)).AssertOk();
        Assert.Contains(rating, page.Words(".verdict .badge"), StringComparison.Ordinal);
        Assert.Equal("", page.Words(".banner--contested"));
        Assert.Null(page.Html.QuerySelector(".dissent"));
    }
}
