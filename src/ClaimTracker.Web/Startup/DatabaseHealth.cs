using System.Data.Common;
using ClaimTracker.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Startup;

/// <summary>Ready: the database answers, has this program's schema, and can be written to.</summary>
public sealed class DatabaseHealth(ClaimDbContext db) : IHealthCheck
{
    private const int SqliteBusy = 5;
    private const int SecondsToWait = 2;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return HealthCheckResult.Unhealthy("The database has not been brought to this version.");
        }

        return await IsWritableAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database cannot be written to.");
    }

    /// <summary>Asks for the right to write, and changes nothing.</summary>
    private async Task<bool> IsWritableAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = SecondsToWait;
            command.CommandText = """UPDATE "NumberAllocators" SET "Next" = "Next" WHERE 1 = 0""";
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (DbException e)
        {
            // Somebody is writing just now, so it can be written to.
            return e is SqliteException { SqliteErrorCode: SqliteBusy };
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
