using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Sources;

/// <summary>The second look at the faults of sources: when one is needed, and who cannot give it.</summary>
public static class ErrorLooks
{
    internal const string ConfirmAction = "source.confirm-error";

    /// <summary>
    /// Whose words are in each fault since it was last confirmed, by its id. From the audit trail, which knows them all, also from before
    /// <see cref="ArticleError.ProposedById"/> was kept; the words of an import are nobody's.
    /// </summary>
    public static async Task<ILookup<Guid, Guid>> AuthorsAsync(ClaimDbContext db, IEnumerable<Guid> sourceIds, CancellationToken ct)
    {
        const string Record = nameof(ArticleError);
        const string Named = $"\"{Record}\"";
        var streams = sourceIds.Distinct().Select(id => $"source:{id}").ToList();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => streams.Contains(e.Stream) && e.Kind == AuditKind.Change && e.ActorId != null && e.Values.Contains(Named))
            .OrderBy(e => e.Stream).ThenBy(e => e.Sequence).ToListAsync(ct);
        var authors = new Dictionary<string, HashSet<Guid>>();
        foreach (var entry in entries)
        {
            foreach (var id in entry.ReadValues().Where(v => v.Record == Record && v.Property != nameof(ArticleError.Order)).Select(v => v.Id).Distinct())
            {
                if (entry.Action == ConfirmAction)
                {
                    authors.Remove(id);
                }
                else if (entry.ActorId is { } actor)
                {
                    (authors.TryGetValue(id, out var known) ? known : authors[id] = []).Add(actor);
                }
            }
        }

        return authors.SelectMany(a => a.Value, (a, actor) => (Id: Guid.Parse(a.Key), actor)).ToLookup(a => a.Id, a => a.actor);
    }

    /// <summary>
    /// After a save was merged with what others saved: what is new, or other than what stood there, is the poster's and waits (again),
    /// even where somebody confirmed the words before it in the meantime.
    /// </summary>
    internal static void Stamp(ClaimDbContext db, Actor actor)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<ArticleError>().Where(e => IsReworded(db, e)).ToList())
        {
            var error = entry.Entity;
            (error.ProposedById, error.ProposedAt, error.ConfirmedById, error.ConfirmedAt) = (actor.UserId, db.Now, null, null);
        }
    }

    private static bool IsReworded(ClaimDbContext db, EntityEntry<ArticleError> entry) => entry.State switch
    {
        EntityState.Added => true,
        EntityState.Deleted or EntityState.Detached => false,
        _ => entry.Properties.Any(p => p.Metadata.Name is not nameof(ArticleError.Order) && !p.Metadata.GetValueComparer().Equals(p.OriginalValue, p.CurrentValue))
            || db.ChangeTracker.Entries<ArticleErrorClaim>().Any(c => c.Entity.ArticleErrorId == entry.Entity.Id && c.State is EntityState.Added or EntityState.Deleted),
    };
}
