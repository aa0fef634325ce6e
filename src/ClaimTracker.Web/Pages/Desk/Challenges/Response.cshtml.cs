using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Challenges;

/// <summary>Prints what the person named wrote as their response on the claim's page.</summary>
public sealed class ResponseModel(ClaimDbContext db, ResponseService responses, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Challenge Report { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    /// <summary>Whose response it may be: the claimants, and who handed the claim on.</summary>
    public IReadOnlyList<(Guid Id, LocalizedText Name)> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input.Reply.Set(Report.Language, Report.Text);
        Input.PartyId = Parties.Count == 1 ? Parties[0].Id : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var outcome = await responses.PrintAsync(Id, new ResponseInput(Input.PartyId, Input.Reply.ToText()), User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(DeskText.ResponseDone);
            return Redirect(links.Desk.Challenge(Id));
        }

        db.ChangeTracker.Clear();
        return await LoadAsync(ct) ? this.Answer(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { ClaimNumber: { } number } report)
        {
            return false;
        }

        Report = report;
        var claimants = await db.Claimants.AsNoTracking().Where(c => c.ClaimNumber == number).OrderBy(c => c.Order)
            .Select(c => new { c.PartyId, c.Party!.Name }).ToListAsync(ct); // a foreign key
        var steps = await db.AttributionSteps.AsNoTracking().Where(s => s.ClaimNumber == number).OrderBy(s => s.Order)
            .Select(s => new { s.PartyId, s.Party!.Name }).ToListAsync(ct); // a foreign key
        Parties = [.. claimants.Concat(steps).DistinctBy(p => p.PartyId).Select(p => (p.PartyId, p.Name))];
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = nameof(DeskText.ResponseParty), ResourceType = typeof(DeskText))]
        public Guid? PartyId { get; set; }

        [Display(Name = nameof(DeskText.ResponseReply), ResourceType = typeof(DeskText))]
        public TextInput Reply { get; set; } = new();
    }
}
