using System.ComponentModel.DataAnnotations;
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
public sealed class SignInModel(SignIns signIns, Links links) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The page that asked to sign in.</summary>
    [FromQuery(Name = "return")]
    public string? ComeBack { get; set; }

    public IActionResult OnGet() => User.ToActor().CanReadDesk ? LocalRedirect(Target(links.Desk.Home())) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var (answer, user) = await signIns.SignInAsync(Input.Email!, Input.Password!, ct); // both validated
        return answer switch
        {
            SignInAnswer.SignedIn => LocalRedirect(Target(StartPage(user!))), // signed in, so there is one
            SignInAnswer.Suspended => this.InvalidPage("", AccountText.SignInSuspended),
            _ => this.InvalidPage("", AccountText.SignInRefused),
        };
    }

    private string Target(string otherwise) => Url.IsLocalUrl(ComeBack) ? ComeBack : otherwise;

    private string StartPage(AppUser user) => user.Language is { } language && Cultures.IsKnown(language) ? $"/{language}/desk" : links.Desk.Home();

    public sealed class InputModel
    {
        [Display(Name = nameof(AccountText.Email), ResourceType = typeof(AccountText))]
        public string? Email { get; set; }

        [DataType(DataType.Password)]
        [Display(Name = nameof(AccountText.Password), ResourceType = typeof(AccountText))]
        public string? Password { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Email).NotEmpty().MaximumLength(AccountRules.EmailMaxLength);
            RuleFor(i => i.Password).NotEmpty().MaximumLength(AccountRules.PasswordMaxLength);
        }
    }
}
