using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.Web.Startup;

/// <summary>Reads ASP.NET Core's configuration into <see cref="SiteSettings"/>; a wrong value stops the start and is named.</summary>
public static class SettingsReader
{
    public static SiteSettings AddSettings(this WebApplicationBuilder builder, string[] args)
    {
        if (ListeningAddresses.Configured(builder.Configuration).Count == 0)
        {
            builder.WebHost.UseUrls(ListeningAddresses.Default);
        }

        var settings = Read(builder.Configuration, builder.Environment, ProgramFolder.AsksForDemo(args));
        builder.Services.AddSingleton(settings);
        return settings;
    }

    public static SiteSettings Read(IConfiguration configuration, IHostEnvironment environment, bool demo)
    {
        var dataRoot = ProgramFolder.DataRoot(environment.ContentRootPath);
        var dataDirectory = Path.GetFullPath(Text(configuration, "Data:Directory") ?? "data", dataRoot);
        var provider = Choice(configuration, "Database:Provider", DatabaseProvider.Sqlite);
        var loopbackOnly = ListeningAddresses.Configured(configuration).All(ListeningAddresses.IsLoopback);
        demo |= Switch(configuration, "Demo:Enabled", unset: false);
        return new SiteSettings
        {
            Provider = provider,
            ConnectionString = Connection(provider, Text(configuration, "ConnectionStrings:ClaimTracker"), dataDirectory),
            ReadConnectionString = Text(configuration, "ConnectionStrings:ClaimTrackerRead") is { } read ? Connection(provider, read, dataDirectory) : null,
            DataDirectory = dataDirectory,
            PublicUrl = PublicUrl(Text(configuration, "Site:PublicUrl"), loopbackOnly),
            Name = Text(configuration, "Site:Name"),
            TimeZone = TimeZone(Text(configuration, "Site:TimeZone") ?? "UTC"),
            ArabicDigits = Switch(configuration, "Site:ArabicDigits", unset: false),
            ArabicMonths = Choice(configuration, "Site:ArabicMonths", ArabicMonths.Western),
            Demo = demo,
            DemoPassword = Text(configuration, "Demo:Password"),
            LoadSeed = Switch(configuration, "Seed:Load", unset: demo || environment.IsDevelopment()),
            Panels = new PanelSettings { Size = PanelSize(configuration), DaysToVote = Count(configuration, "Panel:DaysToVote", PanelSettings.DefaultDays) },
            SignInsPerMinute = Count(configuration, "Site:SignInsPerMinute", 20),
            IsLoopbackOnly = loopbackOnly,
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

    private static Uri? PublicUrl(string? text, bool loopbackOnly)
    {
        if (text is null)
        {
            return loopbackOnly ? null : throw new StartRefusedException("Site__PublicUrl is needed when the site listens beyond this machine, such as https://claims.example.org.");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || url.UserInfo != "")
        {
            throw new StartRefusedException($"Site__PublicUrl “{text}” is not an address such as https://claims.example.org, without a path.");
        }

        return url.Scheme == "https" || ListeningAddresses.IsLoopbackHost(url.Host)
            ? url
            : throw new StartRefusedException($"Site__PublicUrl “{text}” has to start with https; plain http is accepted on this machine only.");
    }

    private static int PanelSize(IConfiguration configuration)
    {
        var size = Count(configuration, "Panel:Size", PanelSettings.DefaultSize);
        return int.IsOddInteger(size) ? size : throw new StartRefusedException($"Panel__Size “{size}” is even: a panel of an even number may never have a majority.");
    }

    private static TimeZoneInfo TimeZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new StartRefusedException($"Site__TimeZone “{id}” is not a known time zone, such as Europe/Berlin.");

    private static T Choice<T>(IConfiguration configuration, string key, T unset)
        where T : struct, Enum
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is not one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    private static bool Switch(IConfiguration configuration, string key, bool unset)
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : bool.TryParse(text, out var value) ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is neither true nor false.");
    }

    private static int Count(IConfiguration configuration, string key, int unset)
    {
        var text = Text(configuration, key);
        return text is null ? unset
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value
            : throw new StartRefusedException($"{Name(key)} “{text}” is not a whole number above zero.");
    }

    private static string? Text(IConfiguration configuration, string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim(); // not blank

    private static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
