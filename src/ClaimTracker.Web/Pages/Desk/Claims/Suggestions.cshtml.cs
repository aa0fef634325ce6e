using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>What the desk's search box offers for a text that is still being typed; a piece of a page, for its script.</summary>
public sealed class SuggestionsModel(ClaimDbContext db, Links links, Formats formats) : PageModel
{
    public Suggestions View { get; private set; } = new([], SearchMarks.None);

    public async Task OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken ct)
    {
        var offered = await new ClaimSuggestions(db, SearchScope.Desk).OfferAsync(text, Permissions.SeesStaffOnly(User.ToActor()), ct);
        var claims = await db.Claims.AsNoTracking().Where(c => offered.Claims.Contains(c.Number)).Select(c => new { c.Number, c.Statement, c.Summary, c.Stage }).ToDictionaryAsync(c => c.Number, ct);
        View = new Suggestions(
            [
                new SuggestionGroup(
                    CommonText.SuggestClaims,
                    [
                        .. offered.Claims.Where(claims.ContainsKey).Select(n => claims[n])
                            .Select(c => new Suggestion(links.Desk.Claim(c.Number), c.Summary.IsEmpty ? c.Statement : c.Summary, $"CT-{formats.Ordinal(c.Number)} · {ReviewWords.Of(c.Stage)}")),
                    ]),
                new SuggestionGroup(CommonText.SuggestClaimants, [.. offered.Claimants.Select(p => new Suggestion(links.Desk.Claims(("claimant", p.Value)), p.Name, Counted(p)))]),
                new SuggestionGroup(CommonText.SuggestTopics, [.. offered.Topics.Select(t => new Suggestion(links.Desk.Claims(("topic", t.Id.ToString())), t.Name, Counted(t)))]),
            ],
            offered.Marks);
    }

    private string Counted(SuggestedName name) => formats.Count(PublicText.ClaimCount, name.Claims);
}
