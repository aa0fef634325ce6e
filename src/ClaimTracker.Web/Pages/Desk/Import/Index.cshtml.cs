using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Import;

/// <summary>Files that bring many records: upload one, and what became of the others.</summary>
[RequestSizeLimit(MaxRequest)]
public sealed class IndexModel(ClaimDbContext db, BulkImportService service, BulkImportList list, Links links) : PageModel
{
    /// <summary>Below what a form may hold by the framework's own limit.</summary>
    public const long MaxFile = 100L * 1024 * 1024;

    private const long MaxRequest = MaxFile + (1024 * 1024);

    public sealed class InputModel
    {
        [Display(Name = nameof(DeskText.ImportKind), ResourceType = typeof(DeskText))]
        public BulkKind Kind { get; set; }

        [Display(Name = nameof(DeskText.ImportFile), ResourceType = typeof(DeskText))]
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    public IReadOnlyList<BulkImport> Imports { get; private set; } = [];

    public required StaffNames Staff { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (Input.File is not { Length: > 0 and <= MaxFile } file || !Enum.IsDefined(Input.Kind) || ModelState["Input.Kind"] is { Errors.Count: > 0 })
        {
            return this.InvalidPage("Input.File", Input.File is { Length: > MaxFile } ? DeskText.ImportFileTooLarge : DeskText.ImportFileMissing);
        }

        try
        {
            await using var stream = file.OpenReadStream();
            var outcome = await service.StageAsync(Input.Kind, CleanText.Of(Path.GetFileName(file.FileName)), stream, SubmissionId, User.ToActor(), ct);
            if (outcome is Outcome.Done done)
            {
                this.Done(DeskText.ImportDone);
                return Redirect(links.Desk.Import(done.Id));
            }

            return this.Answer(outcome);
        }
        catch (BulkFileException e)
        {
            return this.InvalidPage("Input.File", string.Format(CultureInfo.InvariantCulture, ReviewWords.Of(e.Fault), e.Row));
        }
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Imports = await list.RecentAsync(ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
    }
}
