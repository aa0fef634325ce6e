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

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = new InputModel { Version = Source.Version, Status = Source.Status, On = Source.StatusOn, Note = TextInput.Of(Source.StatusNote) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return await LoadAsync(ct) ? this.InvalidPage() : NotFound();
        }

        var change = new SourceStatusChange(Input.Status ?? default, Input.On, Input.Note.ToEdit());
        var outcome = await sources.ChangeStatusAsync(Id, Input.Version, change, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToSource(DeskText.SourceStatusDone);
        }

        Db.ChangeTracker.Clear();
        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
        }

        return await LoadAsync(ct) ? this.Answer(outcome) : NotFound();
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
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Status).NotNull();
        }
    }
}
