using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Review;

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
        var database = DatabaseSettings.Read(configuration, DataFolder.RootFrom(environment.ContentRootPath));
        var loopbackOnly = ListeningAddresses.Configured(configuration).All(ListeningAddresses.IsLoopback);
        var publicUrl = PublicUrl(SettingValues.Text(configuration, "Site:PublicUrl"), loopbackOnly);
        var timeZone = TimeZone(SettingValues.Text(configuration, "Site:TimeZone") ?? "UTC");
        demo |= SettingValues.Switch(configuration, "Demo:Enabled", unset: false);
        return new SiteSettings
        {
            Database = database,
            PublicUrl = publicUrl,
            ArchiveHosts = ArchiveHostsOf(SettingValues.Text(configuration, "Site:ArchiveHosts"), publicUrl),
            DataLicense = DataLicenseOf(SettingValues.Text(configuration, "Site:DataLicense")),
            Name = SettingValues.Text(configuration, "Site:Name"),
            SecurityContact = SecurityContactOf(SettingValues.Text(configuration, "Site:SecurityContact")),
            TimeZone = timeZone,
            ArabicDigits = SettingValues.Switch(configuration, "Site:ArabicDigits", unset: false),
            ArabicMonths = SettingValues.Choice(configuration, "Site:ArabicMonths", ArabicMonths.Western),
            Demo = demo,
            DemoPassword = SettingValues.Text(configuration, "Demo:Password"),
            LoadSeed = SettingValues.Switch(configuration, "Seed:Load", unset: demo || environment.IsDevelopment()),
            Panels = new PanelSettings { Size = PanelSize(configuration), DaysToVote = SettingValues.Count(configuration, "Panel:DaysToVote", PanelSettings.DefaultDays) },
            Fetch = FetchSettings.Read(configuration, publicUrl),
            SignInsPerMinute = SettingValues.Count(configuration, "Site:SignInsPerMinute", 20),
            ChecksPerMinute = SettingValues.Count(configuration, "Site:ChecksPerMinute", 30),
            ApiPerMinute = SettingValues.Count(configuration, "Site:ApiPerMinute", 600),
            ApiContact = ContactOf(SettingValues.Text(configuration, "Site:ApiContact")),
            ReportsPerHour = SettingValues.Count(configuration, "Site:ReportsPerHour", 20),
            Answers = WeekendOf(SettingValues.Text(configuration, "Site:Weekend")) is { } weekend ? new AnswerSettings { TimeZone = timeZone, Weekend = weekend } : new AnswerSettings { TimeZone = timeZone },
            Mail = MailSettingsReader.Read(configuration, environment, database.DataDirectory, timeZone),
            Downloads = new DownloadSettings
            {
                IsOn = SettingValues.Switch(configuration, "Downloads:Make", unset: true),
                At = TimeOf(SettingValues.Text(configuration, "Downloads:At")) ?? DownloadSettings.UsualTime,
                KeepDays = SettingValues.Count(configuration, "Downloads:KeepDays", DownloadSettings.UsualDays),
                TimeZone = timeZone,
            },
            Proxies = NetworkSettings.Proxies(configuration),
            Hosts = NetworkSettings.Hosts(configuration, publicUrl),
            DiskFloorMegabytes = SettingValues.Count(configuration, "Site:DiskFloorMegabytes", 256),
            IsLoopbackOnly = loopbackOnly,
        };
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

    private static Uri? DataLicenseOf(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https") ? url
        : throw new StartRefusedException($"Site__DataLicense “{text}” is not the address of a licence, such as https://creativecommons.org/licenses/by/4.0/.");

    private static ArchiveHosts ArchiveHostsOf(string? text, Uri? publicUrl)
    {
        if (text is null)
        {
            return publicUrl is null ? ArchiveHosts.None : new ArchiveHosts([publicUrl.IdnHost]);
        }

        var names = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ArchiveHosts([.. names.Select(name =>
            Uri.CheckHostName(name) is UriHostNameType.Dns && name.Contains('.') && Uri.TryCreate($"https://{name}", UriKind.Absolute, out var host)
                ? host.IdnHost
                : throw new StartRefusedException($"Site__ArchiveHosts “{name}” is not a host such as www.example.org, without https:// and path; several are parted by commas."))]);
    }

    private static Uri? SecurityContactOf(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var contact) && contact.Scheme is "https" or "mailto" or "tel" ? contact
        : throw new StartRefusedException($"Site__SecurityContact “{text}” is not an address such as mailto:security@example.org or https://example.org/security.");

    private static string? ContactOf(string? text) =>
        text is null || System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text
            ? text
            : throw new StartRefusedException($"Site__ApiContact “{text}” is not an e-mail address such as data@example.org.");

    private static int PanelSize(IConfiguration configuration)
    {
        var size = SettingValues.Count(configuration, "Panel:Size", PanelSettings.DefaultSize);
        return int.IsOddInteger(size) ? size : throw new StartRefusedException($"Panel__Size “{size}” is even: a panel of an even number may never have a majority.");
    }

    /// <summary>Null: not set.</summary>
    private static List<DayOfWeek>? WeekendOf(string? text)
    {
        var days = text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name =>
            Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsDigit(name[0])
                ? day
                : throw new StartRefusedException($"Site__Weekend “{name}” is no day of the week, such as Friday,Saturday.")).Distinct().ToList();
        return days?.Count > 6 ? throw new StartRefusedException("Site__Weekend leaves no day on which readers are answered.") : days;
    }

    private static TimeOnly? TimeOf(string? text) =>
        text is null ? null
        : TimeOnly.TryParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time) ? time
        : throw new StartRefusedException($"Downloads__At “{text}” is no time of day such as 03:00.");

    private static TimeZoneInfo TimeZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new StartRefusedException($"Site__TimeZone “{id}” is not a known time zone, such as Europe/Berlin.");
}
