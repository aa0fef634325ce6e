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

/// <summary>One's own tokens: what there is, a new one, revoking.</summary>
[EnableRateLimiting(ProtectionStartup.SignInLimit)]
public sealed class TokensModel(ApiTokens tokens, Links links) : PageModel
{
    public static IReadOnlyList<int> Lifetimes { get; } = [7, 30, 90, 180, ApiToken.MaxDays];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<TokenRow> Tokens { get; private set; } = [];

    /// <summary>The token just made; shown in this answer and never again.</summary>
    public string? Made { get; private set; }

    public bool CanMake => Permissions.CanMakeToken(User.ToActor());

    public async Task OnGetAsync(CancellationToken ct) => Tokens = await tokens.OwnAsync(User.ToActor(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            await OnGetAsync(ct);
            return this.InvalidPage();
        }

        var wanted = new NewToken(Input.Name!, Input.Scopes.Aggregate(TokenScopes.None, (set, scope) => set | scope), Input.Days); // validated
        var issued = await tokens.CreateAsync(wanted, Input.Password!, User.ToActor(), ct); // validated
        await OnGetAsync(ct);
        if (issued.Outcome is Outcome.NotNow { Code: AccountRefusals.WrongPassword })
        {
            return this.InvalidPage("Input.Password", ReviewWords.Refusal(AccountRefusals.WrongPassword));
        }

        if (issued.Token is null)
        {
            return this.Answer(issued.Outcome);
        }

        Made = issued.Token;
        // Nothing on the way keeps a copy of the page.
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await tokens.RevokeAsync(id, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(AccountText.TokenRevoked);
            return LocalRedirect(links.Account.Tokens());
        }

        await OnGetAsync(ct);
        return this.Answer(outcome);
    }

    public sealed class InputModel
    {
        [Display(Name = nameof(AccountText.TokenName), ResourceType = typeof(AccountText))]
        public string? Name { get; set; }

        [Display(Name = nameof(AccountText.TokenScopes), ResourceType = typeof(AccountText))]
        public List<TokenScopes> Scopes { get; set; } = [];

        [Display(Name = nameof(AccountText.TokenDays), ResourceType = typeof(AccountText))]
        public int Days { get; set; } = 30;

        [DataType(DataType.Password)]
        [Display(Name = nameof(AccountText.CurrentPassword), ResourceType = typeof(AccountText))]
        public string? Password { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Name).NotEmpty().MaximumLength(ApiToken.NameMaxLength);
            RuleFor(i => i.Scopes).NotEmpty();
            RuleForEach(i => i.Scopes).Must(TokenWords.Scopes.Contains).OverridePropertyName(nameof(InputModel.Scopes));
            RuleFor(i => i.Days).Must(Lifetimes.Contains);
            RuleFor(i => i.Password).NotEmpty();
        }
    }
}
