using System.Net;

namespace ClaimTracker.Core.Intake;

/// <summary>What an IP address is for. Only <see cref="Public"/> ones are fetched from without being allowed by name.</summary>
public enum AddressKind
{
    Public,

    /// <summary>“This network”, such as 0.0.0.0, which reaches the machine itself.</summary>
    Unspecified,
    Loopback,
    Private,
    UniqueLocal,
    CarrierGrade,
    LinkLocal,

    /// <summary>Where a cloud hands its machines their secrets.</summary>
    Metadata,
    Multicast,
    Broadcast,

    /// <summary>A tunnel that would end wherever the address says.</summary>
    Tunnel,

    /// <summary>Documentation, measurements, and what nobody may use yet.</summary>
    Reserved,
}

/// <summary>Tells what an IP address is for, also when another one is wrapped in it. The registries are IANA's for special purposes.</summary>
public static class AddressKinds
{
    // The first network that holds an address says its kind, so the narrow ones stand before the wide ones.
    private static readonly (IPNetwork Network, AddressKind Kind)[] known =
    [
        .. Networks(AddressKind.Metadata, "169.254.169.254/32", "169.254.170.2/32", "100.100.100.200/32", "192.0.0.192/32", "168.63.129.16/32", "fd00:ec2::254/128", "fd20:ce::254/128"),
        .. Networks(AddressKind.Unspecified, "0.0.0.0/8", "::/128"),
        .. Networks(AddressKind.Loopback, "127.0.0.0/8", "::1/128"),
        .. Networks(AddressKind.Private, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "64:ff9b:1::/48", "fec0::/10"),
        .. Networks(AddressKind.CarrierGrade, "100.64.0.0/10"),
        .. Networks(AddressKind.LinkLocal, "169.254.0.0/16", "fe80::/10"),
        .. Networks(AddressKind.UniqueLocal, "fc00::/7"),
        .. Networks(AddressKind.Broadcast, "255.255.255.255/32"),
        .. Networks(AddressKind.Multicast, "224.0.0.0/4", "ff00::/8"),
        .. Networks(AddressKind.Tunnel, "192.88.99.0/24", "2001::/32", "2002::/16"),
        .. Networks(AddressKind.Reserved, "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20"),
        .. Networks(AddressKind.Public, "0.0.0.0/0", "2000::/3"),
    ];

    private static readonly IPNetwork compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork sixToFour = IPNetwork.Parse("2002::/16");

    public static AddressKind KindOf(IPAddress address)
    {
        var plain = WithoutScope(address);
        if (Wrapped(plain) is { } inner && KindOf(inner) is var kind and not AddressKind.Public)
        {
            return kind;
        }

        if (plain.IsIPv4MappedToIPv6 || translated.Contains(plain))
        {
            return AddressKind.Public;
        }

        // What is in no list is not handed out yet.
        return known.Where(k => k.Network.Contains(plain)).Select(k => (AddressKind?)k.Kind).FirstOrDefault() ?? AddressKind.Reserved;
    }

    /// <summary>The address of version 4 that one of version 6 stands for; itself otherwise.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPAddress? Wrapped(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? null
            : address.IsIPv4MappedToIPv6 || translated.Contains(address) ? new IPAddress(bytes.AsSpan(12))
            : sixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4))
            : compatible.Contains(address) && !IsSmall(bytes) ? new IPAddress(bytes.AsSpan(12))
            : null;
    }

    /// <summary>“::” and “::1” are addresses of their own, not wrapped ones.</summary>
    private static bool IsSmall(byte[] bytes) => bytes.AsSpan(0, 15).IndexOfAnyExcept((byte)0) < 0 && bytes[15] < 2;

    private static IPAddress WithoutScope(IPAddress address) => new(address.GetAddressBytes());

    private static IEnumerable<(IPNetwork Network, AddressKind Kind)> Networks(AddressKind kind, params string[] networks) => networks.Select(n => (IPNetwork.Parse(n), kind));
}
