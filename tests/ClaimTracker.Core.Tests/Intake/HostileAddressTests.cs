using System.IO.Compression;
using ClaimTracker.Core.Intake;
using ClaimTracker.TestKit.Intake;
using Microsoft.AspNetCore.Http;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>Every address of the table, against a server that does what its row says.</summary>
public sealed class HostileAddressTests
{
    private static readonly FetchSettings impatient = FakeInternet.Settings with { TimeLimit = TimeSpan.FromSeconds(3) };

    public static TheoryData<string> Hostile => [.. IntakeData.Addresses.Where(a => a.Reason != "ok").Select(a => a.Address)];

    public static TheoryData<string> Harmless => [.. IntakeData.Addresses.Where(a => a.Reason == "ok").Select(a => a.Address)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Fetch_HostileAddress_IsRefusedAndReachesNothingPrivate(string address)
    {
        var row = IntakeData.Addresses.Single(a => a.Address == address);
        await using var internet = await OpenAsync(row);
        using var fetcher = internet.Fetcher(impatient);

        var refused = Assert.IsType<FetchOutcome.Refused>(await fetcher.FetchAsync(row.Address, Ct));

        Assert.Contains(refused.Code, ExpectedOf(row.Reason));
        Assert.All(internet.Reached, e => Assert.Contains(e.Address, FakeInternet.PublicAddresses));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Fetch_HarmlessAddress_IsFetched(string address)
    {
        var row = IntakeData.Addresses.Single(a => a.Address == address);
        await using var internet = await OpenAsync(row);
        using var fetcher = internet.Fetcher();

        var page = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(row.Address, Ct)).Page;

        Assert.Equal(row.Redirect.Length > 0 ? row.Redirect : new Uri(row.Address).AbsoluteUri, page.FinalAddress);
        Assert.Equal("text/html", page.MediaType);
        Assert.All(internet.Reached, e => Assert.Contains(e.Address, FakeInternet.PublicAddresses));
    }

    private static async Task<FakeInternet> OpenAsync(AddressRow row)
    {
        var internet = await FakeInternet.StartAsync();
        foreach (var (host, answers) in NamesOf(row))
        {
            internet.Name(host, answers);
        }

        var first = Uri.TryCreate(row.Address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : "";
        internet.Page = context => AnswerAsync(context, row, isFirst: context.Request.Path.ToUriComponent() == first);
        return internet;
    }

    private static IEnumerable<(string Host, string[][] Answers)> NamesOf(AddressRow row)
    {
        foreach (var (part, i) in row.Resolves.Split("; ").Select((p, i) => (p, i)))
        {
            var (host, answers) = i == 0
                ? (Uri.TryCreate(row.Address, UriKind.Absolute, out var uri) ? uri.IdnHost.TrimEnd('.') : "", part)
                : (part.Split('=')[0], part.Split('=')[1]);
            if (host.Length > 0 && answers is not ("" or "none"))
            {
                yield return (host, [.. answers.Split(" then ").Select(a => a.Split(','))]);
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context, AddressRow row, bool isFirst)
    {
        var answer = context.Response;
        answer.ContentType = "text/html; charset=utf-8";
        if (row.Redirect.Length > 0 && isFirst)
        {
            answer.StatusCode = StatusCodes.Status302Found;
            answer.Headers.Location = row.Redirect;
            return;
        }

        switch (row.Reason)
        {
            case "too-large":
                await WriteAsync(context, new byte[64 * 1024], times: 40, TimeSpan.Zero);
                break;
            case "zip-bomb":
                answer.Headers.ContentEncoding = "gzip";
                await answer.Body.WriteAsync(Bomb(), context.RequestAborted);
                break;
            case "endless":
                await WriteAsync(context, "<p>and on</p>"u8.ToArray(), times: int.MaxValue, TimeSpan.FromMilliseconds(20));
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromMinutes(5), context.RequestAborted);
                break;
            case "wrong-type":
                answer.ContentType = "video/mp4";
                break;
            default:
                await answer.WriteAsync("<h1>A page</h1>", context.RequestAborted);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, byte[] bytes, int times, TimeSpan pause)
    {
        try
        {
            for (var i = 0; i < times; i++)
            {
                await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(pause, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, as it should.
        }
    }

    /// <summary>Sixty-four megabytes in some sixty kilobytes.</summary>
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static FetchRefusal[] ExpectedOf(string reason) => reason switch
    {
        "scheme" or "redirect-scheme" => [FetchRefusal.Scheme],
        "credentials" => [FetchRefusal.Credentials],
        "port" => [FetchRefusal.Port],
        "redirect-loop" => [FetchRefusal.TooManyRedirects],
        "too-large" or "zip-bomb" => [FetchRefusal.TooLarge],
        "endless" => [FetchRefusal.TooSlow, FetchRefusal.TooLarge],
        "slow" => [FetchRefusal.TooSlow],
        "wrong-type" => [FetchRefusal.WrongType],
        "unresolvable" => [FetchRefusal.UnknownHost],
        "invalid" => [FetchRefusal.InvalidAddress],
        // Some of them are at ports that are not allowed either.
        _ => [FetchRefusal.NotPublic, FetchRefusal.Port],
    };
}
