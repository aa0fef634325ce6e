using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClaimTracker.Web.Pages.Account.Manage;

[EnableRateLimiting(ProtectionStartup.SignInLimit)]
public sealed class PasswordModel(AccountService accounts, SignIns signIns, Links links) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var outcome = await accounts.ChangePasswordAsync(User.ToActor(), Input.Current!, Input.Password!, ct); // both validated
        switch (outcome)
        {
            case Outcome.Done done:
                await signIns.RefreshAsync(done.Id, ct);
                this.Done(AccountText.PasswordChanged);
                return LocalRedirect(links.Account.Profile());
            case Outcome.NotNow { Code: AccountRefusals.WrongPassword }:
                return this.InvalidPage("Input.Current", ReviewWords.Refusal(AccountRefusals.WrongPassword));
            default:
                return this.Answer(outcome, words: AccountWords.Of);
        }
    }

    public sealed class InputModel : NewPasswordInput
    {
        [DataType(DataType.Password)]
        [Display(Name = nameof(AccountText.CurrentPassword), ResourceType = typeof(AccountText))]
        public string? Current { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Current).NotEmpty();
            NewPasswordInput.AddRules(this);
        }
    }
}
