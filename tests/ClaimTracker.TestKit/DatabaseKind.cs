namespace ClaimTracker.TestKit;

/// <summary>The two databases that every data test runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
