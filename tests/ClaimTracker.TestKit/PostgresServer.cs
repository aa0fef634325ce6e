using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace ClaimTracker.TestKit;

/// <summary>
/// A PostgreSQL of our own for the tests of this process, in a temporary folder and on a free loopback port; started when a
/// test first asks. CLAIMTRACKER_TEST_POSTGRES, a connection string that may create databases, takes its place.
/// </summary>
public static class PostgresServer
{
    // The shell outlives us on purpose: its standard input closes when this process ends, however it ends, and then it stops
    // the server and removes the folder. Passwords and paths are arguments, never part of the text.
    private const string Script = """
        bin=$1 folder=$2 port=$3 buffers=$4
        trap '' HUP INT TERM
        mkdir -m 700 "$folder" || exit 1
        IFS= read -r password; printf '%s\n' "$password" >"$folder/password"
        "$bin/initdb" -D "$folder/data" -U claimtracker -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C --no-sync >"$folder/initdb" || {
            cat "$folder/initdb" >&2; rm -rf "$folder"; exit 1; }
        exec 3<&0
        { read -r _ <&3; until kill -QUIT "$(head -n 1 "$folder/data/postmaster.pid")"; do sleep 0.2; done; } 2>/dev/null &
        watcher=$!
        "$bin/postgres" -D "$folder/data" -p "$port" -h 127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
            -c shared_buffers="$buffers" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c log_min_messages=fatal 3<&-
        kill -KILL $watcher 2>/dev/null
        rm -rf "$folder"
        """;

    private static readonly string? given = Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_POSTGRES");
    private static readonly string? initdb = Requirement.FindProgram(InstalledVersions(), "initdb");
    private static readonly Lazy<Task<string>> connectionString = new(StartAsync);

    /// <summary>Why tests on PostgreSQL cannot run here, or null.</summary>
    public static string? WhyMissing { get; } = given is not null || (initdb is not null && !OperatingSystem.IsWindows())
        ? null
        : "PostgreSQL is not installed (Debian's package postgresql, or CLAIMTRACKER_TEST_POSTGRES with a connection string)";

    /// <summary>How much of the database the server keeps in memory, in PostgreSQL's words; for a server that has not started yet.</summary>
    public static string SharedBuffers { get; set; } = "128MB";

    /// <summary>The server's maintenance database. Starts the server on the first call; a server that does not start is an error, not a skip.</summary>
    public static Task<string> GetConnectionStringAsync() => connectionString.Value;

    /// <summary>Runs one of PostgreSQL's own programs on a database of the server.</summary>
    public static async Task RunAsync(string program, string connection, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        var path = Requirement.FindProgram(InstalledVersions(), program) ?? throw new InvalidOperationException($"{program} is not installed beside PostgreSQL.");
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardError = true };
        start.Environment["PGHOST"] = parts.Host;
        start.Environment["PGPORT"] = parts.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = parts.Username;
        start.Environment["PGPASSWORD"] = parts.Password;
        start.Environment["PGDATABASE"] = parts.Database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {errors}");
        }
    }

    private static IEnumerable<string> InstalledVersions() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static async Task<string> StartAsync()
    {
        if (given is not null)
        {
            return given;
        }

        if (WhyMissing is not null || initdb is null)
        {
            throw new InvalidOperationException(WhyMissing);
        }

        // Somebody else may take the port between our finding it and the server's opening it.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(initdb);
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
            }
        }
    }

    private static async Task<string> StartOnceAsync(string program)
    {
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = FreePort(),
            Database = "postgres",
            Username = "claimtracker",
            Password = RandomNumberGenerator.GetHexString(32),
            // Tests run in parallel, and each database has a pool of its own.
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 10,
        };
        var connection = parts.ConnectionString;

        // A link in PATH need not have the other programs beside it.
        var bin = Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program) ?? "";
        var folder = Path.Combine(Path.GetTempPath(), "claimtracker-postgres-" + Path.GetRandomFileName());
        var start = new ProcessStartInfo { FileName = "/bin/sh", UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root. (runuser and su would stand between us and the shell, and kill it.)
            var (user, group) = await UnprivilegedAsync();
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid", user, "--regid", group, "--clear-groups", "/bin/sh"])
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var argument in (string[])["-c", Script, "sh", bin, folder, parts.Port.ToString(CultureInfo.InvariantCulture), SharedBuffers])
        {
            start.ArgumentList.Add(argument);
        }

        var shell = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL's shell did not start");
        var messages = new Queue<string?>();
        shell.ErrorDataReceived += (_, line) =>
        {
            lock (messages)
            {
                messages.Enqueue(line.Data);
                if (messages.Count > 20)
                {
                    messages.Dequeue();
                }
            }
        };
        shell.BeginErrorReadLine();
        await shell.StandardInput.WriteLineAsync(parts.Password);
        await shell.StandardInput.FlushAsync();

        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(connection))
        {
            if (shell.HasExited || waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                shell.StandardInput.Close();
                lock (messages)
                {
                    throw new InvalidOperationException($"PostgreSQL in {bin} did not start: {string.Join(Environment.NewLine, messages)}");
                }
            }

            await Task.Delay(100);
        }

        return connection;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(string User, string Group)> UnprivilegedAsync()
    {
        var users = (await File.ReadAllLinesAsync("/etc/passwd")).Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var chosen = users.Find(fields => fields[0] == "postgres") ?? users.Find(fields => fields[0] == "nobody");
        return chosen is null ? throw new InvalidOperationException("No user postgres or nobody to run PostgreSQL as") : (chosen[2], chosen[3]);
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
