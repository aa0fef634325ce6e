using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>One of our copies of a source, with what was done with it.</summary>
/// <param name="TextNumber">Of its working text; null: it has none.</param>
/// <param name="IsRead">Its text is the one that claims are anchored in.</param>
/// <param name="Custody">Oldest first.</param>
public sealed record CaptureView(Capture Capture, int? TextNumber, bool IsRead, IReadOnlyList<CustodyEvent> Custody)
{
    /// <summary>When its hashes were last computed again; null: never.</summary>
    public CustodyEvent? LastCheck => Custody.LastOrDefault(e => e.Kind is CustodyKind.Verified or CustodyKind.FoundDamaged);
}

/// <summary>Our copies of a source, for staff; the newest first.</summary>
public sealed record CapturesPanel(Guid SourceId, IReadOnlyList<CaptureView> Captures, StaffNames Staff, bool CanEdit)
{
    private const int Kilobyte = 1024;

    public bool HasText => Captures.Any(c => c.TextNumber is not null);

    /// <summary>Null for those who do not see staff matters.</summary>
    public static async Task<CapturesPanel?> ReadAsync(ClaimDbContext db, Guid sourceId, StaffNames staff, Actor reader, CancellationToken ct)
    {
        if (!Permissions.SeesStaffOnly(reader))
        {
            return null;
        }

        var captures = await db.Captures.AsNoTracking().Where(c => c.SourceId == sourceId).OrderByDescending(c => c.CapturedAt).ThenByDescending(c => c.Id).ToListAsync(ct);
        var texts = await db.WorkingTexts.AsNoTracking().Where(t => t.SourceId == sourceId).GroupBy(t => t.CaptureId).Select(g => new { g.Key, Number = g.Max(t => t.Number) }).ToDictionaryAsync(t => t.Key, t => t.Number, ct);
        var custody = (await db.CustodyEvents.AsNoTracking().Where(e => e.SourceId == sourceId).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct)).ToLookup(e => e.CaptureId);
        var read = await CurrentText.OfAsync(db, sourceId, ct);
        return new CapturesPanel(
            sourceId,
            captures.ConvertAll(c => new CaptureView(c, texts.TryGetValue(c.Id, out var number) ? number : null, c.Id == read?.CaptureId, [.. custody[c.Id]])),
            staff,
            Permissions.CanEditSources(reader));
    }

    /// <summary>A size as people read it.</summary>
    public static string Size(long bytes, Formats formats) => bytes < Kilobyte * Kilobyte
        ? string.Format(CultureInfo.InvariantCulture, DeskText.CaptureKilobytes, formats.Number(Math.Ceiling(bytes / (decimal)Kilobyte)))
        : string.Format(CultureInfo.InvariantCulture, DeskText.CaptureMegabytes, formats.Number(Math.Round(bytes / (decimal)(Kilobyte * Kilobyte), 1)));
}
