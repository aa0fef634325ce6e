using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>What the readers' search box offers for a text that is still being typed; a piece of a page, for its script.</summary>
[EnableRateLimiting(ProtectionStartup.SuggestionLimit)]
public sealed class SuggestionsModel(PublicReader reader, Links links, Formats formats) : PageModel
{
    public Suggestions View { get; private set; } = new([], SearchMarks.None);

    public async Task OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var offered = await reader.Suggestions.OfferAsync(ListAddress.Clean(text, Suggestions.TextMaxLength), seesStaffOnly: false, ct);
        var rows = await reader.OnTheList.Where(c => offered.Claims.Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        var cards = await ClaimCard.OfAsync([.. offered.Claims.Where(rows.ContainsKey).Select(n => rows[n])], reader, ct);
        View = new Suggestions(
            [
                new SuggestionGroup(CommonText.SuggestClaims, [.. cards.Select(c => new Suggestion(c.Address(links), c.Card.ShortStatement(), c.Badge.Words))]),
                new SuggestionGroup(CommonText.SuggestClaimants, [.. offered.Claimants.Select(p => new Suggestion(links.Claimant(p.Id, Links.Slug(p.Name.In(Cultures.Current))), p.Name, Counted(p)))]),
                new SuggestionGroup(CommonText.SuggestTopics, [.. offered.Topics.Select(t => new Suggestion(links.Topic(t.Value), t.Name, Counted(t)))]),
            ],
            offered.Marks);
    }

    private string Counted(SuggestedName name) => formats.Count(PublicText.ClaimCount, name.Claims);
}
