using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ClaimTracker.Core.Intake;

/// <summary>How names are looked up and connections made; tests put their own in the place of the internet.</summary>
public sealed record FetchNetwork
{
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } = Dns.GetHostAddressesAsync;

    public Func<IPEndPoint, CancellationToken, Task<Stream>> ConnectAsync { get; init; } = ConnectSocketAsync;

    /// <summary>Who vouches for certificates; null: whom the machine trusts.</summary>
    public X509ChainPolicy? Certificates { get; init; }

    private static async Task<Stream> ConnectSocketAsync(IPEndPoint endPoint, CancellationToken ct)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>
/// Connects only to addresses that were checked: the name is looked up once for each connection, every answer is judged, and the
/// connection goes to the judged address itself, so a name that changes its answer in between (DNS rebinding) gains nothing.
/// </summary>
internal sealed class CheckedConnector(FetchSettings settings, FetchNetwork network)
{
    /// <summary>A client that follows nothing, keeps nothing and sends nothing of ours but the user agent.</summary>
    public HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) => await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct),
            AllowAutoRedirect = false,
            // A proxy would look the names up itself, unchecked.
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
            // Every request looks the name up anew.
            PooledConnectionLifetime = TimeSpan.Zero,
        };
        handler.SslOptions.CertificateChainPolicy = network.Certificates;
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(settings.UserAgent);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xhtml+xml"));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain", 0.8));
        return client;
    }

    /// <summary>The addresses of a host, all of them fit to be fetched from; throws <see cref="FetchRefusedException"/>.</summary>
    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        var answers = IPAddress.TryParse(host, out var literal) ? [literal] : await LookUpAsync(host, ct);
        if (answers.Length == 0)
        {
            throw new FetchRefusedException(FetchRefusal.UnknownHost);
        }

        // One bad answer among good ones is an attempt, not an accident.
        foreach (var answer in answers)
        {
            if (AddressRules.FaultOf(answer, settings) is { } fault)
            {
                throw new FetchRefusedException(fault) { Kind = AddressKinds.KindOf(answer) };
            }
        }

        return answers;
    }

    private async Task<Stream> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var addresses = await ResolveAsync(host, ct);
        for (var i = 0; ; i++)
        {
            try
            {
                return await network.ConnectAsync(new IPEndPoint(addresses[i], port), ct);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                // The next address of the same name.
            }
        }
    }

    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken ct)
    {
        try
        {
            return await network.ResolveAsync(host, ct);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return [];
        }
    }
}

/// <summary>Carries a refusal out of a connection under way; it becomes a <see cref="FetchOutcome.Refused"/> before anybody else sees it.</summary>
internal sealed class FetchRefusedException(FetchRefusal code) : Exception(code.ToString())
{
    public FetchRefusal Code => code;

    public AddressKind? Kind { get; init; }

    public int? Status { get; init; }

    public string? MediaType { get; init; }
}
