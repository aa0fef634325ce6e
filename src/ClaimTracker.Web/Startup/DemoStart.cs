using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Web.Startup;

/// <summary><c>--demo</c>: accounts to try the program with, never beside real ones and never within reach of a network.</summary>
public static class DemoStart
{
    /// <summary>The password of the accounts, to be shown; null when no demonstration was asked for, or the password was set.</summary>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken ct)
    {
        var settings = services.GetRequiredService<SiteSettings>();
        if (!settings.Demo)
        {
            return null;
        }

        var accounts = services.GetRequiredService<DemoAccounts>();
        if (WhyNot(settings, services.GetRequiredService<IHostEnvironment>()) is { } reason)
        {
            throw new StartRefusedException(reason);
        }

        if (await accounts.AreThereRealAccountsAsync(ct))
        {
            throw new StartRefusedException("--demo is refused: this database has real accounts.");
        }

        var password = settings.DemoPassword ?? SecretToken.New();
        await accounts.EnsureAsync(password, ct);
        await services.GetRequiredService<DemoPanels>().OpenAsync(ct);
        return settings.DemoPassword is null ? password : null;
    }

    private static string? WhyNot(SiteSettings settings, IHostEnvironment environment) =>
        environment.IsProduction() ? "--demo is refused in Production."
        : !settings.IsLoopbackOnly ? "--demo is refused on an address other machines can reach."
        : settings.DemoPassword is { } password && AccountRules.FaultOfPassword("Password", password, "demo.test") is not null
            ? $"Demo__Password needs {AccountRules.PasswordMinLength} to {AccountRules.PasswordMaxLength} characters, several of them different."
        : null;
}
