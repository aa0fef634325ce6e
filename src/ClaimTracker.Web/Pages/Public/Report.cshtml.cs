using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public;

/// <summary>A reader, or the person named, says that something is wrong, and gets a receipt number to follow it by.</summary>
[OutputCache(NoStore = true)]
[RequestSizeLimit(MaxBytes)]
public sealed class ReportModel(PublicReader reader, ChallengeService challenges, ReceiptReader receipts, ReaderPostLimit limit, Links links) : PageModel
{
    /// <summary>All that the form can hold, in Arabic and encoded.</summary>
    private const int MaxBytes = 256 * 1024;

    /// <summary>The claim it is about, as its number, its reference or its address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = nameof(PublicText.ReportClaim), ResourceType = typeof(PublicText))]
    public string? Claim { get; set; }

    [BindProperty]
    public Guid SubmissionId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The claim named, where it is one readers can open.</summary>
    public PublicClaim? About { get; private set; }

    /// <summary>Too much came from this address; the form is shown again with what was typed.</summary>
    public bool IsTooMuch { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => FindClaimAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // Before anything else is looked at: what is refused for another reason costs too.
        if (!limit.TryTake(HttpContext))
        {
            IsTooMuch = true;
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        if (!string.IsNullOrEmpty(Input.Website))
        {
            // A field nobody sees: a program filled it in.
            return this.InvalidPage("Input.Website", PublicText.ReportLooksAutomatic);
        }

        if (Claim is not null && ClaimReference.Read(Claim) is null)
        {
            this.AddFault(nameof(Claim), PublicText.ReportClaimUnreadable);
        }

        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            await FindClaimAsync(ct);
            return this.InvalidPage();
        }

        var outcome = await challenges.ReceiveAsync(Input.ToInput(ClaimReference.Read(Claim)), SubmissionId, ct);
        if (outcome is Outcome.Done done && await receipts.NumberOfAsync(done.Id, ct) is { } number)
        {
            return Redirect(links.Receipt(number));
        }

        await FindClaimAsync(ct);
        return this.Answer(outcome, path => path == nameof(ChallengeInput.ClaimNumber) ? nameof(Claim) : "Input." + path, fault => fault.Code is FaultCode.UnknownRecord ? PublicText.ReportClaimUnknown : null);
    }

    private async Task FindClaimAsync(CancellationToken ct) =>
        About = ClaimReference.Read(Claim) is { } number ? await reader.Claims.SingleOrDefaultAsync(c => c.Number == number, ct) : null;

    public sealed class InputModel
    {
        [Display(Name = nameof(PublicText.ReportKind), ResourceType = typeof(PublicText))]
        public ChallengeKind? Kind { get; set; }

        [Display(Name = nameof(PublicText.ReportWords), ResourceType = typeof(PublicText))]
        public string? Text { get; set; }

        [Display(Name = nameof(PublicText.ReportLink), ResourceType = typeof(PublicText))]
        public string? Link { get; set; }

        [Display(Name = nameof(PublicText.ReportName), ResourceType = typeof(PublicText))]
        public string? Name { get; set; }

        [Display(Name = nameof(PublicText.ReportContact), ResourceType = typeof(PublicText))]
        public string? Contact { get; set; }

        public bool MayBePrinted { get; set; }

        /// <summary>Left empty by people, who do not see it.</summary>
        [Display(Name = nameof(PublicText.ReportWebsite), ResourceType = typeof(PublicText))]
        public string? Website { get; set; }

        public ChallengeInput ToInput(int? claim) => new()
        {
            Kind = Kind ?? default,
            ClaimNumber = claim,
            Text = Text ?? "",
            Language = Cultures.Current,
            Link = Link,
            Name = Name,
            Contact = Contact,
            MayBePrinted = MayBePrinted,
        };
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Kind).NotNull();
            RuleFor(i => i.Text).NotEmpty();
            RuleFor(i => i.Name).NotEmpty().When(i => i.Kind is ChallengeKind.PersonNamed);
        }
    }
}
