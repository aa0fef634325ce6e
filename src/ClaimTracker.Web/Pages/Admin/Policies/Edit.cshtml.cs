using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Public.Policies;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin.Policies;

/// <summary>Writes the next version of a policy page, from the one that holds or with the text of an earlier one.</summary>
public sealed class EditModel(ClaimDbContext db, PolicyService policies, PublicReader reader, Links links) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [BindProperty]
    public PolicyInput Input { get; set; } = new();

    /// <summary>The earlier version whose text stands in the form; null: the one that holds, or what was typed.</summary>
    public int? From { get; private set; }

    public PublicPolicy Current { get; private set; } = null!; // set by FindAsync, which every handler calls first

    /// <summary>What was typed as readers would see it; empty unless asked for.</summary>
    public IReadOnlyList<PolicyTextView> Preview { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? from, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = PolicyInput.Of(Current);
        if (from is { } number)
        {
            if (await StaffPolicyVersion.FindAsync(db, Current.Policy, number, ct) is not { WithheldAt: null } earlier)
            {
                return NotFound();
            }

            (From, Input.Text) = (number, TextInput.Of(earlier.Text));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!await IsFitAsync(ct))
        {
            return this.InvalidPage();
        }

        if (ChosenTexts().Any() && Input.Text.ToEdit().Apply(Current.Text).Equals(Current.Text))
        {
            // They settled a conflict for what stands already.
            this.Done(AdminText.PolicyTheirsStand);
            return LocalRedirect(links.Admin.Policies());
        }

        var outcome = await policies.SaveAsync(Current.Policy, Input.Version, new PolicyEdit(Input.Text.ToEdit(), Input.Change.ToEdit()), User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Admin.Policies());
        }

        if (outcome is Outcome.Stale stale && await FindAsync(ct))
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, PolicyInput.Of(Current), stale.Conflict, _ => true);
        }

        return this.Answer(outcome, words: fault => fault.Code is FaultCode.NothingChanged ? AdminText.PolicyNothingChanged : null);
    }

    /// <summary>The form again with everything typed, and above it what readers would see; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!await IsFitAsync(ct))
        {
            return this.InvalidPage();
        }

        if (PolicyService.FaultsOf(Input.Text.ToEdit()) is { } faults)
        {
            return this.Answer(new Outcome.Invalid(faults));
        }

        Preview = await PolicyTextView.ReadAllAsync(Input.Text.ToText(), links, reader, ct);
        return Page();
    }

    /// <summary>Takes what was chosen of a conflict, and judges what then stands in the form.</summary>
    private async Task<bool> IsFitAsync(CancellationToken ct)
    {
        this.TakeTheirs(Input, PolicyInput.Of(Current), ChosenTexts());
        return ModelState.IsValid && await this.ValidateAsync(new PolicyInput.Validator(Current.Policy, links), Input, ct);
    }

    private IEnumerable<string> ChosenTexts() => this.ChosenTheirs().Where(path => path.StartsWith(nameof(PolicyInput.Text) + ".", StringComparison.Ordinal));

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (PolicyNames.Find(Slug) is not { } policy)
        {
            return false;
        }

        // Not through the readers' connection, which may lag behind what was just saved.
        Current = await PublicPolicies.CurrentOfAsync(db.PolicyVersions, policy, ct);
        return true;
    }
}
