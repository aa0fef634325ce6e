using ClaimTracker.Core;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClaimTracker.Web.Pages.Account;

[EnableRateLimiting(ProtectionStartup.SignInLimit)]
public sealed class ResetPasswordModel(AccountService accounts, SignIns signIns, Links links) : PageModel
{
    [FromRoute]
    public Guid UserId { get; set; }

    [FromQuery]
    public string? Token { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null: the link does not work any more.</summary>
    public AppUser? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Account = await accounts.FindForResetAsync(UserId, Token ?? "", ct);
        return Account is null ? Dead() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Account = await accounts.FindForResetAsync(UserId, Token ?? "", ct);
        if (Account is null)
        {
            return Dead();
        }

        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var outcome = await accounts.ResetPasswordAsync(UserId, Token ?? "", Input.Password!, ct); // validated
        if (outcome is Outcome.Done)
        {
            await signIns.SignInAsync(UserId, ct);
            return LocalRedirect(links.Desk.Home());
        }

        return this.Answer(outcome, words: AccountWords.Of);
    }

    private static PageResult Dead() => new() { StatusCode = StatusCodes.Status410Gone };

    public sealed class InputModel : NewPasswordInput;

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator() => NewPasswordInput.AddRules(this);
    }
}
