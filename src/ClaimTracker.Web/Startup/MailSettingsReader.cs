using System.Globalization;
using System.Net.Mail;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Notifications;

namespace ClaimTracker.Web.Startup;

/// <summary>Reads where mail goes; a wrong value stops the start and is named.</summary>
internal static class MailSettingsReader
{
    private const string UsualFolder = "mail";
    private const int TlsFromTheStart = 465;

    private static readonly string[] OfTheServer = ["Port", "User", "Password", "Tls"];

    public static MailSettings Read(IConfiguration configuration, IHostEnvironment environment, string dataDirectory, TimeZoneInfo timeZone)
    {
        var (host, folder) = (Text("Host"), Text("Folder"));
        if (host is null)
        {
            if (OfTheServer.FirstOrDefault(name => Text(name) is not null) is { } useless)
            {
                throw new StartRefusedException($"Mail__{useless} is set without Mail__Host: there is no server to use it with.");
            }

            folder ??= environment.IsDevelopment() ? UsualFolder : null;
            return new MailSettings { From = From(MailSettings.Off.From), Folder = folder is null ? null : Path.GetFullPath(folder, dataDirectory), TimeZone = timeZone };
        }

        if (folder is not null)
        {
            throw new StartRefusedException("Mail__Host and Mail__Folder are both set: mail goes to a server or into a folder.");
        }

        if (Uri.CheckHostName(host) is UriHostNameType.Unknown)
        {
            throw new StartRefusedException($"Mail__Host “{host}” is not the name of a server, such as mail.example.org; its port is Mail__Port.");
        }

        var (user, password) = (Text("User"), Text("Password"));
        if (user is null != password is null)
        {
            throw new StartRefusedException("Mail__User and Mail__Password are needed both, or neither.");
        }

        var isEncrypted = SettingValues.Switch(configuration, "Mail:Tls", unset: true);
        return !isEncrypted && user is not null && !ListeningAddresses.IsLoopbackHost(host)
            ? throw new StartRefusedException("Mail__Tls=false would send Mail__Password readable through the network.")
            : new MailSettings { Host = host, Port = Port(), User = user, Password = password, IsEncrypted = isEncrypted, From = From(unset: null), TimeZone = timeZone };

        string? Text(string name) => SettingValues.Text(configuration, "Mail:" + name);

        string From(string? unset)
        {
            var text = Text("From") ?? unset ?? throw new StartRefusedException("Mail__From is needed with Mail__Host, such as claims@example.org.");
            return MailAddress.TryCreate(text, out _) ? text : throw new StartRefusedException($"Mail__From “{text}” is not an address such as claims@example.org, or Claims <claims@example.org>.");
        }

        int Port()
        {
            var port = SettingValues.Count(configuration, "Mail:Port", MailSettings.UsualPort);
            return port > ushort.MaxValue ? throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture, $"Mail__Port “{port}” is not a port."))
                : port == TlsFromTheStart ? throw new StartRefusedException("Mail__Port 465 is for encryption from the first byte on, which is not spoken here: mostly the same server takes mail on 587.")
                : port;
        }
    }
}
