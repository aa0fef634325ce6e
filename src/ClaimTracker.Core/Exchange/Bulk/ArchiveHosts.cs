using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>The hosts this newsroom publishes its checks on, each with all below it: only pages there are entries of its own archive.</summary>
public sealed record ArchiveHosts(IReadOnlyList<string> Names)
{
    public static readonly ArchiveHosts None = new([]);

    public bool Hold(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && SourceAddress.HostOf(uri) is { } host
        && Names.Any(n => host.Equals(n, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + n, StringComparison.OrdinalIgnoreCase));
}
