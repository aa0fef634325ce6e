using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClaimTracker.Web.Pages.Account;

[EnableRateLimiting(ProtectionStartup.SignInLimit)]
public sealed class InvitationModel(Invitations invitations, AccountService accounts, SignIns signIns, Links links) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null: the link does not work any more.</summary>
    public Invitation? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Open = await invitations.FindOpenAsync(Token, ct);
        Input.Email = Open?.Email;
        return Open is null ? Dead() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Open = await invitations.FindOpenAsync(Token, ct);
        if (Open is null)
        {
            return Dead();
        }

        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var wanted = new NewAccount(Input.Email!, Input.DisplayName!, Input.Password!) { Language = Cultures.Current }; // all validated
        var outcome = await accounts.AcceptAsync(Token, wanted, ct);
        if (outcome is Outcome.Done done)
        {
            await signIns.SignInAsync(done.Id, ct);
            return LocalRedirect(links.Desk.Home());
        }

        if (outcome is Outcome.NotNow)
        {
            Open = null;
            return Dead();
        }

        return this.Answer(outcome, words: AccountWords.Of);
    }

    private static PageResult Dead() => new() { StatusCode = StatusCodes.Status410Gone };

    public sealed class InputModel : NewPasswordInput
    {
        [Display(Name = nameof(AccountText.DisplayName), ResourceType = typeof(AccountText))]
        public string? DisplayName { get; set; }

        [Display(Name = nameof(AccountText.Email), ResourceType = typeof(AccountText))]
        public string? Email { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.DisplayName).NotEmpty().MaximumLength(AppUser.DisplayNameMaxLength);
            RuleFor(i => i.Email).NotEmpty().EmailAddress().MaximumLength(AccountRules.EmailMaxLength);
            NewPasswordInput.AddRules(this);
        }
    }
}
