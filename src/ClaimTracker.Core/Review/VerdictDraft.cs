using ClaimTracker.Core.Claims;
using FluentValidation;

namespace ClaimTracker.Core.Review;

/// <summary>What a person writes of a verdict; texts in the languages posted, the others stay.</summary>
public sealed record VerdictDraft
{
    public Guid? RatingId { get; init; }

    public TextEdit? Headline { get; init; }

    public TextEdit? Explanation { get; init; }

    public TextEdit? Body { get; init; }

    public TextEdit? Unknowns { get; init; }

    public TextEdit? OtherSideSearch { get; init; }

    public TextEdit? ConflictDisclosure { get; init; }

    public IReadOnlyList<string> ReasonTags { get; init; } = [];

    public Confidence? Confidence { get; init; }

    public DateOnly? AsOf { get; init; }

    public IReadOnlyList<WaiverInput> Waivers { get; init; } = [];

    /// <summary>Of a program: refused instead of merged when the draft is another by now.</summary>
    public bool IsExact { get; init; }

    /// <summary>Of a program: the version of the claim it read, when the draft is for that one only.</summary>
    public int? ClaimVersion { get; init; }

    /// <summary>The languages any of the texts was posted in.</summary>
    public IEnumerable<string> Languages =>
        new[] { Headline, Explanation, Body, Unknowns, OtherSideSearch, ConflictDisclosure }.SelectMany(t => t?.Languages.Keys ?? []).Distinct();
}

public sealed record WaiverInput(GateCondition Condition, WaiverReason Reason, LocalizedText Explanation);

/// <summary>The public notice that goes with a change of what was published.</summary>
public sealed record CorrectionInput(CorrectionKind Kind, LocalizedText What, LocalizedText Why, CorrectionCause Cause)
{
    /// <summary>The reader's report it follows from, about the same claim.</summary>
    public Guid? ChallengeId { get; init; }
}

/// <summary>What of a draft cannot be stored; what cannot be published is the gate's to say.</summary>
public sealed class VerdictDraftValidator : AbstractValidator<VerdictDraft>
{
    public const int MaxReasonTags = 8;

    public VerdictDraftValidator()
    {
        RuleFor(d => d.Headline).PlainText(Verdict.HeadlineMaxLength);
        RuleFor(d => d.Explanation).PlainText(Verdict.ExplanationMaxLength);
        RuleFor(d => d.Body).PlainText(Verdict.BodyMaxLength);
        RuleFor(d => d.Unknowns).PlainText(Verdict.UnknownsMaxLength);
        RuleFor(d => d.OtherSideSearch).PlainText(Verdict.OtherSideSearchMaxLength);
        RuleFor(d => d.ConflictDisclosure).PlainText(Verdict.ConflictDisclosureMaxLength);
        RuleFor(d => d.ReasonTags).InList(Glossary.ReasonTags, MaxReasonTags);
        RuleForEach(d => d.Waivers).ChildRules(waiver => waiver.RuleFor(w => w.Explanation).PlainText(Waiver.ExplanationMaxLength));
        RuleFor(d => d.Waivers).Custom((waivers, context) =>
            context.AddFault("", waivers.DistinctBy(w => w.Condition).Count() < waivers.Count ? FaultCode.Duplicate : null));
        RuleFor(d => d.Waivers).Custom((waivers, context) =>
            context.AddFault("", waivers.All(w => PublicationGate.Waivable.TryGetValue(w.Condition, out var reasons) && reasons.Contains(w.Reason)) ? null : FaultCode.UnknownCode));
    }
}

/// <summary>A notice says what was changed and why, in at least one language.</summary>
public sealed class CorrectionInputValidator : AbstractValidator<CorrectionInput>
{
    public CorrectionInputValidator()
    {
        RuleFor(c => c.What).PlainText(Correction.TextMaxLength);
        RuleFor(c => c.What).Custom((what, context) => context.AddFault(
            "", what.IsEmpty ? FaultCode.Required : what.Any(t => RealText.Fault(t.Value, TextNeed.Reason, t.Key) is not null) ? FaultCode.TooShort : null));
        RuleFor(c => c.Why).PlainText(Correction.TextMaxLength);
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode(nameof(FaultCode.UnknownCode));
        RuleFor(c => c.Cause).IsInEnum().WithErrorCode(nameof(FaultCode.UnknownCode));
    }
}
