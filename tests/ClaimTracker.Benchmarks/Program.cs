using ClaimTracker.Benchmarks;

// Each verb is one measurement; further words are its own.
var verbs = new Dictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["match-fit"] = _ => Task.FromResult(MatchFit.Run()),
    ["match-eval"] = _ => Task.FromResult(MatchEvaluation.Run()),
    ["reading"] = _ => Task.FromResult(ReadingEvaluation.Run()),
    ["speed"] = Speed.RunAsync,
    ["downloads"] = DownloadsSpeed.RunAsync,
    ["statistics"] = StatisticsSpeed.RunAsync,
    ["import"] = ImportSpeed.RunAsync,
    ["import-reviews"] = ReviewImportSpeed.RunAsync,
    ["import-rows"] = ImportSpeed.WorkAsync,
};

if (args.Length == 0 || !verbs.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"Say what to measure: {string.Join(", ", verbs.Keys)}.");
    return 1;
}

return await run(args[1..]);
