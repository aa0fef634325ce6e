using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>The published verdict in a language it does not have yet; an editor who did not write it publishes it.</summary>
public sealed class TranslateModel(ClaimDbContext db, Links links, RevisionService revisions, Publisher publisher) : ClaimPage(db, links)
{
    [BindProperty]
    public TranslationForm Input { get; set; } = new();

    /// <summary>The language to be written; null: readers have every language already.</summary>
    public string? Target { get; private set; }

    /// <summary>The language translated from.</summary>
    public string Source { get; private set; } = "";

    private bool ShowsTyped { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        return Header.CanTranslate && Target is not null ? Page()
            : !Actor.IsChecker ? this.Refused(RefusalNotice.Forbidden(ReviewText.RefusalReasonCheckersOnly))
            : this.Refused(Refusals.NotNow(Header.Case.Revision is null ? RefusalReason.NoVerdictOfOurs : RefusalReason.AlreadyRequested, Header));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ShowsTyped = true;
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        var draft = Input.ToDraft(Target ?? "");
        Db.ChangeTracker.Clear();
        // Only the missing language is sent on: the others are changed by a correction.
        var outcome = await revisions.TranslateAsync(Number, Input.Version, draft, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(DeskText.TranslateSaved);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        ModelState.Remove("Input.Version");
        Input.Version = Header.Claim.Version;
        return this.Answer(outcome, path => "Input." + path.Split('.')[0]);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var languages = (await publisher.CurrentDocumentAsync(Number, ct))?.Languages ?? [];
        Target = Header.Case.Decided is null ? null : Cultures.All.FirstOrDefault(l => !languages.Contains(l));
        Source = Cultures.All.FirstOrDefault(languages.Contains) ?? Header.Claim.OriginalLanguage;
        if (!ShowsTyped && Target is { } target)
        {
            Input = TranslationForm.Of(Header.Case.Revision ?? Header.Case.Decided, target);
            Input.Version = Header.Claim.Version;
        }
    }
}

/// <summary>A verdict's texts in one language.</summary>
public sealed class TranslationForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.VerdictHeadline), ResourceType = typeof(DeskText))]
    public string? Headline { get; set; }

    [Display(Name = nameof(DeskText.VerdictExplanation), ResourceType = typeof(DeskText))]
    public string? Explanation { get; set; }

    [Display(Name = nameof(DeskText.VerdictBody), ResourceType = typeof(DeskText))]
    public string? Body { get; set; }

    [Display(Name = nameof(DeskText.VerdictUnknowns), ResourceType = typeof(DeskText))]
    public string? Unknowns { get; set; }

    [Display(Name = nameof(DeskText.VerdictOtherSide), ResourceType = typeof(DeskText))]
    public string? OtherSideSearch { get; set; }

    [Display(Name = nameof(DeskText.VerdictConflict), ResourceType = typeof(DeskText))]
    public string? ConflictDisclosure { get; set; }

    public static TranslationForm Of(Verdict? verdict, string language) => new()
    {
        Headline = verdict?.Headline[language],
        Explanation = verdict?.Explanation[language],
        Body = verdict?.Body[language],
        Unknowns = verdict?.Unknowns[language],
        OtherSideSearch = verdict?.OtherSideSearch[language],
        ConflictDisclosure = verdict?.ConflictDisclosure[language],
    };

    public VerdictDraft ToDraft(string language) => new()
    {
        Headline = TextEdit.Of((language, Headline)),
        Explanation = TextEdit.Of((language, Explanation)),
        Body = TextEdit.Of((language, Body)),
        Unknowns = TextEdit.Of((language, Unknowns)),
        OtherSideSearch = TextEdit.Of((language, OtherSideSearch)),
        ConflictDisclosure = TextEdit.Of((language, ConflictDisclosure)),
    };
}
