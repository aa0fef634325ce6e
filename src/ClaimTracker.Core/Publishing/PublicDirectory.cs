using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>Who and what claims on the list name, with how many claims each has, in keyset pages by id; and each of them by itself.</summary>
public sealed class PublicDirectory(PublicReader reader)
{
    /// <summary>Everybody who makes a claim on the list.</summary>
    public async Task<DirectoryPage<PublicParty>> ClaimantsAsync(string? after, int take, CancellationToken ct)
    {
        var (counts, next) = await CountedAsync(Facets.Claimant, after, take, ct);
        var ids = counts.ConvertAll(c => c.Id);
        var found = await reader.Parties.Where(p => ids.Contains(p.Id)).Select(p => new PublicParty(p.Id, p.Name, p.Kind, p.Country)).ToDictionaryAsync(p => p.Id, ct);
        return new DirectoryPage<PublicParty>([.. counts.Where(c => found.ContainsKey(c.Id)).Select(c => (found[c.Id], c.Count))], await TotalAsync(Facets.Claimant, ct), next);
    }

    /// <summary>Every source a public claim names; withheld ones are left out, so that a page may hold fewer than were asked for.</summary>
    public async Task<DirectoryPage<SourceName>> SourcesAsync(string? after, int take, CancellationToken ct)
    {
        var (counts, next) = await CountedAsync(Facets.Source, after, take, ct);
        var ids = counts.ConvertAll(c => c.Id);
        var found = await reader.Sources.Where(s => ids.Contains(s.Id))
            .Select(s => new SourceName(
                s.Id, s.Kind, s.Address, s.Title, s.Outlet == null ? null : new PublicOutlet(s.Outlet.Id, s.Outlet.Name, s.Outlet.Country), s.Language, s.PublishedOn))
            .ToDictionaryAsync(s => s.Id, ct);
        return new DirectoryPage<SourceName>([.. counts.Where(c => found.ContainsKey(c.Id)).Select(c => (found[c.Id], c.Count))], null, next);
    }

    /// <summary>Every topic of a claim on the list; as few as a newsroom keeps in order by hand.</summary>
    public async Task<IReadOnlyList<(PublicTopic Topic, int Claims)>> TopicsAsync(CancellationToken ct)
    {
        var counts = await reader.Counts.Where(c => c.Facet == Facets.Topic && c.Count > 0).ToDictionaryAsync(c => c.Value, c => c.Count, ct);
        var topics = await reader.Topics.Select(t => new PublicTopic(t.Slug, t.Name)).ToListAsync(ct);
        return [.. topics.Where(t => counts.ContainsKey(t.Slug)).OrderBy(t => t.Slug, StringComparer.Ordinal).Select(t => (t, counts[t.Slug]))];
    }

    /// <summary>Null when no current publication names them.</summary>
    public async Task<ClaimantProfile?> ClaimantAsync(Guid id, CancellationToken ct)
    {
        var party = await reader.Parties.Where(p => p.Id == id)
            .Select(p => new { Party = new PublicParty(p.Id, p.Name, p.Kind, p.Country), p.Role, p.MemberOfId }).SingleOrDefaultAsync(ct);
        if (party is null)
        {
            return null;
        }

        var related = await reader.Parties.Where(p => p.Id == party.MemberOfId || p.MemberOfId == id).OrderBy(p => p.Id)
            .Select(p => new PublicParty(p.Id, p.Name, p.Kind, p.Country)).ToListAsync(ct);
        return new ClaimantProfile(party.Party, party.Role, related.Find(p => p.Id == party.MemberOfId), related.FindAll(p => p.Id != party.MemberOfId));
    }

    /// <summary>Null when it carries no claim on the list.</summary>
    public async Task<OutletProfile?> OutletAsync(Guid id, CancellationToken ct) =>
        await reader.Outlets.Where(o => o.Id == id).Select(o => new OutletProfile(o.Id, o.Name, o.Country, o.Kind)).SingleOrDefaultAsync(ct);

    /// <summary>Null when no claim on the list is about it.</summary>
    public async Task<PublicTopic?> TopicAsync(string slug, CancellationToken ct) =>
        await reader.Topics.Where(t => t.Slug == slug).Select(t => new PublicTopic(t.Slug, t.Name)).SingleOrDefaultAsync(ct);

    private async Task<(List<(Guid Id, int Count)> Counts, string? Next)> CountedAsync(string facet, string? after, int take, CancellationToken ct)
    {
        var counts = reader.Counts.Where(c => c.Facet == facet && c.Count > 0);
        if (after is not null)
        {
            var place = Guid.TryParseExact(after, "D", out var id) ? id.ToString() : throw new CursorMismatchException();
#pragma warning disable CA1309, MA0001, MA0074 // In SQL.
            counts = counts.Where(c => string.Compare(c.Value, place) > 0);
#pragma warning restore CA1309, MA0001, MA0074
        }

        var rows = await counts.OrderBy(c => c.Value).Take(take + 1).Select(c => new { c.Value, c.Count }).ToListAsync(ct);
        return (rows.Take(take).Select(r => (Guid.Parse(r.Value), r.Count)).ToList(), rows.Count > take ? rows[take - 1].Value : null);
    }

    private Task<int> TotalAsync(string facet, CancellationToken ct) => reader.Counts.CountAsync(c => c.Facet == facet && c.Count > 0, ct);
}

/// <param name="Total">How many there are in all; null where that is not counted.</param>
/// <param name="Next">Where the next page begins.</param>
public sealed record DirectoryPage<T>(IReadOnlyList<(T Entry, int Claims)> Entries, int? Total, string? Next);

public sealed record SourceName(Guid Id, SourceKind Kind, string? Address, LocalizedText Title, PublicOutlet? Outlet, string? Language, FuzzyDate? PublishedOn);

public sealed record ClaimantProfile(PublicParty Party, LocalizedText Role, PublicParty? MemberOf, IReadOnlyList<PublicParty> Members);

public sealed record OutletProfile(Guid Id, LocalizedText Name, string? Country, OutletKind Kind);
