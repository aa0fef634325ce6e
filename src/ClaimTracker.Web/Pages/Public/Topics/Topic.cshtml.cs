using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Topics;

/// <summary>The claims of one topic, newest first.</summary>
public sealed class TopicModel(PublicReader reader) : PageModel
{
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    public string Slug { get; private set; } = "";

    public PublicListPage? Claims { get; private set; }

    public IReadOnlyList<ClaimCard> Cards { get; private set; } = [];

    public RatingTally Tally { get; private set; } = new([]);

    public BendingCount? Bending { get; private set; }

    public string? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? after, CancellationToken ct)
    {
        Slug = ListAddress.Clean(slug, Topic.SlugMaxLength);
        After = after;
        var topic = await reader.Topics.Where(t => t.Slug == Slug).Select(t => new { t.Name }).SingleOrDefaultAsync(ct);
        if (topic is null)
        {
            return NotFound();
        }

        Name = topic.Name;
        var query = new PublicListQuery { Sort = PublicSort.Asserted, Filters = new Dictionary<string, IReadOnlyList<string>> { [Facets.Topic] = [Slug] } };
        try
        {
            Claims = await new PublicClaimList(reader).PageAsync(query, after, ct);
        }
        catch (CursorMismatchException)
        {
            return BadRequest();
        }

        Cards = await ClaimCard.OfAsync(Claims.Rows, reader, ct);
        Tally = await RatingTally.ReadAsync(Facets.Topic, Slug, reader, ct);
        Bending = await new PublicRatingCounts(reader).BendingOfTopicAsync(Slug, ct);
        return Page();
    }
}
