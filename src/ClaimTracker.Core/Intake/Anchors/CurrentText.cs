using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>The working text of a source that counts: the last one of its newest capture that has any. Staff only.</summary>
public sealed record CurrentText(Guid CaptureId, int Number, string Sha256)
{
    /// <summary>Which text counts, without its words; null when the source has none.</summary>
    public static Task<CurrentText?> OfAsync(ClaimDbContext db, Guid sourceId, CancellationToken ct) => (
        from text in db.WorkingTexts.AsNoTracking()
        join capture in db.Captures on text.CaptureId equals capture.Id
        where text.SourceId == sourceId
        orderby capture.CapturedAt descending, capture.Id descending, text.Number descending
        select new CurrentText(text.CaptureId, text.Number, text.Sha256)).FirstOrDefaultAsync(ct);

    /// <summary>The words of each source's text that counts, by one query; sources without one are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> WordsOfAsync(ClaimDbContext db, IEnumerable<Guid> sourceIds, CancellationToken ct)
    {
        var asked = sourceIds.Distinct().ToList();
        if (asked.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var found = await (
            from source in db.Sources.AsNoTracking()
            where asked.Contains(source.Id)
            from content in db.CaptureContents
            where content.Sha256 == (
                from text in db.WorkingTexts
                join capture in db.Captures on text.CaptureId equals capture.Id
                where text.SourceId == source.Id
                orderby capture.CapturedAt descending, capture.Id descending, text.Number descending
                select text.Sha256).FirstOrDefault()
            select new { source.Id, content.Bytes }).ToListAsync(ct);
        return found.ToDictionary(f => f.Id, f => Encoding.UTF8.GetString(f.Bytes));
    }

    /// <summary>Its words; null when they are gone.</summary>
    public async Task<string?> ReadAsync(ClaimDbContext db, CancellationToken ct) =>
        await db.CaptureContents.AsNoTracking().Where(c => c.Sha256 == Sha256).Select(c => c.Bytes).SingleOrDefaultAsync(ct) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
}
