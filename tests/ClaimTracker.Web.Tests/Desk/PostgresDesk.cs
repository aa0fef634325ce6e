using ClaimTracker.Core.Data;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>An empty desk on PostgreSQL.</summary>
public sealed class PostgresDesk : WebApp
{
    protected override DatabaseProvider Provider => DatabaseProvider.Postgres;
}
