using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Sources;

/// <summary>
/// The address of a copy in a web archive, read: <c>https://web.archive.org/web/20240226093000/https://example.org/</c>,
/// <c>https://archive.ph/AbCd1</c>, <c>https://perma.cc/AB12-CD34</c>, <c>https://ghostarchive.org/archive/AbCd1</c>. Of archives that are not known here any web address
/// is taken; those that are known keep their form, so that a search page or a half-copied address does not pass for a copy.
/// </summary>
/// <param name="ArchivedOn">When the copy was made, where the address says so.</param>
/// <param name="Original">The page the copy is of, where the address says so.</param>
public sealed partial record ArchiveAddress(DateOnly? ArchivedOn, string? Original)
{
    private const string Day = "yyyyMMdd";

    private static readonly ArchiveAddress unknown = new(null, null);

    private static readonly string[] wayback = ["web.archive.org", "wayback.archive.org"];
    private static readonly string[] archiveToday = ["archive.today", "archive.ph", "archive.is", "archive.li", "archive.fo", "archive.vn", "archive.md"];

    /// <summary>Null: the address of a known archive, and not that of a copy in it.</summary>
    public static ArchiveAddress? Read(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || SourceAddress.HostOf(uri) is not { } host)
        {
            return null;
        }

        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        var path = uri.PathAndQuery;
        return wayback.Contains(host) ? MementoIn(path) is { } memento && path.StartsWith("/web/", StringComparison.Ordinal) ? memento : null
            : archiveToday.Contains(host) ? MementoIn(path) ?? (ShortCode().IsMatch(path) ? unknown : null)
            : host == "perma.cc" ? PermaCode().IsMatch(path) ? unknown : null
            : host == "ghostarchive.org" ? GhostCode().IsMatch(path) ? unknown : null
            : MementoIn(path) ?? unknown;
    }

    /// <summary>A copy with its day and page in its path, as the Wayback Machine and programs like it write them.</summary>
    public static ArchiveAddress? MementoIn(string path)
    {
        var match = Memento().Match(path);
        return match.Success
            && DateOnly.TryParseExact(match.Groups["day"].Value.Replace(".", "", StringComparison.Ordinal), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && TimeOnly.TryParseExact(match.Groups["time"].Value, "HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? new ArchiveAddress(day, WithScheme(match.Groups["page"].Value))
                : null;
    }

    /// <summary>The link with the day its address tells, unless somebody typed one.</summary>
    public static ArchiveLink Dated(ArchiveLink link) => link.ArchivedOn is null ? link with { ArchivedOn = Read(link.Address)?.ArchivedOn } : link;

    /// <summary>The address tells which page it is a copy of, and it is none of these.</summary>
    public static bool IsOfAnotherPage(string address, IEnumerable<string?> pages) =>
        Read(address)?.Original is { } original && pages.Select(SourceAddress.KeyOf).OfType<string>().ToList() is { Count: > 0 } keys && !keys.Contains(SourceAddress.KeyOf(original) ?? "");

    /// <summary>Archives write pages without a scheme too, or with one of its strokes lost.</summary>
    private static string WithScheme(string page)
    {
        var match = Scheme().Match(page);
        return match.Success ? $"{match.Groups["scheme"].Value.ToLowerInvariant()}://{page[match.Length..]}" : "http://" + page;
    }

    [GeneratedRegex(@"/(?<day>\d{8}|\d{4}\.\d{2}\.\d{2})-?(?<time>\d{6})(?:[a-z]{2}_)*/(?<page>[^/].*\..+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Memento();

    [GeneratedRegex(@"^(?<scheme>https?):/{1,2}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^/(?!(?:search|submit|newest|wip)\b)[A-Za-z0-9]{4,10}(?:[/?].*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"^/[A-Za-z0-9]{4}-[A-Za-z0-9]{4}/?(?:\?.*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PermaCode();

    [GeneratedRegex(@"^/(?:archive|varchive)/[A-Za-z0-9_-]{4,}/?(?:\?.*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GhostCode();
}
