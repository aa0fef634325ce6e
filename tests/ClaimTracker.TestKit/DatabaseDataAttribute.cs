using System.Reflection;
using ClaimTracker.Core.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace ClaimTracker.TestKit;

/// <summary>
/// One row per database: <c>[Theory, DatabaseData] public async Task Save_X_Y(DatabaseProvider provider)</c>. Values given here follow
/// the provider in each row; the attribute may be repeated. Without a PostgreSQL its rows show as skipped; in CI they fail.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DatabaseDataAttribute(params object?[] values) : DataAttribute
{
    public object?[] Values => values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([Row(DatabaseProvider.Sqlite, null), Row(DatabaseProvider.Postgres, Requirement.MustBeMet ? null : PostgresServer.WhyMissing)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseProvider provider, string? skip) => new([provider, .. values]) { Skip = skip };
}
