using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>Keys of the records that something other than these claims uses, be it in no list yet.</summary>
internal sealed class UsedOutside(ClaimDbContext db, IQueryable<int> numbers)
{
    public async Task<HashSet<Guid>> SourcesAsync(CancellationToken ct) =>
    [
        .. await db.Appearances.IgnoreQueryFilters().Where(a => !numbers.Contains(a.ClaimNumber)).Select(a => a.SourceId).ToListAsync(ct),
        .. await db.Evidence.IgnoreQueryFilters().Where(e => !numbers.Contains(e.ClaimNumber)).Select(e => e.SourceId).ToListAsync(ct),
        .. await db.Set<AttributionScope>().Where(s => !numbers.Contains(s.ClaimNumber)).Select(s => s.SourceId).ToListAsync(ct),
        .. await db.Set<ArticleErrorClaim>().Where(e => !numbers.Contains(e.ClaimNumber)).Select(e => e.SourceId).ToListAsync(ct),
        .. await db.Captures.Select(c => c.SourceId).ToListAsync(ct),
        .. await db.CorrectionRequests.Select(r => r.SourceId).ToListAsync(ct),
    ];

    public async Task<HashSet<Guid>> TopicsAsync(CancellationToken ct) =>
        [.. await db.ClaimTopics.Where(t => !numbers.Contains(t.ClaimNumber)).Select(t => t.TopicId).ToListAsync(ct)];

    /// <summary>Parties named by other claims, or by sources that stay.</summary>
    public async Task<HashSet<Guid>> PartiesAsync(Func<Guid, bool> isSourceGone, CancellationToken ct)
    {
        var bySource = await db.Sources.IgnoreQueryFilters().Where(s => s.OriginPartyId != null)
            .Select(s => new { s.Id, Party = s.OriginPartyId!.Value }).ToListAsync(ct); // asked for
        bySource.AddRange(await db.Set<SourceRelay>().Select(r => new { Id = r.SourceId, Party = r.PartyId }).ToListAsync(ct));
        bySource.AddRange(await db.Set<SourceCredit>().Select(c => new { Id = c.SourceId, Party = c.PartyId }).ToListAsync(ct));
        return
        [
            .. await db.Claimants.Where(c => !numbers.Contains(c.ClaimNumber)).Select(c => c.PartyId).ToListAsync(ct),
            .. await db.AttributionSteps.Where(s => !numbers.Contains(s.ClaimNumber)).Select(s => s.PartyId).ToListAsync(ct),
            .. await db.ContactAttempts.Where(a => a.PartyId != null).Select(a => a.PartyId!.Value).ToListAsync(ct), // asked for
            .. bySource.Where(s => !isSourceGone(s.Id)).Select(s => s.Party),
        ];
    }
}
