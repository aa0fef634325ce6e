using ClaimTracker.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The running product on a free port, with the first data and the demo's accounts, and a browser to open it with.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "browser tests only 2026";

    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-browser-").FullName;
    private WebApplicationFactory<Program>? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; private set; } = "";

    internal Shapes Shapes => new(app!.Services.GetRequiredService<EndpointDataSource>()); // started, since a page was opened

    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
        {
            return;
        }

        app = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Development")
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Data:Directory", folder)
            .UseSetting("Demo:Enabled", "true")
            .UseSetting("Demo:Password", Password));
        app.UseKestrel(0);
        app.StartServer();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(); // Kestrel has it
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.ExecutablePath, Args = Chromium.Arguments });
    }

    /// <summary>A window of its own; skips the running test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, string? signInAs = null)
    {
        Requirement.Check(Chromium.WhyMissing);
        var context = await browser!.NewContextAsync(new() // started, since Chromium is there
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce, // so that nothing is seen halfway between two colours
        });
        var page = await context.NewPageAsync();
        if (signInAs is not null)
        {
            await page.GotoAsync("/en/account/sign-in");
            await page.Locator("input[type=email]").FillAsync($"{signInAs}@demo.test");
            await page.Locator("input[type=password]").FillAsync(Password);
            await page.Locator("main button[type=submit]").ClickAsync();
            await page.WaitForURLAsync("**/desk**");
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
