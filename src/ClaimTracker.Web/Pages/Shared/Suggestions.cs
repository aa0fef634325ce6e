using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>What a search box offers under itself while somebody types; each offer leads to a page.</summary>
public sealed record Suggestions(IReadOnlyList<SuggestionGroup> Groups, SearchMarks Marks)
{
    /// <summary>More than this nobody types before they ask.</summary>
    public const int TextMaxLength = SearchQuery.MaxLength;

    public int Count => Groups.Sum(g => g.Offers.Count);
}

public sealed record SuggestionGroup(string Title, IReadOnlyList<Suggestion> Offers);

/// <param name="Aside">What must be known beside the text: a claim's rating or stage, how many claims a name has.</param>
public sealed record Suggestion(string Address, LocalizedText Text, string Aside);
