using ClaimTracker.Core.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Data;

/// <summary>
/// Raises the version of every root that is saved changed, itself or through a child row. Since the version is the
/// concurrency token, a save that would overwrite somebody else's fails instead (rule 2).
/// </summary>
internal static class VersionStamp
{
    public static void Apply(ClaimDbContext db)
    {
        var loaded = db.ChangeTracker.Entries<IVersioned>().ToDictionary(e => (e.Metadata.ClrType, Aggregates.KeyOf(e)), e => (EntityEntry)e);
        var roots = new HashSet<EntityEntry>();
        foreach (var entry in db.ChangeTracker.Entries().Where(IsChanged).ToList())
        {
            if (entry.Entity is IVersioned)
            {
                roots.Add(loaded[(entry.Metadata.ClrType, Aggregates.KeyOf(entry))]);
            }

            if (Aggregates.RootKeyOf(entry.Entity) is { } key)
            {
                roots.Add(loaded.GetValueOrDefault(key)
                    ?? throw new InvalidOperationException($"A child row is saved together with its {key.Type.Name}: load it first."));
            }
        }

        foreach (var root in roots.Where(r => r.State is not EntityState.Deleted))
        {
            var version = root.Property(nameof(IVersioned.Version));
            // The original value says what was read; a retry after a lost race must not count twice.
            version.CurrentValue = root.State is EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>Counted sign-in failures and the like, which the trail leaves out, are no edit that another could lose.</summary>
    private static bool IsChanged(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Deleted
        || (entry.State is EntityState.Modified && entry.Properties.Any(p =>
            p.IsModified
            && p.Metadata.FindAnnotation(AuditText.SkipAnnotation) is null
            // Identity marks every property of an account.
            && !p.Metadata.GetValueComparer().Equals(p.OriginalValue, p.CurrentValue)));
}
