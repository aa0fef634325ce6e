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

    /// <summary>More alternatives than one search looks up; those beyond were left out.</summary>
    TooManyAlternatives,

    /// <summary>More filters than one search looks up: from here on searched as words.</summary>
    TooManyFilters,
}

/// <summary>A hint and the piece of the query it is about, as typed; no more of it than fits a line.</summary>
public sealed record SearchHint(SearchHintKind Kind, string Piece)
{
    public const int MaxPiece = 60;

    /// <summary>What may have been meant instead of the piece; null when nothing is near.</summary>
    public string? Meant { get; init; }

    internal static SearchHint About(SearchHintKind kind, ReadOnlySpan<char> piece)
    {
        piece = piece.Trim();
        var length = Math.Min(piece.Length, MaxPiece);
        if (length < piece.Length && char.IsHighSurrogate(piece[length - 1]))
        {
            length--;
        }

        return new SearchHint(kind, new string(piece[..length]));
    }
}
