using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A letter that asks the publisher to correct faults of an article: written from the log of its faults, reworded by a person, copied, and kept with the day it was sent.</summary>
public sealed class CorrectionRequestModel(ClaimDbContext db, CorrectionRequestService requests, CorrectionLetter letter, SiteSettings settings, Links links) : SourcePage(db, links)
{
    /// <summary>Null: a new one.</summary>
    [FromRoute]
    public Guid? RequestId { get; set; }

    [BindProperty]
    public CorrectionRequestForm Input { get; set; } = new();

    [BindProperty]
    public Guid SubmissionId { get; set; }

    /// <summary>What a publisher may be told of: an editor has agreed that these are errors.</summary>
    public IReadOnlyList<ArticleError> Errors { get; private set; } = [];

    /// <summary>Errors of the article that wait for an editor, and so are left out of letters.</summary>
    public IReadOnlyList<ArticleError> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (RequestId is null)
        {
            Input = new CorrectionRequestForm { Errors = [.. Errors.Select(e => e.Id.ToString())], Language = CorrectionLetter.LanguageFor(Source) };
            Input.Text = Errors.Count == 0 ? null : letter.Write(Source, Errors, Input.Language);
            return Page();
        }

        if (await StoredAsync(ct) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        return stored.SentAt.Day is null ? Page() : Redirect(Links.Desk.SourceForm(Id, $"corrections/{RequestId}/answer"));
    }

    /// <summary>The text anew from the faults and the language that are chosen; nothing is saved.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input.Language = CorrectionRequest.Languages.Contains(Input.Language) ? Input.Language : CorrectionLetter.LanguageFor(Source);
        Input.Text = letter.Write(Source, [.. Errors.Where(e => Input.Errors.Contains(e.Id.ToString()))], Input.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var stored = RequestId is null ? Input : await StoredAsync(ct);
        if (stored is null)
        {
            return NotFound();
        }

        this.TakeTheirs(Input, stored, this.ChosenTheirs());
        if (!await this.ValidateAsync(new CorrectionRequestForm.Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        Db.ChangeTracker.Clear();
        var outcome = RequestId is { } id
            ? await requests.UpdateAsync(id, Input.Version, Input.ToInput(settings.TimeZone), Actor, ct)
            : await requests.AddAsync(Id, Input.ToInput(settings.TimeZone), SubmissionId, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToSource(CommonText.Saved, "requests");
        }

        if (outcome is Outcome.Stale stale && await StoredAsync(ct) is { } now)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, now, stale.Conflict, v => v.Record == nameof(CorrectionRequest));
        }

        return this.Answer(outcome, path => path is "SubmissionId" ? "" : path is "SentAt" ? "Input.SentAt.Day" : "Input." + path);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var errors = await Db.ArticleErrors.AsNoTracking().Where(e => e.SourceId == Id).OrderBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(ct);
        (Errors, Waiting) = (errors.FindAll(e => !e.IsWaiting), errors.FindAll(e => e.IsWaiting));
    }

    /// <summary>The letter as it is kept; an error in it that was changed since, and waits again, is no longer chosen.</summary>
    private async Task<CorrectionRequestForm?> StoredAsync(CancellationToken ct)
    {
        if (await Db.CorrectionRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == RequestId && r.SourceId == Id, ct) is not { } request)
        {
            return null;
        }

        var form = CorrectionRequestForm.Of(request, settings.TimeZone);
        if (form.SentAt.Day is null)
        {
            form.Errors.RemoveAll(e => Waiting.Any(w => w.Id.ToString() == e));
        }

        return form;
    }
}
