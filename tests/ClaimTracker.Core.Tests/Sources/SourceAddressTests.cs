using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests.Sources;

public sealed class SourceAddressTests
{
    [Theory]
    [InlineData("https://example.org/a", "example.org/a")]
    [InlineData("HTTP://WWW.Example.org/a/?utm_source=x&b=1#c", "example.org/a?b=1")]
    [InlineData("https://مثال.example.org/خبر", "xn--mgbh0fb.example.org/%D8%AE%D8%A8%D8%B1")]
    [InlineData("https://xn--mgbh0fb.example.org/", "xn--mgbh0fb.example.org")]
    public void IsValid_AddressOfAPage_HasAKey(string address, string key)
    {
        Assert.True(SourceAddress.IsValid(address));
        Assert.Equal(key, SourceAddress.KeyOf(address));
    }

    /// <summary>Hosts that no name server can be asked for are no addresses anywhere, and nothing throws.</summary>
    [Theory]
    [InlineData("https://\u200d.checks.example/y")]
    [InlineData("https://xn--\u200d.checks.example/y")]
    [InlineData("https://a.\u200c.example/y")]
    public void IsValid_HostThatCannotBeWritten_IsRefusedEverywhere(string address)
    {
        Assert.False(SourceAddress.IsValid(address));
        Assert.Null(SourceAddress.KeyOf(address));
        Assert.Null(ArchiveAddress.Read(address));
        Assert.False(new ArchiveHosts(["checks.example", "example"]).Hold(address));
        Assert.False(AddressRules.TryRead(address, out _, out _));
    }

    [Theory]
    [InlineData("ftp://example.org/a")]
    [InlineData("https://name:word@example.org/")]
    [InlineData("https://localhost/")]
    [InlineData("example.org")]
    public void IsValid_NoAddressOfAPage_IsRefused(string address) => Assert.False(SourceAddress.IsValid(address));
}
