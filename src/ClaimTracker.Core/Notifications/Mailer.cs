using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ClaimTracker.Core.Notifications;

/// <summary>One mail with its words.</summary>
public sealed record MailWords(string To, string Subject, string Text);

/// <summary>Hands mails to the operator's server, the only class that knows how. One connection serves until it fails or this is disposed of.</summary>
public sealed class Mailer(MailSettings settings) : IDisposable
{
    private const int SubjectMaxLength = 200;

    /// <summary>For one mail. A server may look through it before it says yes; whoever breaks off too soon sends it again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The server is not to be used now, or not by us: encryption and sign-in that it asks for or refuses.</summary>
    private static readonly IReadOnlyList<int> NoServer = [421, 454, 530, 534, 535, 538];

    private SmtpClient? client;

    public bool IsOn => settings.IsOn;

    /// <summary>Whether the next mail would fail as well, whatever it says and to whom.</summary>
    public static bool IsNoServer(Exception e) =>
        (e is SmtpException smtp && (smtp.StatusCode is SmtpStatusCode.GeneralFailure || NoServer.Contains((int)smtp.StatusCode)))
        || e.GetBaseException() is SocketException or AuthenticationException or IOException;

    /// <summary>
    /// Returns when the server has taken the mail over; throws <see cref="SmtpException"/> when it did not, <see cref="OperationCanceledException"/>
    /// when it took too long. Nothing else breaks it off: what the server has got is to be known as sent.
    /// </summary>
    public async Task SendAsync(Guid id, MailWords words)
    {
        using var message = new MailMessage(settings.From, words.To, TextRules.OneLine(words.Subject, SubjectMaxLength), words.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{id:N}@{message.From?.Host}>"));
        // No out-of-office answers, please.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await (client ??= Open()).SendMailAsync(message, patience.Token);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        client = null;
    }

    private SmtpClient Open()
    {
        if (settings.Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Path.GetFullPath(folder) };
        }

        return new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.IsEncrypted,
            Credentials = settings.User is { } user ? new NetworkCredential(user, settings.Password) : null,
        };
    }
}
