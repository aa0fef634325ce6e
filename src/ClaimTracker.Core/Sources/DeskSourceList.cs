using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

public enum DeskSourceSort
{
    /// <summary>Last added first.</summary>
    Newest,
    Oldest,

    /// <summary>What was corrected, retracted or deleted last comes first.</summary>
    Changed,

    /// <summary>Used by the most claims first.</summary>
    Used,
}

/// <summary>What the desk asks of its list of sources; every condition has to hold.</summary>
public sealed record DeskSourceQuery
{
    /// <summary>Words of title, author or address; a web address finds what is at or below it.</summary>
    public string? Text { get; init; }

    public SourceKind? Kind { get; init; }

    public SourceStatus? Status { get; init; }

    public SourceLevel? Level { get; init; }

    public Guid? OutletId { get; init; }

    /// <summary>Who gathered the information.</summary>
    public Guid? OriginId { get; init; }

    public string? Language { get; init; }

    public SourceVisibility? Visibility { get; init; }

    /// <summary>Whether the reader sees withheld sources at all (<see cref="Users.Permissions.SeesStaffOnly"/>).</summary>
    public bool SeesWithheld { get; init; }

    public DeskSourceSort Sort { get; init; }

    public int Page { get; init; } = 1;
}

/// <summary>A source as a row of the desk's list shows it.</summary>
public sealed record DeskSourceRow(Guid Id, SourceKind Kind, LocalizedText Title, string? Address, SourceStatus Status, SourceVisibility Visibility)
{
    public LocalizedText? Outlet { get; init; }

    public FuzzyDate? PublishedOn { get; init; }

    public DateOnly? StatusOn { get; init; }

    public SourceLevel? Level { get; init; }

    public string? Language { get; init; }

    /// <summary>Claims in which it stands or bears as evidence.</summary>
    public int Claims { get; init; }
}

/// <summary>The desk's list of sources: filters, sorts and numbered pages.</summary>
public sealed class DeskSourceList(ClaimDbContext db)
{
    public Task<DeskPage<DeskSourceRow>> PageAsync(DeskSourceQuery query, CancellationToken ct)
    {
        var matching = Filtered(query);
        var rows = Sorted(matching, query.Sort).Select(s => new DeskSourceRow(s.Id, s.Kind, s.Title, s.Address, s.Status, s.Visibility)
        {
            Outlet = s.Outlet == null ? null : s.Outlet.Name,
            PublishedOn = s.PublishedOn,
            StatusOn = s.StatusOn,
            Level = s.Level,
            Language = s.Language,
            Claims = db.Appearances.Where(a => a.SourceId == s.Id).Select(a => a.ClaimNumber)
                .Union(db.Evidence.Where(e => e.SourceId == s.Id).Select(e => e.ClaimNumber)).Count(),
        });
        return DeskPage<DeskSourceRow>.ReadAsync(matching, rows, query.Page, ct);
    }

    private IQueryable<Source> Filtered(DeskSourceQuery query)
    {
        var sources = AddressKeyOf(query.Text) is { } key
            ? db.Sources.AsNoTracking().Where(s => s.AddressKey != null && s.AddressKey.StartsWith(key))
            : db.Sources.AsNoTracking().Matching(query.Text);
        sources = query.Kind is { } kind ? sources.Where(s => s.Kind == kind) : sources;
        sources = query.Status is { } status ? sources.Where(s => s.Status == status) : sources;
        sources = query.Level is { } level ? sources.Where(s => s.Level == level) : sources;
        sources = query.OutletId is { } outlet ? sources.Where(s => s.OutletId == outlet) : sources;
        sources = query.OriginId is { } origin ? sources.Where(s => s.OriginPartyId == origin) : sources;
        sources = query.Language is { } language ? sources.Where(s => s.Language == language) : sources;
        sources = query.Visibility is { } visibility ? sources.Where(s => s.Visibility == visibility) : sources;
        return query.SeesWithheld ? sources : sources.Where(s => s.Visibility == SourceVisibility.Public);
    }

    private IQueryable<Source> Sorted(IQueryable<Source> sources, DeskSourceSort sort) => sort switch
    {
        DeskSourceSort.Newest => sources.OrderByDescending(s => s.Id),
        DeskSourceSort.Oldest => sources.OrderBy(s => s.Id),
        DeskSourceSort.Changed => sources.OrderBy(s => s.Status == SourceStatus.Live).ThenBy(s => s.StatusOn == null).ThenByDescending(s => s.StatusOn).ThenByDescending(s => s.Id),
        DeskSourceSort.Used => sources.OrderByDescending(s => db.Appearances.Where(a => a.SourceId == s.Id).Select(a => a.ClaimNumber)
            .Union(db.Evidence.Where(e => e.SourceId == s.Id).Select(e => e.ClaimNumber)).Count()).ThenByDescending(s => s.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    private static string? AddressKeyOf(string? text) =>
        text is not null && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? SourceAddress.KeyOf(text)
            : null;
}
