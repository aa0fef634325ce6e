using System.Diagnostics;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>How many claims' derived rows have been filled anew.</summary>
public sealed record PublicRowsProgress(int Done, int Total);

/// <summary>
/// Which version of <see cref="PublicRows"/> the database's derived rows were made by; one row. An old database starts at zero.
/// </summary>
public sealed class PublicRowsBuild
{
    public const int TheRow = 1;

    public required int Id { get; init; }

    /// <summary><see cref="PublicRows.Version"/> of the program that made the rows, or is making them.</summary>
    public required int Version { get; set; }

    /// <summary>Claims up to this number are done; null when all are.</summary>
    public int? BuiltTo { get; set; }
}

/// <summary>
/// Fills readers' derived rows anew from publications when an older program made them. Goes on where it was stopped; several
/// nodes that start at once share the work. Readers meanwhile have the rows as they are.
/// </summary>
public sealed class PublicRowsUpgrade(ClaimDbContext db)
{
    private readonly WritePace pace = new();

    /// <summary>Nothing to do is the usual case.</summary>
    public async Task EnsureAsync(IProgress<PublicRowsProgress>? progress, CancellationToken ct)
    {
        var build = await Retry.RunAsync(db, () => BeginAsync(ct), ct);
        if (build.BuiltTo is not { } builtTo)
        {
            return;
        }

        var total = await NumbersAfter(0).CountAsync(ct);
        var done = total - await NumbersAfter(builtTo).CountAsync(ct);
        while (await Retry.RunAsync(db, () => PartAsync(ct), ct) is { } filled)
        {
            done += filled;
            progress?.Report(new PublicRowsProgress(Math.Min(done, total), total));
            // Whoever waits for SQLite's one writer gets in (rule 11); PostgreSQL lets them in by turn.
            await Task.Delay(db.Database.IsSqlite() ? BackgroundWrites.Pause : TimeSpan.Zero, ct);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Whether a newer program has begun to make the rows: what this one publishes would lack what that one shows.</summary>
    public Task<bool> IsOutdatedAsync(CancellationToken ct) => db.PublicRowsBuilds.AnyAsync(b => b.Version > PublicRows.Version, ct);

    /// <summary>Within the transaction of a publication, which waits for a part of the newer program's work or goes before it.</summary>
    internal async Task RefuseIfOutdatedAsync(CancellationToken ct)
    {
        if (await IsOutdatedAsync(ct))
        {
            throw new InvalidOperationException("A newer version of the program serves this database; this one must not publish any more.");
        }
    }

    private async Task<PublicRowsBuild> BeginAsync(CancellationToken ct)
    {
        var build = await BuildAsync(ct);
        if (build.Version < PublicRows.Version)
        {
            (build.Version, build.BuiltTo) = (PublicRows.Version, 0);
            await db.SaveChangesAsync(ct);
        }

        return build;
    }

    /// <summary>The next claims, as many as one transaction does in the time it may take; null when there are none left.</summary>
    private async Task<int?> PartAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First, as whoever publishes or withholds does: until the commit nobody else changes what is read here.
        await PublicEpoch.RaiseAsync(db, ct);
        var build = await BuildAsync(ct);
        if (build.BuiltTo is not { } builtTo)
        {
            return null;
        }

        var numbers = await NumbersAfter(builtTo).Order().Take(pace.Size).ToListAsync(ct);
        build.BuiltTo = numbers is [.., var last] ? last : null;
        await new PublicProjection(db).ReplaceRowsAsync(numbers, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        pace.Took(clock.Elapsed, numbers.Count);
        return numbers.Count == 0 ? null : numbers.Count;
    }

    private Task<PublicRowsBuild> BuildAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return db.PublicRowsBuilds.SingleAsync(b => b.Id == PublicRowsBuild.TheRow, ct);
    }

    private IQueryable<int> NumbersAfter(int number) => db.Publications.Where(p => p.Number > number).Select(p => p.Number).Distinct();
}
