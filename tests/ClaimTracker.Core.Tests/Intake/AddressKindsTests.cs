using System.Net;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class AddressKindsTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressKind.Public)]
    [InlineData("172.15.255.255", AddressKind.Public)]
    [InlineData("172.16.0.0", AddressKind.Private)]
    [InlineData("172.31.255.255", AddressKind.Private)]
    [InlineData("172.32.0.0", AddressKind.Public)]
    [InlineData("100.63.255.255", AddressKind.Public)]
    [InlineData("100.127.255.255", AddressKind.CarrierGrade)]
    [InlineData("169.254.169.253", AddressKind.LinkLocal)]
    [InlineData("169.254.169.254", AddressKind.Metadata)]
    [InlineData("168.63.129.16", AddressKind.Metadata)]
    [InlineData("0.1.2.3", AddressKind.Unspecified)]
    [InlineData("127.255.255.254", AddressKind.Loopback)]
    [InlineData("198.19.0.1", AddressKind.Reserved)]
    [InlineData("203.0.113.9", AddressKind.Reserved)]
    [InlineData("239.1.2.3", AddressKind.Multicast)]
    [InlineData("250.1.2.3", AddressKind.Reserved)]
    [InlineData("255.255.255.255", AddressKind.Broadcast)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", AddressKind.Public)]
    [InlineData("2a00:1450:4001::1", AddressKind.Public)]
    [InlineData("::", AddressKind.Unspecified)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("::7f00:1", AddressKind.Loopback)]
    [InlineData("::808:808", AddressKind.Reserved)]
    [InlineData("::ffff:8.8.8.8", AddressKind.Public)]
    [InlineData("::ffff:192.168.1.1", AddressKind.Private)]
    [InlineData("64:ff9b::8.8.8.8", AddressKind.Public)]
    [InlineData("64:ff9b::a9fe:a9fe", AddressKind.Metadata)]
    [InlineData("64:ff9b:1::1", AddressKind.Private)]
    [InlineData("2002:0a00:0001::1", AddressKind.Private)]
    [InlineData("2002:0808:0808::1", AddressKind.Tunnel)]
    [InlineData("2001:0:4136:e378::1", AddressKind.Tunnel)]
    [InlineData("2001:db8::1", AddressKind.Reserved)]
    [InlineData("3fff::1", AddressKind.Reserved)]
    [InlineData("4000::1", AddressKind.Reserved)]
    [InlineData("fc00::1", AddressKind.UniqueLocal)]
    [InlineData("fdff::1", AddressKind.UniqueLocal)]
    [InlineData("fd00:ec2::254", AddressKind.Metadata)]
    [InlineData("fe80::1%3", AddressKind.LinkLocal)]
    [InlineData("fec0::1", AddressKind.Private)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    public void KindOf_TellsWhatAnAddressIsFor(string address, AddressKind expected) => Assert.Equal(expected, AddressKinds.KindOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.20.1.2", true)]
    [InlineData("10.21.1.2", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("224.0.0.1", false)]
    public void FaultOf_AnAllowedNetwork_OpensOnlyWhatMayBeAllowed(string address, bool isAllowed)
    {
        var settings = new FetchSettings { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4")] };

        Assert.Equal(isAllowed ? null : FetchRefusal.NotPublic, AddressRules.FaultOf(IPAddress.Parse(address), settings));
    }
}
