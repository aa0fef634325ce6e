using System.ComponentModel.DataAnnotations;
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

/// <summary>One version of a policy page: its text to begin a new one with, and whether readers get it.</summary>
public sealed class VersionModel(ClaimDbContext db, PolicyWithholding withholding, PublicReader reader, Links links) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Policy Policy { get; private set; }

    public StaffPolicyVersion Version { get; private set; } = null!; // set by FindAsync, which every handler calls first

    public bool IsCurrent { get; private set; }

    public IReadOnlyList<PolicyTextView> Texts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input.WithheldAt = Version.WithheldAt?.Ticks;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Input.WithheldAt is < 0 || Input.WithheldAt > DateTime.MaxValue.Ticks)
        {
            return BadRequest();
        }

        var seen = Input.WithheldAt is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : (DateTime?)null;
        var outcome = await withholding.ChangeAsync(Policy, Number, seen, Input.Reason, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(seen is null ? AdminText.PolicyWithheldDone : AdminText.PolicyUnwithheldDone);
            return LocalRedirect(links.Admin.PolicyVersions(Policy));
        }

        ModelState.Remove("Input.WithheldAt");
        Input.WithheldAt = Version.WithheldAt?.Ticks;
        return this.Answer(outcome);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (PolicyNames.Find(Slug) is not { } policy)
        {
            return false;
        }

        var versions = await StaffPolicyVersion.AllAsync(db, policy, ct);
        if (versions.SingleOrDefault(v => v.Number == Number) is not { } version)
        {
            return false;
        }

        (Policy, Version, IsCurrent) = (policy, version, version == versions[0]);
        Texts = await PolicyTextView.ReadAllAsync(version.Text, links, reader, ct);
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Since when the version was withheld as the page showed it, in ticks; null: it was not.</summary>
        public long? WithheldAt { get; set; }

        [Display(Name = nameof(AdminText.Reason), ResourceType = typeof(AdminText))]
        public string? Reason { get; set; }
    }
}
