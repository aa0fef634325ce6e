using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Sources;

/// <summary>A source with the claims that use it, its faults, and where it comes from.</summary>
public sealed record SourceView
{
    public required PublicSourceProfile Profile { get; init; }

    public PublicSource Source => Profile.Source;

    public required PublicListPage Page { get; init; }

    public required IReadOnlyList<ClaimCard> Cards { get; init; }

    /// <summary>Its publisher has a page, since it stands on one of the claims on the list.</summary>
    public PublicOutlet? Outlet { get; init; }

    public required RatingTally Tally { get; init; }

    public required BendingCount Bending { get; init; }

    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    public SourceTitle? Original { get; init; }

    /// <summary>Reprints and translations of it.</summary>
    public IReadOnlyList<SourceTitle> Copies { get; init; } = [];

    /// <summary>Null when no current publication names it, or it is withheld. Throws <see cref="CursorMismatchException"/>.</summary>
    public static async Task<SourceView?> ReadAsync(Guid id, string? after, PublicReader reader, CancellationToken ct)
    {
        if (await reader.SourceAsync(id, ct) is not { } profile)
        {
            return null;
        }

        var filters = new Dictionary<string, IReadOnlyList<string>> { [Facets.Source] = [id.ToString()], [Facets.All] = [Facets.Yes] };
        var page = await new PublicClaimList(reader).PageAsync(new PublicListQuery { Sort = PublicSort.Asserted, Filters = filters }, after, ct);
        var kin = await reader.Sources.Where(s => s.Id == profile.Source.OriginalId || s.OriginalId == id)
            .Select(s => new SourceTitle(s.Id, s.Title, s.Outlet == null ? LocalizedText.Empty : s.Outlet.Name)).ToListAsync(ct);
        return new SourceView
        {
            Profile = profile,
            Page = page,
            Cards = await ClaimCard.OfAsync(page.Rows, reader, ct),
            Outlet = profile.Source.Outlet is { } outlet && await reader.Outlets.AnyAsync(o => o.Id == outlet.Id, ct) ? outlet : null,
            Tally = await RatingTally.ReadAsync(Facets.Source, id.ToString(), reader, ct),
            Bending = await new PublicRatingCounts(reader).BendingOfSourceAsync(id, ct),
            Faults = await FaultsAsync(id, reader, ct),
            Original = kin.Find(s => s.Id == profile.Source.OriginalId),
            Copies = kin.FindAll(s => s.Id != profile.Source.OriginalId),
        };
    }

    private static async Task<List<SourceFault>> FaultsAsync(Guid id, PublicReader reader, CancellationToken ct)
    {
        var errors = await reader.ArticleErrors.Where(e => e.SourceId == id).OrderBy(e => e.Order)
            .Select(e => new { e.Kind, e.Published, e.Intended, e.Basis, e.Harm, e.Paragraph, e.Paragraphs, Claims = e.Claims.OrderBy(c => c.Order).Select(c => c.ClaimNumber).ToList() })
            .ToListAsync(ct);
        var numbers = errors.SelectMany(e => e.Claims).Distinct().ToList();
        var rows = await reader.OnTheList.Where(c => numbers.Contains(c.Number)).ToListAsync(ct);
        var cards = (await ClaimCard.OfAsync(rows, reader, ct)).ToDictionary(c => c.Claim.Number);
        return errors.ConvertAll(e => new SourceFault(
            e.Kind, e.Published, e.Intended, e.Basis, e.Harm, e.Paragraphs.Count > 0 ? e.Paragraphs : e.Paragraph is { } only ? [only] : [], [.. e.Claims.Where(cards.ContainsKey).Select(n => cards[n])]));
    }
}

public sealed record SourceTitle(Guid Id, LocalizedText Title, LocalizedText Outlet);

/// <summary>A fault of an article: what stands there, what was meant, and what shows it.</summary>
public sealed record SourceFault(
    string Kind, LocalizedText Published, LocalizedText Intended, IReadOnlyList<string> Basis, Harm Harm, IReadOnlyList<int> Paragraphs, IReadOnlyList<ClaimCard> Claims);
