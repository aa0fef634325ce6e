using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Searches;

/// <summary>A saved search with what it filters by, in words, and what it finds now.</summary>
public sealed record SearchCard(SavedSearchRow Search, IReadOnlyList<(string Label, string Value)> Filters, DeskClaimCount Count);

/// <summary>Saved searches as the desk shows them, and the people who share them.</summary>
public sealed record SearchCards(IReadOnlyList<SearchCard> Cards, StaffNames Staff)
{
    public IEnumerable<SearchCard> Mine => Cards.Where(c => c.Search.IsMine);

    public IEnumerable<SearchCard> Shared => Cards.Where(c => !c.Search.IsMine);

    /// <summary>One count in the database for each of them: a page of them at most.</summary>
    public static async Task<SearchCards> ReadAsync(
        IReadOnlyList<SavedSearchRow> searches, ClaimDbContext db, DeskClaimList list, StaffNames staff, Actor reader, CancellationToken ct)
    {
        if (searches.Count == 0)
        {
            return new SearchCards([], staff);
        }

        var choices = await ClaimListChoices.ReadAsync(db, reader, ct);
        var cards = new List<SearchCard>(searches.Count);
        foreach (var search in searches)
        {
            var filters = ClaimFilters.FromAddress(search.Address);
            cards.Add(new SearchCard(search, WordsOf(filters, choices), await list.CountAsync(filters.ToQuery(reader), search.NewSince, ct)));
        }

        return new SearchCards(cards, staff);
    }

    private static List<(string Label, string Value)> WordsOf(ClaimFilters filters, ClaimListChoices choices)
    {
        List<(string Label, string Value)> words = string.IsNullOrWhiteSpace(filters.Text) ? [] : [(DeskText.ClaimsFilterText, filters.Text)];
        foreach (var filter in FilterList.First(filters, choices).Concat(FilterList.More(filters, choices)))
        {
            if (filter.Chosen is { } chosen)
            {
                words.Add((filter.Label, chosen));
            }
        }

        return words;
    }
}
