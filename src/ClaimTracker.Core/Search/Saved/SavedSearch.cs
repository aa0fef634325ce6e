using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Search;

/// <summary>A search of the desk's list of claims that somebody wants to open again; private, or shared with everybody at the desk.</summary>
public sealed class SavedSearch : IAudited, IVersioned
{
    public const int NameMaxLength = 80;
    public const int AddressMaxLength = 2_000;

    /// <summary>Of one person.</summary>
    public const int MaxPerPerson = 100;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid OwnerId { get; init; }

    public required string Name { get; set; }

    public bool IsShared { get; set; }

    /// <summary>The filters as they stand in the list's address, such as <c>q=shells&amp;stage=in-review</c>: its own names only, in its own order.</summary>
    public required string Address { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string AuditStream => $"search:{Id}";
}

/// <summary>When somebody last opened a saved search. Nobody else's business, hence in no trail.</summary>
public sealed class SavedSearchLook
{
    public required Guid SavedSearchId { get; init; }

    public required Guid UserId { get; init; }

    public required DateTime LookedAt { get; set; }
}

/// <summary>The owner of a saved search wants to be told of what it finds anew. Nobody else's business, hence in no trail.</summary>
public sealed class SearchWatch
{
    public required Guid SavedSearchId { get; init; }

    /// <summary>Since when they want it; older changes are no news.</summary>
    public required DateTime Since { get; init; }

    /// <summary>When the program looked last.</summary>
    public required DateTime LookedAt { get; set; }
}

/// <summary>A claim that was told for a watched search, once.</summary>
public sealed class SearchWatchTold
{
    public required Guid SavedSearchId { get; init; }

    public required int ClaimNumber { get; init; }
}
