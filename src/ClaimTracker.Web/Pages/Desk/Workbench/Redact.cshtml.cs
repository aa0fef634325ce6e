using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Takes chosen fields out of every published version.</summary>
public sealed class RedactModel(ClaimDbContext db, Links links, PublicStateService publicStates) : ClaimPage(db, links)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        Input.Version = Header.Claim.Version;
        return Workflow.Check(ClaimAction.Redact, Header.Situation) is Refusal refusal ? this.Refused(Refusals.Notice(refusal, Header)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = ModelState.IsValid
            ? await publicStates.RedactAsync(Number, Input.Version, Input.Fields, Input.Reason ?? "", Actor, ct)
            : new Outcome.Invalid(nameof(Input.Fields), FaultCode.UnknownCode);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(DeskText.RedactDone);
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        ModelState.Remove("Input.Version");
        Input.Version = Header.Claim.Version;
        return this.Answer(outcome, path => path == "fields" ? "Input.Fields" : "Input." + path);
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(DeskText.RedactFields), ResourceType = typeof(DeskText))]
        public List<RedactableField> Fields { get; set; } = [];

        [Display(Name = nameof(DeskText.ActionReason), ResourceType = typeof(DeskText))]
        public string? Reason { get; set; }
    }
}
