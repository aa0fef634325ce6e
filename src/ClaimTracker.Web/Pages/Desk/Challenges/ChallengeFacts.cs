using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Challenges;

/// <summary>Everything the desk needs beside a report to answer it.</summary>
public sealed record ChallengeFacts
{
    private const int MaxOthers = 10;
    private const int MaxSame = 50;
    private const int MaxEntries = 30;

    /// <summary>The claim it is about; null: none is named.</summary>
    public ChallengedClaim? Claim { get; private init; }

    /// <summary>Sent again in the same words, newest first.</summary>
    public IReadOnlyList<Challenge> Same { get; private init; } = [];

    /// <summary>Other reports about the same claim, newest first.</summary>
    public IReadOnlyList<OtherChallenge> Others { get; private init; } = [];

    /// <summary>The claim's corrections it may have led to, newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; private init; } = [];

    /// <summary>Editors who may answer it.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Editors { get; private init; } = [];

    /// <summary>It stands on the claim's page as the response of the person named.</summary>
    public bool IsPrinted { get; private init; }

    /// <summary>Who reads it wrote or decided the verdict.</summary>
    public bool IsOwnVerdict { get; private init; }

    public required HistoryPage History { get; init; }

    public static async Task<ChallengeFacts> ReadAsync(ClaimDbContext db, ClaimHistory history, Challenge challenge, Actor reader, CancellationToken ct)
    {
        var number = challenge.ClaimNumber;
        var deciders = await ChallengeService.DecidersAsync(db, challenge, ct);
        var people = await db.Users.AsNoTracking().OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.Roles, u.EditorUntil, u.IsSuspended }).ToListAsync(ct);
        return new ChallengeFacts
        {
            Claim = await db.Claims.AsNoTracking().Where(c => c.Number == number)
                .Select(c => new ChallengedClaim(c.Number, c.Statement, c.Stage, c.PublicState)).SingleOrDefaultAsync(ct),
            Same = await db.Challenges.AsNoTracking().Where(c => c.SameAsId == challenge.Id).OrderByDescending(c => c.Id).Take(MaxSame).ToListAsync(ct),
            Others = number is null ? [] : await db.Challenges.AsNoTracking()
                .Where(c => c.ClaimNumber == number && c.SameAsId == null && c.Id != challenge.Id).OrderByDescending(c => c.Id).Take(MaxOthers)
                .Select(c => new OtherChallenge(c.Id, c.Text, c.Language, c.State, c.ReceivedAt)).ToListAsync(ct),
            Corrections = number is null ? [] : await db.Corrections.AsNoTracking()
                .Where(c => c.ClaimNumber == number && c.RejectedAt == null).OrderByDescending(c => c.RequestedAt).ToListAsync(ct),
            Editors =
            [
                .. people
                    .Where(p => Permissions.CanHandleChallenge(
                        new Actor(p.Id, p.DisplayName, Permissions.RolesOn(p.Roles, p.EditorUntil, p.IsSuspended, db.Today)), challenge.Kind, deciders.Contains(p.Id)))
                    .Select(p => (p.Id, p.DisplayName)),
            ],
            IsPrinted = await db.ContactAttempts.AnyAsync(a => a.ChallengeId == challenge.Id, ct),
            IsOwnVerdict = reader.UserId is { } me && deciders.Contains(me),
            History = await history.ReadAsync(challenge.AuditStream, before: null, MaxEntries, ct),
        };
    }
}

public sealed record ChallengedClaim(int Number, LocalizedText Statement, Stage Stage, PublicState PublicState);

public sealed record OtherChallenge(Guid Id, string Text, string Language, ChallengeState State, DateTime ReceivedAt);
