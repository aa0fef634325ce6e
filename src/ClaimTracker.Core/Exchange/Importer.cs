using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange;

/// <summary>
/// Brings a data set into the database, whole or not at all. A record is known by data set and external key: importing again
/// adds what is missing and leaves alone what is there, whether or not a person changed it.
/// </summary>
public sealed class Importer(ClaimDbContext db)
{
    public const string Action = "import.load";

    /// <summary>The context must hold no unsaved changes; it is empty afterwards.</summary>
    /// <exception cref="ImportException">The data set is faulty; nothing was written.</exception>
    public async Task<ImportResult> ImportAsync(SeedData data, CancellationToken ct)
    {
        if (SeedCheck.FaultsOf(data) is { Count: > 0 } faults)
        {
            throw new ImportException(faults);
        }

        try
        {
            // Somebody else may import or log a claim meanwhile: then what is missing is worked out anew.
            return await Retry.RunAsync(
                db,
                async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    db.ChangeTracker.AutoDetectChangesEnabled = false;
                    var result = await AddMissingAsync(data, ct);
                    await transaction.CommitAsync(ct);
                    return result;
                },
                ct);
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<ImportResult> AddMissingAsync(SeedData data, CancellationToken ct)
    {
        var ordered = new OrderedKeys(db.Now);
        var dataSet = await FindOrAddDataSetAsync(data.DataSet, ordered, ct);
        var keys = await ImportKeys.ReadAsync(db, data, dataSet.Id, ordered, ct);
        RequireRatings(data, keys);

        new ImportSources(db, data, keys).Add();
        var claims = new ImportClaims(db, data, keys);
        await claims.AddAsync(ct);

        db.ChangeTracker.DetectChanges();
        var result = ImportResult.Of(db);
        if (result.Records > 0)
        {
            await db.SaveAsync(new ChangeContext(Actor.System, Action) { Kind = AuditKind.Import }, ct);
            await PublishAsync(claims.Added, ct);
        }

        return result;
    }

    /// <summary>Readers see imported claims as they see all others: through publications, made in the same transaction.</summary>
    private async Task PublishAsync(IReadOnlyList<int> numbers, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var listed = await db.Claims.Where(c => numbers.Contains(c.Number) && c.PublicState == PublicState.Listed).Select(c => c.Number).ToListAsync(ct);
        var publisher = new Publisher(db);

        // Listed claims first, so that those with a verdict are the newest of the list and readers meet them first.
        await publisher.PublishAsync(listed, PublicationKind.Listed, ct);
        await publisher.PublishAsync([.. numbers.Except(listed)], PublicationKind.Imported, ct);
    }

    private async Task<DataSet> FindOrAddDataSetAsync(SeedDataSet given, OrderedKeys ordered, CancellationToken ct)
    {
        if (await db.DataSets.SingleOrDefaultAsync(d => d.Key == given.Key, ct) is { } known)
        {
            return known;
        }

        var added = new DataSet
        {
            Id = ordered.Next(),
            Key = given.Key,
            Name = SeedText.Of(given.NameEn, given.NameAr),
            Description = SeedText.Of(given.DescriptionEn, given.DescriptionAr),
            Licence = given.Licence,
            AsOf = given.AsOf,
        };
        db.DataSets.Add(added);
        return added;
    }

    /// <summary>Ratings are this newsroom's own data: an import uses them and makes none.</summary>
    private static void RequireRatings(SeedData data, ImportKeys keys)
    {
        var missing = data.Claims
            .Where(c => SeedCodes.RatingOf(c.Rated, c.Verdict.Rating) is { } code && !keys.Ratings.ContainsKey((c.Rated, code)))
            .Select(c => new ImportFault(SeedFormat.Claims, c.Key, $"verdict.rating: this newsroom has no rating for “{c.Verdict.Rating}”."))
            .ToList();
        if (missing.Count > 0)
        {
            throw new ImportException(missing);
        }
    }
}
