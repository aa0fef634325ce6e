using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Data;

/// <summary>
/// Statements that go through whole tables, which over a million claims takes minutes: PostgreSQL is not told to give up on them
/// after half of one. SQLite has no such limit; its time-out is the wait for a lock and stays.
/// </summary>
internal static class LongStatements
{
    public static async Task RunAsync(ClaimDbContext db, Func<Task> statements)
    {
        if (db.Database.IsSqlite())
        {
            await statements();
            return;
        }

        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        try
        {
            await statements();
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }
}
