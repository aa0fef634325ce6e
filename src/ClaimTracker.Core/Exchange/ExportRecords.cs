using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>All records of one data set, in the order in which they came, with the external key of each.</summary>
internal sealed class ExportRecords
{
    private readonly Dictionary<Guid, string> outletKeys;
    private readonly Dictionary<Guid, string> topicKeys;
    private readonly Dictionary<Guid, string> partyKeys;
    private readonly Dictionary<Guid, Source> sources;
    private readonly Dictionary<int, string> claimKeys;

    private ExportRecords(List<Outlet> outlets, List<Topic> topics, List<Party> parties, List<Source> sources, List<Claim> claims)
    {
        (Outlets, Topics, Parties, Sources, Claims) = (outlets, topics, parties, sources, claims);
        outletKeys = outlets.ToDictionary(o => o.Id, o => o.ExternalKey!); // each of a data set, so it has a key
        topicKeys = topics.ToDictionary(t => t.Id, t => t.ExternalKey!);
        partyKeys = parties.ToDictionary(p => p.Id, p => p.ExternalKey!);
        this.sources = sources.ToDictionary(s => s.Id);
        claimKeys = claims.ToDictionary(c => c.Number, c => c.ExternalKey!);
    }

    public IReadOnlyList<Outlet> Outlets { get; }

    public IReadOnlyList<Topic> Topics { get; }

    public IReadOnlyList<Party> Parties { get; }

    public IReadOnlyList<Source> Sources { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyList<ArticleError> ArticleErrors { get; init; }

    /// <summary>The imported verdict of each claim.</summary>
    public required IReadOnlyDictionary<int, Verdict> Verdicts { get; init; }

    public static async Task<ExportRecords> ReadAsync(ClaimDbContext db, Guid dataSetId, CancellationToken ct)
    {
        // The format knows claims with the data set's own verdict only; rows of a file may have brought others.
        var claims = await db.Claims.AsNoTracking().AsSplitQuery().Where(c => c.DataSetId == dataSetId && db.Verdicts.Any(v => v.ClaimNumber == c.Number && v.DataSetId == dataSetId))
            .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).Include(c => c.Appearances)
            .Include(c => c.Attribution).ThenInclude(s => s.Scopes).Include(c => c.Evidence).Include(c => c.Links)
            .OrderBy(c => c.Number).ToListAsync(ct);
        var sources = await db.Sources.AsNoTracking().AsSplitQuery().Where(s => s.DataSetId == dataSetId)
            .Include(s => s.Relays).Include(s => s.Credits).OrderBy(s => s.Id).ToListAsync(ct);
        return new ExportRecords(
            await db.Outlets.AsNoTracking().Where(o => o.DataSetId == dataSetId).OrderBy(o => o.Id).ToListAsync(ct),
            await db.Topics.AsNoTracking().Where(t => t.DataSetId == dataSetId).OrderBy(t => t.Id).ToListAsync(ct),
            await db.Parties.AsNoTracking().Where(p => p.DataSetId == dataSetId).Include(p => p.Variants).OrderBy(p => p.Id).ToListAsync(ct),
            sources,
            claims)
        {
            // Units and measures are shared by all data sets: those that the figures of this one use.
            Units = await db.Units.AsNoTracking()
                .Where(u => db.Figures.Any(f => f.UnitId == u.Id && db.Claims.Any(c => c.Number == f.ClaimNumber && c.DataSetId == dataSetId)))
                .OrderBy(u => u.Id).ToListAsync(ct),
            Measures = await db.Measures.AsNoTracking()
                .Where(m => db.Figures.Any(f => f.MeasureId == m.Id && db.Claims.Any(c => c.Number == f.ClaimNumber && c.DataSetId == dataSetId)))
                .OrderBy(m => m.Id).ToListAsync(ct),
            // What waits for a second look is not for others yet.
            ArticleErrors = await db.ArticleErrors.AsNoTracking().Where(ArticleError.IsForReaders).Where(e => e.DataSetId == dataSetId)
                .Include(e => e.Claims).OrderBy(e => e.Id).ToListAsync(ct),
            Verdicts = await db.Verdicts.AsNoTracking().Where(v => v.DataSetId == dataSetId)
                .Include(v => v.Rating).ToDictionaryAsync(v => v.ClaimNumber, ct),
        };
    }

    /// <summary>Articles have no reference of their own in the format; evidence always has one.</summary>
    public static bool IsEvidence(Source source) => source.ExternalReference is not null;

    public string? OutletKey(Guid? id) => id is { } known ? outletKeys.GetValueOrDefault(known) : null;

    public string? TopicKey(Guid id) => topicKeys.GetValueOrDefault(id);

    public string? PartyKey(Guid? id) => id is { } known ? partyKeys.GetValueOrDefault(known) : null;

    public Source? Source(Guid? id) => id is { } known ? sources.GetValueOrDefault(known) : null;

    public string? SourceKey(Guid? id) => Source(id)?.ExternalKey;

    public string? ClaimKey(int number) => claimKeys.GetValueOrDefault(number);
}
