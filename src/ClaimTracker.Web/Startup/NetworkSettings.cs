using System.Net;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Web.Startup;

/// <summary>Whom the site believes about where a request comes from, and under which names it answers.</summary>
public static class NetworkSettings
{
    private static readonly string[] NamesOfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// <c>Site__Proxies</c>: addresses and networks, parted by commas. The framework's own switch trusts whoever asks, and with it anybody
    /// could pass for any address; it is refused.
    /// </summary>
    public static IReadOnlyList<IPNetwork> Proxies(IConfiguration configuration)
    {
        if (string.Equals(configuration["FORWARDEDHEADERS_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes anybody who asks; name your proxies in Site__Proxies instead, such as 10.0.0.0/24.");
        }

        return [.. (SettingValues.Text(configuration, "Site:Proxies") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];
    }

    /// <summary>
    /// The public address's name, this machine's own, and those listened on; <c>AllowedHosts</c>, the framework's own setting, adds others, such as the
    /// address a probe of <c>/healthz</c> asks by.
    /// </summary>
    public static IReadOnlyList<string> Hosts(IConfiguration configuration, Uri? publicUrl)
    {
        var listening = ListeningAddresses.Configured(configuration).Select(BindingAddress.Parse).Where(a => !a.IsUnixPipe && !a.IsNamedPipe).Select(a => a.Host).Where(h => h is not ("*" or "+" or "0.0.0.0" or "[::]"));
        var others = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. NamesOfThisMachine.Concat(publicUrl is null ? [] : [publicUrl.IdnHost]).Concat(listening).Concat(others).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartRefusedException($"Site__Proxies “{text}” is no address or network, such as 10.0.0.7 or 10.0.0.0/24; several are parted by commas.");
}
