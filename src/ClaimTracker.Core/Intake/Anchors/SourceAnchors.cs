using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>A claim's passage in a source, and where it stands in a text of it.</summary>
public sealed record SourceAnchor(Guid AppearanceId, int ClaimNumber, string Quote, AnchorPlace Place);

/// <summary>The passages of a source that claims were taken from. Staff only.</summary>
public static class SourceAnchors
{
    /// <summary>Each appearance with a quote, in the order of the text; those that are not found come last.</summary>
    public static async Task<IReadOnlyList<SourceAnchor>> OfAsync(ClaimDbContext db, Guid sourceId, string text, CancellationToken ct)
    {
        var appearances = await db.Appearances.AsNoTracking().Where(a => a.SourceId == sourceId && a.Quote != null).ToListAsync(ct);
        var finder = new AnchorFinder(text);
        return
        [
            .. appearances
                .Select(a => (Appearance: a, Anchor: TextAnchor.Of(a)))
                .Select(a => new SourceAnchor(a.Appearance.Id, a.Appearance.ClaimNumber, a.Appearance.Quote ?? "", a.Anchor is null ? AnchorPlace.Lost : finder.Find(a.Anchor)))
                .OrderBy(a => a.Place.Range?.Start ?? int.MaxValue).ThenBy(a => a.ClaimNumber).ThenBy(a => a.AppearanceId),
        ];
    }

    /// <summary>Where the quotes of some appearances stand now, each in the text of its source that counts; those without a quote or a text are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AnchorPlace>> PlacesAsync(ClaimDbContext db, IReadOnlyCollection<Appearance> appearances, CancellationToken ct)
    {
        var anchors = appearances.Select(a => (Appearance: a, Anchor: TextAnchor.Of(a))).Where(a => a.Anchor is not null).ToList();
        var texts = await CurrentText.WordsOfAsync(db, anchors.Select(a => a.Appearance.SourceId), ct);
        var places = new Dictionary<Guid, AnchorPlace>();
        foreach (var ofSource in anchors.GroupBy(a => a.Appearance.SourceId).Where(g => texts.ContainsKey(g.Key)))
        {
            var finder = new AnchorFinder(texts[ofSource.Key]);
            foreach (var (appearance, anchor) in ofSource)
            {
                places.Add(appearance.Id, finder.Find(anchor!)); // filtered above
            }
        }

        return places;
    }
}
