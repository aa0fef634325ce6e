using ClaimTracker.Core.Data;

namespace ClaimTracker.Core.Exchange;

/// <summary>Loads the first data, which is embedded in this program, by the code any import uses.</summary>
public static class SeedLoader
{
    /// <summary>Loading again changes nothing. The ratings must be there: <see cref="Review.RatingScale"/>.</summary>
    public static async Task<ImportResult> LoadAsync(ClaimDbContext db, CancellationToken ct) =>
        await new Importer(db).ImportAsync(await SeedFiles.ReadEmbeddedAsync(ct), ct);
}
