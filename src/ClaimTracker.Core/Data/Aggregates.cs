using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Data;

/// <summary>Which tracked rows belong to which root.</summary>
internal static class Aggregates
{
    /// <summary>The root a child row belongs to, or null for what is no child.</summary>
    public static (Type Type, object Key)? RootKeyOf(object child) => child switch
    {
        IPartOfClaim part => (typeof(Claim), part.ClaimNumber),
        IPartOfVerdict part => (typeof(Verdict), part.VerdictId),
        IPartOfSource part => (typeof(Source), part.SourceId),
        IPartOfParty part => (typeof(Party), part.PartyId),
        _ => null,
    };

    public static object KeyOf(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0]).CurrentValue!; // roots and their rows have one key column

    /// <summary>The tracked entries of a root and its rows.</summary>
    public static IEnumerable<EntityEntry> EntriesOf(ClaimDbContext db, IVersioned root)
    {
        var rootEntry = db.Entry(root);
        var key = (rootEntry.Metadata.ClrType, KeyOf(rootEntry));
        return db.ChangeTracker.Entries().Where(e => ReferenceEquals(e.Entity, root) || key.Equals(RootKeyOf(e.Entity)));
    }

    /// <summary>Names of the record types whose rows belong to a root of that type, itself included, as the trail writes them.</summary>
    public static IReadOnlySet<string> RecordsOf(IVersioned root)
    {
        var marker = root switch
        {
            Claim => typeof(IPartOfClaim),
            Verdict => typeof(IPartOfVerdict),
            Source => typeof(IPartOfSource),
            Party => typeof(IPartOfParty),
            _ => null,
        };
        var rows = marker is null ? [] : typeof(Aggregates).Assembly.GetTypes().Where(t => t.IsClass && marker.IsAssignableFrom(t)).Select(t => t.Name);
        return rows.Append(root.GetType().Name).ToHashSet();
    }
}
