using System.Globalization;
using System.Net;
using ClaimTracker.Core.Data;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Core.Intake;

/// <summary>Whether and how articles are fetched from the web.</summary>
public sealed record FetchSettings
{
    public static FetchSettings Off { get; } = new();

    public bool IsOn { get; init; }

    public IReadOnlyList<int> Ports { get; init; } = [80, 443];

    /// <summary>Networks of one's own that may be fetched from although they are not public, such as 10.20.0.0/16.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Of the page after decompression.</summary>
    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>For everything together: lookups, redirects, robots.txt and the page.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    public int MaxRedirects { get; init; } = 5;

    /// <summary>The web archive that addresses are handed to, up to the place where the address follows; null: none.</summary>
    public Uri? Archive { get; init; }

    /// <summary>An archive fetches the page before it answers.</summary>
    public TimeSpan ArchiveTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where a site's owner finds out who we are.</summary>
    public Uri? ContactAddress { get; init; }

    /// <summary>How we introduce ourselves, and the tool that a capture names.</summary>
    public string UserAgent => ContactAddress is null ? $"{RobotsRules.Product}/1.0" : $"{RobotsRules.Product}/1.0 (+{ContactAddress.AbsoluteUri})";

    /// <summary>Reads and checks them; throws <see cref="StartRefusedException"/>, which names the wrong one.</summary>
    public static FetchSettings Read(IConfiguration configuration, Uri? contactAddress)
    {
        var megabytes = SettingValues.Count(configuration, "Capture:MaxMegabytes", 10);
        return new FetchSettings
        {
            IsOn = SettingValues.Switch(configuration, "Capture:Fetch", unset: false),
            Ports = PortsIn(SettingValues.Text(configuration, "Capture:Ports") ?? "80, 443"),
            AllowedNetworks = NetworksIn(SettingValues.Text(configuration, "Capture:AllowedNetworks") ?? ""),
            MaxBytes = (long)megabytes * 1024 * 1024 <= Sources.Capture.MaxBytes
                ? megabytes * 1024 * 1024
                : throw new StartRefusedException($"Capture__MaxMegabytes “{megabytes}” is more than the {Sources.Capture.MaxBytes / 1024 / 1024} MB that one capture may hold."),
            TimeLimit = TimeSpan.FromSeconds(SettingValues.Count(configuration, "Capture:TimeLimitSeconds", 20)),
            MaxRedirects = SettingValues.Count(configuration, "Capture:MaxRedirects", 5),
            Archive = ArchiveIn(SettingValues.Text(configuration, "Capture:Archive")),
            ContactAddress = contactAddress,
        };
    }

    private static Uri? ArchiveIn(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && endpoint is { UserInfo: "", Query: "", Fragment: "" }
            ? endpoint
            : throw new StartRefusedException($"Capture__Archive “{text}” is not an address such as https://web.archive.org/save, without parameters.");

    private static List<int> PortsIn(string text) => Items(text)
        .Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new StartRefusedException($"Capture__Ports “{p}” is not a port, such as 443."))
        .ToList();

    private static List<IPNetwork> NetworksIn(string text) => Items(text)
        .Select(n => IPNetwork.TryParse(n, out var network)
            ? network
            : throw new StartRefusedException($"Capture__AllowedNetworks “{n}” is not a network, such as 10.20.0.0/16, with zeros after its prefix."))
        .ToList();

    private static string[] Items(string text) => text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
