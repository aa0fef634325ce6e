using ClaimTracker.Core.Exchange.Bulk;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>Takes and gives back leave to do a piece of background work.</summary>
internal static class WorkLeases
{
    /// <summary>Takes the lease, or renews one's own; false: another process has it.</summary>
    public static async Task<bool> TakeAsync(ClaimDbContext db, string name, Guid owner, TimeSpan time, CancellationToken ct)
    {
        var now = db.Now;
#pragma warning disable RS0030 // A lease is no audited record.
        return await db.WorkLeases.Where(l => l.Name == name && (l.Owner == null || l.Owner == owner || l.Until == null || l.Until <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, owner).SetProperty(l => l.Until, now + time), ct) == 1;
#pragma warning restore RS0030
    }

    /// <summary>Gives it back, so that another node need not wait for its end.</summary>
    public static async Task ReleaseAsync(ClaimDbContext db, string name, Guid owner, CancellationToken ct)
    {
#pragma warning disable RS0030 // As above.
        await db.WorkLeases.Where(l => l.Name == name && l.Owner == owner)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, (Guid?)null).SetProperty(l => l.Until, (DateTime?)null), ct);
#pragma warning restore RS0030
    }
}
