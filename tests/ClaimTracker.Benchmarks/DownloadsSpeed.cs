using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// How much memory the program needs to make and give out everything: <c>downloads 1000000 FOLDER</c>. The folder keeps the database and the downloads, so that
/// the same can be measured again; SQLite. Prints the highest memory of each process.
/// </summary>
internal static partial class DownloadsSpeed
{
    private const string Feed = "/feeds/claimreview.json";
    private const int PagesAsked = 200;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static int lastNumber;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var claims, var place])
        {
            await Console.Error.WriteLineAsync("downloads CLAIMS FOLDER");
            return 1;
        }

        var folder = Directory.CreateDirectory(place).FullName;
        var file = Path.Combine(folder, "claimtracker.db");
        if (!File.Exists(file))
        {
            await FillAsync(file, int.Parse(claims, CultureInfo.InvariantCulture));
        }

        using (var maker = Start(folder, FreePort(), "downloads"))
        {
            var said = maker.StandardOutput.ReadToEndAsync();
            var peak = 0L;
            while (!maker.HasExited)
            {
                peak = Math.Max(peak, await PeakAsync(maker));
                await Task.Delay(Step);
            }

            Say("making the downloads", peak, (await said).Trim());
        }

        var port = FreePort();
        using var server = Start(folder, port);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Timeout.InfiniteTimeSpan };
            await ReadyAsync(client);
            await MeasureAsync(server, "feed of ClaimReviews, whole", () => FeedAsync(client, Feed, cutAt: null));
            await MeasureAsync(server, "the same, cut in the middle and gone on behind it", async () =>
            {
                var first = await FeedAsync(client, Feed, cutAt: 200_000_000);
                return first + await FeedAsync(client, $"{Feed}?after={lastNumber}", cutAt: null);
            });
            await MeasureAsync(server, "sitemap, all parts", () => SitemapAsync(client));
            foreach (var name in new[] { ClaimsCsv.FileName, DownloadTexts.JsonLines, DownloadTexts.Sqlite })
            {
                await MeasureAsync(server, $"{name}, cut in the middle and resumed", () => ResumedAsync(client, name));
            }

            foreach (var page in new[] { "/en/claims?q=wheat&n=", "/en/claims/1?n=" })
            {
                await LatencyAsync(client, page);
            }

            return 0;
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task MeasureAsync(Process server, string what, Func<Task<long>> work)
    {
        var clock = Stopwatch.StartNew();
        var bytes = await work();
        Say(what, await PeakAsync(server), string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000} MB, {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static void Say(string what, long kilobytes, string more) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: highest memory so far {kilobytes / 1024} MB  {more}"));

    /// <summary>The bytes read of the feed; notes the last number they name.</summary>
    private static async Task<long> FeedAsync(HttpClient client, string address, long? cutAt)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var all = 0L;
        while (await stream.ReadAsync(buffer) is > 0 and var read && all < (cutAt ?? long.MaxValue))
        {
            all += read;
            if (PageAddress().Matches(Encoding.Latin1.GetString(buffer, 0, read)) is [.., var last])
            {
                lastNumber = int.Parse(last.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return all;
    }

    private static async Task<long> SitemapAsync(HttpClient client)
    {
        var all = 0L;
        foreach (var part in SitemapPart().Matches(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative))).Select(m => m.Value))
        {
            all += (await client.GetByteArrayAsync(new Uri(part, UriKind.Relative))).Length;
        }

        return all;
    }

    /// <summary>Both halves must give the file whose hash is its tag.</summary>
    private static async Task<long> ResumedAsync(HttpClient client, string name)
    {
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/downloads/latest/{name}"));
        var (length, tag) = (head.Content.Headers.ContentLength ?? 0, head.Headers.ETag);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var at = 0L;
        foreach (var end in new[] { length / 2, length })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/downloads/latest/{name}") { Headers = { Range = new RangeHeaderValue(at, null) } };
            request.Headers.IfRange = tag is null ? null : new RangeConditionHeaderValue(tag);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var stream = await response.Content.ReadAsStreamAsync();
            var buffer = new byte[1 << 16];
            while (at < end && await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, end - at))) is > 0 and var read)
            {
                sum.AppendData(buffer, 0, read);
                at += read;
            }
        }

        return $"\"{Convert.ToHexStringLower(sum.GetCurrentHash())}\"" == tag?.Tag ? at : throw new InvalidOperationException($"{name} is not what its tag says.");
    }

    private static async Task LatencyAsync(HttpClient client, string address)
    {
        var times = new List<double>();
        for (var i = 0; i < PagesAsked * 2; i++)
        {
            var clock = Stopwatch.StartNew();
            (await client.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"{address}{i}"), UriKind.Relative))).EnsureSuccessStatusCode();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        // The first half warms up.
        var sorted = times.Skip(PagesAsked).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{address}: median {sorted[PagesAsked / 2]:0.0} ms, 95th percentile {sorted[PagesAsked * 95 / 100]:0.0} ms"));
    }

    private static Process Start(string folder, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = arguments.Length > 0, WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ClaimTracker.Web.dll"));
        foreach (var argument in new[] { $"--Data:Directory={folder}", $"--urls=http://127.0.0.1:{port}", "--Downloads:Make=false", "--Logging:LogLevel:Default=Error" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Staging";
        return Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
    }

    /// <summary>Zero of a process that has ended.</summary>
    private static async Task<long> PeakAsync(Process process)
    {
        try
        {
            var line = (await File.ReadAllLinesAsync($"/proc/{process.Id}/status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static async Task ReadyAsync(HttpClient client)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(Step))
        {
            try
            {
                (await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task FillAsync(string file, int claims)
    {
        await using var services = new ServiceCollection().AddClaimDatabase(DatabaseProvider.Sqlite, $"Data Source={file}.part").BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
            await db.Database.MigrateAsync();
            await new PublicRowsUpgrade(db).EnsureAsync(null, CancellationToken.None);
            await SpeedDatabase.FillAsync(db, new GeneratedClaims().Take(claims).Select(Complete));
            await new SearchIndex(db).RebuildAsync(null, CancellationToken.None);
            await SpeedDatabase.RunAsync(db, "ANALYZE");
        }

        SqliteConnection.ClearAllPools();
        File.Move(file + ".part", file);
    }

    /// <summary>With what a ClaimReview needs in both languages.</summary>
    private static PublicDocument Complete(PublicDocument document) => document with
    {
        Verdict = document.Verdict! with // generated
        {
            Explanation = document.Verdict.Headline,
            Rating = document.Verdict.Rating with { Label = LocalizedText.Of(("en", document.Verdict.Rating.Code), ("ar", document.Verdict.Rating.Code)) },
        },
    };

    [GeneratedRegex("/(ar|en)/claims/(?<number>[0-9]+)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageAddress();

    [GeneratedRegex("/sitemaps/claims-[0-9]+[.]xml", RegexOptions.None, 1000)]
    private static partial Regex SitemapPart();
}
