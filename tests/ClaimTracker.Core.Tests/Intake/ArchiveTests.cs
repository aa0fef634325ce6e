using System.Net;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>Handing addresses to an archive that answers what a test says; none of it leaves this machine.</summary>
public sealed class ArchiveTests
{
    private const string Page = "https://example.org/news?id=7";
    private const string Copy = "/web/20240226093000/" + Page;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Content-Location", 200)]
    [InlineData("Location", 302)]
    [InlineData("FinalAddress", 302)]
    public async Task HandOver_CopyNamedInAnyOfThreeWays_IsTaken(string way, int status)
    {
        await using var internet = await ArchiveAsync(context =>
        {
            context.Response.StatusCode = status;
            if (way == "FinalAddress")
            {
                // First somewhere else in the archive, then the copy itself.
                var isDone = context.Request.Path.StartsWithSegments("/done");
                context.Response.StatusCode = isDone ? 302 : 303;
                context.Response.Headers.Location = isDone ? Copy : "/done";
            }
            else
            {
                context.Response.Headers[way] = Copy;
            }
        });
        using var client = Client(internet);

        var answer = await client.HandOverAsync(Page, Ct);

        Assert.Equal(new ArchiveAnswer.Taken("https://archive.example.org" + Copy), answer);
        Assert.Equal("/save/" + Page, internet.Requests[0].Target);
    }

    [Fact]
    public async Task HandOver_AnswerWithoutACopy_IsTakenWithoutAnAddress()
    {
        await using var internet = await ArchiveAsync(_ => { });
        using var client = Client(internet);

        Assert.Equal(new ArchiveAnswer.Taken(null), await client.HandOverAsync(Page, Ct));
    }

    [Theory]
    [InlineData("https://archive.example.org/web/20240226093000/https://example.org/another")]
    [InlineData("https://elsewhere.example.org/web/20240226093000/https://example.org/news?id=7")]
    public async Task HandOver_CopyOfAnotherPageOrElsewhere_IsNotBelieved(string location)
    {
        await using var internet = await ArchiveAsync(context => context.Response.Headers["Content-Location"] = location);
        using var client = Client(internet);

        Assert.Equal(new ArchiveAnswer.Taken(null), await client.HandOverAsync(Page, Ct));
    }

    [Fact]
    public async Task HandOver_RefusalRedirectAwayOrPrivateAddress_IsRefused()
    {
        await using var busy = await ArchiveAsync(context => context.Response.StatusCode = 429);
        using var asked = Client(busy);
        Assert.Equal(new ArchiveAnswer.Refused(FetchRefusal.Status, 429), await asked.HandOverAsync(Page, Ct));

        await using var away = await ArchiveAsync(context => context.Response.Redirect("https://elsewhere.example.org/"));
        using var led = Client(away);
        Assert.Equal(new ArchiveAnswer.Refused(FetchRefusal.TooManyRedirects, null), await led.HandOverAsync(Page, Ct));
        Assert.DoesNotContain("elsewhere.example.org", away.LookedUp);

        away.Name("archive.example.org", ["10.0.0.1"]);
        using var inside = Client(away);
        Assert.Equal(new ArchiveAnswer.Refused(FetchRefusal.NotPublic, null), await inside.HandOverAsync(Page, Ct));

        using var off = new ArchiveClient(FetchSettings.Off, away.Network);
        Assert.Equal(new ArchiveAnswer.Refused(FetchRefusal.SwitchedOff, null), await off.HandOverAsync(Page, Ct));
        // Answers only when whoever asked has gone.
        busy.Page = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var slow = new ArchiveClient(Settings with { ArchiveTimeLimit = TimeSpan.FromMilliseconds(100) }, busy.Network);
        Assert.Equal(FetchRefusal.TooSlow, Assert.IsType<ArchiveAnswer.Refused>(await slow.HandOverAsync(Page, Ct)).Code);
    }

    [Fact]
    public async Task HandOver_OnLoopback_NeedsTheAllowList()
    {
        await using var internet = await ArchiveAsync(context => context.Response.Headers["Content-Location"] = Copy);
        var here = Settings with { Archive = new Uri($"http://127.0.0.1:{internet.HttpPort}/save") };
        using var refused = new ArchiveClient(here, internet.Network);
        using var allowed = new ArchiveClient(here with { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] }, internet.Network);

        Assert.Equal(new ArchiveAnswer.Refused(FetchRefusal.NotPublic, null), await refused.HandOverAsync(Page, Ct));
        Assert.Equal(new ArchiveAnswer.Taken($"http://127.0.0.1:{internet.HttpPort}{Copy}"), await allowed.HandOverAsync(Page, Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task HandOver_Answer_IsKeptWithTheSourceAndInTheCustodyRecord(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(Newsroom.ASource(Page), Guid.CreateVersion7(), room.Checker, Ct))).Id;
        var capture = new NewCapture { Bytes = [1], MediaType = "text/html", Tool = "paste" };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new CaptureService(db).AddAsync(id, capture, Guid.CreateVersion7(), room.Checker, Ct)));
        await using var internet = await ArchiveAsync(context => context.Response.Headers["Content-Location"] = Copy);
        using var client = Client(internet);

        Task<(Outcome Outcome, ArchiveAnswer? Answer)> AskAsync(Actor actor) => room.WithAsync(db => new ArchiveService(db, client).HandOverAsync(id, actor, Ct));
        Assert.IsType<Outcome.Done>((await AskAsync(room.Checker)).Outcome);
        Assert.IsType<Outcome.Done>((await AskAsync(room.Editor)).Outcome);
        Assert.IsType<Outcome.NotPermitted>((await AskAsync(room.Admin)).Outcome);

        await using (var db = room.Database.CreateContext())
        {
            Assert.Equal(new ArchiveLink("https://archive.example.org" + Copy, new DateOnly(2024, 2, 26)), Assert.Single((await db.Sources.SingleAsync(Ct)).ArchiveLinks));
            Assert.Equal(2, await db.CustodyEvents.CountAsync(e => e.Kind == CustodyKind.HandedToArchive && e.Detail == "https://archive.example.org" + Copy, Ct));
        }

        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).WithholdAsync(id, 2, "At risk", room.Editor, Ct)));
        Assert.Equal(nameof(RefusalReason.SourceWithheld), Assert.IsType<Outcome.NotNow>((await AskAsync(room.Editor)).Outcome).Code);
        Assert.Equal(2, internet.Requests.Count);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task ArchiveLinks_OfAnotherPage_AreFaults_UnlessRedirectsLedThere(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var made = Newsroom.ASource(Page) with { ArchiveLinks = [new ArchiveLink("https://web.archive.org/web/20240226093000/https://example.org/other", null)] };
        Assert.Equal(new Fault("ArchiveLinks[0].Address", FaultCode.CopyOfAnotherPage), Assert.Single(Assert.IsType<Outcome.Invalid>(await room.WithAsync(db => new SourceService(db).CreateAsync(made, Guid.CreateVersion7(), room.Checker, Ct))).Faults));
        var id = Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(made with { ArchiveLinks = [new ArchiveLink("https://web.archive.org" + Copy, null)] }, Guid.CreateVersion7(), room.Checker, Ct))).Id;
        Assert.Equal(new DateOnly(2024, 2, 26), await room.WithAsync(async db => (await db.Sources.SingleAsync(Ct)).ArchiveLinks[0].ArchivedOn));

        Task<Outcome> LinkAsync(string address) => room.WithAsync(db => new SourceService(db).ReviseAsync(id, 1, new SourceEdit { ArchiveLinks = Posted.Of<IReadOnlyList<ArchiveLink>>([new ArchiveLink(address, null)]) }, room.Checker, Ct));
        Assert.Equal(FaultCode.CopyOfAnotherPage, Assert.Single(Assert.IsType<Outcome.Invalid>(await LinkAsync("https://web.archive.org/web/20240226093000/https://example.org/moved")).Faults).Code);
        Assert.Equal(FaultCode.NotAnArchivedCopy, Assert.Single(Assert.IsType<Outcome.Invalid>(await LinkAsync("https://web.archive.org/save/" + Page)).Faults).Code);

        var capture = new NewCapture { Bytes = [1], MediaType = "text/html", Tool = "paste", FinalAddress = "https://example.org/moved" };
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new CaptureService(db).AddAsync(id, capture, Guid.CreateVersion7(), room.Checker, Ct)));
        Assert.IsType<Outcome.Done>(await LinkAsync("https://web.archive.org/web/20240226093000/https://example.org/moved"));
    }

    private static FetchSettings Settings => FakeInternet.Settings with { Archive = new Uri("https://archive.example.org/save/") };

    private static ArchiveClient Client(FakeInternet internet) => new(Settings, internet.Network);

    private static async Task<FakeInternet> ArchiveAsync(Action<HttpContext> answer)
    {
        var internet = await FakeInternet.StartAsync();
        internet.Name("archive.example.org", [FakeInternet.PublicAddress]);
        internet.Page = context =>
        {
            answer(context);
            return Task.CompletedTask;
        };
        return internet;
    }
}
