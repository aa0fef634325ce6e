using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Admin;

public sealed class AuditTests(SeededWebApp app) : IClassFixture<SeededWebApp>
{
    [Theory]
    [InlineData("CT-50")]
    [InlineData("claim:50")]
    public async Task Audit_OfOneClaim_IsFoundByItsNumberAsPeopleWriteIt(string typed)
    {
        var admin = await app.SignedInAsync(Roles.Admin);

        var page = (await admin.GetAsync($"/en/admin/audit?stream={typed}")).AssertOk();

        Assert.NotEmpty(page.AllWords("tbody tr"));
        Assert.All(page.AllWords("tbody tr"), row => Assert.Contains("CT-50", row, StringComparison.Ordinal));
    }
}
