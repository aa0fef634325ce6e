using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A verdict being written.</summary>
public sealed class VerdictForm
{
    /// <summary>Version of the verdict the form showed; 0: none yet.</summary>
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.ActionRating), ResourceType = typeof(DeskText))]
    public Guid? RatingId { get; set; }

    [Display(Name = nameof(DeskText.VerdictHeadline), ResourceType = typeof(DeskText))]
    public TextInput Headline { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictExplanation), ResourceType = typeof(DeskText))]
    public TextInput Explanation { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictBody), ResourceType = typeof(DeskText))]
    public TextInput Body { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictUnknowns), ResourceType = typeof(DeskText))]
    public TextInput Unknowns { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictOtherSide), ResourceType = typeof(DeskText))]
    public TextInput OtherSideSearch { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictConflict), ResourceType = typeof(DeskText))]
    public TextInput ConflictDisclosure { get; set; } = new();

    [Display(Name = nameof(DeskText.VerdictReasonTags), ResourceType = typeof(DeskText))]
    public List<string> ReasonTags { get; set; } = [];

    [Display(Name = nameof(DeskText.VerdictConfidence), ResourceType = typeof(DeskText))]
    public Confidence? Confidence { get; set; }

    [Display(Name = nameof(DeskText.VerdictAsOf), ResourceType = typeof(DeskText))]
    public DateOnly? AsOf { get; set; }

    [Display(Name = nameof(DeskText.VerdictWaivers), ResourceType = typeof(DeskText))]
    public List<WaiverForm> Waivers { get; set; } = [];

    /// <summary>The scale to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Rating> Ratings { get; set; } = [];

    /// <summary>The rating is settled, by a panel or because a correction keeps it.</summary>
    [BindNever]
    public Rating? SettledRating { get; set; }

    /// <summary>Only the words can be changed here.</summary>
    [BindNever]
    public bool IsTextsOnly { get; set; }

    /// <summary>The languages it can be written in: a correction changes those readers have.</summary>
    [BindNever]
    public IReadOnlyList<string> Languages { get; set; } = Cultures.All;

    public static VerdictForm Of(Verdict? verdict) => new()
    {
        Version = verdict?.Version ?? 0,
        RatingId = verdict?.RatingId,
        Headline = TextInput.Of(verdict?.Headline ?? LocalizedText.Empty),
        Explanation = TextInput.Of(verdict?.Explanation ?? LocalizedText.Empty),
        Body = TextInput.Of(verdict?.Body ?? LocalizedText.Empty),
        Unknowns = TextInput.Of(verdict?.Unknowns ?? LocalizedText.Empty),
        OtherSideSearch = TextInput.Of(verdict?.OtherSideSearch ?? LocalizedText.Empty),
        ConflictDisclosure = TextInput.Of(verdict?.ConflictDisclosure ?? LocalizedText.Empty),
        ReasonTags = [.. verdict?.ReasonTags ?? []],
        Confidence = verdict?.Confidence,
        AsOf = verdict?.AsOf,
        Waivers = [.. PublicationGate.Waivable.Keys.Select(condition => WaiverForm.Of(condition, verdict?.Waivers.Find(w => w.Condition == condition.ToString())))],
    };

    public VerdictDraft ToDraft() => new()
    {
        RatingId = RatingId,
        Headline = Headline.ToEdit(),
        Explanation = Explanation.ToEdit(),
        Body = Body.ToEdit(),
        Unknowns = Unknowns.ToEdit(),
        OtherSideSearch = OtherSideSearch.ToEdit(),
        ConflictDisclosure = ConflictDisclosure.ToEdit(),
        ReasonTags = ReasonTags,
        Confidence = Confidence,
        AsOf = AsOf,
        Waivers = [.. Waivers.Where(w => w.Reason is not null).Select(w => new WaiverInput(w.Condition, w.Reason ?? default, w.Explanation.ToText()))],
    };

    /// <summary>The verdict as typed, for the checklist; saved nowhere.</summary>
    public Verdict ToUnsaved(int claimNumber)
    {
        var verdict = new Verdict
        {
            Id = Guid.Empty,
            ClaimNumber = claimNumber,
            Number = 0,
            RatingId = RatingId,
            Headline = Headline.ToText(),
            Explanation = Explanation.ToText(),
            Body = Body.ToText(),
            Unknowns = Unknowns.ToText(),
            OtherSideSearch = OtherSideSearch.ToText(),
            Confidence = Confidence,
            AsOf = AsOf,
        };
        verdict.Waivers.AddRange(Waivers.Where(w => w.Reason is not null).Select(w => new Waiver
        {
            Id = Guid.Empty,
            ClaimNumber = claimNumber,
            VerdictId = Guid.Empty,
            Condition = w.Condition.ToString(),
            Reason = w.Reason ?? default,
            Explanation = w.Explanation.ToText(),
        }));
        return verdict;
    }
}

/// <summary>One condition of publication that can be answered for; no reason: it is not.</summary>
public sealed class WaiverForm
{
    public GateCondition Condition { get; set; }

    [Display(Name = nameof(DeskText.VerdictWaiverReason), ResourceType = typeof(DeskText))]
    public WaiverReason? Reason { get; set; }

    [Display(Name = nameof(DeskText.VerdictWaiverExplanation), ResourceType = typeof(DeskText))]
    public TextInput Explanation { get; set; } = new();

    public static WaiverForm Of(GateCondition condition, Waiver? waiver) => new()
    {
        Condition = condition,
        Reason = waiver?.Reason,
        Explanation = TextInput.Of(waiver?.Explanation ?? LocalizedText.Empty),
    };
}

/// <summary>The notice that goes with a change of what was published.</summary>
public sealed class CorrectionForm
{
    [Display(Name = nameof(DeskText.CorrectKind), ResourceType = typeof(DeskText))]
    public CorrectionKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.CorrectWhat), ResourceType = typeof(DeskText))]
    public TextInput What { get; set; } = new();

    [Display(Name = nameof(DeskText.CorrectWhy), ResourceType = typeof(DeskText))]
    public TextInput Why { get; set; } = new();

    [Display(Name = nameof(DeskText.CorrectCause), ResourceType = typeof(DeskText))]
    public CorrectionCause? Cause { get; set; }

    /// <summary>The kinds to choose from; none: the change itself decides.</summary>
    [BindNever]
    public IReadOnlyList<CorrectionKind> Kinds { get; set; } = [];

    public CorrectionInput ToInput(CorrectionKind otherwise = CorrectionKind.Update) =>
        new(Kind ?? otherwise, What.ToText(), Why.ToText(), Cause ?? CorrectionCause.Other);
}
