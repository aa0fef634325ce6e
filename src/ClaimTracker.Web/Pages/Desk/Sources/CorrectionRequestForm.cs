using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using FluentValidation;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A request for correction as its form holds it.</summary>
public sealed class CorrectionRequestForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.ArticleErrors), ResourceType = typeof(DeskText))]
    public List<string> Errors { get; set; } = [];

    [Display(Name = nameof(DeskText.RequestLanguage), ResourceType = typeof(DeskText))]
    public string Language { get; set; } = "";

    [Display(Name = nameof(DeskText.RequestText), ResourceType = typeof(DeskText))]
    public string? Text { get; set; }

    [Display(Name = nameof(DeskText.ContactChannel), ResourceType = typeof(DeskText))]
    public ContactChannel? Channel { get; set; }

    [Display(Name = nameof(DeskText.ContactSentTo), ResourceType = typeof(DeskText))]
    public string? SentTo { get; set; }

    [Display(Name = nameof(DeskText.ContactSentAt), ResourceType = typeof(DeskText))]
    public MomentInput SentAt { get; set; } = new();

    public static CorrectionRequestForm Of(CorrectionRequest request, TimeZoneInfo zone) => new()
    {
        Version = request.Version,
        Errors = [.. request.Errors],
        Language = request.Language,
        Text = request.Text,
        Channel = request.Channel,
        SentTo = request.SentTo,
        SentAt = MomentInput.Of(request.SentAt, zone),
    };

    public CorrectionRequestInput ToInput(TimeZoneInfo zone) => new()
    {
        Errors = [.. Errors.Select(e => Guid.TryParse(e, out var id) ? id : Guid.Empty)],
        Language = Language,
        Text = Text,
        Channel = Channel,
        SentTo = SentTo,
        SentAt = SentAt.ToUtc(zone),
    };

    public sealed class Validator : AbstractValidator<CorrectionRequestForm>
    {
        public Validator()
        {
            RuleFor(r => r.SentAt.Day).NotNull().When(r => r.SentAt.Time is not null);
            RuleFor(r => r.SentAt.Time).Must((r, _) => r.SentAt.IsReadable).WithMessage(_ => CommonText.InputTimeInvalid);
        }
    }
}
