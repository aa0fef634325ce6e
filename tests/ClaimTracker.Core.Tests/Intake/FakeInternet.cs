using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClaimTracker.Core.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>
/// A name server that answers what a test says, and one web server on this machine that stands for every public address. A connection to any
/// other address fails, and <see cref="Reached"/> tells of it.
/// </summary>
internal sealed class FakeInternet : IAsyncDisposable
{
    public const string PublicAddress = "93.184.216.34";

    private static readonly X509Certificate2 authority = MakeAuthority();
    private static readonly X509Certificate2 certificate = MakeCertificate();

    private readonly WebApplication server;
    private readonly Dictionary<string, Queue<string[]>> names = [];

    private FakeInternet(WebApplication server) => this.server = server;

    public static IReadOnlyList<IPAddress> PublicAddresses { get; } = [IPAddress.Parse(PublicAddress), IPAddress.Parse("2606:2800:220:1:248:1893:25c8:1946")];

    /// <summary>Every address that a connection was asked for.</summary>
    public List<IPEndPoint> Reached { get; } = [];

    public List<string> LookedUp { get; } = [];

    /// <summary>What the server saw, robots.txt apart.</summary>
    public List<HttpRequestSeen> Requests { get; } = [];

    /// <summary>Answers of the server; robots.txt is not found unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Page { get; set; } = context => context.Response.WriteAsync("");

    public Func<HttpContext, Task> Robots { get; set; } = NotFoundAsync;

    public int HttpPort => Ports[0];

    private int[] Ports => [.. server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Select(a => new Uri(a).Port) ?? []];

    public FetchNetwork Network => new()
    {
        ResolveAsync = ResolveAsync,
        ConnectAsync = ConnectAsync,
        Certificates = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { authority } },
    };

    public static async Task<FakeInternet> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        var internet = new FakeInternet(builder.Build());
        internet.server.Run(internet.AnswerAsync);
        await internet.server.StartAsync(TestContext.Current.CancellationToken);
        return internet;
    }

    /// <summary>What a name stands for; several lists are the answers of one lookup after another, the last one for good.</summary>
    public void Name(string host, params string[][] answers) => names[host] = new Queue<string[]>(answers);

    public ArticleFetcher Fetcher(FetchSettings? settings = null) => new(settings ?? Settings, TimeProvider.System, Network);

    public static FetchSettings Settings { get; } = new() { IsOn = true, MaxBytes = 1024 * 1024, TimeLimit = TimeSpan.FromSeconds(20) };

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await server.StopAsync(soon.Token);
        await server.DisposeAsync();
    }

    public static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/robots.txt")
        {
            await Robots(context);
            return;
        }

        Requests.Add(new HttpRequestSeen(context.Request.Host.Host, context.Request.Path + context.Request.QueryString.Value, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())));
        await Page(context);
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        LookedUp.Add(host);
        if (!names.TryGetValue(host, out var answers))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return Task.FromResult(answer.Select(IPAddress.Parse).ToArray());
    }

    private async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken ct)
    {
        Reached.Add(endPoint);
        var isPublic = PublicAddresses.Contains(endPoint.Address);
        var isOurs = IPAddress.IsLoopback(endPoint.Address) && Ports.Contains(endPoint.Port);
        var port = isOurs ? endPoint.Port : isPublic && endPoint.Port == 80 ? Ports[0] : isPublic && endPoint.Port == 443 ? Ports[1] : throw new SocketException((int)SocketError.HostUnreachable);
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, ct);
        return client.GetStream();
    }

    private static X509Certificate2 MakeAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Authority of these tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=These tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in (string[])["*.example.com", "*.example.net", "*.example.org", "xn--mgbaam7a8h.example"])
        {
            names.AddDnsName(name);
        }

        names.AddIpAddress(IPAddress.Parse(PublicAddress));
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.Create(authority, now.AddHours(-1), now.AddDays(1), [1, 2, 3, 4]);
        using var withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}

internal sealed record HttpRequestSeen(string Host, string Target, IReadOnlyDictionary<string, string> Headers);
