using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>What an import added.</summary>
public sealed record ImportResult(int Claims, int Links, int Sources, int ArticleErrors, int Parties, int Outlets, int Topics, int Units, int Measures)
{
    /// <summary>All rows, parts of these records included; 0: everything was there.</summary>
    public required int Records { get; init; }

    internal static ImportResult Of(ClaimDbContext db)
    {
        var counts = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added).CountBy(e => e.Metadata.ClrType).ToDictionary();
        int Count<T>() => counts.GetValueOrDefault(typeof(T));
        return new ImportResult(
            Count<Claim>(),
            Count<ClaimLink>(),
            Count<Source>(),
            Count<ArticleError>(),
            Count<Party>(),
            Count<Outlet>(),
            Count<Topic>(),
            Count<Unit>(),
            Count<Measure>())
        {
            Records = counts.Values.Sum(),
        };
    }
}
