using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>The running product on a free port, with the first data and the demo's accounts, and a browser to open it with.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "browser tests only 2026";

    // Made once, by a start of its own; every site begins with a copy.
    private static readonly Lazy<Task<string>> demo = new(MakeDemoAsync);

    private readonly string folder = NewFolder();
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

        foreach (var file in Directory.GetFiles(await demo.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(await demo.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // it is below our folder
            File.Copy(file, copy);
        }

        app = AppOver(folder);
        app.UseKestrel(0);
        app.StartServer();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(); // Kestrel has it
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.ExecutablePath, Args = Chromium.Arguments });
    }

    /// <summary>A window of its own; skips the running test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, string? signInAs = null)
    {
        TestKit.Requirement.Check(Chromium.WhyMissing);
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
            // Asked for again and again: an event that came before one listens would be waited for in vain.
            await page.WaitForFunctionAsync("() => location.pathname.includes('/desk')");
        }

        return page;
    }

    /// <summary>An invitation nobody has taken up; the token of its link.</summary>
    public async Task<string> InviteAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var issued = await scope.ServiceProvider.GetRequiredService<Invitations>().CreateAsync(new NewInvitation(Roles.Checker), await ActorAsync("admin"), CancellationToken.None);
        return issued.Token ?? throw new InvalidOperationException($"No invitation: {issued.Outcome}.");
    }

    /// <summary>Closes one of the demonstration's panels; the number of the claim that is published by it.</summary>
    public async Task<int> DecideAsync()
    {
        const int contested = 14;
        var third = await ActorAsync("editor3");
        var rating = await RatingAsync(RatingCodes.Disputed, RatedAspect.Content);
        var words = await WordsAsync(contested);
        await DoAsync(contested, (s, v) => s.GetRequiredService<PanelService>().VoteAsync(contested, v, rating, "Two lengths stand against each other.", third, CancellationToken.None));
        await DoAsync(contested, (s, v) => s.GetRequiredService<PanelService>().ClosePanelAsync(contested, v, words, null, third, CancellationToken.None));
        return contested;
    }

    /// <summary>Has the demonstration's checker and editor decide every claim that waits, with the rating it was imported with; their numbers.</summary>
    public async Task<IReadOnlyList<int>> ApproveAllAsync()
    {
        if (app is null)
        {
            return [];
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await new ApprovedSeed(scope.ServiceProvider, await ActorAsync("checker"), await ActorAsync("editor")).ApproveAllAsync();
    }

    /// <summary>A claim in hand, one proposed, one that is published in one language only, and one whose panel can be closed.</summary>
    public async Task<Stages> AtEveryStageAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        var seed = new ApprovedSeed(scope.ServiceProvider, await ActorAsync("checker"), await ActorAsync("editor"));
        var waiting = await seed.WaitingAsync();
        var (taken, proposed, published) = (waiting[^1], waiting[^2], waiting[^3]);
        await seed.TakeAsync(taken);
        await seed.ProposeAsync(proposed);
        await seed.ProposeAsync(published, "en");
        await seed.ApproveAsync(published);

        var contested = await db.Claims.Where(c => c.ExternalKey == "sk-period-august-to-february").Select(c => c.Number).SingleAsync();
        var (editor, rating) = (await ActorAsync("editor"), await RatingAsync(RatingCodes.SaidDifferently, RatedAspect.Saying));
        await DoAsync(contested, (s, v) => s.GetRequiredService<PanelService>().VoteAsync(contested, v, rating, "Its first month was reported in three ways.", editor, CancellationToken.None));
        return new Stages(taken, proposed, published, contested);
    }

    /// <summary>One whose article has faults of its own.</summary>
    public async Task<Guid> FaultySourceAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        return await scope.ServiceProvider.GetRequiredService<ClaimDbContext>().ArticleErrors.OrderBy(e => e.Id).Select(e => e.SourceId).FirstAsync();
    }

    /// <summary>A link to choose a new password by; its address here.</summary>
    public async Task<string> ResetAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var person = (await ActorAsync("observer")).UserId ?? throw new InvalidOperationException("Nobody observes.");
        var issued = await scope.ServiceProvider.GetRequiredService<UserAdministration>().NewResetLinkAsync(person, await ActorAsync("admin"), CancellationToken.None);
        return $"account/reset-password/{person}?token={Uri.EscapeDataString(issued.Token ?? "")}";
    }

    /// <summary>Decides a claim, withdraws it, and removes another; their numbers.</summary>
    public async Task<(int Withdrawn, int Removed)> TakeAwayAsync()
    {
        const int imported = 60;
        var (first, second) = (await ActorAsync("editor"), await ActorAsync("editor2"));
        var notice = LocalizedText.Of(("ar", "نعيد النظر في هذا التحقق."), ("en", "We are looking at this check again."));
        var contested = await DecideAsync();
        await DoAsync(contested, (s, v) => s.GetRequiredService<PublicStateService>().WithdrawAsync(contested, v, "The sources are checked once more.", notice, first, CancellationToken.None));
        await DoAsync(contested, (s, v) => s.GetRequiredService<PublicStateService>().ConfirmWithdrawalAsync(contested, v, second, CancellationToken.None));
        await DoAsync(imported, (s, v) => s.GetRequiredService<PublicStateService>().RemoveAsync(imported, v, RemovalReason.CourtOrder, "Order of the court.", LocalizedText.Empty, first, CancellationToken.None));
        return (contested, imported);
    }

    /// <summary>Both scales.</summary>
    public async Task<List<Rating>> RatingsAsync()
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        return await scope.ServiceProvider.GetRequiredService<ClaimDbContext>().Ratings.OrderBy(r => r.Aspect).ThenBy(r => r.Order).ToListAsync();
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("claimtracker-browser-").FullName;

    private static WebApplicationFactory<Program> AppOver(string folder) => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseEnvironment("Development")
        .UseSetting("Urls", "http://127.0.0.1:0")
        .UseSetting("Data:Directory", folder)
        .UseSetting("Capture:Archive", "https://archive.example/save") // Its page is looked at; nothing is ever sent.
        .UseSetting("Demo:Enabled", "true")
        .UseSetting("Demo:Password", Password));

    private static async Task<string> MakeDemoAsync()
    {
        var made = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made, recursive: true);
        await using var first = AppOver(made);
        first.UseKestrel(0);
        first.StartServer();
        return made;
    }

    private async Task<Actor> ActorAsync(string name)
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        return (await db.Users.SingleAsync(u => u.Email == DemoAccounts.EmailOf(name))).ToActor(db.Today);
    }

    private async Task<Guid> RatingAsync(string code, RatedAspect aspect)
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        return await scope.ServiceProvider.GetRequiredService<ClaimDbContext>().Ratings.Where(r => r.Code == code && r.Aspect == aspect).Select(r => r.Id).SingleAsync();
    }

    /// <summary>The words before the panel, as its majority leaves them.</summary>
    private async Task<VerdictDraft> WordsAsync(int number)
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var verdict = await scope.ServiceProvider.GetRequiredService<ClaimDbContext>().Verdicts.Include(v => v.Waivers)
            .SingleAsync(v => v.ClaimNumber == number && v.State == VerdictState.Contested);
        return new VerdictDraft
        {
            Headline = verdict.Headline,
            Explanation = verdict.Explanation,
            Confidence = verdict.Confidence,
            AsOf = verdict.AsOf,
            Waivers = verdict.Waivers.ConvertAll(w => new WaiverInput(Enum.Parse<GateCondition>(w.Condition), w.Reason, w.Explanation)),
        };
    }

    private async Task DoAsync(int number, Func<IServiceProvider, int, Task<Outcome>> action)
    {
        await using var scope = app!.Services.CreateAsyncScope(); // started, since a page was opened
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        var outcome = await action(scope.ServiceProvider, await db.Claims.Where(c => c.Number == number).Select(c => c.Version).SingleAsync());
        if (outcome is not Outcome.Done)
        {
            throw new InvalidOperationException($"CT-{number}: {outcome}");
        }
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

/// <summary>Numbers of claims on their way through the desk.</summary>
public sealed record Stages(int Taken, int Proposed, int Published, int Decided);
