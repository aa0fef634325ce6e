using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Claimants;

/// <summary>Everybody who makes a claim on the list, in the alphabet of the page's language.</summary>
public sealed class IndexModel(PublicReader reader) : PageModel
{
    public sealed record Row(Guid Id, LocalizedText Name, string? Country, int Claims);

    public List<IGrouping<string, Row>> Letters { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await reader.Counts.Where(c => c.Facet == Facets.Claimant && c.Count > 0).ToDictionaryAsync(c => c.Value, c => c.Count, ct);
        var parties = await reader.Parties.Select(p => new { p.Id, p.Name, p.Country }).ToListAsync(ct);
        var rows = parties.Where(p => counts.ContainsKey(p.Id.ToString())).Select(p => new Row(p.Id, p.Name, p.Country, counts[p.Id.ToString()])).ToList();
        Total = rows.Count;
        Letters =
        [
            .. rows.Select(row => (Row: row, Key: TextFold.SortKey(row.Name.In(Cultures.Current))))
                .OrderBy(r => IsOfThePage(r.Key) ? 0 : 1).ThenBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Row.Id)
                .GroupBy(r => r.Key is [var first, ..] ? char.ToUpperInvariant(first).ToString() : "", r => r.Row),
        ];
    }

    /// <summary>Names in the letters of the page come first.</summary>
    private static bool IsOfThePage(string key) => key is [var first, ..] && char.IsAsciiLetterOrDigit(first) == (Cultures.Current != Cultures.Arabic);
}
