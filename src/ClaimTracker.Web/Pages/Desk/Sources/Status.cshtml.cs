using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>What became of a source after we read it: updated, corrected, retracted, deleted.</summary>
public sealed class StatusModel(ClaimDbContext db, SourceService sources, Links links) : SourcePage(db, links)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Open claims that rest on it, its copies or its original.</summary>
    public int ClaimsResting { get; private set; }

    /// <param name="corrected">The day its publisher said they corrected it, offered after a request for correction.</param>
    public async Task<IActionResult> OnGetAsync(DateOnly? corrected, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = InputModel.Of(Source);
        if (corrected is not null)
        {
            Input.Status = SourceStatus.Corrected;
            Input.On = corrected;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        this.TakeTheirs(Input, InputModel.Of(Source), this.ChosenTheirs().Select(InputModel.NameOf));
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        var change = new SourceStatusChange(Input.Status ?? default, Input.On, Input.Note.ToEdit());
        var outcome = await sources.ChangeStatusAsync(Id, Input.Version, change, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToSource(DeskText.SourceStatusDone);
        }

        Db.ChangeTracker.Clear();
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, InputModel.Of(Source), stale.Conflict, v => v.Record == nameof(Core.Sources.Source), nameOf: InputModel.NameOf);
        }

        return this.Answer(outcome);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct) => ClaimsResting = await Db.OpenClaimsRestingOn(Id).CountAsync(ct);

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(DeskText.SourceStatusLabel), ResourceType = typeof(DeskText))]
        public SourceStatus? Status { get; set; }

        [Display(Name = nameof(DeskText.SourceStatusOn), ResourceType = typeof(DeskText))]
        public DateOnly? On { get; set; }

        [Display(Name = nameof(DeskText.SourceStatusNote), ResourceType = typeof(DeskText))]
        public TextInput Note { get; set; } = new();

        public static InputModel Of(Source source) => new() { Version = source.Version, Status = source.Status, On = source.StatusOn, Note = TextInput.Of(source.StatusNote) };

        /// <summary>The form's name of a property of the record.</summary>
        public static string NameOf(string property) => property.StartsWith("Status", StringComparison.Ordinal) && property.Length > "Status".Length ? property["Status".Length..] : property;
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Status).NotNull();
        }
    }
}
