using ClaimTracker.Core.Search;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>What a list says about the search it answers: how it was read, whether all was counted, and what may have been meant.</summary>
/// <param name="Found">Null where nothing in the text can be searched for.</param>
/// <param name="Address">The same list for another text.</param>
public sealed record SearchNotes(string Text, SearchFound? Found, Func<string, string> Address)
{
    /// <summary>Each hint before and after the piece of the query it is about.</summary>
    public IEnumerable<(string Before, string Piece, string After)> Hints
    {
        get
        {
            if (Found is null)
            {
                return [Around(CommonText.SearchNothingToFind, Text)];
            }

            return Found.Hints.Distinct().Select(h => Around(Words(h.Kind), h.Piece));
        }
    }

    public (string Before, string Piece, string After)? DidYouMean => Found?.DidYouMean is { } meant ? Around(CommonText.SearchDidYouMean, meant) : null;

    private static string Words(SearchHintKind kind) => kind switch
    {
        SearchHintKind.OpenQuote => CommonText.SearchHint_OpenQuote,
        SearchHintKind.UnknownField => CommonText.SearchHint_UnknownField,
        SearchHintKind.UnknownValue => CommonText.SearchHint_UnknownValue,
        SearchHintKind.NotADate => CommonText.SearchHint_NotADate,
        SearchHintKind.NotANumber => CommonText.SearchHint_NotANumber,
        SearchHintKind.Dangling => CommonText.SearchHint_Dangling,
        SearchHintKind.TooLong => CommonText.SearchHint_TooLong,
        SearchHintKind.TooDeep => CommonText.SearchHint_TooDeep,
        SearchHintKind.TooManyAlternatives => CommonText.SearchHint_TooManyAlternatives,
        SearchHintKind.TooManyFilters => CommonText.SearchHint_TooManyFilters,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static (string Before, string Piece, string After) Around(string words, string piece) =>
        words.Split("{0}") is [var before, .., var after] ? (before, piece, after) : throw new InvalidOperationException($"No place for the piece: {words}");
}
