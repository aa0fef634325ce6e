using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace ClaimTracker.Cli;

/// <summary>
/// <c>reindex</c>: builds both search indexes and the counts of their words again. The application may run meanwhile; stopped, it goes
/// on at the next start of the application.
/// </summary>
internal static class Reindex
{
    public static Command Command()
    {
        var command = new Command("reindex", "Builds the search indexes again, from publications and from the desk's claims.");
        command.SetAction((_, ct) => RunAsync(ct));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken ct)
    {
        await using var scope = Database.Open();
        var db = scope.ServiceProvider.GetRequiredService<ClaimDbContext>();
        await Database.RequireCurrentAsync(db, ct);
        var clock = Stopwatch.StartNew();
        var claims = await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bars = new Bars(context);
                await new SearchIndex(db).RebuildAsync(bars, ct);
                return bars.Done;
            });
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{claims} claims indexed in {clock.Elapsed.TotalSeconds:0.0} s, {claims / Math.Max(clock.Elapsed.TotalSeconds, 0.001):0} a second."));
        return 0;
    }

    private sealed class Bars(ProgressContext context) : IProgress<SearchIndexProgress>
    {
        private readonly Dictionary<SearchScope, ProgressTask> bars = [];

        public double Done => bars.Values.Sum(b => b.Value);

        public void Report(SearchIndexProgress value)
        {
            if (!bars.TryGetValue(value.Scope, out var bar))
            {
                bars[value.Scope] = bar = context.AddTask(value.Scope is SearchScope.Public ? "Public" : "Desk", maxValue: value.Total);
            }

            bar.Value = value.Done;
        }
    }
}
