using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Account.Manage;

public sealed class ProfileModel(ClaimDbContext db, AccountService accounts, SignIns signIns, Links links) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string? Email { get; private set; }

    public Roles Roles { get; private set; }

    public DateOnly? EditorUntil { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } user)
        {
            return NotFound();
        }

        Input = new InputModel { Version = user.Version, DisplayName = user.DisplayName, Language = user.Language };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            await LoadAsync(ct);
            return this.InvalidPage();
        }

        var actor = User.ToActor();
        var outcome = await accounts.ChangeProfileAsync(actor, Input.Version, Input.DisplayName!, Input.Language, ct); // validated
        if (outcome is Outcome.Done done)
        {
            await signIns.RefreshAsync(done.Id, ct);
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Account.Profile());
        }

        Input.Version = (await LoadAsync(ct))?.Version ?? Input.Version;
        return this.Answer(outcome);
    }

    private async Task<AppUser?> LoadAsync(CancellationToken ct)
    {
        var id = User.ToActor().UserId;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        (Email, Roles, EditorUntil) = (user?.Email, user?.Roles ?? Roles.None, user?.EditorUntil);
        return user;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(AccountText.DisplayName), ResourceType = typeof(AccountText))]
        public string? DisplayName { get; set; }

        [Display(Name = nameof(AccountText.Language), ResourceType = typeof(AccountText))]
        public string? Language { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.DisplayName).NotEmpty().MaximumLength(AppUser.DisplayNameMaxLength);
            RuleFor(i => i.Language).Must(l => l is null || Cultures.IsKnown(l));
        }
    }
}
