using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
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
        var loaded = db.ChangeTracker.Entries<IVersioned>().ToDictionary(e => (e.Metadata.ClrType, KeyOf(e)), e => (EntityEntry)e);
        var roots = new HashSet<EntityEntry>();
        foreach (var entry in db.ChangeTracker.Entries().Where(IsChanged).ToList())
        {
            if (entry.Entity is IVersioned)
            {
                roots.Add(loaded[(entry.Metadata.ClrType, KeyOf(entry))]);
            }

            if (RootKeyOf(entry.Entity) is { } key)
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

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static object KeyOf(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue!; // roots have one key column

    private static (Type Type, object Key)? RootKeyOf(object child) => child switch
    {
        IPartOfClaim part => (typeof(Claim), part.ClaimNumber),
        IPartOfVerdict part => (typeof(Verdict), part.VerdictId),
        IPartOfSource part => (typeof(Source), part.SourceId),
        IPartOfParty part => (typeof(Party), part.PartyId),
        _ => null,
    };
}
