using ClaimTracker.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Core.Tests.Data;

public sealed class DatabaseErrorsTests
{
    [Fact]
    public void Deadlock_WrappedByNpgsqlsStrategy_IsALostRace()
    {
        var postgres = new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);

        Assert.True(DatabaseErrors.IsLostRace(new InvalidOperationException("Likely transient.", new DbUpdateException("Not saved.", postgres))));
        Assert.True(DatabaseErrors.IsLostRace(new InvalidOperationException("Likely transient.", postgres)));
        Assert.False(DatabaseErrors.IsLostRace(new InvalidOperationException("A bug.")));
    }

    [Fact]
    public void UniqueViolation_OfRowsWrittenPastTheChangeTracker_IsALostRace()
    {
        Assert.True(DatabaseErrors.IsLostRace(new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)));
        Assert.True(DatabaseErrors.IsLostRace(new SqliteException("UNIQUE constraint failed", 19, 1555)));
        Assert.False(DatabaseErrors.IsLostRace(new PostgresException("no such column", "ERROR", "ERROR", PostgresErrorCodes.UndefinedColumn)));
    }
}
