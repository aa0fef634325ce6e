using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Claims.Story;

/// <summary>
/// Who told whom, as trees: chains that begin alike share their beginning. At the ends stand the sources, marked where their wording was
/// bent on the way, and so is the translation before them.
/// </summary>
public sealed class ChainTree(PublicDocument document, Links links, Formats formats)
{
    /// <summary>Sources under one step beyond this many are counted, not drawn.</summary>
    private const int MostSources = 8;

    private readonly Dictionary<Guid, PublicSource> sources = document.Sources.ToDictionary(s => s.Id);
    private readonly ILookup<Guid, PublicGarbling> bent = document.Garblings.ToLookup(g => g.SourceId);

    public List<TreeNode> Roots => Grown([.. AttributionChain.Of(document).Select(c => (c.Steps, Sources: SourcesOf(c)))], depth: 0);

    private List<TreeNode> Grown(List<(IReadOnlyList<PublicAttributionStep> Steps, List<Guid> Sources)> chains, int depth) =>
    [
        .. chains.Where(c => c.Steps.Count > depth).GroupBy(c => c.Steps[depth], ReferenceEqualityComparer.Instance).Select(g => StepOf((PublicAttributionStep)g.Key!, [.. g], depth)), // steps are never null
        .. Leaves([.. chains.Where(c => c.Steps.Count == depth).SelectMany(c => c.Sources).Distinct()]),
    ];

    private TreeNode StepOf(PublicAttributionStep step, List<(IReadOnlyList<PublicAttributionStep> Steps, List<Guid> Sources)> chains, int depth)
    {
        var isMistaken = AttributionChain.IsMistaken(step);
        var isBent = step.Verb == TranslatedVerb && chains.Exists(c => c.Sources.Exists(bent.Contains));
        var verb = Labels.OfVerb(step.Verb);
        var asides = new[] { depth == 0 || isMistaken ? verb : null, isBent ? PublicText.ChainBentHere : null, step.Note.In(Cultures.Current) }.Where(t => !string.IsNullOrEmpty(t)).ToList();
        var name = step.Party.Name.In(Cultures.Current);
        return new TreeNode
        {
            Title = name,
            Name = string.Join(PublicText.ListComma, asides.Prepend(depth == 0 || isMistaken ? name : $"{name} ({verb})")),
            Arrow = depth == 0 ? null : isMistaken ? "?" : verb,
            Aside = Joined(asides),
            Address = links.Claimant(step.Party),
            Look = isMistaken ? TreeLook.Mistaken : isBent ? TreeLook.Bent : TreeLook.Plain,
            Children = Grown(chains, depth + 1),
        };
    }

    private IEnumerable<TreeNode> Leaves(List<Guid> ids)
    {
        foreach (var source in ids.Take(MostSources).Select(id => sources.GetValueOrDefault(id)).OfType<PublicSource>())
        {
            var isBent = bent.Contains(source.Id);
            var title = source.IsWithheld ? PublicText.SourceWithheld : source.Name().In(Cultures.Current);
            var asides = new List<string?>
            {
                source.IsWithheld || source.Title.IsEmpty ? null : source.Outlet?.Name.In(Cultures.Current),
                source is { IsWithheld: false, PublishedOn: { } day } ? formats.Date(day) : null,
            }.Concat(bent[source.Id].Select(WordsOf)).Where(t => !string.IsNullOrEmpty(t)).ToList();
            yield return new TreeNode
            {
                Title = title,
                Name = string.Join(PublicText.ListComma, asides.Prepend(title)),
                Aside = Joined(asides),
                Arrow = Labels.OfVerb("published"),
                Address = source.IsWithheld ? null : links.Source(source.Id),
                Look = isBent ? TreeLook.Bent : TreeLook.Leaf,
            };
        }

        if (ids.Count > MostSources)
        {
            var words = formats.Count(PublicText.ChainMoreSources, ids.Count - MostSources);
            yield return new TreeNode { Title = words, Name = words, Look = TreeLook.Leaf };
        }
    }

    /// <summary>What stands there, and what was meant where that is known.</summary>
    private static string WordsOf(PublicGarbling garbling) => garbling.Intended.IsEmpty
        ? PublicText.ChainWordingBent
        : string.Format(CultureInfo.InvariantCulture, PublicText.ChainWordingBentFrom, garbling.Published.In(Cultures.Current), garbling.Intended.In(Cultures.Current));

    /// <summary>Each part keeps its own direction of writing.</summary>
    private static string? Joined(List<string?> parts) => parts.Count == 0 ? null : string.Join(" · ", parts.Select(p => $"\u2068{p}\u2069"));

    /// <summary>A chain that holds for all leads to every place the claim appears in.</summary>
    private List<Guid> SourcesOf(AttributionChain chain) =>
        chain.SourceIds.Count > 0 ? [.. chain.SourceIds] : [.. document.Appearances.Select(a => a.SourceId).Distinct()];

    private const string TranslatedVerb = "translated";
}
