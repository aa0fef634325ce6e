using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Topics;

public sealed class EditModel(ClaimDbContext db, TopicService topics, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TopicInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } topic)
        {
            return NotFound();
        }

        Input = new TopicInput { Version = topic.Version, Name = TextInput.Of(topic.Name), Slug = topic.Slug, IsPublicInterest = topic.IsPublicInterest };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } topic)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var edit = new TopicEdit { Name = Input.Name.ToEdit(), Slug = Input.Slug ?? topic.Slug, IsPublicInterest = Input.IsPublicInterest };
        var outcome = await topics.ReviseAsync(Id, Input.Version, edit, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Admin.Topics());
        }

        Input.Version = topic.Version;
        return this.Answer(outcome, words: TopicInput.Words);
    }

    private Task<Topic?> LoadAsync(CancellationToken ct) => db.Topics.AsNoTracking().SingleOrDefaultAsync(t => t.Id == Id, ct);
}
