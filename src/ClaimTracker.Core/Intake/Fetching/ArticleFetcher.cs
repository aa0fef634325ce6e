using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Fetches one page that somebody named. Redirects are followed by hand and each is judged as the first address was; every
/// connection goes to a checked address (<see cref="CheckedConnector"/>); size, time and redirects have limits; robots.txt is honoured.
/// </summary>
public sealed class ArticleFetcher : IDisposable
{
    private static readonly string[] readable = ["text/html", "application/xhtml+xml", "text/plain"];

    private readonly FetchSettings settings;
    private readonly TimeProvider clock;
    private readonly CheckedConnector connector;
    private readonly HttpClient client;

    public ArticleFetcher(FetchSettings settings, TimeProvider clock, FetchNetwork? network = null)
    {
        this.settings = settings;
        this.clock = clock;
        connector = new CheckedConnector(settings, network ?? new FetchNetwork());
        client = connector.CreateClient();
    }

    public async Task<FetchOutcome> FetchAsync(string? address, CancellationToken ct)
    {
        var requested = address?.Trim() ?? "";
        if (!settings.IsOn)
        {
            return new FetchOutcome.Refused(FetchRefusal.SwitchedOff, requested);
        }

        if (!AddressRules.TryRead(requested, out var first, out var fault))
        {
            return new FetchOutcome.Refused(fault, requested);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.TimeLimit);
        var trail = new Trail { Address = first };
        try
        {
            return new FetchOutcome.Fetched(await FollowAsync(first, trail, requested, limit.Token));
        }
        catch (Exception e) when (!ct.IsCancellationRequested && RefusalIn(e, limit.IsCancellationRequested) is { } refused)
        {
            return new FetchOutcome.Refused(refused.Code, trail.Address.AbsoluteUri) { Kind = refused.Kind, Status = refused.Status, MediaType = refused.MediaType };
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchedPage> FollowAsync(Uri first, Trail trail, string requested, CancellationToken ct)
    {
        var robots = new Dictionary<string, RobotsRules>();
        for (var hop = 0; ; hop++)
        {
            await RequireFitAsync(trail.Address, ct);
            await RequireLeaveAsync(trail.Address, robots, ct);
            using var answer = await SendAsync(trail.Address, ct);
            if (RedirectOf(answer, trail.Address) is not { } next)
            {
                return await ReadPageAsync(answer, trail.Address, requested, ct);
            }

            trail.Address = next;
            if (hop == settings.MaxRedirects)
            {
                throw new FetchRefusedException(FetchRefusal.TooManyRedirects);
            }
        }
    }

    /// <summary>Judges the address, and what its name stands for, before anything is connected.</summary>
    private async Task RequireFitAsync(Uri address, CancellationToken ct)
    {
        if (AddressRules.FaultOf(address, settings) is { } fault)
        {
            var kind = fault is FetchRefusal.NotPublic && IPAddress.TryParse(AddressRules.HostOf(address), out var literal) ? AddressKinds.KindOf(literal) : (AddressKind?)null;
            throw new FetchRefusedException(fault) { Kind = kind };
        }

        await connector.ResolveAsync(AddressRules.HostOf(address), ct);
    }

    private async Task RequireLeaveAsync(Uri page, Dictionary<string, RobotsRules> known, CancellationToken ct)
    {
        var site = page.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(site, out var robots))
        {
            known[site] = robots = await ReadRobotsAsync(page, ct);
        }

        if (!robots.Allows(page))
        {
            throw new FetchRefusedException(FetchRefusal.Robots);
        }
    }

    /// <summary>No robots.txt (4xx): everything may be read; one that cannot be had (5xx, no answer): nothing.</summary>
    private async Task<RobotsRules> ReadRobotsAsync(Uri page, CancellationToken ct)
    {
        var address = RobotsRules.AddressFor(page);
        for (var hop = 0; hop <= settings.MaxRedirects; hop++)
        {
            await RequireFitAsync(address, ct);
            using var answer = await SendAsync(address, ct);
            if (RedirectOf(answer, address) is { } next)
            {
                address = next;
                continue;
            }

            return (int)answer.StatusCode switch
            {
                >= 200 and < 300 => RobotsRules.Parse(Encoding.UTF8.GetString(await ReadBytesAsync(answer, RobotsRules.MaxBytes, cut: true, ct))),
                >= 400 and < 500 => RobotsRules.AllowAll,
                _ => RobotsRules.AllowNothing,
            };
        }

        return RobotsRules.AllowAll;
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    private static Uri? RedirectOf(HttpResponseMessage answer, Uri address)
    {
        if (answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || answer.Headers.Location is not { } location)
        {
            return null;
        }

        // “Location: file:///…” and “Location: //host/” are judged like anything else in the next round.
        return Uri.TryCreate(address, location, out var next) ? next : throw new FetchRefusedException(FetchRefusal.InvalidAddress);
    }

    private async Task<FetchedPage> ReadPageAsync(HttpResponseMessage answer, Uri address, string requested, CancellationToken ct)
    {
        if (answer.StatusCode is not HttpStatusCode.OK)
        {
            throw new FetchRefusedException(FetchRefusal.Status) { Status = (int)answer.StatusCode };
        }

        var content = answer.Content.Headers;
        var mediaType = content.ContentType?.MediaType?.ToLowerInvariant();
        // An encoding left over is one that was not undone.
        if (mediaType is null || !readable.Contains(mediaType) || content.ContentEncoding.Count > 0)
        {
            throw new FetchRefusedException(FetchRefusal.WrongType) { MediaType = mediaType };
        }

        var bytes = await ReadBytesAsync(answer, settings.MaxBytes, cut: false, ct);
        return new FetchedPage
        {
            RequestedAddress = requested,
            FinalAddress = address.AbsoluteUri,
            MediaType = mediaType,
            Headers = new PageHeaders(content.ContentType?.CharSet?.Trim('"', '\''), content.ContentLanguage.FirstOrDefault(), CanonicalIn(answer.Headers)),
            Bytes = bytes,
            FetchedAt = ClaimDbContext.ToStored(clock.GetUtcNow().UtcDateTime),
            Tool = settings.UserAgent,
        };
    }

    /// <summary>Reads no more than the limit whatever was announced, and counts after decompression.</summary>
    private static async Task<byte[]> ReadBytesAsync(HttpResponseMessage answer, int maxBytes, bool cut, CancellationToken ct)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > maxBytes)
            {
                return cut ? kept.ToArray() : throw new FetchRefusedException(FetchRefusal.TooLarge);
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary><c>Link: &lt;https://…&gt;; rel="canonical"</c></summary>
    private static string? CanonicalIn(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links)
        && links.SelectMany(l => l.Split(',')).FirstOrDefault(l => l.Contains("rel=\"canonical\"", StringComparison.OrdinalIgnoreCase)) is { } link
        && link.IndexOf('<', StringComparison.Ordinal) is >= 0 and var start
        && link.IndexOf('>', start) is > 0 and var end
            ? link[(start + 1)..end]
            : null;

    /// <summary>The refusal that an exception carries, perhaps deep inside; null for what is a fault of ours.</summary>
    private static FetchRefusedException? RefusalIn(Exception e, bool isLate)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchRefusedException refused)
            {
                return refused;
            }
        }

        return isLate ? new FetchRefusedException(FetchRefusal.TooSlow)
            : e is HttpRequestException or IOException or SocketException or InvalidDataException ? new FetchRefusedException(FetchRefusal.NotReached)
            : null;
    }

    /// <summary>Where the redirects have led so far.</summary>
    private sealed class Trail
    {
        public required Uri Address { get; set; }
    }
}
