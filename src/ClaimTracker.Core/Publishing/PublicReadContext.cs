using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// The connection public pages read through; may point at a replica. Never tracks, never saves. Pages do not use it
/// directly: <see cref="PublicReader"/> is the one public filter over it.
/// </summary>
public sealed class PublicReadContext : ClaimDbContext
{
    public PublicReadContext(DbContextOptions<PublicReadContext> options, TimeProvider clock)
        : base(options, clock) => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Readers do not write.");
}
