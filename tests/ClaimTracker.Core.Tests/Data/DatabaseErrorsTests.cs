using ClaimTracker.Core.Data;
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
}
