using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace ClaimTracker.Core.Data;

/// <summary>Where the data is, as every program of ours reads it from the same settings.</summary>
public sealed record DatabaseSettings
{
    public required DatabaseProvider Provider { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>A replica that public pages read; null: the one database.</summary>
    public string? ReadConnectionString { get; init; }

    /// <summary>Absolute path of the folder for what the program keeps in files.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Reads and checks them; throws <see cref="StartRefusedException"/>, which names the wrong one.</summary>
    public static DatabaseSettings Read(IConfiguration configuration, string dataRoot)
    {
        var dataDirectory = Path.GetFullPath(SettingValues.Text(configuration, "Data:Directory") ?? "data", dataRoot);
        var provider = SettingValues.Choice(configuration, "Database:Provider", DatabaseProvider.Sqlite);
        return new DatabaseSettings
        {
            Provider = provider,
            ConnectionString = Connection(provider, SettingValues.Text(configuration, "ConnectionStrings:ClaimTracker"), dataDirectory),
            ReadConnectionString = SettingValues.Text(configuration, "ConnectionStrings:ClaimTrackerRead") is { } read ? Connection(provider, read, dataDirectory) : null,
            DataDirectory = dataDirectory,
        };
    }

    private static string Connection(DatabaseProvider provider, string? text, string dataDirectory)
    {
        try
        {
            if (provider is DatabaseProvider.Sqlite)
            {
                var sqlite = new SqliteConnectionStringBuilder(text ?? "Data Source=claimtracker.db");
                sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, dataDirectory);
                return sqlite.ToString();
            }

            return new NpgsqlConnectionStringBuilder(text ?? throw new StartRefusedException("ConnectionStrings__ClaimTracker is needed with Database__Provider=Postgres.")).ToString();
        }
        catch (ArgumentException e)
        {
            throw new StartRefusedException($"ConnectionStrings__ClaimTracker cannot be read as a connection string for {provider}.", e);
        }
    }
}
