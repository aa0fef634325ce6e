namespace ClaimTracker.Core.Sources;

/// <summary>Compares web addresses so that one page is one source.</summary>
public static class SourceAddress
{
    private static readonly string[] TrackingPrefixes = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid"];

    public static bool IsValid(string address) =>
        address.Length <= Source.AddressMaxLength
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.Host.Contains('.')
        && HostOf(uri) is not null;

    /// <summary>The host in small letters as the web writes it, in ASCII; null for a name that cannot be written so, such as one with a joiner that joins nothing.</summary>
    public static string? HostOf(Uri address)
    {
        try
        {
            return address.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Scheme, “www.”, fragment, tracking parameters and a final slash make no difference; path and other parameters do.
    /// Null for what is no web address.
    /// </summary>
    public static string? KeyOf(string? address)
    {
        if (address is null || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || HostOf(uri) is not { } host)
        {
            return null;
        }

        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !TrackingPrefixes.Any(t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase)));
        var query = string.Join('&', kept);
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)
            + (uri.IsDefaultPort ? "" : $":{uri.Port}")
            + uri.AbsolutePath.TrimEnd('/')
            + (query.Length == 0 ? "" : "?" + query);
    }
}
