using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>A reader asks us to check something they saw: words, a link or a picture.</summary>
[OutputCache(NoStore = true)]
[RequestSizeLimit(MaxRequest)]
public sealed class SuggestModel(SuggestionService suggestions, ReceiptReader receipts, ReaderPostLimit limit, Links links) : PageModel
{
    /// <summary>A picture that is a little too large still gets its answer at the field.</summary>
    private const int MaxRequest = 4 * Suggestion.PictureMaxBytes;

    [BindProperty]
    public Guid SubmissionId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Too much came from this address; the form is shown again with what was typed.</summary>
    public bool IsTooMuch { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Input.Website))
        {
            return this.InvalidPage("Input.Website", PublicText.ReportLooksAutomatic);
        }

        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        if (Input.Picture?.Length > Suggestion.PictureMaxBytes)
        {
            this.AddFault("Input.Picture", PublicText.SuggestPictureTooLarge);
            return this.InvalidPage();
        }

        if (!limit.TryTake(HttpContext))
        {
            IsTooMuch = true;
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        var outcome = await suggestions.ReceiveAsync(await Input.ToInputAsync(ct), SubmissionId, ct);
        return outcome is Outcome.Done done && await receipts.NumberOfSuggestionAsync(done.Id, ct) is { } number
            ? Redirect(links.Receipt(number))
            : this.Answer(outcome, words: fault => (fault.Path, fault.Code) switch
            {
                (nameof(InputModel.Text), FaultCode.Required) => PublicText.SuggestNothing,
                (nameof(InputModel.Picture), FaultCode.UnknownCode) => PublicText.SuggestPictureKind,
                _ => null,
            });
    }

    public sealed class InputModel
    {
        [Display(Name = nameof(PublicText.SuggestWords), ResourceType = typeof(PublicText))]
        public string? Text { get; set; }

        [Display(Name = nameof(PublicText.SuggestLink), ResourceType = typeof(PublicText))]
        public string? Link { get; set; }

        [Display(Name = nameof(PublicText.SuggestPicture), ResourceType = typeof(PublicText))]
        public IFormFile? Picture { get; set; }

        [Display(Name = nameof(PublicText.ReportContact), ResourceType = typeof(PublicText))]
        public string? Contact { get; set; }

        /// <summary>Left empty by people, who do not see it.</summary>
        [Display(Name = nameof(PublicText.ReportWebsite), ResourceType = typeof(PublicText))]
        public string? Website { get; set; }

        public async Task<SuggestionInput> ToInputAsync(CancellationToken ct)
        {
            using var bytes = new MemoryStream();
            if (Picture is { Length: > 0 } picture)
            {
                await picture.CopyToAsync(bytes, ct);
            }

            return new SuggestionInput { Text = Text, Link = Link, Picture = bytes.Length == 0 ? null : bytes.ToArray(), Language = Cultures.Current, Contact = Contact };
        }
    }
}
