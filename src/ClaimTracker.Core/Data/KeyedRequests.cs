using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>
/// What a program sent under a key of its own. Set on the context, it is stored with what it brings about, in the same save, whichever service saves;
/// the same key again gets the same answer (<see cref="KeyedRequests"/>).
/// </summary>
/// <param name="Id">Of the submission, as services take it that keep one themselves.</param>
/// <param name="Hash">Of everything that was sent.</param>
/// <param name="Number">The claim it is about; null: it logs one.</param>
public sealed record KeyedRequest(Guid Id, string Hash, int? Number)
{
    public const int KeyMaxLength = 100;

    /// <summary>The same key means the same only under the same token.</summary>
    public static Guid IdOf(Guid tokenId, string key) => new(Convert.FromHexString(AuditText.Sha256($"{tokenId:D}:{key}"))[..16]);
}

/// <summary>What a request was answered: the claim, the record it made where it has an id, and the version of the claim that came of it.</summary>
public sealed record KeyedAnswer(string? Hash, int Number, Guid Id, int? ClaimVersion);

/// <summary>Answers that programs were given.</summary>
public static class KeyedRequests
{
    /// <summary>The answer a request got; null: there was none yet.</summary>
    public static async Task<KeyedAnswer?> FindAsync(ClaimDbContext db, Guid id, CancellationToken ct)
    {
        var found = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (found is null)
        {
            return null;
        }

        var done = Submissions.Read(found.Result);
        return new KeyedAnswer(found.RequestHash, done.Number, done.Id, found.ClaimVersion);
    }

    /// <summary>The answer to a request that found everything as it wanted it, so that nothing was saved that would have kept one; the same key gets it again.</summary>
    public static Task<KeyedAnswer> UnchangedAsync(ClaimDbContext db, KeyedRequest request, Outcome.Done done, Actor actor, CancellationToken ct) => Retry.RunAsync(db, async () =>
    {
        if (await FindAsync(db, request.Id, ct) is { } earlier)
        {
            return earlier;
        }

        var version = await db.Claims.AsNoTracking().Where(c => c.Number == done.Number).Select(c => (int?)c.Version).SingleOrDefaultAsync(ct);
        // Without the record's id, as every change of what the claim holds is answered.
        Submissions.Remember(db, request.Id, actor, new Outcome.Done(done.Number));
        var row = db.ChangeTracker.Entries<Submission>().Single().Entity;
        (row.RequestHash, row.ClaimVersion) = (request.Hash, version);
        await db.SaveChangesAsync(ct);
        return new KeyedAnswer(request.Hash, done.Number, Guid.Empty, version);
    }, ct);

    /// <summary>Adds it to what is about to be saved, where the service has not done so itself.</summary>
    internal static void Remember(ClaimDbContext db, KeyedRequest request, Actor actor)
    {
        var claim = db.ChangeTracker.Entries<Claim>().FirstOrDefault(c => c.Entity.Number == request.Number || (request.Number is null && c.State is EntityState.Added))?.Entity;
        var kept = db.ChangeTracker.Entries<Submission>().FirstOrDefault(s => s.Entity.Id == request.Id);
        var row = kept?.Entity ?? db.Submissions.Add(new Submission
        {
            Id = request.Id,
            UserId = actor.UserId,
            Result = string.Create(CultureInfo.InvariantCulture, $"{claim?.Number ?? request.Number ?? 0}|{Guid.Empty}"),
            At = db.Now,
        }).Entity;
        if (kept is null or { State: EntityState.Added })
        {
            (row.RequestHash, row.ClaimVersion) = (request.Hash, claim?.Version);
        }
    }
}
