namespace ClaimTracker.Core.History;

/// <summary>
/// What two people changed differently since the version that was posted (rule 2), for the page that shows both. Posting
/// again with <see cref="CurrentVersion"/> settles it.
/// </summary>
public sealed record EditConflict(int PostedVersion, int CurrentVersion, IReadOnlyList<ConflictingValue> Values)
{
    /// <summary>What others changed since and the poster did not: it stands, and is shown so that nobody is surprised.</summary>
    public IReadOnlyList<ConflictingValue> OthersChanged { get; init; } = [];
}

/// <summary>
/// One value as it stood when the form was read, as others left it and as it was typed; null: nothing, or the row was taken
/// away. A text in several languages conflicts per language (<c>Statement.ar</c>).
/// </summary>
public sealed record ConflictingValue(string Record, string Id, string Property, string? Base, string? Theirs, string? Yours)
{
    /// <summary>The trail no longer holds the value it started from.</summary>
    public bool IsBaseErased { get; init; }

    public Guid? ChangedById { get; init; }

    public DateTime? ChangedAt { get; init; }
}
