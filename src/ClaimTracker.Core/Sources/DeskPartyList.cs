using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

public enum DeskNameSort
{
    Name,

    /// <summary>With the most claims, or sources, first.</summary>
    Used,
}

/// <summary>What the desk asks of its list of parties, or of outlets; every condition has to hold.</summary>
public sealed record DeskNameQuery<TKind>
    where TKind : struct, Enum
{
    public string? Text { get; init; }

    public TKind? Kind { get; init; }

    public string? Country { get; init; }

    /// <summary>Whose alphabet names sort by.</summary>
    public required string Language { get; init; }

    public DeskNameSort Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A party as a row of the desk's list shows it.</summary>
public sealed record DeskPartyRow(Guid Id, PartyKind Kind, LocalizedText Name, LocalizedText Role, string? Country)
{
    public Guid? MemberOfId { get; init; }

    public LocalizedText? MemberOf { get; init; }

    /// <summary>Claims it makes.</summary>
    public int Claims { get; init; }
}

/// <summary>An outlet as a row of the desk's list shows it.</summary>
public sealed record DeskOutletRow(Guid Id, OutletKind Kind, LocalizedText Name, string? Country)
{
    public int Sources { get; init; }
}

/// <summary>The desk's lists of parties and of outlets: filters, sorts and numbered pages.</summary>
public sealed class DeskPartyList(ClaimDbContext db)
{
    public Task<DeskPage<DeskPartyRow>> PartiesAsync(DeskNameQuery<PartyKind> query, CancellationToken ct)
    {
        // Somebody is also found by another spelling, right or wrong.
        var parties = FoldedColumns.Words(query.Text).Aggregate(db.Parties.AsNoTracking(), (found, word) => found.Where(p =>
            EF.Property<string>(p, FoldedColumns.Text).Contains(word) || p.Variants.Any(v => EF.Property<string>(v, FoldedColumns.Text).Contains(word))));
        parties = query.Kind is { } kind ? parties.Where(p => p.Kind == kind) : parties;
        parties = query.Country is { } country ? parties.Where(p => p.Country == country) : parties;
        var name = FoldedColumns.SortFor(query.Language);
        var claimants = db.Claimants.OfListedClaims(db);
        var sorted = query.Sort is DeskNameSort.Used
            ? parties.OrderByDescending(p => claimants.Count(c => c.PartyId == p.Id)).ThenBy(p => EF.Property<string>(p, name)).ThenBy(p => p.Id)
            : parties.OrderBy(p => EF.Property<string>(p, name)).ThenBy(p => p.Id);
        var rows = sorted.Select(p => new DeskPartyRow(p.Id, p.Kind, p.Name, p.Role, p.Country)
        {
            MemberOfId = p.MemberOfId,
            MemberOf = p.MemberOf == null ? null : p.MemberOf.Name,
            Claims = claimants.Count(c => c.PartyId == p.Id),
        });
        return DeskPage<DeskPartyRow>.ReadAsync(parties, rows, query.Page, ct);
    }

    public Task<DeskPage<DeskOutletRow>> OutletsAsync(DeskNameQuery<OutletKind> query, bool seesWithheld, CancellationToken ct)
    {
        var outlets = db.Outlets.AsNoTracking().Matching(query.Text);
        outlets = query.Kind is { } kind ? outlets.Where(o => o.Kind == kind) : outlets;
        outlets = query.Country is { } country ? outlets.Where(o => o.Country == country) : outlets;
        var name = FoldedColumns.SortFor(query.Language);
        var shown = db.Sources.Where(s => seesWithheld || s.Visibility == SourceVisibility.Public);
        var sorted = query.Sort is DeskNameSort.Used
            ? outlets.OrderByDescending(o => shown.Count(s => s.OutletId == o.Id)).ThenBy(o => EF.Property<string>(o, name)).ThenBy(o => o.Id)
            : outlets.OrderBy(o => EF.Property<string>(o, name)).ThenBy(o => o.Id);
        var rows = sorted.Select(o => new DeskOutletRow(o.Id, o.Kind, o.Name, o.Country) { Sources = shown.Count(s => s.OutletId == o.Id) });
        return DeskPage<DeskOutletRow>.ReadAsync(outlets, rows, query.Page, ct);
    }
}
