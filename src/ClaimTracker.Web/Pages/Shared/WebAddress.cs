namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Addresses of sources as links: only what leads to a web page.</summary>
public static class WebAddress
{
    /// <summary>As people read it, in letters of its own script: for paper, where nobody can follow a link.</summary>
    public static string Readable(string address) => Uri.UnescapeDataString(address);

    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
