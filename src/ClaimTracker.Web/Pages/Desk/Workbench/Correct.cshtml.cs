using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>
/// A correction: the words of the published verdict, with the notice readers get. Typed first, then shown against what readers
/// have; only what was shown is sent on.
/// </summary>
public sealed class CorrectModel(ClaimDbContext db, Links links, RevisionService revisions, Publisher publisher, Formats formats) : ClaimPage(db, links)
{
    [BindProperty]
    public int ClaimVersion { get; set; }

    [BindProperty]
    public VerdictForm Verdict { get; set; } = new();

    [BindProperty]
    public CorrectionForm Correction { get; set; } = new();

    /// <summary>The reader's report it follows from.</summary>
    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid? ChallengeId { get; set; }

    /// <summary>Of the difference that was shown; null: not shown yet.</summary>
    [BindProperty]
    public string? ShownHash { get; set; }

    public DocumentDiff? Difference { get; private set; }

    private bool ShowsTyped { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        ClaimVersion = Header.Claim.Version;
        if (ChallengeId is not null)
        {
            var kind = await Db.Challenges.Where(c => c.Id == ChallengeId && c.ClaimNumber == Number).Select(c => (ChallengeKind?)c.Kind).SingleOrDefaultAsync(ct);
            Correction.Cause = kind is null ? null : kind is ChallengeKind.PersonNamed ? CorrectionCause.ClaimantResponse : CorrectionCause.ReaderReport;
        }

        return Workflow.Check(ClaimAction.Correct, Header.Situation) is Refusal refusal ? this.Refused(Refusals.Notice(refusal, Header)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ShowsTyped = true;
        var shown = ShownHash;
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Header.May(ClaimAction.Correct))
        {
            if (!await this.ValidateAsync(new Validator(), Correction, ct, nameof(Correction)))
            {
                return this.InvalidPage();
            }

            var faults = await CompareAsync(ct);
            if (shown is null)
            {
                return faults is null ? Page() : this.Answer(faults, FieldOf);
            }
        }

        Db.ChangeTracker.Clear();
        var outcome = await revisions.CorrectAsync(Number, ClaimVersion, shown ?? "", Verdict.ToDraft(), Correction.ToInput() with { ChallengeId = ChallengeId }, Actor, ct);
        if (outcome is Outcome.Done && ChallengeId is { } challenge)
        {
            this.Done(Correction.Kind is CorrectionKind.Typo ? DeskText.PublishDone : DeskText.CorrectRequested);
            return Redirect(Links.Desk.Challenge(challenge));
        }

        if (outcome is Outcome.Done)
        {
            return ToWorkbench(Correction.Kind is CorrectionKind.Typo ? DeskText.PublishDone : DeskText.CorrectRequested);
        }

        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        ModelState.Remove(nameof(ClaimVersion));
        ClaimVersion = Header.Claim.Version;
        return this.Answer(outcome, FieldOf);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        if (!ShowsTyped)
        {
            Verdict = VerdictForm.Of(Header.Case.Decided);
        }

        Verdict.IsTextsOnly = true;
        Verdict.RatingId = Header.Case.Decided?.RatingId;
        Verdict.SettledRating = Verdict.RatingId is { } id ? Header.Ratings.GetValueOrDefault(id) : null;
        Verdict.Languages = (await publisher.CurrentDocumentAsync(Number, ct))?.Languages ?? [];
        Correction.Kinds = CorrectionRules.ByCorrecting;
    }

    private static string FieldOf(string path) => path == "" || path.StartsWith("Correction.", StringComparison.Ordinal) ? path : "Verdict." + path;

    /// <summary>What readers have beside what they would get, and what is wrong with it; the hash of the latter is posted with the request.</summary>
    private async Task<Outcome.Invalid?> CompareAsync(CancellationToken ct)
    {
        var typed = Verdict.ToDraft();
        var preview = await revisions.PreviewCorrectionAsync(Number, typed, ct);
        Difference = preview is null ? null : DocumentDiff.Of(preview.Current, preview.Document, formats);
        ModelState.Remove(nameof(ShownHash));
        ShownHash = preview?.Hash;
        return preview is { Current: { } current } && Header.Case.Decided is { } decided
            ? CorrectedWords.Faults(current, preview.Document, decided, typed, Correction.Kind ?? CorrectionKind.Correction)
            : null;
    }

    private sealed class Validator : AbstractValidator<CorrectionForm>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).NotNull();
            RuleFor(c => c.Cause).NotNull();
        }
    }
}
