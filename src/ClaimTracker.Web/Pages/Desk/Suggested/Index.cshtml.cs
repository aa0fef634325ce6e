using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Suggested;

/// <summary>What readers ask us to check.</summary>
public sealed class IndexModel(SuggestionList list, Links links) : PageModel
{
    private const string Decided = "decided";

    public bool IsDecided { get; private set; }

    public DeskPage<SuggestionRow> List { get; private set; } = new([], 0, 1, 1);

    public NumberedPager Pager => new(List.Page, List.Pages, page => Address(IsDecided, page));

    public string Address(bool decided, int page = 1) => links.Desk.Suggested(("view", decided ? Decided : null), ("p", page == 1 ? null : Links.Number(page)));

    public async Task OnGetAsync(string? view, string? p, CancellationToken ct)
    {
        IsDecided = view == Decided;
        List = await list.ReadAsync(IsDecided, NumberParser.TryParseWhole(p, out var page) ? page : 1, ct);
    }
}
