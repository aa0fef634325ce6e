using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Ratings;

public sealed class EditModel(ClaimDbContext db, RatingService ratings, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Code { get; private set; } = "";

    public LocalizedText Label { get; private set; } = LocalizedText.Empty;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } rating)
        {
            return NotFound();
        }

        Input = new InputModel
        {
            Version = rating.Version,
            Label = TextInput.Of(rating.Label),
            Definition = TextInput.Of(rating.Definition),
            Order = rating.Order,
            IsActive = rating.IsActive,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } rating)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var edit = new RatingEdit(Input.Label.ToEdit(), Input.Definition.ToEdit(), Input.Order ?? 0, Input.IsActive);
        var outcome = await ratings.ReviseAsync(Id, Input.Version, edit, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Admin.Ratings());
        }

        Input.Version = rating.Version;
        return this.Answer(outcome);
    }

    private async Task<Rating?> LoadAsync(CancellationToken ct)
    {
        var rating = await db.Ratings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct);
        (Code, Label) = rating is null ? ("", LocalizedText.Empty) : (rating.Code, rating.Label);
        return rating;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(AdminText.Label), ResourceType = typeof(AdminText))]
        public TextInput Label { get; set; } = new();

        [Display(Name = nameof(AdminText.Definition), ResourceType = typeof(AdminText))]
        public TextInput Definition { get; set; } = new();

        [Display(Name = nameof(AdminText.Order), ResourceType = typeof(AdminText))]
        public int? Order { get; set; }

        [Display(Name = nameof(AdminText.Active), ResourceType = typeof(AdminText))]
        public bool IsActive { get; set; }
    }
}
