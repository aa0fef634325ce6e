using System.Globalization;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What queries have to find, from the table beside this file.</summary>
internal sealed record SearchPair(int Line, string Expectation, IReadOnlyList<int> Claims, IReadOnlyList<string> Queries)
{
    private const string File = "Search/search-pairs.tsv";

    /// <summary>Two queries that find alike are one pair, and so are a query and the claim it finds.</summary>
    public int Pairs => Claims.Count == 0 ? Queries.Count - 1 : Queries.Count * Claims.Count;

    public static IReadOnlyList<SearchPair> All() =>
        [.. System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, File)).Select(Read).OfType<SearchPair>()];

    private static SearchPair? Read(string line, int at)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        var cells = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
        var words = cells[0].Split(' ');
        return new SearchPair(at + 1, words[0], [.. words.Skip(1).Select(w => int.Parse(w, CultureInfo.InvariantCulture))], cells[1..]);
    }
}
