using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review;

public sealed class PanelRulesTests
{
    /// <summary>Editors a, b, c … and ratings T, F … of the tables below.</summary>
    private static Guid Id(char letter) => new(letter, 0, 0, new byte[8]);

    private static char Letter(Guid id) => (char)id.ToByteArray()[0];

    private static string Letters(IEnumerable<Guid> ids) => string.Concat(ids.Select(Letter).Order());

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    [InlineData(7, 4)]
    public void MajorityOf_Size_IsMoreThanHalf(int size, int needed) => Assert.Equal(needed, PanelRules.MajorityOf(size));

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, true)]
    [InlineData(5, 5, true)]
    [InlineData(3, 2, false)]
    [InlineData(2, 5, false)]
    [InlineData(0, 5, false)]
    [InlineData(-1, 5, false)]
    [InlineData(1, 0, false)]
    public void IsValidSize_OneOrOddAndFillable(int size, int eligible, bool isValid) => Assert.Equal(isValid, PanelRules.IsValidSize(size, eligible));

    [Theory]
    [InlineData(3, 5, 3)]
    [InlineData(3, 3, 3)]
    [InlineData(3, 2, 1)]
    [InlineData(5, 4, 3)]
    [InlineData(4, 9, 3)]
    [InlineData(1, 9, 1)]
    [InlineData(3, 0, 0)]
    public void SizeFor_SettingAndEditors_IsTheLargestThatCanBeFilled(int setting, int eligible, int size)
    {
        Assert.Equal(size, PanelRules.SizeFor(setting, eligible));
        Assert.Equal(size > 0, PanelRules.IsValidSize(size, eligible));
    }

    [Theory]
    //          editors authors assignee approver eligible
    [InlineData("abc", "", "", "", "abc")]
    [InlineData("abc", "a", "", "", "bc")]
    [InlineData("abc", "a", "b", "", "c")]
    [InlineData("abc", "a", "", "b", "c")]
    [InlineData("abc", "a", "b", "c", "c")]
    [InlineData("ab", "x", "x", "b", "a")]
    [InlineData("ab", "a", "", "b", "b")]
    [InlineData("a", "a", "", "", "")]
    [InlineData("a", "a", "", "a", "")]
    [InlineData("aab", "", "", "", "ab")]
    public void Eligible_ByPart_LeavesOutThoseItJudges(string editors, string authors, string assignee, string approver, string eligible)
    {
        var actual = PanelRules.Eligible(editors.Select(Id), [.. authors.Select(Id)], One(assignee), One(approver));

        Assert.Equal(eligible, Letters(actual));

        static Guid? One(string letters) => letters.Length == 0 ? null : Id(letters[0]);
    }

    [Theory]
    //          size votes                 cast majority members dissent ended without
    [InlineData(1, "", 0, "", "", "", false)]
    [InlineData(1, "aT", 1, "T", "a", "", false)]
    [InlineData(1, "aT aF", 1, "F", "a", "", false)]
    [InlineData(3, "aT", 1, "", "", "", false)]
    [InlineData(3, "aT bT", 2, "T", "ab", "", false)]
    [InlineData(3, "aT bF", 2, "", "", "", false)]
    [InlineData(3, "aT bF cF", 3, "F", "bc", "a", false)]
    [InlineData(3, "aT bF cM", 3, "", "", "", true)]
    [InlineData(3, "aT bF cM bT", 3, "T", "ab", "c", false)]
    [InlineData(3, "aT bT bF", 2, "", "", "", false)]
    [InlineData(3, "aT aT aT", 1, "", "", "", false)]
    [InlineData(5, "aT bT cF dF", 4, "", "", "", false)]
    [InlineData(5, "aT bT cF dF eM", 5, "", "", "", true)]
    [InlineData(5, "aT bT cF dF eT", 5, "T", "abe", "cd", false)]
    [InlineData(5, "aT bT cT", 3, "T", "abc", "", false)]
    public void Tally_Votes_CountsEachEditorOnceByTheLast(
        int size, string votes, int cast, string majority, string members, string dissent, bool endedWithout)
    {
        var tally = PanelRules.Tally(
            size, votes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => new PanelVote(Id(v[0]), Id(v[1]))));

        Assert.Equal(cast, tally.VotesCast);
        Assert.Equal(majority, tally.MajorityRatingId is { } rating ? Letters([rating]) : "");
        Assert.Equal(members, Letters(tally.Majority));
        Assert.Equal(dissent, Letters(tally.Dissent));
        Assert.Equal(endedWithout, tally.EndedWithoutMajority);
    }

    [Theory]
    //          reason                          cast majority deadline eligible holds
    [InlineData(DissolveReason.OpenedByMistake, 0, false, false, 3, true)]
    [InlineData(DissolveReason.OpenedByMistake, 2, false, false, 3, true)]
    [InlineData(DissolveReason.OpenedByMistake, 2, true, false, 3, false)]
    [InlineData(DissolveReason.NoMajority, 3, false, false, 3, true)]
    [InlineData(DissolveReason.NoMajority, 2, false, false, 3, false)]
    [InlineData(DissolveReason.NoMajority, 3, true, false, 3, false)]
    [InlineData(DissolveReason.DeadlinePassed, 1, false, true, 3, true)]
    [InlineData(DissolveReason.DeadlinePassed, 1, false, false, 3, false)]
    [InlineData(DissolveReason.DeadlinePassed, 2, true, true, 3, false)]
    [InlineData(DissolveReason.TooFewEditors, 1, false, false, 2, true)]
    [InlineData(DissolveReason.TooFewEditors, 1, false, false, 3, false)]
    [InlineData(DissolveReason.TooFewEditors, 1, true, false, 2, false)]
    public void Holds_ReasonToDissolve_ByTheFacts(DissolveReason reason, int cast, bool majority, bool deadline, int eligible, bool holds)
    {
        var panel = new PanelSituation
        {
            Size = 3,
            StageBefore = Stage.InReview,
            VotesCast = cast,
            MajorityExists = majority,
            DeadlinePassed = deadline,
        };

        Assert.Equal(holds, PanelRules.Holds(reason, panel, eligible));
    }
}
