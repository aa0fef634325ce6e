using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Web.Startup;

/// <summary>The settings of this program, read and checked once, at the start (<see cref="SettingsReader"/>).</summary>
public sealed record SiteSettings
{
    public required DatabaseSettings Database { get; init; }

    /// <summary>Where readers reach the site; null only on loopback.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Where this newsroom published checks before; the public address's own host unless it is set.</summary>
    public ArchiveHosts ArchiveHosts { get; init; } = ArchiveHosts.None;

    /// <summary>Whom to tell of a hole in this site: a <c>mailto:</c> or a page; the form for reports unless it is set.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>Licence under which machines may have what is published; null: not said.</summary>
    public Uri? DataLicense { get; init; }

    /// <summary>An address developers write to: said in the description of the API where it is set.</summary>
    public string? ApiContact { get; init; }

    /// <summary>The newsroom's own name for the site; null: ours, in the page's language.</summary>
    public string? Name { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>٦٧٠٠ instead of 6700 on Arabic pages.</summary>
    public bool ArabicDigits { get; init; }

    public ArabicMonths ArabicMonths { get; init; }

    public bool LoadSeed { get; init; }

    public bool Demo { get; init; }

    public string? DemoPassword { get; init; }

    public required PanelSettings Panels { get; init; }

    /// <summary>Whether and how articles are fetched from the web.</summary>
    public FetchSettings Fetch { get; init; } = FetchSettings.Off;

    /// <summary>Sign-in attempts one network address may make in a minute.</summary>
    public required int SignInsPerMinute { get; init; }

    /// <summary>Texts one network address may look up in a minute.</summary>
    public int ChecksPerMinute { get; init; } = 30;

    /// <summary>Answers one network address may ask of the API in a minute.</summary>
    public int ApiPerMinute { get; init; } = 600;

    /// <summary>Reports and suggestions one network address may send in an hour.</summary>
    public int ReportsPerHour { get; init; } = 20;

    /// <summary>How soon readers are answered.</summary>
    public AnswerSettings Answers { get; init; } = new();

    /// <summary>Where mail goes, if anywhere.</summary>
    public MailSettings Mail { get; init; } = MailSettings.Off;

    /// <summary>When files of all public data are made.</summary>
    public DownloadSettings Downloads { get; init; } = new();

    /// <summary>Proxies whose word on who asks is taken, beside one on this machine.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Names under which the site may be asked for; a request with another Host is refused.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Below so many free megabytes where the data lies, the site says that it is not ready.</summary>
    public int DiskFloorMegabytes { get; init; } = 256;

    /// <summary>Whether every address listened on is this machine's own.</summary>
    public required bool IsLoopbackOnly { get; init; }

    /// <summary>Cookies need https everywhere but on loopback.</summary>
    public CookieSecurePolicy CookiePolicy => PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
