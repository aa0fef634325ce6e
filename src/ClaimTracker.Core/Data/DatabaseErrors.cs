using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Core.Data;

/// <summary>What a failed save means, alike on both databases.</summary>
public static class DatabaseErrors
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>Index that two saves racing for the same place in an audit stream collide on.</summary>
    public const string AuditSequenceIndex = "IX_AuditEntries_Stream_Sequence";

    public static bool IsUniqueViolation(DbUpdateException exception) => IsUniqueViolation(exception.InnerException);

    private static bool IsUniqueViolation(Exception? exception) => exception switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>
    /// Two transactions waited for each other; one of them was told to try again. Npgsql calls that transient and wraps it once
    /// more, in a save as in a query.
    /// </summary>
    public static bool IsDeadlock(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Somebody else was first, in whatever way: the work starts again from scratch.</summary>
    public static bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException || IsUniqueViolation(Cause(exception)) || IsDeadlock(exception);

    public static bool IsAuditRace(Exception exception) => Cause(exception) is var cause && IsUniqueViolation(cause) && cause switch
    {
        SqliteException sqlite => sqlite.Message.Contains("AuditEntries.Stream", StringComparison.Ordinal),
        PostgresException postgres => postgres.ConstraintName == AuditSequenceIndex,
        _ => false,
    };

    /// <summary>Rows written past the change tracker break a rule with the provider's own exception.</summary>
    private static Exception? Cause(Exception exception) => exception is DbUpdateException ? exception.InnerException : exception;
}
