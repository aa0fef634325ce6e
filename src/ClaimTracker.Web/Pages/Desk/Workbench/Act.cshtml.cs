using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>One action of the workflow: what comes of it, what it asks for, and why it is refused where it is.</summary>
public sealed class ActModel(ClaimDbContext db, Links links, ActionRunner runner, GateReader gate) : ClaimPage(db, links)
{
    /// <summary>The action's code, such as <c>close</c>.</summary>
    [FromRoute(Name = "step")]
    public string Code { get; set; } = "";

    [BindProperty]
    public ActionForm Input { get; set; } = new();

    public ClaimAction Action { get; private set; }

    public ActionFields Fields { get; private set; } = new();

    /// <summary>Who the claim can be assigned to.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Assignees { get; private set; } = [];

    public IReadOnlyList<Rating> Ratings { get; private set; } = [];

    /// <summary>The checklist, where the action needs it.</summary>
    public GateResult? Gate { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Find())
        {
            return NotFound();
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        Input.Version = Header.Claim.Version;
        if (Action is ClaimAction.List)
        {
            Input.Notice = TextInput.Of(Header.Claim.HoldingNote);
            Input.AsOf = Header.Claim.HoldingNoteAsOf;
        }

        return Workflow.Check(Action, Header.Situation) is Refusal refusal ? this.Refused(Refusals.Notice(refusal, Header)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Find())
        {
            return NotFound();
        }

        // Who may not act at all is told so before being asked to fill in a form.
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Workflow.Check(Action, Header.Situation).IsAllowed && !await this.ValidateAsync(new ActionFormValidator(Fields), Input, ct))
        {
            return this.InvalidPage();
        }

        Db.ChangeTracker.Clear();
        var outcome = await runner.RunAsync(Action, Number, Input, Actor, ct);
        if (outcome is Outcome.Done)
        {
            this.Done(DeskText.ResourceManager.GetString("ActionDone" + Action, System.Globalization.CultureInfo.CurrentUICulture) ?? CommonText.Saved);
            return Redirect(Links.Desk.Claim(Action is ClaimAction.Merge && Input.IntoNumber is { } into ? into : Number));
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        // The page now shows the claim as it is: sending the form again judges that.
        ModelState.Remove("Input.Version");
        Input.Version = Header.Claim.Version;
        return this.Answer(outcome, FieldOf);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        if (Fields.Assignee)
        {
            var today = Db.Today;
            Assignees =
            [
                .. (await Db.Users.AsNoTracking().OrderBy(u => u.DisplayName).ToListAsync(ct))
                    .Where(u => u.RolesOn(today).IncludesChecker() && u.Id != Header.Claim.AssigneeId).Select(u => (u.Id, Header.Staff.Of(u.Id))),
            ];
        }

        if (Fields.Rating)
        {
            Ratings = await Db.Ratings.AsNoTracking().Where(r => r.Aspect == Header.Claim.Aspect && r.IsActive).OrderBy(r => r.Order).ToListAsync(ct);
        }

        if (Action is ClaimAction.Propose && Header.Case.Open is { } verdict)
        {
            Gate = await gate.CheckAsync(Number, verdict, ct);
        }
    }

    private bool Find()
    {
        if (Glossary.Parse<ClaimAction>(Code) is not { } action || ActionFields.Of(action) is not { } fields)
        {
            return false;
        }

        (Action, Fields) = (action, fields);
        return true;
    }


    private string FieldOf(string path) => path switch
    {
        "into" => "Input.Into",
        "ratingId" => "Input.RatingId",
        "asOf" => "Input.AsOf",
        "reason" when Fields.Codes.Count > 0 => "Input.Code",
        "holdingNote" or "publicNotice" => "Input.Notice." + (Cultures.Current == Cultures.Arabic ? nameof(TextInput.Ar) : nameof(TextInput.En)),
        _ when path.StartsWith("holdingNote.", StringComparison.Ordinal) || path.StartsWith("publicNotice.", StringComparison.Ordinal) => "Input.Notice" + path[path.IndexOf('.', StringComparison.Ordinal)..],
        _ => "Input." + path,
    };
}
