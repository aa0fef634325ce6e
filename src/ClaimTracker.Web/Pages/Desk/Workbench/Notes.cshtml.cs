using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Reviewers' notes: written, answered, mended, resolved, published.</summary>
public sealed class NotesModel(ClaimDbContext db, Links links, NoteService notes) : ClaimPage(db, links)
{
    /// <summary>The note to be mended; null: a new one.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid SubmissionId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Id is { } id)
        {
            if (await Db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.ClaimNumber == Number, ct) is not { } note)
            {
                return NotFound();
            }

            Input = new InputModel { Body = note.Body, Version = note.Version };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid && Permissions.CanWriteNote(Actor))
        {
            return await LoadAsync(ct) ?? this.InvalidPage();
        }

        var body = Input.Body ?? "";
        var outcome = Id is { } id
            ? await notes.EditAsync(id, Input.Version, body, Actor, ct)
            : await notes.WriteAsync(new NewNote(Number, body, LanguageOf(body)) { ThreadId = Input.ThreadId }, SubmissionId, Actor, ct);
        return await AnswerAsync(outcome, ct);
    }

    public async Task<IActionResult> OnPostResolveAsync(Guid noteId, bool value, CancellationToken ct) =>
        await AnswerAsync(await notes.ResolveAsync(noteId, value, Actor, ct), ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid noteId, int noteVersion, bool value, CancellationToken ct) =>
        await AnswerAsync(await notes.PublishAsync(noteId, noteVersion, value, Actor, ct), ct);

    public async Task<IActionResult> OnPostSeenAsync(CancellationToken ct) => await AnswerAsync(await notes.MarkSeenAsync(Number, Actor, ct), ct);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(CommonText.Saved, "notes");
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (outcome is Outcome.Stale stale)
        {
            ModelState.Remove("Input.Version");
            Input.Version = stale.Conflict.CurrentVersion;
        }

        return this.Answer(outcome);
    }

    /// <summary>Notes are written as they come; what has Arabic letters is Arabic.</summary>
    private static string LanguageOf(string body) => body.Any(c => c is >= '\u0600' and <= '\u06FF') ? Cultures.Arabic : Cultures.English;

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(CommonText.FieldNoteThreadId), ResourceType = typeof(CommonText))]
        public Guid? ThreadId { get; set; }

        [Display(Name = nameof(DeskText.NoteBody), ResourceType = typeof(DeskText))]
        public string? Body { get; set; }
    }
}
