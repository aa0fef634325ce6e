using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>
/// Has it been checked? A reader pastes a text and gets earlier checks of the same claim and of related ones; no verdict of a machine.
/// Posted, since an Arabic post is too long for an address: hence never kept, and nothing of it is stored.
/// </summary>
[OutputCache(NoStore = true)]
[EnableRateLimiting(ProtectionStartup.CheckLimit)]
public sealed class CheckModel(PublicReader reader, Formats formats) : PageModel
{
    public const int TextMaxLength = MatchText.MaxLength;

    /// <summary>An Arabic letter takes six characters of an address, of which proxies take a few thousand.</summary>
    public const int LinkMaxLength = 500;

    private const int Shown = 10;

    [BindProperty(SupportsGet = true)]
    [Display(Name = nameof(PublicText.CheckText), ResourceType = typeof(PublicText))]
    public string? Text { get; set; }

    /// <summary>Null: nothing was looked up.</summary>
    public IReadOnlyList<CheckedClaim>? Found { get; private set; }

    public bool IsLink => Text is { Length: <= LinkMaxLength } && ModelState.IsValid;

    public IEnumerable<CheckedClaim> In(MatchBand band) => (Found ?? []).Where(f => f.Match.Band == band);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Request.Query.ContainsKey(nameof(Text)) ? await LookUpAsync(ct) : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => LookUpAsync(ct);

    private async Task<IActionResult> LookUpAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        if (Text is null || !Text.Any(char.IsLetterOrDigit))
        {
            return this.InvalidPage(nameof(Text), PublicText.CheckTextMissing);
        }

        if (Text.Length > TextMaxLength)
        {
            return this.InvalidPage(nameof(Text), formats.Count(PublicText.CheckTextTooLong, Text.Length, formats.Number(TextMaxLength)));
        }

        var matches = await reader.Matcher.FindAsync(Text, Shown, ct);
        var numbers = matches.Select(m => m.Number).ToList();
        var rows = numbers.Count == 0 ? [] : await reader.OnTheList.Where(c => numbers.Contains(c.Number)).ToListAsync(ct);
        var cards = (await ClaimCard.OfAsync(rows, reader, ct)).ToDictionary(c => c.Claim.Number);
        Found = [.. matches.Where(m => cards.ContainsKey(m.Number)).Select(m => new CheckedClaim(m, cards[m.Number]))];
        return Page();
    }
}

/// <summary>An earlier check, with why it was found.</summary>
public sealed record CheckedClaim(Match Match, ClaimCard Card);
