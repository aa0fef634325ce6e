using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>A suggestion as a row of the desk's list shows it.</summary>
public sealed record SuggestionRow(Guid Id, string? Text, string? Link, string Language, DateTime ReceivedAt, SuggestionState State)
{
    public bool HasPicture { get; init; }

    public int? ClaimNumber { get; init; }

    public CloseReason? DeclineReason { get; init; }

    /// <summary>How often the same was sent, this one included.</summary>
    public int Count { get; init; }
}

/// <summary>What readers ask us to check, for the desk: each once; of what waits, that which most ask for first.</summary>
public sealed class SuggestionList(ClaimDbContext db)
{
    public Task<DeskPage<SuggestionRow>> ReadAsync(bool decided, int page, CancellationToken ct)
    {
        var found = db.Suggestions.AsNoTracking().Where(s => s.SameAsId == null && (s.State != SuggestionState.Received) == decided);
        var sorted = decided
            ? found.OrderByDescending(s => s.DecidedAt).ThenByDescending(s => s.Id)
            : found.OrderByDescending(s => db.Suggestions.Count(x => x.SameAsId == s.Id)).ThenBy(s => s.Id);
        var rows = sorted.Select(s => new SuggestionRow(s.Id, s.Text, s.Link, s.Language, s.ReceivedAt, s.State)
        {
            HasPicture = s.PictureSha256 != null,
            ClaimNumber = s.ClaimNumber,
            DeclineReason = s.DeclineReason,
            Count = 1 + db.Suggestions.Count(x => x.SameAsId == s.Id),
        });
        return DeskPage<SuggestionRow>.ReadAsync(found, rows, page, ct);
    }
}
