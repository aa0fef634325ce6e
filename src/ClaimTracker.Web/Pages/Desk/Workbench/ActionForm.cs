using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using FluentValidation;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What the forms of the workflow's actions hold; each action shows the fields <see cref="ActionFields"/> names.</summary>
public sealed class ActionForm
{
    /// <summary>Version of the claim the page showed.</summary>
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.ActionReason), ResourceType = typeof(DeskText))]
    public string? Reason { get; set; }

    [Display(Name = nameof(DeskText.ActionAssignee), ResourceType = typeof(DeskText))]
    public Guid? AssigneeId { get; set; }

    [Display(Name = nameof(DeskText.ActionInto), ResourceType = typeof(DeskText))]
    public string? Into { get; set; }

    [Display(Name = nameof(DeskText.ActionRating), ResourceType = typeof(DeskText))]
    public Guid? RatingId { get; set; }

    [Display(Name = nameof(DeskText.ActionTellReaders), ResourceType = typeof(DeskText))]
    public bool TellReaders { get; set; }

    [Display(Name = nameof(DeskText.ActionCode), ResourceType = typeof(DeskText))]
    public string? Code { get; set; }

    [Display(Name = nameof(DeskText.ActionNotice), ResourceType = typeof(DeskText))]
    public TextInput Notice { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictAsOf), ResourceType = typeof(DeskText))]
    public DateOnly? AsOf { get; set; }

    /// <summary>The number of the claim merged into, as typed: 7, CT-7.</summary>
    public int? IntoNumber => ClaimNumbers.TryParse(Into, out var number) ? number : null;

    public T? CodeAs<T>()
        where T : struct, Enum =>
        Enum.TryParse<T>(Code, out var code) && Enum.IsDefined(code) && Enum.GetName(code) == Code ? code : null;
}

/// <summary>Which fields the form of an action shows.</summary>
public sealed record ActionFields
{
    public bool Reason { get; init; }

    public bool IsReasonOptional { get; init; }

    public bool Assignee { get; init; }

    public bool Into { get; init; }

    public bool Rating { get; init; }

    public bool TellReaders { get; init; }

    /// <summary>The list a reason is chosen from.</summary>
    public IReadOnlyList<Enum> Codes { get; init; } = [];

    public bool Notice { get; init; }

    public bool IsNoticeOptional { get; init; }

    public bool AsOf { get; init; }

    /// <summary>The form asks for nothing but the click.</summary>
    public bool AreNone => this == new ActionFields();

    /// <summary>The fields of an action; null: it has a page of its own, or is done by editing.</summary>
    public static ActionFields? Of(ClaimAction action) => action switch
    {
        ClaimAction.Take or ClaimAction.Release or ClaimAction.Propose or ClaimAction.Recall or ClaimAction.ReopenClosed or ClaimAction.Unlist or ClaimAction.Sign
            or ClaimAction.ConfirmWithdrawal or ClaimAction.ConfirmRestore or ClaimAction.ConfirmRemoval => new(),
        ClaimAction.Assign or ClaimAction.Reassign => new() { Assignee = true },
        ClaimAction.Return or ClaimAction.Contest or ClaimAction.DeclineCorrection or ClaimAction.DeclineWithdrawal or ClaimAction.Restore
            or ClaimAction.DeclineRestore or ClaimAction.RestoreRemoved => new() { Reason = true },
        ClaimAction.Reopen => new() { Reason = true, TellReaders = true },
        ClaimAction.Vote => new() { Rating = true, Reason = true },
        ClaimAction.Dissolve => new() { Codes = [.. Enum.GetValues<DissolveReason>()] },
        ClaimAction.Close => new() { Codes = [.. Enum.GetValues<CloseReason>().Where(r => r is not CloseReason.Merged)], Reason = true, IsReasonOptional = true },
        ClaimAction.Merge => new() { Into = true, Reason = true },
        ClaimAction.List => new() { Notice = true, AsOf = true },
        ClaimAction.Withdraw => new() { Reason = true, Notice = true },
        ClaimAction.Remove => new() { Codes = [.. Enum.GetValues<RemovalReason>()], Reason = true, Notice = true, IsNoticeOptional = true },
        _ => null,
    };

    // Records compare lists by reference; none of ours is empty unless it is the default.
    public bool Equals(ActionFields? other) => other is not null
        && (Reason, IsReasonOptional, Assignee, Into, Rating, TellReaders, Codes.Count, Notice, IsNoticeOptional, AsOf)
            == (other.Reason, other.IsReasonOptional, other.Assignee, other.Into, other.Rating, other.TellReaders, other.Codes.Count, other.Notice, other.IsNoticeOptional, other.AsOf);

    public override int GetHashCode() => HashCode.Combine(Reason, Assignee, Into, Rating, TellReaders, Codes.Count, Notice, AsOf);
}

/// <summary>What has to be filled in before the service is asked; what it may say is the service's to judge.</summary>
public sealed class ActionFormValidator : AbstractValidator<ActionForm>
{
    public ActionFormValidator(ActionFields fields)
    {
        RuleFor(f => f.Reason).NotEmpty().When(_ => fields is { Reason: true, IsReasonOptional: false });
        RuleFor(f => f.AssigneeId).NotEmpty().When(_ => fields.Assignee);
        RuleFor(f => f.RatingId).NotEmpty().When(_ => fields.Rating);
        RuleFor(f => f.Into).NotEmpty().When(_ => fields.Into);
        RuleFor(f => f.Into).Must((f, _) => f.IntoNumber is not null).WithMessage(_ => ValidationTexts.Named(DeskText.ActionInto, DeskText.ActionIntoInvalid)).When(f => fields.Into && f.Into is not null);
        RuleFor(f => f.Code).NotEmpty().When(_ => fields.Codes.Count > 0);
        RuleFor(f => f.Code).Must(code => fields.Codes.Any(c => c.ToString() == code))
            .WithMessage(_ => ValidationTexts.Named(DeskText.ActionCode, ReviewWords.Fault(FaultCode.UnknownCode, null))).When(f => fields.Codes.Count > 0 && f.Code is not null);
    }
}
