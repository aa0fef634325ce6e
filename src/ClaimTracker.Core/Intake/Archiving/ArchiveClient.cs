using System.Net;
using System.Net.Sockets;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Intake;

/// <summary>What a web archive said when it was handed an address.</summary>
public abstract record ArchiveAnswer
{
    private ArchiveAnswer()
    {
    }

    /// <param name="Address">The copy's address, where the archive named it at once; null: it has taken the address on.</param>
    public sealed record Taken(string? Address) : ArchiveAnswer;

    /// <param name="Status">The answer's number, for <see cref="FetchRefusal.Status"/>.</param>
    public sealed record Refused(FetchRefusal Code, int? Status) : ArchiveAnswer;
}

/// <summary>
/// Hands an address to the one web archive that the operator named, by asking for <c>{endpoint}/{address}</c> as the Wayback Machine's
/// “save page now” and programs like it are asked. Connections are judged as those of <see cref="ArticleFetcher"/> are, and no redirect leads to another host.
/// </summary>
public sealed class ArchiveClient : IDisposable
{
    private readonly FetchSettings settings;
    private readonly CheckedConnector connector;
    private readonly HttpClient client;

    public ArchiveClient(FetchSettings settings, FetchNetwork? network = null)
    {
        // The archive's own port, whatever ports articles are fetched from.
        this.settings = settings.Archive is { } endpoint ? settings with { Ports = [endpoint.Port] } : settings;
        connector = new CheckedConnector(this.settings, network ?? new FetchNetwork());
        client = connector.CreateClient();
    }

    public bool IsOn => settings.Archive is not null;

    /// <summary>The archive's name, for the custody record.</summary>
    public string Host => settings.Archive?.Host ?? "";

    public async Task<ArchiveAnswer> HandOverAsync(string address, CancellationToken ct)
    {
        if (settings.Archive is not { } endpoint)
        {
            return new ArchiveAnswer.Refused(FetchRefusal.SwitchedOff, null);
        }

        if (!AddressRules.TryRead(address, out var page, out var fault))
        {
            return new ArchiveAnswer.Refused(fault, null);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.ArchiveTimeLimit);
        try
        {
            return await AskAsync(endpoint, page, limit.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && CodeIn(e, limit.IsCancellationRequested) is { } code)
        {
            return new ArchiveAnswer.Refused(code, null);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<ArchiveAnswer> AskAsync(Uri endpoint, Uri page, CancellationToken ct)
    {
        var asked = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + page.AbsoluteUri);
        for (var hop = 0; ; hop++)
        {
            if (AddressRules.FaultOf(asked, settings) is { } fault)
            {
                return new ArchiveAnswer.Refused(fault, null);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, asked);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            var status = (int)answer.StatusCode;
            if (status >= 400)
            {
                return new ArchiveAnswer.Refused(FetchRefusal.Status, status);
            }

            if (CopyIn([answer.Content.Headers.ContentLocation, answer.Headers.Location, asked], asked, page) is { } copy)
            {
                return new ArchiveAnswer.Taken(copy);
            }

            if (status < 300 || answer.Headers.Location is not { } location || !Uri.TryCreate(asked, location, out var next))
            {
                return new ArchiveAnswer.Taken(null);
            }

            if (next.Host != asked.Host || hop == settings.MaxRedirects)
            {
                return new ArchiveAnswer.Refused(FetchRefusal.TooManyRedirects, null);
            }

            asked = next;
        }
    }

    /// <summary>The first of the addresses that stands in the archive itself and is that of a copy of the page.</summary>
    private static string? CopyIn(IEnumerable<Uri?> named, Uri asked, Uri page)
    {
        foreach (var name in named)
        {
            if (name is not null && Uri.TryCreate(asked, name, out var address) && address.Host == asked.Host && address.AbsoluteUri.Length <= Source.AddressMaxLength
                && ArchiveAddress.MementoIn(address.PathAndQuery) is not null && !ArchiveAddress.IsOfAnotherPage(address.AbsoluteUri, [page.AbsoluteUri]))
            {
                return address.AbsoluteUri;
            }
        }

        return null;
    }

    private static FetchRefusal? CodeIn(Exception e, bool isLate)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchRefusedException refused)
            {
                return refused.Code;
            }
        }

        return isLate ? FetchRefusal.TooSlow : e is HttpRequestException or IOException or SocketException ? FetchRefusal.NotReached : null;
    }
}
