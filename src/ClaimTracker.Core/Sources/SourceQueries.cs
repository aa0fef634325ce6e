using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Sources;

/// <summary>A claim, and a source it rests on that was corrected or retracted since.</summary>
public sealed record ChangedSource
{
    public required int ClaimNumber { get; init; }

    public required Guid SourceId { get; init; }

    public required SourceStatus Status { get; init; }

    public DateOnly? StatusOn { get; init; }
}

/// <summary>Questions on sources that several pages ask.</summary>
public static class SourceQueries
{
    /// <summary>Claims in which a source stands or bears as evidence.</summary>
    public static IQueryable<int> ClaimsUsing(this ClaimDbContext db, Guid sourceId) =>
        db.Appearances.Where(a => a.SourceId == sourceId).Select(a => a.ClaimNumber)
            .Union(db.Evidence.Where(e => e.SourceId == sourceId).Select(e => e.ClaimNumber));

    /// <summary>
    /// Open claims that rest on a source, its copies or its original: those that would stand in somebody's work if it were marked
    /// corrected or retracted today.
    /// </summary>
    public static IQueryable<int> OpenClaimsRestingOn(this ClaimDbContext db, Guid sourceId) =>
        from use in db.Appearances.Select(a => new { a.ClaimNumber, a.SourceId }).Union(db.Evidence.Select(e => new { e.ClaimNumber, e.SourceId }))
        join source in db.Sources on use.SourceId equals source.Id
        join claim in db.Claims on use.ClaimNumber equals claim.Number
        where claim.Stage != Stage.Closed
            && (source.Id == sourceId || source.OriginalId == sourceId || db.Sources.Any(s => s.Id == sourceId && s.OriginalId == source.Id))
        group claim by claim.Number into claims
        select claims.Key;

    /// <summary>
    /// Open claims whose source, its copies or its original were marked corrected or retracted, until a verdict as of a later day
    /// is decided: a row for each such source.
    /// </summary>
    public static IQueryable<ChangedSource> ChangedSources(this ClaimDbContext db)
    {
        var uses = db.Appearances.Select(a => new { a.ClaimNumber, a.SourceId })
            .Union(db.Evidence.Select(e => new { e.ClaimNumber, e.SourceId }));
        return (from use in uses
                join source in db.Sources on use.SourceId equals source.Id
                from changed in db.Sources
                where (changed.Status == SourceStatus.Corrected || changed.Status == SourceStatus.Retracted)
                    && (changed.Id == source.Id || changed.Id == source.OriginalId || changed.OriginalId == source.Id)
                    && db.Claims.Any(c => c.Number == use.ClaimNumber && c.Stage != Stage.Closed)
                    && !db.Verdicts.Any(v => v.ClaimNumber == use.ClaimNumber && v.State == VerdictState.Decided && v.AsOf > changed.StatusOn)
                select new ChangedSource { ClaimNumber = use.ClaimNumber, SourceId = changed.Id, Status = changed.Status, StatusOn = changed.StatusOn }).Distinct();
    }
}
