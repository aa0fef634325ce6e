using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Pages.Desk.Sources;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>What was read from an article, for a person to correct before it is taken in; the same article and its like are offered.</summary>
public sealed class CheckModel(ClaimDbContext db, IntakeService intake, LikeTexts likes, Links links) : SourceFormPage(db)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid SubmissionId { get; set; }

    /// <summary>The working text: longer than any other field, so it is read by itself.</summary>
    public string? Text { get; private set; }

    /// <summary>The button that adds the copy to a source that is here.</summary>
    [BindProperty]
    public Guid? AddTo { get; set; }

    /// <summary>The source that this one reprints or translates, from those offered.</summary>
    [BindProperty]
    public Guid? SameOrigin { get; set; }

    public PendingArticle Article { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public IReadOnlyList<LikeOffer> Like { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var read = Article.Read();
        Input = ReadSource.FormOf(Article, read, await ReadSource.OutletAsync(Db, read.Outlet?.Value, ct));
        Text = read.WorkingText;
        await ShowWithLikesAsync(ct);
        SameOrigin = Like.FirstOrDefault(l => l.Likeness is Likeness.SameOrigin)?.Source.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Text = CleanText.Of(Request.Form[nameof(Text)].ToString());
        if (await intake.TakenAsync(SubmissionId, User.ToActor(), ct) is { } taken)
        {
            return Redirect(links.Desk.ReadArticle(taken));
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (Add is not null)
        {
            await ShowWithLikesAsync(ct);
            return await AddRowAsync(Add, ct);
        }

        var faults = new FormFaults(this);
        var reader = new SourceFormReader(Finder, faults);
        if (AddTo is { } existing)
        {
            ModelState.Clear();
            return await TakeAsync(existing, reader, faults, ct);
        }

        var source = await reader.ReadNewAsync(Input, ct);
        if (faults.Any)
        {
            await ShowWithLikesAsync(ct);
            return this.InvalidPage();
        }

        return await TakeAsync(source with { OriginalId = SameOrigin ?? source.OriginalId }, reader, faults, ct);
    }

    private async Task<IActionResult> TakeAsync(Choice<NewSource> source, SourceFormReader reader, FormFaults faults, CancellationToken ct)
    {
        var outcome = await intake.TakeInAsync(Id, source, Text, SubmissionId, User.ToActor(), ct);
        if (outcome is Outcome.Done done)
        {
            this.Done(IntakeText.CheckDone);
            return Redirect(links.Desk.ReadArticle(done.Id));
        }

        await ShowWithLikesAsync(ct);
        return await AnswerAsync(outcome, p => p == nameof(NewCapture.WorkingText) ? nameof(Text) : reader.FieldOf(p), faults, ct);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var article = await intake.PendingAsync(Id, User.ToActor(), ct);
        Article = article!; // handlers stop when there is none
        return article is not null;
    }

    private async Task ShowWithLikesAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Like = await LikeOffer.FindAsync(Db, likes, Input.Address, Text ?? "", ct);
    }
}
