using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Logs a claim from an empty form.</summary>
public sealed class NewModel(ClaimDbContext db, ClaimService claims, LikeClaims likes, Links links) : LoggingPage(db, claims, likes)
{
    /// <summary>What a reader sent that the claim is logged from.</summary>
    [BindProperty(SupportsGet = true, Name = "suggestion")]
    public override Guid? SuggestionId { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.OriginalLanguage = Cultures.Current;
        if (await Db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SuggestionId, ct) is { } suggestion && Permissions.SeesStaffOnly(User.ToActor()))
        {
            Fill(suggestion);
        }

        await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => LogAsync(ct);

    /// <summary>The reader's words as the statement, to be rewritten, and their link as where it stands.</summary>
    private void Fill(Suggestion suggestion)
    {
        if (suggestion.Text is { } text)
        {
            Input.OriginalLanguage = Cultures.OfText(text);
            Input.Statement.Set(Input.OriginalLanguage, text.Length > Claim.StatementMaxLength ? text[..Claim.StatementMaxLength] : text);
        }

        if (suggestion.Link is { } link)
        {
            Input.Appearances.Add(new AppearanceFields());
            Input.Appearances[0].Source.Find = link;
        }
    }

    protected override IActionResult Logged(int number)
    {
        this.Done(DeskText.ClaimFormDone);
        return Redirect(links.Desk.Claim(number));
    }
}
