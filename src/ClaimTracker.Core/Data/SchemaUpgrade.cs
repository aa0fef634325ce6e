using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>The database was migrated by a newer version of this program.</summary>
public sealed class NewerDatabaseException() : Exception("the database was made by a newer version of ClaimTracker");

/// <summary>Brings the database to this program's schema, one process at a time, and only when something is pending (rule 13).</summary>
public static class SchemaUpgrade
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Migrates, brings readers' derived rows and the search index in step, then runs <paramref name="prepare"/>, which adds what an
    /// empty database needs, under the same lock.
    /// </summary>
    public static async Task RunAsync(
        ClaimDbContext db, Func<Task> prepare, IProgress<PublicRowsProgress>? deriving, IProgress<SearchIndexProgress>? indexing, CancellationToken ct)
    {
        await using var ourLock = db.Database.IsSqlite() ? await LockAsync(FileOf(db), ct) : null;
        if (ourLock is not null)
        {
            await ClearLeftOverLockAsync(db, ct);
        }

        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = await AppliedAsync(db, ct);
        if (applied.Any(m => !known.Contains(m)))
        {
            throw new NewerDatabaseException();
        }

        if (known.Count > applied.Count)
        {
            await LongStatements.RunAsync(db, () => db.Database.MigrateAsync(ct));
        }

        await new PublicRowsUpgrade(db).EnsureAsync(deriving, ct);
        await new SearchIndex(db).EnsureAsync(indexing, ct);
        await prepare();
    }

    private static string FileOf(ClaimDbContext db) => new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;

    private static async Task<IReadOnlyList<string>> AppliedAsync(ClaimDbContext db, CancellationToken ct) =>
        // A server that cannot be reached fails here, with its own reason, instead of looking like one without our database.
        [.. await db.Database.GetAppliedMigrationsAsync(ct)];

    private static async Task<FileStream> LockAsync(string databaseFile, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(databaseFile) ?? ".");
        var waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                return new FileStream(databaseFile + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LockWait)
            {
                await Task.Delay(LockPause, ct);
                waited += LockPause;
            }
        }
    }

    /// <summary>EF's own lock is a row that a killed process leaves behind; whoever holds our file lock knows that nobody else migrates.</summary>
    private static async Task ClearLeftOverLockAsync(ClaimDbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'""";
            if (await command.ExecuteScalarAsync(ct) is > 0L)
            {
                command.CommandText = """DELETE FROM "__EFMigrationsLock" """;
                await command.ExecuteNonQueryAsync(ct);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
