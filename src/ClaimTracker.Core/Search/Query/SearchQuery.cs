namespace ClaimTracker.Core.Search;

/// <summary>
/// A query read: the tree, or none when nothing in it can be searched, and what was not understood. How a query is written:
/// words (each has to be found), "phrases", prefix*, -not, (brackets), OR, |, أو, and filters such as rating:false,
/// التقييم:مضلل, before:2023-09, العدد>1000. OR joins what stands directly beside it: a whole run of words, a phrase, a filter, a bracket.
/// </summary>
public sealed record SearchQuery(SearchNode? Root, IReadOnlyList<SearchHint> Hints)
{
    public const int MaxLength = 200;

    /// <summary>What was read, as typed: the places of words count in it.</summary>
    public string Text { get; init; } = "";

    public const int MaxWords = 32;

    /// <summary>Values of filters such as claimant:putin,kim; each is looked up by itself.</summary>
    public const int MaxValues = 10;

    /// <summary>Brackets within brackets.</summary>
    public const int MaxDepth = 8;

    /// <summary>Reads whatever was typed; never throws. What cannot be read is searched as words, and a hint says so.</summary>
    public static SearchQuery Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new SearchQuery(null, []);
        }

        var hints = new List<SearchHint>();
        var read = Cut(text, hints);
        var tokens = QueryTokens.Tidy(new QueryScanner(read, hints).Scan(), read, hints);
        var root = new QueryTree(read, tokens, hints).Build();
        return new SearchQuery(root, [.. hints.Distinct()]) { Text = read };
    }

    /// <summary>No more than is read, and no half word at its end unless it is longer than any word.</summary>
    private static string Cut(string text, List<SearchHint> hints)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = MaxLength;
        while (end > MaxLength - Word.MaxLength && !QuerySigns.IsGap(text[end]) && !QuerySigns.IsGap(text[end - 1]))
        {
            end--;
        }

        if (end == MaxLength - Word.MaxLength)
        {
            end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        }

        if (!string.IsNullOrWhiteSpace(text[end..]))
        {
            hints.Add(SearchHint.About(SearchHintKind.TooLong, text.AsSpan(end)));
        }

        return text[..end];
    }
}
