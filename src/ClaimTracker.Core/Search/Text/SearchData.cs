namespace ClaimTracker.Core.Search;

/// <summary>Word lists that lie beside the code as text: one entry a line, remarks after #.</summary>
internal static class SearchData
{
    public static IEnumerable<string> Lines(string name) => LinesOf($"search/{name}");

    /// <summary>The entries of a list in the folder of its feature: <c>intake/abbreviations</c>.</summary>
    public static IEnumerable<string> LinesOf(string path)
    {
        using var stream = typeof(SearchData).Assembly.GetManifestResourceStream($"{path}.txt")
            ?? throw new InvalidOperationException($"The word list {path} is not part of this program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var remark = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (remark < 0 ? line : line[..remark]).Trim();
            if (entry.Length > 0)
            {
                yield return entry;
            }
        }
    }

    /// <summary>All words of a list, folded.</summary>
    public static IEnumerable<string> FoldedWords(string name) => Lines(name).SelectMany(l => FoldScanner.Scan(l)).Select(w => w.Text);
}
