using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Our copies of a source: verified, or taken out of the house, each with a line in its custody record.</summary>
public sealed class CapturesModel(ClaimDbContext db, CaptureService captures, Links links, Formats formats) : SourcePage(db, links)
{
    /// <summary>Nothing in a copy runs, wherever somebody opens it.</summary>
    private const string Sandbox = "default-src 'none'; sandbox";

    public CapturesPanel Panel { get; private set; } = null!; // read before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var checks = await captures.VerifyAsync(Id, Actor, ct);
        var damaged = checks.Count(c => c.Damaged.Count > 0);
        return ToSource(damaged == 0 ? formats.Count(DeskText.CapturesAllIntact, checks.Count) : formats.Count(DeskText.CapturesFoundDamaged, damaged, formats.Number(checks.Count)), "captures");
    }

    /// <summary>The bytes as they came. A form and not a link, because it writes into the custody record.</summary>
    public async Task<IActionResult> OnPostDownloadAsync(Guid captureId, CancellationToken ct)
    {
        var capture = await Db.Captures.AsNoTracking().SingleOrDefaultAsync(c => c.Id == captureId && c.SourceId == Id, ct);
        if (capture is null || await Db.CaptureContents.AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == capture.Sha256, ct) is not { } content)
        {
            return NotFound();
        }

        if (await captures.RecordAsync(captureId, CustodyKind.Downloaded, capture.Sha256, Actor, ct) is not Outcome.Done)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = Sandbox;
        return File(content.Bytes, "application/octet-stream", capture.FileName ?? $"{capture.Sha256[..12]}{ExtensionOf(capture.MediaType)}");
    }

    protected override async Task LoadMoreAsync(CancellationToken ct) =>
        Panel = await CapturesPanel.ReadAsync(Db, Id, await StaffNames.ReadAsync(Db, Actor, ct), Actor, ct) ?? throw new InvalidOperationException("Only staff come here.");

    private static string ExtensionOf(string mediaType) => mediaType switch
    {
        "text/html" or "application/xhtml+xml" => ".html",
        "text/plain" => ".txt",
        _ => ".bin",
    };
}
