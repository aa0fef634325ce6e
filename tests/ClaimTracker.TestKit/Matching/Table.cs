namespace ClaimTracker.TestKit.Matching;

/// <summary>The tables beside this file: a line of names, then a record a line, parted by tabs.</summary>
internal static class Table
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream($"matching/{name}.tsv") ?? throw new InvalidOperationException($"There is no table {name}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split('\t')).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }
}
