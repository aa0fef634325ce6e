using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review;

public sealed class IndependenceTests
{
    /// <summary>“member&lt;body” pairs; parties are letters.</summary>
    [Theory]
    [InlineData("a", "", "a")]
    [InlineData("s", "s<m m<g n<g", "gms")]
    [InlineData("m", "s<m t<m m<g n<g", "gmst")]
    [InlineData("g", "s<m m<g n<g", "gmns")]
    [InlineData("sn", "s<m m<g n<g", "gmns")]
    [InlineData("a", "a<b b<a", "ab")]
    [InlineData("", "a<b", "")]
    public void SideOf_Claimants_HoldsSuperiorsAndMembersButNotSiblings(string claimants, string memberOf, string side)
    {
        var pairs = memberOf.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(p => Id(p[0]), p => Id(p[2]));

        var actual = Independence.SideOf(claimants.Select(Id), pairs);

        Assert.Equal(side, string.Concat(actual.Select(id => (char)id.ToByteArray()[0]).Order()));
    }

    private static Guid Id(char letter) => new(letter, 0, 0, new byte[8]);
}
