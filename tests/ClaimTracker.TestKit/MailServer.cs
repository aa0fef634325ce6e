using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.TestKit;

/// <summary>How the mail server behaves.</summary>
public enum MailServerMode
{
    Up,

    /// <summary>Takes its time for every mail.</summary>
    Slow,

    /// <summary>Says 550 to every recipient.</summary>
    Refusing,

    /// <summary>Says 451 to every recipient: later, perhaps.</summary>
    Busy,

    /// <summary>Nobody listens.</summary>
    Down,
}

/// <summary>A mail as the server took it over.</summary>
public sealed partial record TakenMail(string To, string Id, string Subject, string Text)
{
    /// <summary>It came over an encrypted connection.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Who had signed in to send it; null: nobody.</summary>
    public string? SignedInAs { get; init; }

    internal static TakenMail Of(string to, string data)
    {
        var end = data.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var heads = Folds().Replace(data[..end], " ");
        var body = data[(end + 4)..];
        var text = Head(heads, "Content-Transfer-Encoding") switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => QuotedPrintable(body),
            _ => body,
        };
        return new TakenMail(to, Head(heads, "Message-ID"), Decoded(Head(heads, "Subject")), text.ReplaceLineEndings("\n"));
    }

    /// <summary>The same from a file of a pickup folder.</summary>
    public static TakenMail OfFile(string data) => Of(Head(Folds().Replace(data, " "), "X-Receiver"), data.ReplaceLineEndings("\r\n"));

    private static string Head(string heads, string name) =>
        heads.Split("\r\n").Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 1)..].Trim()).FirstOrDefault("");

    private static string Decoded(string words) => Encoded().Replace(Between().Replace(words, "?==?"), m =>
        m.Groups["way"].Value is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["words"].Value)) : QuotedPrintable(m.Groups["words"].Value.Replace('_', ' ')));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(joined, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Folds();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?(?<way>[bBqQ])\?(?<words>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encoded();
}

/// <summary>A mail server on this machine that keeps what it takes over, and can be told to misbehave.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentQueue<TakenMail> taken = [];
    private readonly ConcurrentQueue<string> saidInClear = [];
    private readonly ConcurrentDictionary<TcpClient, bool> connections = [];
    private readonly CancellationTokenSource ending = new();
    private TcpListener? listener;
    private int connected;
    private MailServerMode mode = MailServerMode.Down;

    public MailServer(MailServerMode mode = MailServerMode.Up)
    {
        // A port of its own also while nobody listens there.
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Mode = mode;
    }

    public int Port { get; }

    public IReadOnlyCollection<TakenMail> Taken => taken;

    /// <summary>Offered with STARTTLS; null: the server speaks in clear only.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Without signing in with these (AUTH LOGIN) it takes no mail; null: it takes anybody's.</summary>
    public NetworkCredential? Account { get; set; }

    /// <summary>What was said to it by whoever could be overheard.</summary>
    public IReadOnlyCollection<string> SaidInClear => saidInClear;

    /// <summary>How often somebody connected.</summary>
    public int Connected => connected;

    public MailServerMode Mode
    {
        get => mode;
        set
        {
            mode = value;
            if (value is MailServerMode.Down)
            {
                listener?.Stop();
                listener = null;
                foreach (var connection in connections.Keys)
                {
                    connection.Close();
                }
            }
            else if (listener is null)
            {
                listener = new TcpListener(IPAddress.Loopback, Port);
                listener.Start();
                _ = AcceptAsync(listener);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        Mode = MailServerMode.Down;
        ending.Dispose();
    }

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await on.AcceptTcpClientAsync(ending.Token));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref connected);
        connections[client] = true;
        try
        {
            using (client)
            {
                client.NoDelay = true;
                if (await TalkAsync(client, client.GetStream(), isEncrypted: false) && Certificate is { } certificate)
                {
                    await using var tls = new SslStream(client.GetStream());
                    await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ending.Token);
                    await TalkAsync(client, tls, isEncrypted: true);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
            // Gone.
        }
        finally
        {
            connections.TryRemove(client, out _);
        }
    }

    /// <summary>True: it goes on encrypted.</summary>
    private async Task<bool> TalkAsync(TcpClient client, Stream stream, bool isEncrypted)
    {
        using var words = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        var reader = new Lines(client.Client, words);
        var (to, signedInAs) = ("", (string?)null);
        if (!isEncrypted)
        {
            await writer.WriteLineAsync("220 test");
        }

        while (await reader.NextAsync(ending.Token) is { } line)
        {
            if (!isEncrypted)
            {
                saidInClear.Enqueue(line);
            }

            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteAsync(Certificate is null || isEncrypted ? "250-test\r\n" : "250-test\r\n250-STARTTLS\r\n");
                    await writer.WriteLineAsync(Account is null ? "250 ok" : "250 AUTH LOGIN");
                    break;
                case "STARTTLS" when Certificate is not null && !isEncrypted:
                    await writer.WriteLineAsync("220 go on");
                    return true;
                case "STARTTLS":
                    await writer.WriteLineAsync("502 5.5.1 not here");
                    break;
                case "AUTH":
                    signedInAs = await SignInAsync(line, reader, writer);
                    await writer.WriteLineAsync(signedInAs is null ? "535 5.7.8 wrong name or password" : "235 welcome");
                    break;
                case "MAIL" when Account is not null && signedInAs is null:
                    await writer.WriteLineAsync("530 5.7.0 Authentication required");
                    break;
                case "RCPT" when mode is MailServerMode.Refusing:
                    await writer.WriteLineAsync($"550 5.1.1 {line[8..]} is not known here");
                    break;
                case "RCPT" when mode is MailServerMode.Busy:
                    await writer.WriteLineAsync("451 4.3.0 later, please");
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var data = await ReadDataAsync(reader);
                    if (mode is MailServerMode.Slow)
                    {
                        await Task.Delay(SlowAnswer, ending.Token);
                    }

                    taken.Enqueue(TakenMail.Of(to, data) with { IsEncrypted = isEncrypted, SignedInAs = signedInAs });
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return false;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }

        return false;
    }

    /// <summary>The name, in the line or asked for, then the password; null: they are not right.</summary>
    private async Task<string?> SignInAsync(string line, Lines reader, StreamWriter writer)
    {
        async Task<string> AskAsync(string what)
        {
            await writer.WriteLineAsync("334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(what)));
            return await reader.NextAsync(ending.Token) ?? "";
        }

        static string Read(string words) => Encoding.UTF8.GetString(Convert.FromBase64String(words));
        var user = Read(line.Split(' ') is [_, _, var given] ? given : await AskAsync("Username:"));
        var password = Read(await AskAsync("Password:"));
        return Account is { } account && account.UserName == user && account.Password == password ? user : null;
    }

    private async Task<string> ReadDataAsync(Lines reader)
    {
        var data = new StringBuilder();
        while (await reader.NextAsync(ending.Token) is { } line && line != ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return data.ToString();
    }

    /// <summary>What the other side says. It sends a mail in small pieces, each only when the one before is acknowledged, which would otherwise wait 40 ms.</summary>
    private sealed class Lines(Socket socket, StreamReader reader)
    {
        private const int Tcp = 6;
        private const int QuickAck = 12;
        private static readonly byte[] On = [1, 0, 0, 0];

        public ValueTask<string?> NextAsync(CancellationToken ct)
        {
            if (OperatingSystem.IsLinux())
            {
                // Holds until the system thinks otherwise.
                socket.SetRawSocketOption(Tcp, QuickAck, On);
            }

            return reader.ReadLineAsync(ct);
        }
    }
}
