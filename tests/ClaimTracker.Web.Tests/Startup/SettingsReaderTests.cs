using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ClaimTracker.Web.Tests.Startup;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("claimtracker-settings-").FullName;

    [Fact]
    public void Nothing_Set_IsSqliteBesideTheProgramOnLoopback()
    {
        var settings = Read();

        Assert.Equal(DatabaseProvider.Sqlite, settings.Database.Provider);
        Assert.Equal(Path.Combine(folder, "data"), settings.Database.DataDirectory);
        Assert.Equal($"Data Source={Path.Combine(folder, "data", "claimtracker.db")}", settings.Database.ConnectionString);
        Assert.True(settings.IsLoopbackOnly);
        Assert.Null(settings.PublicUrl);
        Assert.False(settings.LoadSeed);
    }

    [Fact]
    public void SourceCheckout_KeepsItsDataBesideTheSolution()
    {
        File.WriteAllText(Path.Combine(folder, "ClaimTracker.sln"), "");
        var program = Directory.CreateDirectory(Path.Combine(folder, "src", "Web")).FullName;

        Assert.Equal(folder, DataFolder.RootFrom(program));
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database__Provider “Oracle” is not one of Sqlite, Postgres.")]
    [InlineData("Database:Provider", "Postgres", "ConnectionStrings__ClaimTracker is needed with Database__Provider=Postgres.")]
    [InlineData("ConnectionStrings:ClaimTracker", "nonsense=1", "ConnectionStrings__ClaimTracker cannot be read as a connection string for Sqlite.")]
    [InlineData("Site:PublicUrl", "claims.example.org", "is not an address such as")]
    [InlineData("Site:PublicUrl", "https://example.org/claims", "is not an address such as")]
    [InlineData("Site:PublicUrl", "http://claims.example.org", "has to start with https")]
    [InlineData("Site:ArchiveHosts", "checks.example, https://old.example", "Site__ArchiveHosts “https://old.example” is not a host such as")]
    [InlineData("Site:DataLicense", "CC BY 4.0", "Site__DataLicense “CC BY 4.0” is not the address of a licence")]
    [InlineData("Site:Proxies", "10.0.0.7, proxy.example", "Site__Proxies “proxy.example” is no address or network")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true", "name your proxies in Site__Proxies instead")]
    [InlineData("Site:DiskFloorMegabytes", "some", "is not a whole number above zero.")]
    [InlineData("Site:TimeZone", "Mars/Olympus", "Site__TimeZone “Mars/Olympus” is not a known time zone")]
    [InlineData("Site:ArabicDigits", "yes", "Site__ArabicDigits “yes” is neither true nor false.")]
    [InlineData("Site:ArabicMonths", "Hijri", "is not one of Western, Levantine, Both.")]
    [InlineData("Panel:Size", "4", "Panel__Size “4” is even")]
    [InlineData("Panel:Size", "0", "is not a whole number above zero.")]
    [InlineData("Site:Weekend", "Friday,Holiday", "Site__Weekend “Holiday” is no day of the week")]
    [InlineData("Downloads:At", "noon", "Downloads__At “noon” is no time of day such as 03:00.")]
    [InlineData("Mail:User", "claims", "Mail__User is set without Mail__Host")]
    [InlineData("Mail:Host", "https://mail.example.org", "Mail__Host “https://mail.example.org” is not the name of a server")]
    [InlineData("Mail:Host", "mail.example.org", "Mail__From is needed with Mail__Host")]
    [InlineData("Mail:From", "the desk", "Mail__From “the desk” is not an address")]
    [InlineData("urls", "http://0.0.0.0:8080", "Site__PublicUrl is needed")]
    [InlineData("http_ports", "8080", "Site__PublicUrl is needed")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:8080", "Site__PublicUrl is needed")]
    [InlineData("urls", "not an address", "is not an address to listen on")]
    public void Wrong_IsNamedInOneLine(string key, string value, string reason)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read((key, value)));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:80;http://[::1]:81", true)]
    [InlineData("http://localhost:1;http://+:2", false)]
    [InlineData("https://claims.example.org", false)]
    public void Addresses_OtherThanOurs_AreLoopbackOrNot(string urls, bool isLoopback) =>
        Assert.Equal(isLoopback, Read(("urls", urls), ("Site:PublicUrl", "https://claims.example.org")).IsLoopbackOnly);

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "true", true)]
    [InlineData("Development", "false", false)]
    public void Seed_LoadsInDevelopmentOrWhenAskedFor(string environment, string? setting, bool loads) =>
        Assert.Equal(loads, Read(environment, setting is null ? [] : [("Seed:Load", setting)]).LoadSeed);

    [Theory]
    [InlineData("Mail:Folder", "mail", "Mail__Host and Mail__Folder are both set")]
    [InlineData("Mail:User", "claims", "Mail__User and Mail__Password are needed both, or neither.")]
    [InlineData("Mail:Port", "70000", "Mail__Port “70000” is not a port.")]
    [InlineData("Mail:Port", "465", "Mail__Port 465 is for encryption from the first byte on")]
    [InlineData("Mail:Tls", "starttls", "Mail__Tls “starttls” is neither true nor false.")]
    public void MailServer_SetWrongly_IsNamed(string key, string value, string reason) =>
        Assert.Contains(reason, Assert.Throws<StartRefusedException>(() => Read(("Mail:Host", "mail.example.org"), ("Mail:From", "claims@example.org"), (key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void MailPassword_IsNotSentReadable()
    {
        (string, string)[] settings = [("Mail:Host", "mail.example.org"), ("Mail:From", "Claims <claims@example.org>"), ("Mail:User", "claims"), ("Mail:Password", "secret")];

        Assert.Contains("Mail__Tls=false would send", Assert.Throws<StartRefusedException>(() => Read([.. settings, ("Mail:Tls", "false")])).Message, StringComparison.Ordinal);
        var mail = Read(settings).Mail;
        Assert.Equal(("mail.example.org", 587, true, true), (mail.Host, mail.Port, mail.IsEncrypted, mail.IsOn));
    }

    [Theory]
    [InlineData("Development", null, "data/mail")]
    [InlineData("Production", null, null)]
    [InlineData("Production", "outgoing", "data/outgoing")]
    public void Mail_WithoutAServer_IsOff_OrGoesIntoAFolder(string environment, string? setting, string? expected)
    {
        var mail = Read(environment, setting is null ? [] : [("Mail:Folder", setting)]).Mail;

        Assert.Equal(expected is null ? null : Path.Combine(folder, expected), mail.Folder);
        Assert.Equal(expected is not null, mail.IsOn);
    }

    [Theory]
    [InlineData(null, "https://claims.example.org/en/1", true)]
    [InlineData(null, "https://www.example.org/1", false)]
    [InlineData("example.org, checks.example", "http://www.example.org/1", true)]
    [InlineData("example.org, checks.example", "https://CHECKS.example/1", true)]
    [InlineData("example.org", "https://badexample.org/1", false)]
    [InlineData("example.org", "https://example.org.evil.example/1", false)]
    [InlineData("تدقيق.example", "https://www.xn--pgbk1da3b.example/1", true)]
    public void ArchiveHosts_HoldPagesOnThemAndBelowThem(string? hosts, string address, bool isOurs)
    {
        (string, string)[] values = [("Site:PublicUrl", "https://claims.example.org"), .. hosts is null ? [] : new[] { ("Site:ArchiveHosts", hosts) }];

        Assert.Equal(isOurs, Read(values).ArchiveHosts.Hold(address));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SiteSettings Read(params (string Key, string Value)[] values) => Read("Production", values);

    private SiteSettings Read(string environment, (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build();
        return SettingsReader.Read(configuration, new Host(environment, folder), demo: false);
    }

    private sealed class Host(string environment, string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "ClaimTracker.Web";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
