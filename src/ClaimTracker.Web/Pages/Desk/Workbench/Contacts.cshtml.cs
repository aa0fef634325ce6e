using System.ComponentModel.DataAnnotations;
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
    public InputModel Input { get; set; } = new();

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

        var contact = await Db.ContactAttempts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ClaimNumber == Number, ct);
        if (contact is null)
        {
            return NotFound();
        }

        Input = InputModel.Of(contact, settings.TimeZone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        // Who may not record anything is told so before being asked to fill in a form.
        if (Header.CanAdd && !await this.ValidateAsync(new Validator(), Input, ct))
        {
            return this.InvalidPage();
        }

        Db.ChangeTracker.Clear();
        var outcome = Id is { } id
            ? await contacts.UpdateAsync(id, Input.ToInput(settings.TimeZone), Actor, ct)
            : await contacts.AddAsync(Number, Input.ToInput(settings.TimeZone), SubmissionId, Actor, ct);
        return outcome is Outcome.Done
            ? ToWorkbench(CommonText.Saved, "contacts")
            : await LoadAsync(ct) ?? this.Answer(outcome, path => path is "SentAt" or "Deadline" or "RepliedAt" ? $"Input.{path}.Day" : "Input." + path);
    }

    protected override async Task LoadMoreAsync(CancellationToken ct)
    {
        var claimants = await Db.Claimants.AsNoTracking().Where(c => c.ClaimNumber == Number).OrderBy(c => c.Order)
            .Select(c => new { c.PartyId, c.Party!.Name }).ToListAsync(ct); // a foreign key
        var steps = await Db.AttributionSteps.AsNoTracking().Where(s => s.ClaimNumber == Number).OrderBy(s => s.Order)
            .Select(s => new { s.PartyId, s.Party!.Name }).ToListAsync(ct); // a foreign key
        Parties = [.. claimants.Concat(steps).DistinctBy(p => p.PartyId).Select(p => (p.PartyId, p.Name))];
    }

    public sealed class InputModel
    {
        [Display(Name = nameof(DeskText.ContactParty), ResourceType = typeof(DeskText))]
        public Guid? PartyId { get; set; }

        [Display(Name = nameof(DeskText.ContactChannel), ResourceType = typeof(DeskText))]
        public ContactChannel? Channel { get; set; }

        [Display(Name = nameof(DeskText.ContactSentTo), ResourceType = typeof(DeskText))]
        public string? SentTo { get; set; }

        [Display(Name = nameof(DeskText.ContactSentAt), ResourceType = typeof(DeskText))]
        public MomentInput SentAt { get; set; } = new();

        [Display(Name = nameof(DeskText.ContactDeadline), ResourceType = typeof(DeskText))]
        public MomentInput Deadline { get; set; } = new();

        [Display(Name = nameof(DeskText.ContactOutcome), ResourceType = typeof(DeskText))]
        public ContactOutcome Outcome { get; set; }

        [Display(Name = nameof(DeskText.ContactRepliedAt), ResourceType = typeof(DeskText))]
        public MomentInput RepliedAt { get; set; } = new();

        [Display(Name = nameof(DeskText.ContactReply), ResourceType = typeof(DeskText))]
        public TextInput Reply { get; set; } = new();

        public static InputModel Of(ContactAttempt contact, TimeZoneInfo zone) => new()
        {
            PartyId = contact.PartyId,
            Channel = contact.Channel,
            SentTo = contact.SentTo,
            SentAt = MomentInput.Of(contact.SentAt, zone),
            Deadline = MomentInput.Of(contact.Deadline, zone),
            Outcome = contact.Outcome,
            RepliedAt = MomentInput.Of(contact.RepliedAt, zone),
            Reply = TextInput.Of(contact.Reply),
        };

        public ContactInput ToInput(TimeZoneInfo zone) => new()
        {
            PartyId = PartyId,
            Channel = Channel ?? default,
            SentTo = SentTo,
            SentAt = SentAt.ToUtc(zone) ?? default,
            Deadline = Deadline.ToUtc(zone, endOfDay: true),
            Outcome = Outcome,
            Reply = Reply.ToEdit(),
            RepliedAt = RepliedAt.ToUtc(zone),
        };
    }

    private sealed class Validator : AbstractValidator<InputModel>
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
