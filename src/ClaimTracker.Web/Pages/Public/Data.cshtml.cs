using System.Globalization;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Web.Downloads;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>The files of all public data: what there is, how large, for what, under which licence. Not kept: a new set changes nothing that pages are kept by.</summary>
[OutputCache(NoStore = true)]
public sealed class DataModel(PublicDownloads downloads, SiteSettings settings, SiteDownloads site, Formats formats) : PageModel
{
    private const decimal Kilobyte = 1_000;
    private const decimal Megabyte = 1_000_000;
    private const string Compressed = ".gz";

    /// <summary>Null: being made.</summary>
    public DownloadSet? Newest { get; private set; }

    public IReadOnlyList<DownloadSet> Earlier { get; private set; } = [];

    public IReadOnlyList<DownloadFile> Files => [.. (Newest?.Files ?? []).Where(f => !f.Name.EndsWith(Compressed, StringComparison.Ordinal)).OrderBy(f => Rank(f.Name)).ThenBy(f => f.Name, StringComparer.Ordinal)];

    public string? Licence => settings.DataLicense?.AbsoluteUri;

    public string SiteName => site.Name;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await downloads.AllAsync(ct);
        Newest = all is [var newest, ..] ? newest : null;
        Earlier = [.. all.Skip(1).DistinctBy(s => s.Day).Where(s => s.Day != Newest?.Day)];
    }

    public DownloadFile? CompressedOf(DownloadFile file) => Newest?.File(file.Name + Compressed);

    public string SizeOf(DownloadFile file) => file.Size < Megabyte
        ? string.Format(CultureInfo.InvariantCulture, PublicText.DataKilobytes, formats.Number(Math.Max(1, decimal.Round(file.Size / Kilobyte))))
        : string.Format(CultureInfo.InvariantCulture, PublicText.DataMegabytes, formats.Number(decimal.Round(file.Size / Megabyte, 1)));

    public static string PurposeOf(string file) => file switch
    {
        ClaimsCsv.FileName => PublicText.DataForCsv,
        DownloadTexts.JsonLines => PublicText.DataForJsonLines,
        DownloadTexts.Sqlite => PublicText.DataForSqlite,
        DownloadTexts.Readme => PublicText.DataForReadme,
        DownloadTexts.Codebook => PublicText.DataForCodebook,
        DownloadTexts.Sums => PublicText.DataForSums,
        _ => PublicText.DataForTable,
    };

    /// <summary>What most people want stands first, single tables last.</summary>
    private static int Rank(string file)
    {
        var at = Array.IndexOf([DownloadTexts.Readme, ClaimsCsv.FileName, DownloadTexts.JsonLines, DownloadTexts.Sqlite, DownloadTexts.Codebook, DownloadTexts.Sums], file);
        return at < 0 ? int.MaxValue : at;
    }
}
