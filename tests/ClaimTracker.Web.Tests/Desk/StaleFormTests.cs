using System.Globalization;
using System.Net;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>
/// One claim's life in which every form is first sent as it stood before a colleague's last step: refused in words, with what is
/// possible now, and nothing changes but the trail. Then it is sent as it stands.
/// </summary>
public sealed class StaleFormTests(Newsroom room) : IClassFixture<Newsroom>
{
    private readonly List<ClaimAction> refused = [];

    private string words = "";

    [Theory]
    [InlineData("en", "The claim has changed since you opened this page. Look at it as it stands now, then decide again. Nothing you typed is lost.")]
    [InlineData("ar", "تغيّر الادعاء منذ فتحت هذه الصفحة. راجعه بصورته الحالية ثم قرّر من جديد، وما كتبته محفوظ في النموذج.")]
    public async Task EveryFormOfTheWorkflow_WithAnOldVersion_Is409_ChangesNothing_AndIsRecorded(string language, string changed)
    {
        words = changed;
        var checker = await room.JoinsAsync(Roles.Checker, language);
        List<DeskPerson> editors = [];
        for (var i = 0; i < 5; i++)
        {
            editors.Add(await room.JoinsAsync(Roles.Editor, language));
        }

        var admin = await room.JoinsAsync(Roles.Admin, language);
        var number = await checker.LogsAsync(room.NewStory());
        var other = await checker.LogsAsync(room.NewStory());

        await UntilProposedAsync(number, checker, editors[0]);
        await UntilPublishedAsync(number, checker, editors[0]);
        await WithdrawnAndRestoredAsync(number, editors[0], editors[1]);
        await CorrectedAsync(number, editors[0], editors[1]);
        await JudgedAgainAsync(number, checker, editors);
        await RemovedAndMergedAsync(number, admin, editors[0], other);

        var done = Enum.GetValues<ClaimAction>().Except([ClaimAction.Log, ClaimAction.Sign, ClaimAction.EditWording, ClaimAction.ChangeMeaning]);
        Assert.Equal(done.Order(), refused.Distinct().Order());
        var trail = (await admin.Browser.GetAsync($"/{language}/admin/audit?stream=claim:{number}&kind=Refusal")).AssertOk();
        Assert.Equal(Math.Min(refused.Count, 50), trail.Html.QuerySelectorAll("tbody tr").Length);
    }

    private async Task UntilProposedAsync(int number, DeskPerson checker, DeskPerson editor)
    {
        var colleague = await room.JoinsAsync(Roles.Checker, checker.Language);
        await StepAsync(number, editor, ClaimAction.List, ("Input.Notice.En", "We are looking for the register."), ("Input.Notice.Ar", "نبحث عن السجل."));
        await StepAsync(number, editor, ClaimAction.Unlist);
        await StepAsync(number, editor, ClaimAction.Assign, ("Input.AssigneeId", checker.Id.ToString()));
        await StepAsync(number, editor, ClaimAction.Reassign, ("Input.AssigneeId", colleague.Id.ToString()));
        await StepAsync(number, colleague, ClaimAction.Release);
        await StepAsync(number, checker, ClaimAction.Take);
        await checker.AsksClaimantAsync(number, room.Clock.GetUtcNow().UtcDateTime.AddDays(-5));
        (await checker.WritesAsync(number, Wording.Arabic())).AssertOk();
        await StepAsync(number, checker, ClaimAction.Propose);
        await StepAsync(number, checker, ClaimAction.Recall);
        await checker.MustAsync(number, ClaimAction.Propose);
    }

    private async Task UntilPublishedAsync(int number, DeskPerson checker, DeskPerson editor)
    {
        await StepAsync(number, editor, ClaimAction.Return, ("Input.Reason", "Which month do the registers cover?"));
        await checker.MustAsync(number, ClaimAction.Take);
        await checker.MustAsync(number, ClaimAction.Propose);
        await StepAsync(number, editor, ClaimAction.Contest, ("Input.Reason", "The registers cover two terminals of three."));
        await StepAsync(number, editor, ClaimAction.Dissolve, ("Input.Code", "OpenedByMistake"));
        await StepAsync(number, editor, ClaimAction.Approve);
    }

    private async Task WithdrawnAndRestoredAsync(int number, DeskPerson first, DeskPerson second)
    {
        (string, string)[] withdrawal = [("Input.Reason", "The register turned out to be forged."), ("Input.Notice.En", "One register was forged."), ("Input.Notice.Ar", "تبيّن أن أحد السجلين مزوّر.")];
        await first.MustAsync(number, ClaimAction.Withdraw, withdrawal);
        await StepAsync(number, second, ClaimAction.DeclineWithdrawal, ("Input.Reason", "The port has not answered yet."));
        await StepAsync(number, first, ClaimAction.Withdraw, withdrawal);
        await StepAsync(number, second, ClaimAction.ConfirmWithdrawal);
        await first.MustAsync(number, ClaimAction.Restore, ("Input.Reason", "The port confirmed the register."));
        await StepAsync(number, second, ClaimAction.DeclineRestore, ("Input.Reason", "It confirmed one page only."));
        await StepAsync(number, first, ClaimAction.Restore, ("Input.Reason", "The port confirmed all of it."));
        await StepAsync(number, second, ClaimAction.ConfirmRestore);
        await StepAsync(number, first, ClaimAction.Redact, ("Input.Fields", "Quotes"), ("Input.Reason", "The quote names a private person."));
    }

    private async Task CorrectedAsync(int number, DeskPerson first, DeskPerson second)
    {
        (string, string)[] correction =
        [
            ("Verdict.Explanation.Ar", "يذكر سجلان مستقلان أربعين حاوية في مارس وحده. ولم تنشر الوزارة سجلًا."), ("Correction.Kind", "Clarification"), ("Correction.Cause", "OurError"),
            ("Correction.What.Ar", "نوضح الشهر الذي يشمله السجلان."), ("Correction.What.En", "We say which month the registers cover."),
        ];
        await StepAsync(number, first, ClaimAction.Correct, correction);
        await StepAsync(number, second, ClaimAction.DeclineCorrection, ("Input.Reason", "The month was clear before."));
        await first.MustAsync(number, ClaimAction.Correct, correction);
        await StepAsync(number, second, ClaimAction.ApproveCorrection);
        var form = (await first.OpensAsync(number, "translate")).AssertOk().Form("Input.Headline");
        (await form.Fill("Input.Headline", Wording.Finished().HeadlineEn).Fill("Input.Explanation", Wording.Finished().ExplanationEn).SubmitAsync()).AssertOk();
        await StepAsync(number, second, ClaimAction.AddLanguage);
    }

    private async Task JudgedAgainAsync(int number, DeskPerson checker, List<DeskPerson> editors)
    {
        await editors[0].MustAsync(number, ClaimAction.Contest, ("Input.Reason", "A third register was published today."));
        await StepAsync(number, editors[2], ClaimAction.Vote, ("Input.RatingId", "Misleading"), ("Input.Reason", "Two terminals are not the port."));
        await editors[3].VotesAsync(number, "Misleading", "A third of the quays is missing.");
        await StepAsync(
            number, editors[3], ClaimAction.ClosePanel,
            ("Correction.What.En", "We now rate the claim Misleading."), ("Correction.What.Ar", "صار تقييمنا «مضلل»."), ("Correction.Cause", "NewInformation"));
        await StepAsync(number, checker, ClaimAction.Reopen, ("Input.Reason", "A fourth register was published today."));
        await StepAsync(number, checker, ClaimAction.Close, ("Input.Code", "Overtaken"));
        await StepAsync(number, editors[0], ClaimAction.ReopenClosed);
    }

    private async Task RemovedAndMergedAsync(int number, DeskPerson admin, DeskPerson editor, int other)
    {
        await StepAsync(number, admin, ClaimAction.Remove, ("Input.Code", "CourtOrder"), ("Input.Reason", "Order 12/2026 of the district court"));
        await StepAsync(number, editor, ClaimAction.ConfirmRemoval);
        await StepAsync(number, editor, ClaimAction.RestoreRemoved, ("Input.Reason", "The court lifted its order."));
        await StepAsync(number, editor, ClaimAction.Merge, ("Input.Into", other.ToString(CultureInfo.InvariantCulture)), ("Input.Reason", "The same sentence from the same ministry."));
    }

    private async Task StepAsync(int number, DeskPerson person, ClaimAction action, params (string Field, string Value)[] fields)
    {
        var page = (await person.OpensAsync(number, DeskPerson.PageOf(action))).AssertOk();
        var version = int.Parse(page.Form(DeskPerson.VersionOf(action))[DeskPerson.VersionOf(action)] ?? "", CultureInfo.InvariantCulture);

        var stale = await DeskPerson.SendsAsync(page, action, [.. fields, (DeskPerson.VersionOf(action), (version - 1).ToString(CultureInfo.InvariantCulture))]);

        Assert.True(stale.Status is HttpStatusCode.Conflict, $"{action}: {(int)stale.Status} {stale.Words("main")}");
        Assert.Equal(words, stale.Refusal);
        Assert.NotEmpty(stale.AllWords(".notice--refused li"));
        AssertKept(action, stale, fields);
        Assert.Equal(version.ToString(CultureInfo.InvariantCulture), (await person.OpensAsync(number, DeskPerson.PageOf(action))).AssertOk().Form(DeskPerson.VersionOf(action))[DeskPerson.VersionOf(action)]);
        refused.Add(action);
        await person.MustAsync(number, action, fields);
    }

    /// <summary>What was typed stands in the form that comes back.</summary>
    private static void AssertKept(ClaimAction action, WebPage stale, (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields.Where(f => f.Field is not ("Input.Fields" or "Input.RatingId" or "Input.Code")))
        {
            Assert.True(stale.Form(DeskPerson.VersionOf(action))[field] == value, $"{action} lost “{field}”.");
        }
    }
}
