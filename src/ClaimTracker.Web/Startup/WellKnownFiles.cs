using System.Globalization;
using ClaimTracker.Web.Feeds;

namespace ClaimTracker.Web.Startup;

/// <summary>What programs look for at addresses of their own: <c>/robots.txt</c> (RFC 9309) and <c>/.well-known/security.txt</c> (RFC 9116).</summary>
public static class WellKnownFiles
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Whoever reports a fault asks again before this is over.</summary>
    private const int DaysOfSecurity = 180;

    /// <summary>Parts of the site that no search engine can or should look into.</summary>
    private static readonly string[] Closed = ["desk", "admin", "account", "receipt", "check"];

    public static void MapWellKnownFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/robots.txt", FeedEndpoints.Reading, (SiteAddress site) => Results.Text(Robots(site), PlainText));
        routes.MapMethods("/.well-known/security.txt", FeedEndpoints.Reading, (SiteAddress site, SiteSettings settings, TimeProvider clock) => Results.Text(Security(site, settings, clock), PlainText));
    }

    private static string Robots(SiteAddress site) =>
        string.Join('\n', ["User-agent: *", .. Cultures.All.SelectMany(l => Closed.Select(c => $"Disallow: /{l}/{c}")), "", $"Sitemap: {site.Absolute("/sitemap.xml")}", ""]);

    private static string Security(SiteAddress site, SiteSettings settings, TimeProvider clock)
    {
        var expires = clock.GetUtcNow().UtcDateTime.Date.AddDays(DaysOfSecurity);
        return string.Join('\n', [
            $"Contact: {settings.SecurityContact?.AbsoluteUri ?? site.Absolute($"/{Cultures.English}/report")}",
            $"Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            $"Preferred-Languages: {string.Join(", ", Cultures.All)}",
            $"Canonical: {site.Absolute("/.well-known/security.txt")}",
            ""]);
    }
}
