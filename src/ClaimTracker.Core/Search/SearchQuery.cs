namespace ClaimTracker.Core.Search;

/// <summary>Why a part of a query was not read as it may have been meant; the page says it in words.</summary>
public enum SearchHintKind
{
    /// <summary>A quotation mark without its partner was left out.</summary>
    OpenQuote,

    /// <summary>No such field: searched as words.</summary>
    UnknownField,

    /// <summary>Nothing, or no such value, after the field: searched as words.</summary>
    UnknownValue,

    /// <summary>Not a date: searched as words.</summary>
    NotADate,

    /// <summary>Not a number: searched as words.</summary>
    NotANumber,

    /// <summary>OR, a minus sign or a bracket without what belongs to it was left out.</summary>
    Dangling,

    /// <summary>The query is longer than is searched; the rest was left out.</summary>
    TooLong,

    /// <summary>Brackets lie deeper than are read; searched as words.</summary>
    TooDeep,
}

/// <summary>A hint and the piece of the query it is about, as typed.</summary>
public sealed record SearchHint(SearchHintKind Kind, string Piece);

/// <summary>A query read: the tree, or none when nothing in it can be searched, and what was not understood.</summary>
public sealed record SearchQuery(SearchNode? Root, IReadOnlyList<SearchHint> Hints)
{
    public const int MaxLength = 200;
    public const int MaxWords = 32;

    public static SearchQuery Parse(string? text)
    {
        var words = Words.Of(text);
        return new SearchQuery(words.Count == 0 ? null : new PlainWords(words), []);
    }
}
