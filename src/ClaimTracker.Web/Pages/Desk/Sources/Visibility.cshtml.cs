using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Hides a source from readers in every published version at once, or shows it again.</summary>
public sealed class VisibilityModel(ClaimDbContext db, SourceService sources, Links links) : SourcePage(db, links)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsWithheld => Source.Visibility is SourceVisibility.Withheld;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input.Version = Source.Version;
        Input.Withhold = !IsWithheld;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await this.ValidateAsync(new Validator(), Input, ct))
        {
            return await LoadAsync(ct) ? this.InvalidPage() : NotFound();
        }

        var outcome = Input.Withhold
            ? await sources.WithholdAsync(Id, Input.Version, Input.Reason, Actor, ct)
            : await sources.UnwithholdAsync(Id, Input.Version, Input.Reason, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToSource(Input.Withhold ? DeskText.SourceWithheldDone : DeskText.SourceUnwithheldDone);
        }

        Db.ChangeTracker.Clear();
        if (outcome is Outcome.Stale stale)
        {
            Input.Version = stale.Conflict.CurrentVersion;
        }

        return await LoadAsync(ct) ? this.Answer(outcome) : NotFound();
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        /// <summary>What the button said, so that a form that was overtaken does not do the opposite.</summary>
        public bool Withhold { get; set; }

        [Display(Name = nameof(DeskText.ActionReason), ResourceType = typeof(DeskText))]
        public string? Reason { get; set; }
    }

    private sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator()
        {
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(Source.NoteMaxLength);
        }
    }
}
