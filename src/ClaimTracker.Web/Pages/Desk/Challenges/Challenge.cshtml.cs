using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Challenges;

/// <summary>One report with everything that is needed to answer it: its claim, who has it, the answer, the correction that followed.</summary>
public sealed class ChallengeModel(ClaimDbContext db, ChallengeService challenges, ClaimHistory history, AnswerSettings settings, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Challenge Report { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public ChallengeFacts Facts { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public StaffNames Staff { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public Actor Actor => User.ToActor();

    public DateOnly Today => settings.DayOf(db.Now);

    public bool CanHandle => Permissions.CanHandleChallenge(Actor, Report.Kind, Facts.IsOwnVerdict);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (Report.SameAsId is { } first)
        {
            return Redirect(links.Desk.Challenge(first));
        }

        Input = InputModel.Of(Report);
        return Page();
    }

    public Task<IActionResult> OnPostAssignAsync(CancellationToken ct) =>
        DoAsync(() => challenges.AssignAsync(Id, Input.Version, Input.OwnerId, Actor, ct), CommonText.Saved, ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        DoAsync(() => challenges.AnswerAsync(Id, Input.Version, new ChallengeAnswer(Input.State, Input.Answer.ToEdit()), Actor, ct), DeskText.ChallengeAnswerDone, ct);

    public Task<IActionResult> OnPostLinkAsync(CancellationToken ct) =>
        DoAsync(() => challenges.LinkCorrectionAsync(Id, Input.Version, Input.CorrectionId, Actor, ct), CommonText.Saved, ct);

    private async Task<IActionResult> DoAsync(Func<Task<Outcome>> change, string done, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var before = InputModel.Of(Report);
        Input.FillIn(before, Request.Form);
        this.TakeTheirs(Input, before, this.ChosenTheirs());
        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        db.ChangeTracker.Clear();
        var outcome = await change();
        if (outcome is Outcome.Done)
        {
            this.Done(done);
            return Redirect(links.Desk.Challenge(Id));
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, InputModel.Of(Report), stale.Conflict, v => v.Record == nameof(Challenge));
        }

        return this.Answer(outcome);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } report)
        {
            return false;
        }

        Report = report;
        Facts = await ChallengeFacts.ReadAsync(db, history, report, Actor, ct);
        Staff = await StaffNames.ReadAsync(db, Actor, ct);
        return true;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(DeskText.ChallengeOwner), ResourceType = typeof(DeskText))]
        public Guid? OwnerId { get; set; }

        [Display(Name = nameof(DeskText.ChallengeOutcome), ResourceType = typeof(DeskText))]
        public ChallengeState State { get; set; }

        [Display(Name = nameof(DeskText.ChallengeAnswer), ResourceType = typeof(DeskText))]
        public TextInput Answer { get; set; } = new();

        [Display(Name = nameof(DeskText.ChallengeCorrection), ResourceType = typeof(DeskText))]
        public Guid? CorrectionId { get; set; }

        public static InputModel Of(Challenge report) => new()
        {
            Version = report.Version,
            OwnerId = report.OwnerId,
            State = report.State,
            Answer = TextInput.Of(report.Answer),
            CorrectionId = report.CorrectionId,
        };

        /// <summary>Each form of the page sends its own fields; the others stay as they are.</summary>
        public void FillIn(InputModel current, IFormCollection sent)
        {
            OwnerId = sent.ContainsKey("Input.OwnerId") ? OwnerId : current.OwnerId;
            CorrectionId = sent.ContainsKey("Input.CorrectionId") ? CorrectionId : current.CorrectionId;
            if (!sent.ContainsKey("Input.State"))
            {
                (State, Answer) = (current.State, current.Answer);
            }
        }
    }
}
