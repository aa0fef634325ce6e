using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>What the publisher did with a request for correction.</summary>
public sealed class CorrectionAnswerModel(ClaimDbContext db, CorrectionRequestService requests, Links links) : SourcePage(db, links)
{
    [FromRoute]
    public Guid RequestId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CorrectionRequest Letter { get; private set; } = null!; // set by FindAsync, which every handler calls first

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = InputModel.Of(Letter);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        this.TakeTheirs(Input, InputModel.Of(Letter), this.ChosenTheirs().Select(InputModel.NameOf));
        if (!ModelState.IsValid)
        {
            return this.InvalidPage();
        }

        var outcome = await requests.RecordAnswerAsync(RequestId, Input.Version, new CorrectionAnswer(Input.Outcome, Input.On, Input.Note), Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToSource(CommonText.Saved, "requests");
        }

        Db.ChangeTracker.Clear();
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, InputModel.Of(Letter), stale.Conflict, v => v.Record == nameof(CorrectionRequest), nameOf: InputModel.NameOf);
        }

        return this.Answer(outcome);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)
            || await Db.CorrectionRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == RequestId && r.SourceId == Id, ct) is not { } request)
        {
            return false;
        }

        Letter = request;
        return true;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(DeskText.ContactOutcome), ResourceType = typeof(DeskText))]
        public CorrectionOutcome Outcome { get; set; }

        [Display(Name = nameof(DeskText.RequestOutcomeOn), ResourceType = typeof(DeskText))]
        public DateOnly? On { get; set; }

        [Display(Name = nameof(DeskText.RequestOutcomeNote), ResourceType = typeof(DeskText))]
        public string? Note { get; set; }

        public static InputModel Of(CorrectionRequest request) => new() { Version = request.Version, Outcome = request.Outcome, On = request.OutcomeOn, Note = request.OutcomeNote };

        /// <summary>The form's name of a property of the record.</summary>
        public static string NameOf(string property) =>
            property.StartsWith(nameof(Outcome), StringComparison.Ordinal) && property.Length > nameof(Outcome).Length ? property[nameof(Outcome).Length..] : property;
    }
}
