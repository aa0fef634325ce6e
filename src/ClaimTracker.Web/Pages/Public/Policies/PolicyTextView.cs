using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>A policy's text in one language, with the ratings where it has a place for them.</summary>
public sealed record PolicyTextView(string Language, IReadOnlyList<PolicyPart> Parts, IReadOnlyList<Rating> Ratings)
{
    public static async Task<PolicyTextView> ReadAsync(string language, IReadOnlyList<PolicyPart> parts, PublicReader reader, CancellationToken ct) => new(
        language,
        parts,
        parts.Any(p => p.Place is PolicyPlace.Ratings) ? await reader.Ratings.Where(r => r.IsActive).OrderBy(r => r.Order).ToListAsync(ct) : []);

    /// <summary>Every language of a text, to stand on one page.</summary>
    public static async Task<IReadOnlyList<PolicyTextView>> ReadAllAsync(LocalizedText text, Links links, PublicReader reader, CancellationToken ct)
    {
        var views = new List<PolicyTextView>();
        foreach (var (language, words) in text)
        {
            views.Add(await ReadAsync(language, PolicyMarkdown.Render(words, links, namesHeadings: false), reader, ct));
        }

        return views;
    }

    public IEnumerable<Rating> Of(RatedAspect aspect) => Ratings.Where(r => r.Aspect == aspect);

    public bool HasPlaces => Parts.Any(p => p.Place is not null);

    /// <summary>The language, where it is not the page's.</summary>
    public string? OtherLanguage => Language == Cultures.Current ? null : Language;
}
