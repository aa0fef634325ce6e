using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Claims;

/// <summary>What belongs to claims that are in lists: those of an import that is held back are in none.</summary>
public static class ListedClaims
{
    public static IQueryable<Claimant> OfListedClaims(this IQueryable<Claimant> claimants, ClaimDbContext db) =>
        claimants.Where(c => db.Claims.Any(claim => claim.Number == c.ClaimNumber));
}
