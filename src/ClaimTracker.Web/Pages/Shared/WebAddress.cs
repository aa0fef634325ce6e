namespace ClaimTracker.Web.Pages.Shared;

/// <summary>Addresses of sources as links: only what leads to a web page.</summary>
public static class WebAddress
{
    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
