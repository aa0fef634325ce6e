using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using FluentValidation;

namespace ClaimTracker.Core.Claims;

/// <summary>What may be stored of a claim; its limits stand beside the properties.</summary>
public static class ClaimRules
{
    public const int MaxRows = 200;

    private static readonly NewClaimValidator NewClaims = new();

    /// <summary>What is wrong with a claim to be logged, as far as can be said without looking anything up.</summary>
    public static IReadOnlyList<Fault> FaultsOf(NewClaim claim) => NewClaims.Faults(claim) ?? [];

    /// <summary>A statement or summary: plain, and in the letters of its language.</summary>
    public static IRuleBuilderOptionsConditions<T, LocalizedText?> ProseText<T>(this IRuleBuilder<T, LocalizedText?> rule, int maxLength) =>
        rule.PlainText(maxLength).Custom((text, context) => JudgeScripts(context, text?.Select(t => KeyValuePair.Create(t.Key, (string?)t.Value))));

    public static IRuleBuilderOptionsConditions<T, TextEdit?> ProseText<T>(this IRuleBuilder<T, TextEdit?> rule, int maxLength) =>
        rule.PlainText(maxLength).Custom((text, context) => JudgeScripts(context, text?.Languages));

    /// <summary>Numbers and words stay, and no more than a few letters differ: what may pass for a mended typo.</summary>
    public static bool IsTypo(string before, string after) => TypoRule.Holds(before, after);

    /// <summary>A set as posted, in the order it already had: boxes that come in another order change nothing.</summary>
    internal static IReadOnlyList<string> InOrderOf(IReadOnlyList<string> present, IReadOnlyList<string> posted) => [.. present.Intersect(posted), .. posted.Except(present)];

    /// <summary>The parts of a statement's change: a new language is a translation, a mended word a typo, anything else its meaning.</summary>
    public static IEnumerable<ClaimPart> PartsOf(LocalizedText before, LocalizedText after, bool mendsTypo) =>
        before.Languages.Union(after.Languages).Where(l => before[l] != after[l]).Select(l =>
            before[l] is null ? ClaimPart.Translation : mendsTypo && after[l] is not null ? ClaimPart.Typo : ClaimPart.StatementMeaning);

    private static void JudgeScripts<T>(ValidationContext<T> context, IEnumerable<KeyValuePair<string, string?>>? texts)
    {
        foreach (var (language, text) in texts ?? [])
        {
            context.AddFault($".{language}", string.IsNullOrWhiteSpace(text) || TextRules.HasScriptOf(language, text) ? null : FaultCode.WrongScript);
        }
    }
}

internal sealed class NewClaimValidator : AbstractValidator<NewClaim>
{
    public NewClaimValidator()
    {
        RuleFor(c => c.Statement).Must(s => !s.IsEmpty).As(FaultCode.Required);
        RuleFor(c => c.Statement).ProseText(Claim.StatementMaxLength);
        RuleFor(c => c.Summary).ProseText(Claim.SummaryMaxLength);
        RuleFor(c => c.OriginalLanguage).NotEmpty().As(FaultCode.Required);
        RuleFor(c => c.OriginalLanguage).InList(Glossary.Languages);
        RuleFor(c => c.Kind).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(c => c.Aspect).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(c => c.Hedge).PlainText(Claim.HedgeMaxLength);
        RuleFor(c => c.AssertedOn).WellFormedDate();
        RuleFor(c => c.EventOn).WellFormedDate();
        RuleFor(c => c.PlaceCountry).InList(Glossary.Countries);
        RuleFor(c => c.PlaceName).PlainText(Claim.PlaceMaxLength);
        RuleFor(c => c.Flags).InList(Glossary.Flags, Claim.MaxFlags);
        RuleFor(c => c.Triage).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(c => c.SelectionReason).Must(r => !r.IsEmpty).As(FaultCode.Required);
        RuleFor(c => c.SelectionReason).PlainText(Claim.SelectionReasonMaxLength);
        RuleFor(c => c.Appearances).Must((c, _) => c.Appearances.Count + c.Evidence.Count > 0).As(FaultCode.NeedsAppearanceOrEvidence);
        RuleFor(c => c.Claimants.Count).LessThanOrEqualTo(Claim.MaxClaimants).As(FaultCode.TooMany).OverridePropertyName(nameof(NewClaim.Claimants));
        RuleFor(c => c.Figures.Count).LessThanOrEqualTo(Claim.MaxFigures).As(FaultCode.TooMany).OverridePropertyName(nameof(NewClaim.Figures));
        RuleForEach(c => c.Topics).SetValidator(new ChoiceValidator<NewTopic>(NewTopicValidator.Instance));
        RuleForEach(c => c.Claimants).SetValidator(new ClaimantRowValidator());
        RuleForEach(c => c.Figures).SetValidator(new FigureRowValidator());
        RuleForEach(c => c.Appearances).SetValidator(new AppearanceRowValidator());
        RuleForEach(c => c.Attribution).SetValidator(new AttributionRowValidator());
        RuleForEach(c => c.Evidence).SetValidator(new EvidenceRowValidator());
        RuleForEach(c => c.Links).SetValidator(new LinkRowValidator());
    }
}

internal sealed class ClaimEditValidator : AbstractValidator<ClaimEdit>
{
    public ClaimEditValidator()
    {
        RuleFor(c => c.Statement).ProseText(Claim.StatementMaxLength);
        RuleFor(c => c.Summary).ProseText(Claim.SummaryMaxLength);
        RuleFor(c => c.OriginalLanguage).Custom((language, context) =>
            context.AddFault("", language.TryGet(out var posted) && string.IsNullOrEmpty(posted) ? FaultCode.Required : null));
        RuleFor(c => c.OriginalLanguage).InList(Glossary.Languages);
        RuleFor(c => c.Kind).KnownCode();
        RuleFor(c => c.Aspect).KnownCode();
        RuleFor(c => c.Hedge).PlainText(Claim.HedgeMaxLength);
        RuleFor(c => c.AssertedOn).WellFormedDate();
        RuleFor(c => c.EventOn).WellFormedDate();
        RuleFor(c => c.PlaceCountry).InList(Glossary.Countries);
        RuleFor(c => c.PlaceName).PlainText(Claim.PlaceMaxLength);
        RuleFor(c => c.Flags).InList(Glossary.Flags, Claim.MaxFlags);
        RuleFor(c => c.Triage).KnownCode();
        RuleFor(c => c.SelectionReason).PlainText(Claim.SelectionReasonMaxLength);
        RuleFor(c => c.Reason).PlainText(Claim.ReasonMaxLength);
        RuleForEach(c => c.Topics).SetValidator(new ChoiceValidator<NewTopic>(NewTopicValidator.Instance));
        RuleForEach(c => c.Claimants).SetValidator(new ClaimantRowValidator());
        RuleForEach(c => c.Figures).SetValidator(new FigureRowValidator());
        RuleForEach(c => c.Appearances).SetValidator(new AppearanceRowValidator());
        RuleForEach(c => c.Attribution).SetValidator(new AttributionRowValidator());
        RuleForEach(c => c.Evidence).SetValidator(new EvidenceRowValidator());
        RuleForEach(c => c.Links).SetValidator(new LinkRowValidator());
    }
}
