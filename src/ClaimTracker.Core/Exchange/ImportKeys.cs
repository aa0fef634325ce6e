using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Our key for each record of a data set: those the database has already, and those being added. A topic, unit or measure of
/// the same code and a source of the same address is the same record, whoever made it.
/// </summary>
internal sealed class ImportKeys
{
    private const int PerQuery = 500;

    private readonly OrderedKeys ordered;

    private ImportKeys(Guid dataSetId, OrderedKeys ordered) => (DataSetId, this.ordered) = (dataSetId, ordered);

    public Guid DataSetId { get; }

    public required Dictionary<string, Guid> Units { get; init; }

    public required Dictionary<string, Guid> Measures { get; init; }

    public required Dictionary<string, Guid> Outlets { get; init; }

    public required Dictionary<string, Guid> Topics { get; init; }

    public required Dictionary<string, Guid> Parties { get; init; }

    public required Dictionary<string, Guid> Sources { get; init; }

    public required Dictionary<string, int> Claims { get; init; }

    public required Dictionary<string, Guid> ArticleErrors { get; init; }

    public required Dictionary<(RatedAspect Aspect, string Code), Guid> Ratings { get; init; }

    public static async Task<ImportKeys> ReadAsync(ClaimDbContext db, SeedData data, Guid dataSetId, OrderedKeys ordered, CancellationToken ct)
    {
        var topics = await db.Topics.Where(t => t.DataSetId != dataSetId).ToDictionaryAsync(t => t.Slug, t => t.Id, ct);
        foreach (var topic in await db.Topics.Where(t => t.DataSetId == dataSetId).Select(t => new { t.ExternalKey, t.Id }).ToListAsync(ct))
        {
            topics[topic.ExternalKey!] = topic.Id; // set together with the data set
        }

        return new ImportKeys(dataSetId, ordered)
        {
            Units = await db.Units.ToDictionaryAsync(u => u.Code, u => u.Id, ct),
            Measures = await db.Measures.ToDictionaryAsync(m => m.Code, m => m.Id, ct),
            Outlets = await db.Outlets.Where(o => o.DataSetId == dataSetId).ToDictionaryAsync(o => o.ExternalKey!, o => o.Id, ct), // as above
            Topics = topics,
            Parties = await db.Parties.Where(p => p.DataSetId == dataSetId).ToDictionaryAsync(p => p.ExternalKey!, p => p.Id, ct), // as above
            Sources = await ReadSourcesAsync(db, data, dataSetId, ct),
            Claims = await db.Claims.Where(c => c.DataSetId == dataSetId)
                .Select(c => new { c.ExternalKey, c.Number }).ToDictionaryAsync(c => c.ExternalKey!, c => c.Number, ct), // as above
            ArticleErrors = await db.ArticleErrors.Where(e => e.DataSetId == dataSetId)
                .Select(e => new { e.ExternalKey, e.Id }).ToDictionaryAsync(e => e.ExternalKey!, e => e.Id, ct), // as above
            Ratings = await db.Ratings.ToDictionaryAsync(r => (r.Aspect, r.Code), r => r.Id, ct),
        };
    }

    public Guid New() => ordered.Next();

    /// <summary>Takes a key for a record the database does not have yet; null when it has it.</summary>
    public Guid? NewFor(Dictionary<string, Guid> known, string key)
    {
        if (known.ContainsKey(key))
        {
            return null;
        }

        return known[key] = New();
    }

    private static async Task<Dictionary<string, Guid>> ReadSourcesAsync(ClaimDbContext db, SeedData data, Guid dataSetId, CancellationToken ct)
    {
        var sources = await db.Sources.Where(s => s.DataSetId == dataSetId)
            .Select(s => new { s.ExternalKey, s.Id }).ToDictionaryAsync(s => s.ExternalKey!, s => s.Id, ct); // set together with the data set
        var missing = data.Evidence.Where(e => !sources.ContainsKey(e.Key)).ToLookup(e => SourceAddress.KeyOf(e.Url), e => e.Key);
        foreach (var part in missing.Select(m => m.Key).Chunk(PerQuery))
        {
            foreach (var source in await db.Sources.Where(s => part.Contains(s.AddressKey)).Select(s => new { s.AddressKey, s.Id }).ToListAsync(ct))
            {
                sources[missing[source.AddressKey].Single()] = source.Id;
            }
        }

        return sources;
    }
}
