using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>Where a report or a suggestion stands, for whoever has its number.</summary>
[OutputCache(NoStore = true)]
[EnableRateLimiting(ProtectionStartup.ReceiptLimit)]
public sealed class ReceiptModel(ReceiptReader receipts, PublicReader reader, Links links) : PageModel
{
    /// <summary>As typed into the page that asks for it.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = nameof(PublicText.ReceiptNumber), ResourceType = typeof(PublicText))]
    public string? Typed { get; set; }

    /// <summary>Null: the page asks for a number.</summary>
    public ChallengeReceipt? Sent { get; private set; }

    public SuggestionReceipt? Suggested { get; private set; }

    /// <summary>The claim a report is about, or that came of a suggestion, where readers can open it.</summary>
    public PublicClaim? About { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? number, CancellationToken ct)
    {
        if (number is null)
        {
            return Typed is null ? Page()
                : Receipts.Read(Typed) is { } read ? Redirect(links.Receipt(read))
                : this.InvalidPage(nameof(Typed), PublicText.ReceiptUnreadable);
        }

        var known = Receipts.Read(number);
        Sent = known?[0] is Receipts.Report ? await receipts.ChallengeAsync(known, ct) : null;
        Suggested = known?[0] is Receipts.Suggestion ? await receipts.SuggestionAsync(known, ct) : null;
        if (Sent is null && Suggested is null)
        {
            Typed = number;
            ModelState.AddModelError(nameof(Typed), PublicText.ReceiptUnknown);
            return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        }

        About = (Sent?.ClaimNumber ?? Suggested?.ClaimNumber) is { } claim ? await reader.Claims.SingleOrDefaultAsync(c => c.Number == claim, ct) : null;
        return Page();
    }
}
