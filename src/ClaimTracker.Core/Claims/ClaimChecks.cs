using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

/// <summary>What must hold of a claim as a whole, after a form's values were applied and merged with others'.</summary>
internal static class ClaimChecks
{
    public static void Judge(ClaimDbContext db, Claim claim, RecordMaker maker)
    {
        if (claim.Statement.IsEmpty)
        {
            maker.AddFault(nameof(Claim.Statement), FaultCode.Required);
        }

        if (claim.SelectionReason.IsEmpty && claim.DataSetId is null)
        {
            maker.AddFault(nameof(Claim.SelectionReason), FaultCode.Required);
        }

        var taken = db.ChangeTracker.Entries().Any(e => e.Entity is Appearance or Evidence && e.State is EntityState.Deleted);
        if (taken && !Kept(db, claim.Appearances).Any() && !Kept(db, claim.Evidence).Any())
        {
            maker.AddFault(nameof(Claim.Appearances), FaultCode.NeedsAppearanceOrEvidence);
        }

        if (Kept(db, claim.Figures).Any(f => (f.Value is not null && (f.Min is not null || f.Max is not null)) || f.Min > f.Max))
        {
            maker.AddFault(nameof(Claim.Figures), FaultCode.ValueOrRange);
        }

        Once(Kept(db, claim.Claimants), c => c.PartyId, nameof(Claim.Claimants), maker);
        Once(Kept(db, claim.Evidence), e => (e.SourceId, e.Stance), nameof(Claim.Evidence), maker);
        Once(Kept(db, claim.Links), l => (l.ToNumber, l.Kind), nameof(Claim.Links), maker);
        TooMany(Kept(db, claim.Claimants).Count(), Claim.MaxClaimants, nameof(Claim.Claimants), maker);
        TooMany(Kept(db, claim.Figures).Count(), Claim.MaxFigures, nameof(Claim.Figures), maker);
        TooMany(Kept(db, claim.Appearances).Count(), ClaimRules.MaxRows, nameof(Claim.Appearances), maker);
        TooMany(Kept(db, claim.Evidence).Count(), ClaimRules.MaxRows, nameof(Claim.Evidence), maker);
        TooMany(Kept(db, claim.Attribution).Count(), ClaimRules.MaxRows, nameof(Claim.Attribution), maker);
        TooMany(Kept(db, claim.Links).Count(), ClaimRules.MaxRows, nameof(Claim.Links), maker);
    }

    private static IEnumerable<T> Kept<T>(ClaimDbContext db, IEnumerable<T> rows)
        where T : class => rows.Where(r => db.Entry(r).State is not (EntityState.Deleted or EntityState.Detached));

    /// <summary>The same thing twice in one list: the later row is at fault.</summary>
    private static void Once<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> key, string list, RecordMaker maker)
    {
        var seen = new HashSet<TKey>();
        foreach (var (index, row) in rows.Index())
        {
            if (!seen.Add(key(row)))
            {
                maker.AddFault($"{list}[{index}]", FaultCode.Duplicate);
            }
        }
    }

    private static void TooMany(int count, int max, string list, RecordMaker maker)
    {
        if (count > max)
        {
            maker.AddFault(list, FaultCode.TooMany, max);
        }
    }
}
