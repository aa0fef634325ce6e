using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ClaimTracker.Core.Data;
using ClaimTracker.TestKit;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>A program of ours, of this version or of an older one, that serves a database to readers.</summary>
internal static class SiteProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string Current => Path.Combine(AppContext.BaseDirectory, "ClaimTracker.Web.dll");

    public static async Task<(RunningProgram Program, Uri Address)> StartAsync(string program, DatabaseProvider provider, string connection, string folder, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        string[] all = [program, $"--Data:Directory={folder}", $"--urls={address}", $"--Database:Provider={provider}", $"--ConnectionStrings:ClaimTracker={connection}", .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Staging";
        return (await RunningProgram.StartAsync(start, Patience), address);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
