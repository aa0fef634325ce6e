using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin.Users;

public sealed class InviteModel(Invitations invitations, Links links) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The link just made; shown in this answer and never again.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var wanted = new NewInvitation(Input.Set) { Email = Input.Email, EditorUntil = Input.EditorUntil };
        var issued = await invitations.CreateAsync(wanted, User.ToActor(), ct);
        if (issued.Token is not { } token)
        {
            return this.Answer(issued.Outcome, words: AccountWords.Of);
        }

        Link = links.Absolute(links.Account.Invitation(token));
        return Page();
    }

    public sealed class InputModel : RolesInput
    {
        [Display(Name = nameof(AdminText.InviteEmail), ResourceType = typeof(AdminText))]
        public string? Email { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Email).EmailAddress().MaximumLength(AccountRules.EmailMaxLength).When(i => i.Email is not null);
            RuleFor(i => i.Roles).NotEmpty();
        }
    }
}
