using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
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

namespace ClaimTracker.Web.Pages.Desk.Suggested;

/// <summary>One suggestion: has it been checked already? Then log a claim from it, say which one it is, or decline it.</summary>
public sealed class SuggestionModel(ClaimDbContext db, SuggestionService suggestions, LikeClaims likes, ClaimHistory history, Links links) : PageModel
{
    private const int MaxSame = 50;
    private const int MaxEntries = 30;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Suggestion Sent { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    /// <summary>Sent again, newest first.</summary>
    public IReadOnlyList<Suggestion> Same { get; private set; } = [];

    /// <summary>Claims that say the same, or nearly.</summary>
    public IReadOnlyList<LikeClaim> Likes { get; private set; } = [];

    public HistoryPage History { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public StaffNames Staff { get; private set; } = null!; // set by LoadAsync, which every handler calls first

    public bool CanHandle => Permissions.CanHandleSuggestions(User.ToActor());

    /// <summary>Why a suggestion may be declined.</summary>
    public static IEnumerable<CloseReason> Reasons => Enum.GetValues<CloseReason>().Where(r => r is not CloseReason.Merged);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        !await LoadAsync(ct) ? NotFound() : Sent.SameAsId is { } first ? Redirect(links.Desk.Suggestion(first)) : Page();

    /// <summary>The picture as it came; nothing in it runs.</summary>
    public async Task<IActionResult> OnGetPictureAsync(CancellationToken ct)
    {
        var found = await (
            from suggestion in db.Suggestions
            join content in db.CaptureContents on suggestion.PictureSha256 equals content.Sha256
            where suggestion.Id == Id
            select new { content.Bytes, suggestion.PictureMediaType }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found?.PictureMediaType is not { } type)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(found.Bytes, type);
    }

    public Task<IActionResult> OnPostHereAsync(CancellationToken ct) =>
        DoAsync(() => suggestions.MarkHereAsync(Id, Input.Version, ClaimReference.Read(Input.Claim) ?? 0, User.ToActor(), ct), ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        DoAsync(() => suggestions.DeclineAsync(Id, Input.Version, Input.Reason ?? CloseReason.Merged, User.ToActor(), ct), ct);

    private async Task<IActionResult> DoAsync(Func<Task<Outcome>> decide, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        db.ChangeTracker.Clear();
        var outcome = await decide();
        if (outcome is Outcome.Done)
        {
            this.Done(CommonText.Saved);
            return Redirect(links.Desk.Suggestion(Id));
        }

        await LoadAsync(ct);
        return this.Answer(
            outcome,
            path => path == nameof(Suggestion.ClaimNumber) ? "Input.Claim" : "Input.Reason",
            fault => fault.Code is FaultCode.UnknownRecord ? PublicText.ReportClaimUnknown : DeskText.SuggestionReasonMissing);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.Suggestions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id, ct) is not { } sent)
        {
            return false;
        }

        Sent = sent;
        Same = await db.Suggestions.AsNoTracking().Where(s => s.SameAsId == Id).OrderByDescending(s => s.Id).Take(MaxSame).ToListAsync(ct);
        Likes = sent.Text is { } text ? await likes.FindAsync(LocalizedText.Of((Cultures.OfText(text), text)), ct) : [];
        History = await history.ReadAsync(sent.AuditStream, before: null, MaxEntries, ct);
        Staff = await StaffNames.ReadAsync(db, User.ToActor(), ct);
        return true;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Display(Name = nameof(DeskText.SuggestionClaim), ResourceType = typeof(DeskText))]
        public string? Claim { get; set; }

        [Display(Name = nameof(DeskText.SuggestionReason), ResourceType = typeof(DeskText))]
        public CloseReason? Reason { get; set; }
    }
}
