using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClaimTracker.Web.Startup;

/// <summary>Where readers reach the site: as set, else the loopback address listened on. Never the Host header, which anybody can send.</summary>
public sealed class SiteAddress(SiteSettings settings, IServer server)
{
    public Uri Base => settings.PublicUrl ?? Listening() ?? new Uri(ListeningAddresses.Default);

    public string Absolute(string path) => new Uri(Base, path).AbsoluteUri;

    private Uri? Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(a => Uri.TryCreate(a, UriKind.Absolute, out var url) ? url : null).FirstOrDefault(u => u is not null);
}
