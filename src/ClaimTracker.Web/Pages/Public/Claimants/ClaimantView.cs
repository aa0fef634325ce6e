using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Claimants;

/// <summary>
/// Somebody readers meet on claims' pages. Counted are the claims they make; passing a claim on, or being named as its source by
/// mistake, is listed apart and never counts against them.
/// </summary>
public sealed record ClaimantView
{
    public const int OtherRolesShown = 20;

    public required Profile Party { get; init; }

    public PublicParty? MemberOf { get; init; }

    public IReadOnlyList<PublicParty> Members { get; init; } = [];

    public required RatingTally Tally { get; init; }

    public required PublicListPage Page { get; init; }

    public required IReadOnlyList<ClaimCard> Cards { get; init; }

    /// <summary>Claims of others in whose chains they stand.</summary>
    public IReadOnlyList<ChainRole> OtherRoles { get; init; } = [];

    /// <summary>Null when no current publication names them. Throws <see cref="CursorMismatchException"/>.</summary>
    public static async Task<ClaimantView?> ReadAsync(Guid id, string? after, PublicReader reader, CancellationToken ct)
    {
        var party = await reader.Parties.Where(p => p.Id == id)
            .Select(p => new Profile(p.Id, p.Name, p.Kind, p.Country, p.Role, p.MemberOfId)).SingleOrDefaultAsync(ct);
        if (party is null)
        {
            return null;
        }

        var related = await reader.Parties.Where(p => p.Id == party.MemberOfId || p.MemberOfId == id)
            .Select(p => new PublicParty(p.Id, p.Name, p.Kind, p.Country)).ToListAsync(ct);
        var query = new PublicListQuery { Sort = PublicSort.Asserted, Filters = new Dictionary<string, IReadOnlyList<string>> { [Facets.Claimant] = [id.ToString()] } };
        var page = await new PublicClaimList(reader).PageAsync(query, after, ct);
        return new ClaimantView
        {
            Party = party,
            MemberOf = related.Find(p => p.Id == party.MemberOfId),
            Members = related.FindAll(p => p.Id != party.MemberOfId),
            Tally = await RatingTally.ReadAsync(Facets.Claimant, id.ToString(), reader, ct),
            Page = page,
            Cards = await ClaimCard.OfAsync(page.Rows, reader, ct),
            OtherRoles = await OtherRolesAsync(id, reader, ct),
        };
    }

    private static async Task<List<ChainRole>> OtherRolesAsync(Guid id, PublicReader reader, CancellationToken ct)
    {
        var value = id.ToString();
        var numbers = await reader.Facets
            .Where(f => f.Facet == Facets.Party && f.Value == value)
            .Where(f => reader.OnTheList.Any(c => c.Number == f.Number) && !reader.Facets.Any(o => o.Facet == Facets.Claimant && o.Value == value && o.Number == f.Number))
            .OrderByDescending(f => f.AssertedSort).ThenByDescending(f => f.Number)
            .Take(OtherRolesShown).Select(f => f.Number).ToListAsync(ct);
        var documents = await reader.DocumentsAsync(numbers, ct);
        return
        [
            .. numbers.Where(documents.ContainsKey).Select(n => documents[n])
                .Select(d => (Document: d, Step: d.Attribution.FirstOrDefault(s => s.Party.Id == id)))
                .Where(r => r.Step is not null)
                .Select(r => new ChainRole(r.Document, r.Step!)), // filtered above
        ];
    }
}

public sealed record Profile(Guid Id, LocalizedText Name, PartyKind Kind, string? Country, LocalizedText Role, Guid? MemberOfId);

public sealed record ChainRole(PublicDocument Claim, PublicAttributionStep Step);
