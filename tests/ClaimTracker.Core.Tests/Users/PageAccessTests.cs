using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Tests.Users;

public sealed class PageAccessTests
{
    [Theory]
    [InlineData("/Public/Claims/Index", PagePermission.Anyone)]
    [InlineData("/Account/SignIn", PagePermission.Anyone)]
    [InlineData("/Account/Manage/Password", PagePermission.SignedIn)]
    [InlineData("/Desk/Index", PagePermission.ReadDesk)]
    [InlineData("/Desk/Claims/Index", PagePermission.ReadDesk)]
    [InlineData("/Desk/Claims/New", PagePermission.LogClaim)]
    [InlineData("/desk/claims/new", PagePermission.LogClaim)]
    [InlineData("/Desk/Claims/Newest", PagePermission.ReadDesk)]
    [InlineData("/Desk/Sources/Source", PagePermission.ReadDesk)]
    [InlineData("/Desk/Sources/Edit", PagePermission.EditSources)]
    [InlineData("/Desk/Sources/Visibility", PagePermission.WithholdSource)]
    [InlineData("/Admin/Users/Index", PagePermission.Administer)]
    [InlineData("/Somewhere/Index", null)]
    [InlineData("/", null)]
    [InlineData("", null)]
    public void Of_Page_IsItsFoldersPermission(string page, PagePermission? permission) => Assert.Equal(permission, PageAccess.Of(page));

    [Theory]
    [InlineData(PagePermission.Anyone, true, true, true, true, true, true)]
    [InlineData(PagePermission.SignedIn, false, true, true, true, true, true)]
    [InlineData(PagePermission.ReadDesk, false, false, true, true, true, true)]
    [InlineData(PagePermission.LogClaim, false, false, false, true, true, false)]
    [InlineData(PagePermission.EditSources, false, false, false, true, true, false)]
    [InlineData(PagePermission.WithholdSource, false, false, false, false, true, false)]
    [InlineData(PagePermission.Administer, false, false, false, false, false, true)]
    public void MayOpen_EveryRole_IsAsWritten(
        PagePermission permission, bool reader, bool withoutRole, bool observer, bool checker, bool editor, bool admin)
    {
        Assert.Equal(reader, PageAccess.MayOpen(permission, Actor.Reader));
        Assert.Equal(withoutRole, PageAccess.MayOpen(permission, With(Roles.None)));
        Assert.Equal(observer, PageAccess.MayOpen(permission, With(Roles.Observer)));
        Assert.Equal(checker, PageAccess.MayOpen(permission, With(Roles.Checker)));
        Assert.Equal(editor, PageAccess.MayOpen(permission, With(Roles.Editor)));
        Assert.Equal(admin, PageAccess.MayOpen(permission, With(Roles.Admin)));
    }

    private static Actor With(Roles roles) => new(Guid.NewGuid(), "somebody", roles);
}
