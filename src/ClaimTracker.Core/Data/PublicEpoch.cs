using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Data;

/// <summary>Raises the publication epoch in the transaction that changes what readers see (rule 12).</summary>
internal static class PublicEpoch
{
    public static async Task RaiseIfReadersAreAffectedAsync(ClaimDbContext db, CancellationToken ct)
    {
        if (db.ChangeTracker.Entries().Any(e => e.State is (EntityState.Added or EntityState.Modified or EntityState.Deleted) && IsPublic(e.Entity) && !(e.State is EntityState.Added && IsName(e.Entity))))
        {
            await RaiseAsync(db, ct);
        }

        if (db.ChangeTracker.Entries().Any(TakesAway))
        {
            await TakeAwayAsync(db, ct);
        }
    }

    /// <summary>Notes, in the transaction that raised it, that readers lose what they had: the same must not stay in copies made of publications.</summary>
    public static async Task TakeAwayAsync(ClaimDbContext db, CancellationToken ct)
    {
#pragma warning disable RS0030 // As below.
        await db.Epochs.Where(e => e.Id == PublicationEpoch.TheRow).ExecuteUpdateAsync(s => s.SetProperty(e => e.TakenAwayAt, e => e.Value), ct);
#pragma warning restore RS0030
    }

    public static async Task RaiseAsync(ClaimDbContext db, CancellationToken ct)
    {
#pragma warning disable RS0030 // The epoch is not an audited record, and adding one must not lose a concurrent raise.
        await db.Epochs.Where(e => e.Id == PublicationEpoch.TheRow).ExecuteUpdateAsync(s => s.SetProperty(e => e.Value, e => e.Value + 1).SetProperty(e => e.At, db.Now), ct);
#pragma warning restore RS0030
    }

    /// <summary>A redaction, or a source withheld; removing is noted by <see cref="Publisher"/>.</summary>
    private static bool TakesAway(EntityEntry entry) => (entry.State, entry.Entity) switch
    {
        (EntityState.Modified, Publication) => true,
        (EntityState.Modified, Source { Visibility: SourceVisibility.Withheld }) => entry.Property(nameof(Source.Visibility)).IsModified,
        _ => false,
    };

    /// <summary>A new one is on no page yet: a publication has to name it first.</summary>
    private static bool IsName(object entity) => entity is Party or Outlet or Source;

    /// <summary>What public pages show: publications and their rows, the labels projected beside them, and policy pages.</summary>
    private static bool IsPublic(object entity) =>
        entity is Publication or PublicClaim or PublicFacet or PublicLink or PublicCorrection or Party or Outlet or Source or Topic or Rating or ArticleError or PolicyVersion;
}
