using System.Diagnostics;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Carries out an editor's signature under entries of our own archive: each batch decides and publishes its entries in one transaction, which
/// also moves the import's position. An entry that is not as it came is left, for an editor to sign by itself.
/// </summary>
internal sealed class BulkSigning(ClaimDbContext db, BackgroundWrites writes)
{
    public const string Action = "import.sign-rows";

    public async Task<int> SignAsync(BulkImport import, int rowsAtATime, Actor editor, Stopwatch clock, CancellationToken ct)
    {
        var rows = await db.BulkRows.Where(r => r.ImportId == import.Id && r.Fate == BulkFate.Made && r.Number > import.Position).OrderBy(r => r.Number).Take(rowsAtATime).ToListAsync(ct);
        if (rows.Count == 0)
        {
            (import.State, import.EndedAt) = (BulkState.Signed, db.Now);
            await db.SaveChangesAsync(ct);
            return 0;
        }

        var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().ToList();
        var claims = await db.Claims.Where(c => EF.Parameter(numbers).Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        var verdicts = (await db.Verdicts.Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber)).ToListAsync(ct)).ToLookup(v => v.ClaimNumber);
        var worked = (await WorkedOn(db).Where(n => EF.Parameter(numbers).Contains(n)).ToListAsync(ct)).ToHashSet();
        var signed = rows.Where(r => r.ClaimNumber is { } number && !worked.Contains(number) && Sign(import, claims.GetValueOrDefault(number), [.. verdicts[number]])).ToHashSet();
        foreach (var row in rows)
        {
            row.Fate = signed.Contains(row) ? BulkFate.Signed : BulkFate.NotSigned;
            row.LeftBecause = row.Fate is BulkFate.NotSigned ? BulkLeft.Edited : null;
        }

        import.Signed += signed.Count;
        import.Position = rows[^1].Number;
        using var turn = await writes.TakeTurnAsync(ct);
        clock.Restart();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveAsync(new ChangeContext(editor, Action, import.SigningNote) { Kind = AuditKind.Import }, ct);
        var published = signed.Select(r => r.ClaimNumber).OfType<int>().ToList();
        await new Publisher(db).PublishAsync(published, PublicationKind.Archive, ct);
        if (await WorkedOn(db).AnyAsync(n => EF.Parameter(published).Contains(n), ct))
        {
            throw new DbUpdateConcurrencyException("Somebody has worked on an entry just now; it is not what the signature was given for.");
        }

        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    /// <summary>Claims to which somebody has added what readers would see, which leaves the claim's own version as it is.</summary>
    internal static IQueryable<int> WorkedOn(ClaimDbContext db) =>
        db.ContactAttempts.Select(a => a.ClaimNumber).Union(db.Set<ArticleErrorClaim>().Select(e => e.ClaimNumber)).Union(db.Notes.Select(n => n.ClaimNumber));

    /// <summary>False: somebody has worked on it since it was made, so it is no longer what the signature was given for.</summary>
    private static bool Sign(BulkImport import, Claim? claim, IReadOnlyList<Verdict> verdicts)
    {
        if (claim is not { Version: 1 } || verdicts is not [{ State: VerdictState.Archived, Version: 1 } verdict] || import is not { SignedById: { } editor, SignedAt: { } at })
        {
            return false;
        }

        // Whoever signed was an editor then; the workflow judges the signature, not what became of its giver since.
        var situation = new ClaimSituation { Stage = claim.Stage, PublicState = claim.PublicState, Roles = Roles.Editor, IsArchiveEntry = true };
        if (Workflow.Check(ClaimAction.Sign, situation) is not Transition transition)
        {
            return false;
        }

        ArchiveSigning.Apply(claim, verdict, transition, editor, at);
        return true;
    }
}
