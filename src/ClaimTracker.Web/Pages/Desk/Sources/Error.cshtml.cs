using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A fault of a source, apart from the claims in it: added, changed or taken away.</summary>
public sealed class ErrorModel(ClaimDbContext db, SourceService sources, Links links) : SourcePage(db, links)
{
    /// <summary>Null: a new one.</summary>
    [FromRoute]
    public Guid? ErrorId { get; set; }

    [BindProperty]
    public ArticleErrorForm Input { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    /// <summary>After a confirmation that came too late: what stands now may be confirmed.</summary>
    public bool OffersConfirm { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (ErrorId is not null)
        {
            if (await FormNowAsync(ct) is not { } form)
            {
                return NotFound();
            }

            Input = form;
        }

        Input.Version = Source.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ErrorId is not null && await FormNowAsync(ct) is { } now)
        {
            this.TakeTheirs(Input, now, this.ChosenTheirs().Select(ArticleErrorForm.NameOf));
        }

        var faults = new FormFaults(this);
        var row = Input.ToRow(ErrorId, faults);
        if (faults.Any)
        {
            return await LoadAsync(ct) ? this.InvalidPage() : NotFound();
        }

        return await AnswerAsync(
            ErrorId is null
                ? await sources.AddErrorAsync(Id, Input.Version, row, SubmissionId, Actor, ct)
                : await sources.ReviseAsync(Id, Input.Version, new SourceEdit { Errors = [row] }, Actor, ct),
            ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => ErrorId is not { } id
        ? NotFound()
        : await AnswerAsync(await sources.ReviseAsync(Id, Input.Version, new SourceEdit { Errors = [new ArticleErrorRow { Id = id, Remove = true }] }, Actor, ct), ct);

    /// <summary>The second look, from the page of the source.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        var outcome = ErrorId is { } id ? await sources.ConfirmErrorAsync(Id, id, Input.Version, Actor, ct) : new Outcome.NotFound();
        if (outcome is Outcome.Done)
        {
            return ToSource(DeskText.ArticleErrorConfirmed, "errors");
        }

        ModelState.Clear();
        Db.ChangeTracker.Clear();
        if (!await LoadAsync(ct) || await FormNowAsync(ct) is not { } now)
        {
            return NotFound();
        }

        Input = now;
        Input.Version = Source.Version;
        OffersConfirm = outcome is Outcome.NotNow { Code: nameof(RefusalReason.ErrorChanged) };
        return this.Answer(outcome, ArticleErrorForm.FieldOf);
    }

    private async Task<ArticleErrorForm?> FormNowAsync(CancellationToken ct) =>
        await Db.ArticleErrors.AsNoTracking().Include(e => e.Claims).SingleOrDefaultAsync(e => e.Id == ErrorId && e.SourceId == Id, ct) is { } error ? ArticleErrorForm.Of(error) : null;

    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome is Outcome.Done)
        {
            return ToSource(CommonText.Saved, "errors");
        }

        Db.ChangeTracker.Clear();
        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            if (await FormNowAsync(ct) is { } now)
            {
                this.Overtaken(Input, now, stale.Conflict, v => v.Id == ErrorId?.ToString() && v.Property != nameof(ArticleError.Order), nameOf: ArticleErrorForm.NameOf);
            }
        }

        return await LoadAsync(ct) ? this.Answer(outcome, ArticleErrorForm.FieldOf) : NotFound();
    }
}
