using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A request for comment: recorded when it is sent, completed when an answer comes or the deadline passes.</summary>
public sealed class ContactsModel(ClaimDbContext db, Links links, ContactService contacts, SiteSettings settings) : ClaimPage(db, links)
{
    /// <summary>Null: a new one.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid SubmissionId { get; set; }

    [BindProperty]
    public ContactForm Input { get; set; } = new();

    /// <summary>Who can be asked: the claimants, and who handed the claim on.</summary>
    public IReadOnlyList<(Guid Id, LocalizedText Name)> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (Id is not { } id)
        {
            Input.SentAt = MomentInput.Of(Db.Now, settings.TimeZone);
            return Page();
        }

        if (await StoredAsync(id, ct) is not { } stored)
        {
            return NotFound();
        }

        Input = stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        var stored = Id is { } present ? await StoredAsync(present, ct) : null;
        if (Id is not null && stored is null)
        {
            return NotFound();
        }

        this.TakeTheirs(Input, stored ?? Input, this.ChosenTheirs());
        // Who may not record anything is told so before being asked to fill in a form.
        if (Header.CanAdd && !await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        Db.ChangeTracker.Clear();
        var outcome = Id is { } id
            ? await contacts.UpdateAsync(id, Input.Version, Input.ToInput(settings.TimeZone), Actor, ct)
            : await contacts.AddAsync(Number, Input.ToInput(settings.TimeZone), SubmissionId, Actor, ct);
        if (outcome is Outcome.Done)
        {
            return ToWorkbench(CommonText.Saved, "contacts");
        }

        if (await LoadAsync(ct) is { } answer)
        {
            return answer;
        }

        if (outcome is Outcome.Stale stale && Id is { } overtaken && await StoredAsync(overtaken, ct) is { } now)
        {
            Input.Version = stale.Conflict.CurrentVersion;
            this.Overtaken(Input, now, stale.Conflict, v => v.Record == nameof(ContactAttempt));
        }

        return this.Answer(outcome, path => path is "SentAt" or "Deadline" or "RepliedAt" ? $"Input.{path}.Day" : "Input." + path);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var claimants = await Db.Claimants.AsNoTracking().Where(c => c.ClaimNumber == Number).OrderBy(c => c.Order)
            .Select(c => new { c.PartyId, c.Party!.Name }).ToListAsync(ct); // a foreign key
        var steps = await Db.AttributionSteps.AsNoTracking().Where(s => s.ClaimNumber == Number).OrderBy(s => s.Order)
            .Select(s => new { s.PartyId, s.Party!.Name }).ToListAsync(ct); // a foreign key
        Parties = [.. claimants.Concat(steps).DistinctBy(p => p.PartyId).Select(p => (p.PartyId, p.Name))];
    }

    /// <summary>The form as the record fills it now; null: this claim has no such request.</summary>
    private async Task<ContactForm?> StoredAsync(Guid id, CancellationToken ct) =>
        await Db.ContactAttempts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ClaimNumber == Number, ct) is { } contact ? ContactForm.Of(contact, settings.TimeZone) : null;

    private sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator()
        {
            RuleFor(c => c.Channel).NotNull();
            RuleFor(c => c.SentAt.Day).NotNull();
            RuleFor(c => c.SentAt.Time).Must((c, _) => c.SentAt.IsReadable).WithMessage(_ => CommonText.InputTimeInvalid);
            RuleFor(c => c.Deadline.Time).Must((c, _) => c.Deadline.IsReadable).WithMessage(_ => CommonText.InputTimeInvalid);
            RuleFor(c => c.RepliedAt.Time).Must((c, _) => c.RepliedAt.IsReadable).WithMessage(_ => CommonText.InputTimeInvalid);
        }
    }
}
