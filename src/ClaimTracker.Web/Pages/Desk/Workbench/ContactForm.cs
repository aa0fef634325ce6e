using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A request for comment as its form holds it.</summary>
public sealed class ContactForm
{
    public int Version { get; set; }

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

    public static ContactForm Of(ContactAttempt contact, TimeZoneInfo zone) => new()
    {
        Version = contact.Version,
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
