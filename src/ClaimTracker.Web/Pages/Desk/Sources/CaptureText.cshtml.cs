using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>Corrects the working text of a copy. The copy itself stays as it came, and so does every earlier text; quotes that are not found for sure in the new one are named.</summary>
public sealed class CaptureTextModel(ClaimDbContext db, CaptureService captures, Links links) : SourcePage(db, links)
{
    [FromRoute]
    public Guid CaptureId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool CanEdit => Permissions.CanEditSources(Actor);

    /// <summary>The text as it is stored; what is typed may be another.</summary>
    public string Stored { get; private set; } = "";

    /// <summary>Quotes that claims took from the source, in the stored text.</summary>
    public IReadOnlyList<SourceAnchor> Anchors { get; private set; } = [];

    public IReadOnlyList<SourceAnchor> Unsure => [.. Anchors.Where(a => !a.Place.IsSure)];

    public bool IsOvertaken { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await NumberAsync(ct) is not { } number || !await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = new InputModel { Number = number, Text = Stored };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await NumberAsync(ct) is null)
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await captures.CorrectTextAsync(CaptureId, Input.Number, Input.Text, Actor, ct) : null;
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return Redirect(Links.Desk.SourceForm(Id, $"captures/{CaptureId}/text"));
        }

        Db.ChangeTracker.Clear();
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (outcome is Outcome.NotNow)
        {
            // What was typed stays; the number becomes that of the text now shown beside it, so that sending again settles it.
            IsOvertaken = true;
            Input.Number = await NumberAsync(ct) ?? 0;
            ModelState.Remove("Input.Number");
        }

        return outcome is null ? this.InvalidPage() : this.Answer(outcome, _ => "Input.Text");
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        Stored = await captures.TextAsync(CaptureId, ct) ?? "";
        Anchors = await SourceAnchors.OfAsync(Db, Id, Stored, ct);
    }

    /// <summary>The number of the text that counts; null: no such text.</summary>
    private Task<int?> NumberAsync(CancellationToken ct) => Db.WorkingTexts.Where(t => t.CaptureId == CaptureId && t.SourceId == Id).MaxAsync(t => (int?)t.Number, ct);

    public sealed class InputModel
    {
        /// <summary>Of the text that is corrected.</summary>
        public int Number { get; set; }

        [Display(Name = nameof(DeskText.CaptureText), ResourceType = typeof(DeskText))]
        public string? Text { get; set; }
    }
}
