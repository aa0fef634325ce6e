using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Tests.Users;

public sealed class PermissionsTests
{
    private const int RoleSets = 16;

    /// <summary>Which single roles may; a set of roles may what any of its roles may. Letters: Observer, Checker, Editor, Admin.</summary>
    public static TheoryData<string, string, Func<Actor, bool>> ByRole => new()
    {
        { nameof(Permissions.CanReadDesk), "OCEA", Permissions.CanReadDesk },
        { nameof(Permissions.SeesStaffNames), "CEA", Permissions.SeesStaffNames },
        { nameof(Permissions.SeesStaffOnly), "CEA", Permissions.SeesStaffOnly },
        { nameof(Permissions.CanReadAudit), "A", Permissions.CanReadAudit },
        { nameof(Permissions.CanLogClaim), "CE", Permissions.CanLogClaim },
        { nameof(Permissions.CanBulkAssign), "E", Permissions.CanBulkAssign },
        { nameof(Permissions.CanRemove), "EA", Permissions.CanRemove },
        { nameof(Permissions.CanWriteNote), "CE", Permissions.CanWriteNote },
        { "edit own note", "CE", a => Permissions.CanEditNote(a, isAuthor: true) },
        { "edit another's note", "", a => Permissions.CanEditNote(a, isAuthor: false) },
        { nameof(Permissions.CanResolveNote), "CE", Permissions.CanResolveNote },
        { nameof(Permissions.CanSignArchive), "E", Permissions.CanSignArchive },
        { nameof(Permissions.CanPublishNote), "E", Permissions.CanPublishNote },
        { nameof(Permissions.CanSaveSearch), "OCEA", Permissions.CanSaveSearch },
        { nameof(Permissions.CanShareSearch), "CE", Permissions.CanShareSearch },
        { "see own search", "OCEA", a => Permissions.SeesSavedSearch(a, isOwner: true, isShared: false) },
        { "see a shared search", "OCEA", a => Permissions.SeesSavedSearch(a, isOwner: false, isShared: true) },
        { "see another's private search", "", a => Permissions.SeesSavedSearch(a, isOwner: false, isShared: false) },
        { "change own search", "OCEA", a => Permissions.CanChangeSavedSearch(a, isOwner: true) },
        { "change another's search", "", a => Permissions.CanChangeSavedSearch(a, isOwner: false) },
        { nameof(Permissions.CanEditSources), "CE", Permissions.CanEditSources },
        { nameof(Permissions.CanRequestCorrection), "CE", Permissions.CanRequestCorrection },
        { nameof(Permissions.CanWithholdSource), "E", Permissions.CanWithholdSource },
        { nameof(Permissions.CanAddTopic), "CEA", Permissions.CanAddTopic },
        { nameof(Permissions.CanManageTopics), "A", Permissions.CanManageTopics },
        { nameof(Permissions.CanHandleChallenges), "E", Permissions.CanHandleChallenges },
        { nameof(Permissions.CanManageAccounts), "A", Permissions.CanManageAccounts },
        { nameof(Permissions.CanManageRatings), "A", Permissions.CanManageRatings },
        { nameof(Permissions.CanEditPolicies), "A", Permissions.CanEditPolicies },
        { nameof(Permissions.CanManageTokens), "A", Permissions.CanManageTokens },
    };

    /// <summary>Stage by stage for an editor, the assignee, whoever logged it, any other checker; “-” nobody.</summary>
    public static TheoryData<string, Func<Actor, ClaimAccess, bool>, string> ByClaim => new()
    {
        //                                                          before Logged Checking InReview Returned Contested Settled Closed
        { "edit claim", Permissions.CanEditClaim, "               - | EAL | EA | EA | EA | EA | EA | -" },
        { "change evidence", Permissions.CanChangeEvidence, "     - | EAL | EA | EA | EA | EA | EA | -" },
        { "plan", Permissions.CanPlan, "                          - | EAL | EA | EA | EA | EA | EA | -" },
        { "add evidence", Permissions.CanAddEvidence, "           - | EALO | EALO | EALO | EALO | EALO | EALO | -" },
        { "add appearance", Permissions.CanAddAppearance, "       - | EALO | EALO | EALO | EALO | EALO | EALO | -" },
        { "record contact", Permissions.CanRecordContact, "       - | EALO | EALO | EALO | EALO | EALO | EALO | -" },
        { "edit draft", (a, c) => Permissions.CanEditDraft(a, c, isAuthor: false), "- | - | A | - | A | - | - | -" },
        { "edit own draft", (a, c) => Permissions.CanEditDraft(a, c, isAuthor: true), "- | - | EALO | - | EALO | - | - | -" },
    };

    [Theory]
    [MemberData(nameof(ByRole))]
    public void Permission_EverySetOfRoles_IsWhatOneOfThemMay(string permission, string who, Func<Actor, bool> may)
    {
        foreach (var roles in Enumerable.Range(0, RoleSets).Select(r => (Roles)r))
        {
            var expected = (who.Contains('O') && roles.HasFlag(Roles.Observer))
                || (who.Contains('C') && roles.HasFlag(Roles.Checker))
                || (who.Contains('E') && roles.HasFlag(Roles.Editor))
                || (who.Contains('A') && roles.HasFlag(Roles.Admin));

            Assert.True(expected == may(With(roles)), $"{permission} by {roles}");
        }
    }

    [Theory]
    [MemberData(nameof(ByClaim))]
    public void Permission_EveryStageAndPart_IsAsWritten(string permission, Func<Actor, ClaimAccess, bool> may, string table)
    {
        var cells = table.Split('|', StringSplitOptions.TrimEntries);
        Stage?[] stages = [null, .. Enum.GetValues<Stage>().Select(s => (Stage?)s)];
        foreach (var (stage, who) in stages.Zip(cells))
        {
            Assert.True(who.Contains('E') == may(With(Roles.Editor), new ClaimAccess(stage, false, false)), $"{permission} at {stage} by an editor");
            Assert.True(who.Contains('A') == may(With(Roles.Checker), new ClaimAccess(stage, true, false)), $"{permission} at {stage} by the assignee");
            Assert.True(who.Contains('L') == may(With(Roles.Checker), new ClaimAccess(stage, false, true)), $"{permission} at {stage} by its logger");
            Assert.True(who.Contains('O') == may(With(Roles.Checker), new ClaimAccess(stage, false, false)), $"{permission} at {stage} by another");
            Assert.False(may(With(Roles.Observer | Roles.Admin), new ClaimAccess(stage, true, true)), $"{permission} at {stage} without Checker or Editor");
        }
    }

    [Theory]
    //          granted                          until         suspended today         hold
    [InlineData(Roles.Checker | Roles.Editor, null, false, "2024-05-01", Roles.Checker | Roles.Editor)]
    [InlineData(Roles.Checker | Roles.Editor, "2024-05-01", false, "2024-05-01", Roles.Checker | Roles.Editor)]
    [InlineData(Roles.Checker | Roles.Editor, "2024-04-30", false, "2024-05-01", Roles.Checker)]
    [InlineData(Roles.Editor, "2024-04-30", false, "2024-05-01", Roles.Checker)]
    [InlineData(Roles.Editor | Roles.Admin, "2024-04-30", false, "2024-05-01", Roles.Checker | Roles.Admin)]
    [InlineData(Roles.Observer, "2024-04-30", false, "2024-05-01", Roles.Observer)]
    [InlineData(Roles.Editor | Roles.Admin, null, true, "2024-05-01", Roles.None)]
    public void RolesOn_Day_EndEditorAfterItsDateAndAllWhileSuspended(Roles granted, string? until, bool isSuspended, string today, Roles hold) =>
        Assert.Equal(hold, Permissions.RolesOn(granted, until is null ? null : DateOnly.Parse(until), isSuspended, DateOnly.Parse(today)));

    private static Actor With(Roles roles) => new(Guid.NewGuid(), "somebody", roles);
}
