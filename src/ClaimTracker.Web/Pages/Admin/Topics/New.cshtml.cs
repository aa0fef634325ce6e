using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Admin.Topics;

public sealed class NewModel(TopicService topics, Links links) : PageModel
{
    [BindProperty]
    public TopicInput Input { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var topic = new NewTopic { Name = Input.Name.ToText(), Slug = Input.Slug, IsPublicInterest = Input.IsPublicInterest };
        var outcome = await topics.CreateAsync(topic, SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return LocalRedirect(links.Admin.Topics());
        }

        return this.Answer(outcome, words: TopicInput.Words);
    }
}
