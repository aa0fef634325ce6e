using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Every action of the workbench, sent by people who may not do it: refused in words, and written to the trail. Hiding a button is never the check.</summary>
public sealed class RoleRefusalTests(Newsroom room) : IClassFixture<Newsroom>
{
    private static readonly IReadOnlyList<ClaimAction> All =
        [.. Enum.GetValues<ClaimAction>().Except([ClaimAction.Log, ClaimAction.EditWording, ClaimAction.ChangeMeaning, ClaimAction.ApproveCorrection, ClaimAction.AddLanguage])];

    /// <summary>What a checker may do to a claim of somebody else's, as far as its stage allows.</summary>
    private static readonly IReadOnlyList<ClaimAction> AnyChecker = [ClaimAction.Take, ClaimAction.Reopen];

    private static readonly IReadOnlyList<ClaimAction> AnyAdmin = [ClaimAction.Remove, ClaimAction.ConfirmRemoval, ClaimAction.RestoreRemoved];

    private static readonly string[] OtherForms = ["verdict", "contacts", "notes", "links", "translate"];

    [Theory]
    [InlineData(Roles.Observer, "en")]
    [InlineData(Roles.Observer, "ar")]
    [InlineData(Roles.Checker, "en")]
    [InlineData(Roles.Checker, "ar")]
    [InlineData(Roles.Admin, "en")]
    [InlineData(Roles.Admin, "ar")]
    public async Task ActionNotTheirs_Is403InWords_Recorded(Roles roles, string language)
    {
        var owner = await room.JoinsAsync(Roles.Checker);
        var checking = await room.DraftedAsync(owner);
        var inReview = await room.ProposedAsync(owner);
        var person = await room.JoinsAsync(roles, language);
        var actions = All.Except(roles is Roles.Checker ? AnyChecker : roles is Roles.Admin ? AnyAdmin : []).ToList();
        var stated = new HashSet<string>();

        foreach (var action in actions)
        {
            var number = action is ClaimAction.Recall ? inReview : checking;
            var shown = await person.OpensAsync(number, DeskPerson.PageOf(action));
            var sent = await person.PostsAsync(number, DeskPerson.PageOf(action), (DeskPerson.VersionOf(action), "1"));
            foreach (var page in new[] { shown, sent })
            {
                Assert.True(page.Status is HttpStatusCode.Forbidden, $"{action}: {(int)page.Status} {page.Path} {page.Words("main")}");
                Assert.EndsWith($"/desk/claims/{number}/{DeskPerson.PageOf(action)}", page.Path, StringComparison.Ordinal);
                Assert.NotEqual("", page.Refusal);
                stated.Add(page.Refusal);
            }

            Assert.False(DeskPerson.Offers(await person.OpensAsync(number), number, action), $"{action} is offered.");
        }

        Assert.All(stated, words => Assert.Equal(language == "ar", words.Any(c => c is >= '\u0600' and <= '\u06FF')));
        var admin = await room.JoinsAsync(Roles.Admin, language);
        var trail = (await admin.Browser.GetAsync($"/{language}/admin/audit?actor={person.Id}&kind=Refusal")).AssertOk();
        Assert.Equal(actions.Count, trail.Html.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData(Roles.Observer, "en")]
    [InlineData(Roles.Observer, "ar")]
    [InlineData(Roles.Admin, "en")]
    [InlineData(Roles.Admin, "ar")]
    public async Task OtherFormsOfTheWorkbench_Are403InWords(Roles roles, string language)
    {
        var owner = await room.JoinsAsync(Roles.Checker);
        var number = await room.DraftedAsync(owner);
        var person = await room.JoinsAsync(roles, language);
        var workbench = (await person.OpensAsync(number)).AssertOk();

        foreach (var section in OtherForms)
        {
            var page = await person.PostsAsync(number, section, ("Input.Version", "1"), ("Verdict.Version", "1"), ("SubmissionId", Guid.NewGuid().ToString()));
            Assert.True(page.Status is HttpStatusCode.Forbidden, $"{section}: {(int)page.Status} {page.Path} {page.Words("main")}");
            Assert.NotEqual("", page.Refusal);
            Assert.Empty(workbench.Html.QuerySelectorAll($"main a[href$='/{number}/{section}'], main form[action$='/{number}/{section}']"));
        }
    }
}
