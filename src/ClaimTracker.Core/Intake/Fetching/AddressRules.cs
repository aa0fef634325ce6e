using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ClaimTracker.Core.Intake;

/// <summary>Which addresses may be fetched: asked before a name is looked up, for every answer of the lookup, and again at each redirect.</summary>
public static class AddressRules
{
    /// <summary>Reads what a person typed, or a redirect said; <paramref name="fault"/> says why not.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address, out FetchRefusal fault)
    {
        address = null;
        fault = FetchRefusal.InvalidAddress;
        var clean = text?.Trim() ?? "";
        if (clean.Length is 0 or > Sources.Source.AddressMaxLength || clean.Any(char.IsWhiteSpace) || !Uri.TryCreate(clean, UriKind.Absolute, out var uri))
        {
            return false;
        }

        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            fault = FetchRefusal.Scheme;
            return false;
        }

        if (HostOf(uri).Length == 0)
        {
            return false;
        }

        address = uri;
        return true;
    }

    /// <summary>Why an address may not be fetched whatever its name stands for; null: look the name up, and ask <see cref="FaultOf(IPAddress, FetchSettings)"/>.</summary>
    public static FetchRefusal? FaultOf(Uri address, FetchSettings settings)
    {
        var host = HostOf(address);
        return address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps ? FetchRefusal.Scheme
            : address.UserInfo.Length > 0 ? FetchRefusal.Credentials
            : host.Length == 0 || (EndsInNumber(host) && !IPAddress.TryParse(host, out _)) ? FetchRefusal.InvalidAddress
            : !settings.Ports.Contains(address.Port) ? FetchRefusal.Port
            : IPAddress.TryParse(host, out var literal) ? FaultOf(literal, settings)
            : null;
    }

    public static FetchRefusal? FaultOf(IPAddress address, FetchSettings settings)
    {
        var kind = AddressKinds.KindOf(address);
        return kind is AddressKind.Public || (CanBeAllowed(kind) && settings.AllowedNetworks.Any(n => n.Contains(AddressKinds.Unmapped(address)))) ? null : FetchRefusal.NotPublic;
    }

    /// <summary>The name to look up: as the web writes it, without the dot at the end and in ASCII.</summary>
    public static string HostOf(Uri address) => Sources.SourceAddress.HostOf(address)?.TrimEnd('.').Trim('[', ']') ?? "";

    /// <summary>An intranet may be allowed. No setting opens the way to a cloud's secrets, or to many machines at once.</summary>
    private static bool CanBeAllowed(AddressKind kind) =>
        kind is AddressKind.Loopback or AddressKind.Private or AddressKind.UniqueLocal or AddressKind.CarrierGrade;

    /// <summary>No name on the web ends in a number; what does is an IP address in some spelling, which a lookup might understand.</summary>
    private static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (last.All(char.IsDigit) || last.StartsWith("0x", StringComparison.Ordinal));
    }
}
