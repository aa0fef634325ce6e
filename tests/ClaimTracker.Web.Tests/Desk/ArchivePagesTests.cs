using System.Net;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Handing a source's address to a web archive, which here stands on this machine.</summary>
public sealed class ArchivePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HandOver_IsOffUntilTheOperatorNamesAnArchive()
    {
        await using var app = await WebApp.StartAsync();
        var source = await app.SourceAsync();
        var checker = await app.SignedInAsync(Roles.Checker);

        Assert.Null((await checker.GetAsync($"/en/desk/sources/{source}")).AssertOk().Html.QuerySelector("form[action$='/archive']"));
        (await checker.GetAsync($"/en/desk/sources/{source}/archive")).AssertStatus(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en", "Hand to a web archive")]
    [InlineData("ar", "إرسال إلى أرشيف الويب")]
    public async Task HandOver_KeepsTheCopysAddress_OrSaysWhyNot(string language, string button)
    {
        var status = StatusCodes.Status200OK;
        await using var archive = await StartArchiveAsync(() => status);
        var endpoint = archive.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(); // it listens
        await using var app = await WebApp.StartAsync(("Capture:Archive", endpoint + "/save"), ("Capture:AllowedNetworks", "127.0.0.0/8"));
        var address = SourceScene.Address();
        var source = await app.SourceAsync(s => s with { Address = address });
        await app.CaptureAsync(source);
        var checker = await app.SignedInAsync(Roles.Checker);
        var page = (await checker.GetAsync($"/{language}/desk/sources/{source}")).AssertOk();

        var kept = await page.Form(button).SubmitAsync();

        Assert.NotEqual("", kept.AssertOk().Notice);
        var link = Assert.Single(await app.WithDbAsync(async db => (await db.Sources.AsNoTracking().SingleAsync(s => s.Id == source, Ct)).ArchiveLinks));
        Assert.Equal(($"{endpoint}/web/20240226093000/{address}", (DateOnly?)new DateOnly(2024, 2, 26)), (link.Address, link.ArchivedOn));
        Assert.Contains(link.Address, kept.Words("#captures .history"), StringComparison.Ordinal);

        status = StatusCodes.Status429TooManyRequests;
        var refused = await page.Form(button).SubmitAsync();
        Assert.Contains("429", refused.AssertStatus(HttpStatusCode.Conflict).Refusal, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.CustodyEvents.CountAsync(e => e.SourceId == source && e.Kind == Core.Sources.CustodyKind.HandedToArchive, Ct)));
    }

    [Theory]
    [InlineData("https://web.archive.org/save/https://example.org/a")]
    [InlineData("https://web.archive.org/web/20240226093000/https://example.org/another")]
    public async Task ArchiveLink_ThatIsNoCopyOfThePage_IsSaidAtTheField(string link)
    {
        await using var app = await WebApp.StartAsync();
        var source = await app.SourceAsync();
        var checker = await app.SignedInAsync(Roles.Checker);

        foreach (var (language, save) in new[] { ("en", "Save"), ("ar", "حفظ") })
        {
            var page = await (await checker.GetAsync($"/{language}/desk/sources/{source}/edit")).Form("Input.Address").Fill("Input.ArchiveLinks[0].Address", link).SubmitAsync(save);
            Assert.NotNull(page.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.ArchiveLinks[0].Address"));
            Assert.Equal(link, page.Form("Input.Address")["Input.ArchiveLinks[0].Address"]);
        }
    }

    private static async Task<WebApplication> StartArchiveAsync(Func<int> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var archive = builder.Build();
        archive.Run(context =>
        {
            context.Response.StatusCode = status();
            context.Response.Headers.ContentLocation = "/web/20240226093000/" + context.Request.Path.Value?["/save/".Length..];
            return Task.CompletedTask;
        });
        await archive.StartAsync(Ct);
        return archive;
    }
}
