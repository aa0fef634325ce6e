using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>How a claim came from its first speaker to the sources that share this chain; no sources: to all of them.</summary>
public sealed record AttributionChain(IReadOnlyList<PublicAttributionStep> Steps, IReadOnlyList<Guid> SourceIds)
{
    /// <summary>One chain per group of sources with the same steps, in the order of the sources.</summary>
    public static List<AttributionChain> Of(PublicDocument document)
    {
        if (document.Attribution.Count == 0)
        {
            return [];
        }

        var scoped = document.Attribution.SelectMany(s => s.SourceIds).ToHashSet();
        var sources = document.Appearances.Select(a => a.SourceId).Concat(document.Sources.Select(s => s.Id).Where(scoped.Contains)).Distinct().ToList();
        if (sources.Count == 0 || scoped.Count == 0)
        {
            return [new AttributionChain(document.Attribution, [])];
        }

        return
        [
            .. sources
                .Select(source => (source, Steps: document.Attribution.Where(s => s.SourceIds.Count == 0 || s.SourceIds.Contains(source)).ToList()))
                .Where(c => c.Steps.Count > 0)
                .GroupBy(c => string.Join(',', c.Steps.Select(s => document.Attribution.ToList().IndexOf(s))), c => c)
                .Select(g => new AttributionChain(g.First().Steps, [.. g.Select(c => c.source)])),
        ];
    }

    /// <summary>Somebody named as the source by mistake is not somebody at fault.</summary>
    public static bool IsMistaken(PublicAttributionStep step) => step.Verb == AttributionStep.MisattributedVerb;
}
