using System.Net;
using ClaimTracker.Core.Data;

namespace ClaimTracker.Web.Startup;

/// <summary>The addresses the program is told to listen on.</summary>
public static class ListeningAddresses
{
    public const string Default = "http://localhost:5080";

    /// <summary>Every address set by ASP.NET Core's own means; none: ours is set in code, so that theirs keep working.</summary>
    public static IReadOnlyList<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
        {
            return endpoints;
        }

        var urls = Split(configuration["urls"]).ToList();
        return urls.Count > 0
            ? urls
            : [.. Split(configuration["http_ports"]).Select(p => $"http://*:{p}"), .. Split(configuration["https_ports"]).Select(p => $"https://*:{p}")];
    }

    public static bool IsLoopback(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.IsUnixPipe || binding.IsNamedPipe || IsLoopbackHost(binding.Host);
        }
        catch (FormatException)
        {
            throw new StartRefusedException($"“{address}” is not an address to listen on, such as {Default}.");
        }
    }

    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static IEnumerable<string> Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
