using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>
/// What somebody who has a receipt number is told: where their report stands, never what was written, by whom, or the name of who looks at it. Read from
/// the database itself, since a replica may not have yet what was sent a moment ago.
/// </summary>
public sealed class ReceiptReader(ClaimDbContext db)
{
    /// <summary>The number of what was just sent.</summary>
    public async Task<string?> NumberOfAsync(Guid challengeId, CancellationToken ct) =>
        await db.Challenges.Where(c => c.Id == challengeId).Select(c => c.ReceiptNumber).SingleOrDefaultAsync(ct);

    /// <inheritdoc cref="NumberOfAsync"/>
    public async Task<string?> NumberOfSuggestionAsync(Guid suggestionId, CancellationToken ct) =>
        await db.Suggestions.Where(s => s.Id == suggestionId).Select(s => s.ReceiptNumber).SingleOrDefaultAsync(ct);

    /// <summary>The claim is named only once readers can open it.</summary>
    public async Task<SuggestionReceipt?> SuggestionAsync(string number, CancellationToken ct) =>
        await (
            from sent in db.Suggestions.AsNoTracking()
            where sent.ReceiptNumber == number
            join head in db.Suggestions.AsNoTracking() on sent.SameAsId ?? sent.Id equals head.Id
            select new SuggestionReceipt(sent.ReceiptNumber, sent.ReceivedAt, head.State)
            {
                ClaimNumber = db.PublicClaims.Any(c => c.Number == head.ClaimNumber && c.State != PublicState.Removed && c.State != PublicState.None) ? head.ClaimNumber : null,
                DeclineReason = head.DeclineReason,
                DecidedAt = head.DecidedAt,
            }).SingleOrDefaultAsync(ct);

    public async Task<ChallengeReceipt?> ChallengeAsync(string number, CancellationToken ct)
    {
        var found = await (
            from sent in db.Challenges.AsNoTracking()
            where sent.ReceiptNumber == number
            join head in db.Challenges.AsNoTracking() on sent.SameAsId ?? sent.Id equals head.Id
            select new { sent, head }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        // Corrections and claims as readers have them: what is not public yet, or no more, or has no notice, is not named.
        var correction = found.head.CorrectionId is { } id
            ? await db.PublicCorrections.AsNoTracking().Where(c => c.Id == id && c.Kind != CorrectionKind.Typo).Select(c => new ReceiptCorrection(c.Number, c.Version, c.Kind, c.At)).SingleOrDefaultAsync(ct)
            : null;
        var claim = found.sent.ClaimNumber is { } claimNumber
            && await db.PublicClaims.AnyAsync(c => c.Number == claimNumber && c.State != PublicState.Removed && c.State != PublicState.None, ct)
            ? found.sent.ClaimNumber
            : null;
        return new ChallengeReceipt(found.sent.ReceiptNumber, found.sent.Kind, claim, found.sent.Language, found.sent.ReceivedAt, found.head.DueOn, found.head.State)
        {
            HasOwner = found.head.OwnerId is not null,
            IsLate = found.head.State.IsOpen() && found.head.DueOn < db.Today,
            Answer = found.head.Answer,
            AnsweredAt = found.head.AnsweredAt,
            Correction = correction,
        };
    }
}

/// <summary>A report as its sender sees it.</summary>
public sealed record ChallengeReceipt(string Number, ChallengeKind Kind, int? ClaimNumber, string Language, DateTime ReceivedAt, DateOnly DueOn, ChallengeState State)
{
    public bool HasOwner { get; init; }

    /// <summary>The day it was to be answered by has passed.</summary>
    public bool IsLate { get; init; }

    public LocalizedText Answer { get; init; } = LocalizedText.Empty;

    public DateTime? AnsweredAt { get; init; }

    public ReceiptCorrection? Correction { get; init; }
}

/// <summary>A suggestion as its sender sees it.</summary>
public sealed record SuggestionReceipt(string Number, DateTime ReceivedAt, SuggestionState State)
{
    public int? ClaimNumber { get; init; }

    public CloseReason? DeclineReason { get; init; }

    public DateTime? DecidedAt { get; init; }
}

/// <summary>The public correction that followed.</summary>
public sealed record ReceiptCorrection(int ClaimNumber, int Version, CorrectionKind Kind, DateTime At);
