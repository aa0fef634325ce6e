using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>A source whose text is near one that is being brought in.</summary>
public sealed record LikeText(Guid SourceId, Likeness Likeness);

/// <summary>Finds the sources whose working text is the same as a text, or of the same origin, by the hashes they share; the nearest first.</summary>
public sealed class LikeTexts(ClaimDbContext db)
{
    /// <summary>Texts that share the most hashes are compared.</summary>
    private const int Compared = 20;

    private const int Shown = 5;

    public async Task<IReadOnlyList<LikeText>> FindAsync(string text, CancellationToken ct)
    {
        var sketch = TextSketch.Of(text);
        var hashes = sketch.Parts.Values.SelectMany(h => h).ToList();
        var nearest = await db.SketchHashes.AsNoTracking().Where(h => hashes.Contains(h.Hash))
            .GroupBy(h => h.TextId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(Compared).ToListAsync(ct);
        var sources = await db.WorkingTexts.AsNoTracking().Where(t => nearest.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.SourceId, ct);
        var kept = await db.SketchHashes.AsNoTracking().Where(h => nearest.Contains(h.TextId)).ToListAsync(ct);
        return
        [
            .. kept.GroupBy(h => h.TextId).Select(g => (Source: sources[g.Key], Sketch: SketchOf(g)))
                .Select(t => (Like: new LikeText(t.Source, sketch.Compare(t.Sketch)), Nearness: sketch.NearnessTo(t.Sketch)))
                .Where(t => t.Like.Likeness is not Likeness.Other).OrderByDescending(t => t.Like.Likeness).ThenByDescending(t => t.Nearness)
                .Select(t => t.Like).DistinctBy(l => l.SourceId).Take(Shown),
        ];
    }

    /// <summary>Adds a text's sketch to the save under way.</summary>
    internal static void Keep(ClaimDbContext db, Guid textId, string text) =>
        db.SketchHashes.AddRange(TextSketch.Of(text).Parts.SelectMany(p => p.Value.Select(h => new SketchHash { Hash = h, Part = p.Key, TextId = textId })));

    private static TextSketch SketchOf(IEnumerable<SketchHash> hashes) =>
        new(hashes.GroupBy(h => h.Part).ToDictionary(p => p.Key, p => (IReadOnlyList<long>)[.. p.Select(h => h.Hash).Order()]));
}
