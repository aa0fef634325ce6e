using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Takes out of documents what withheld sources carry. Pages and the rows that lists and search read both come through here,
/// so that nobody finds by searching what they may not read.
/// </summary>
internal static class WithheldSources
{
    /// <summary>The documents as readers may have them today: withholding acts at once on every version.</summary>
    public static async Task<List<PublicDocument>> BlankAsync(ClaimDbContext db, List<PublicDocument> documents, CancellationToken ct)
    {
        var ids = documents.SelectMany(d => d.Sources.Select(s => s.Id).Concat(d.Garblings.Select(g => g.SourceId))).Distinct().ToList();
        var withheld = (await db.Sources.Where(s => EF.Parameter(ids).Contains(s.Id) && s.Visibility == SourceVisibility.Withheld).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        return withheld.Count == 0 ? documents : documents.ConvertAll(d => Blank(d, withheld));
    }

    /// <summary>All of them, for going through very many documents.</summary>
    public static async Task<HashSet<Guid>> IdsAsync(ClaimDbContext db, CancellationToken ct) =>
        (await db.Sources.Where(s => s.Visibility == SourceVisibility.Withheld).Select(s => s.Id).ToListAsync(ct)).ToHashSet();

    /// <summary>A document without what these sources carry.</summary>
    public static PublicDocument Blank(PublicDocument document, HashSet<Guid> withheld) => withheld.Count == 0 ? document : document with
    {
        Sources = [.. document.Sources.Select(s => withheld.Contains(s.Id) ? new PublicSource { Id = s.Id, Kind = s.Kind, Level = s.Level, IsWithheld = true } : s)],
        Appearances = [.. document.Appearances.Select(a => withheld.Contains(a.SourceId) ? a with { Quote = null, Prefix = null, Suffix = null, WordingNote = LocalizedText.Empty } : a)],
        Evidence = [.. document.Evidence.Select(e => withheld.Contains(e.SourceId) ? e with { Quote = null, Locator = null, Note = LocalizedText.Empty } : e)],
        Garblings = [.. document.Garblings.Where(g => !withheld.Contains(g.SourceId))],
    };
}
