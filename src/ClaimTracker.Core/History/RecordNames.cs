using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.History;

/// <summary>The names behind the ids that audited values hold, for people to read.</summary>
public static class RecordNames
{
    public static async Task<Dictionary<Guid, LocalizedText>> ReadAsync(ClaimDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var names = new Dictionary<Guid, LocalizedText>();
        if (ids.Count == 0)
        {
            return names;
        }

        var named = await db.Parties.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        named.AddRange(await db.Outlets.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct));
        named.AddRange(await db.Topics.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(ct));
        named.AddRange(await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, Name = s.Title }).ToListAsync(ct));
        named.AddRange(await db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = u.Label }).ToListAsync(ct));
        named.AddRange(await db.Measures.Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, Name = m.Label }).ToListAsync(ct));
        named.AddRange(await db.Ratings.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, Name = r.Label }).ToListAsync(ct));
        named.AddRange(await db.DataSets.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Name }).ToListAsync(ct));
        named.ForEach(n => names[n.Id] = n.Name);
        return names;
    }
}
