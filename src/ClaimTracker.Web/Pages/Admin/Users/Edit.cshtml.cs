using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Admin.Users;

public sealed class EditModel(ClaimDbContext db, UserAdministration administration, TimeProvider clock, Links links) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public UserView Shown { get; private set; } = UserView.None;

    /// <summary>The link just made; shown in this answer and never again.</summary>
    public string? ResetLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = new InputModel { Version = Shown.Version, Roles = RolesInput.ListOf(Shown.Roles), EditorUntil = Shown.EditorUntil };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? this.InvalidPage() : NotFound();
        }

        var outcome = await administration.SetRolesAsync(Id, Input.Version, Input.Set, Input.EditorUntil, User.ToActor(), ct);
        return await AnswerAsync(outcome, CommonText.Saved, ct);
    }

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        await AnswerAsync(await administration.SuspendAsync(Id, Input.Version, User.ToActor(), ct), AdminText.UserSuspended, ct);

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        await AnswerAsync(await administration.ResumeAsync(Id, Input.Version, User.ToActor(), ct), AdminText.UserResumed, ct);

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        var issued = await administration.NewResetLinkAsync(Id, User.ToActor(), ct);
        ModelState.Clear();
        var found = await OnGetAsync(ct);
        if (issued.Token is not { } token)
        {
            return this.Answer(issued.Outcome);
        }

        ResetLink = links.Absolute(links.Account.ResetPassword(Id, token));
        return found;
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken ct)
    {
        if (outcome is Outcome.Done)
        {
            this.Done(done);
            return LocalRedirect(links.Admin.User(Id));
        }

        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input.Version = Shown.Version;
        return this.Answer(outcome, words: AccountWords.Of);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Id, ct);
        if (user is null)
        {
            return false;
        }

        Shown = new UserView(user.DisplayName, user.Email, user.Roles, user.EditorUntil, user.IsSuspended, user.LockoutEnd > now, user.IsDemo, user.CreatedAt, user.Version);
        return true;
    }

    public sealed class InputModel : RolesInput
    {
        public int Version { get; set; }
    }

    public sealed record UserView(
        string DisplayName, string? Email, Roles Roles, DateOnly? EditorUntil, bool IsSuspended, bool IsLocked, bool IsDemo, DateTime CreatedAt, int Version)
    {
        public static readonly UserView None = new("", null, Roles.None, null, false, false, false, default, 0);
    }
}
