using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace ClaimTracker.Web.Startup;

/// <summary>Accounts: ASP.NET Core Identity with pages of our own.</summary>
public static class AccountsStartup
{
    private static readonly TimeSpan RolesAreReadAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SignInLasts = TimeSpan.FromHours(12);

    public static void AddAccounts(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureAll<CookieAuthenticationOptions>(options => options.Cookie.SecurePolicy = settings.CookiePolicy);
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "ct-account";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = SignInLasts;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = ReadRolesAsync;
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
        services.AddIdentityCore<AppUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Length is what counts; rules about signs only make people write passwords down.
                options.Password.RequiredLength = AccountRules.PasswordMinLength;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = AccountRules.FailuresBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = AccountRules.LockoutLasts;
                options.Lockout.AllowedForNewUsers = true;
            })
            .AddEntityFrameworkStores<ClaimDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<ActorClaims>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = RolesAreReadAgain);
        services.AddScoped<Invitations>();
        services.AddScoped<AccountService>();
        services.AddScoped<UserAdministration>();
        services.AddScoped<ApiTokens>();
        services.AddScoped<DemoAccounts>();
        services.AddScoped<SignIns>();
        Authorization.AddPolicies(services);
    }

    /// <summary>
    /// A cookie may lag behind the account by a minute when it only reads; whoever writes has the roles they have now, and a suspended
    /// account none.
    /// </summary>
    private static Task ReadRolesAsync(CookieValidatePrincipalContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Properties.IssuedUtc = null; // Identity reads the account again when it does not know how old the cookie is
        }

        return SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var links = context.HttpContext.RequestServices.GetRequiredService<Links>();
        var comeBack = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        context.Response.Redirect(links.Account.SignIn(comeBack));
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // A write that its page already refuses leaves an entry like one that its service refuses.
        var db = context.HttpContext.RequestServices.GetRequiredService<ClaimDbContext>();
        var change = new ChangeContext(context.HttpContext.User.ToActor(), "page.refused", context.Request.Path) { Kind = AuditKind.Refusal };
        await db.RecordEventAsync($"day:{AuditText.Of(db.Today)}", change, context.HttpContext.RequestAborted);
    }
}
