using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using FluentValidation;

namespace ClaimTracker.Core.Claims;

internal sealed class NewTopicValidator : AbstractValidator<NewTopic>
{
    public static readonly NewTopicValidator Instance = new();

    public NewTopicValidator()
    {
        RuleFor(t => t.Name).NameText(Topic.NameMaxLength);
        RuleFor(t => t.Slug).Must(s => string.IsNullOrEmpty(s) || Slugs.IsValid(s)).As(FaultCode.OutOfRange);
    }
}

internal sealed class ClaimantRowValidator : AbstractValidator<ClaimantRow>
{
    public ClaimantRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Party).Chosen();
            RuleFor(r => r.Party!).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance)).When(r => r.Party is not null); // never judged when null
            RuleFor(r => r.Role).PlainText(Claimant.RoleMaxLength);
        });
    }
}

internal sealed class FigureRowValidator : AbstractValidator<FigureRow>
{
    public FigureRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Value).Must((r, value) => value is null || (r.Min is null && r.Max is null)).As(FaultCode.ValueOrRange);
            RuleFor(r => r.Max).Must((r, max) => max is null || r.Min is null || r.Min <= max).As(FaultCode.ValueOrRange);
            RuleFor(r => r.Value).Must(InRange).As(FaultCode.OutOfRange);
            RuleFor(r => r.Min).Must(InRange).As(FaultCode.OutOfRange);
            RuleFor(r => r.Max).Must(InRange).As(FaultCode.OutOfRange);
            RuleFor(r => r.Modifier).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.Unit).Chosen();
            RuleFor(r => r.Unit!.New!.Label).NameText(Unit.LabelMaxLength).When(r => r.Unit?.New is not null); // never judged when null
            RuleFor(r => r.Measure).Chosen().When(r => r.Measure is not null);
            RuleFor(r => r.Measure!.New!.Label).NameText(Measure.LabelMaxLength).When(r => r.Measure?.New is not null); // never judged when null
            RuleFor(r => r.Period).WellFormedDate();
            RuleFor(r => r.AlternativeGroup).PlainText(Figure.AlternativeGroupMaxLength);
            RuleFor(r => r.Note).PlainText(Figure.NoteMaxLength);
        });
    }

    private static bool InRange(decimal? number) => number is null || decimal.Abs(number.Value) <= Limits.MaxNumber;
}

internal sealed class AppearanceRowValidator : AbstractValidator<AppearanceRow>
{
    public AppearanceRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Source).Chosen().When(r => r.Id is null);
            RuleFor(r => r.Source!).SetValidator(new ChoiceValidator<NewSource>(NewSourceValidator.Instance)).When(r => r.Source is not null); // never judged when null
            RuleFor(r => r.ParagraphFrom).InclusiveBetween(1, Limits.MaxParagraph).As(FaultCode.OutOfRange);
            RuleFor(r => r.ParagraphTo).InclusiveBetween(1, Limits.MaxParagraph).As(FaultCode.OutOfRange);
            RuleFor(r => r.ParagraphTo).Must((r, to) => to is null || (r.ParagraphFrom is not null && r.ParagraphFrom <= to)).As(FaultCode.EndsBeforeItStarts);
            RuleFor(r => r.Timecode).PlainText(Appearance.TimecodeMaxLength);
            RuleFor(r => r.Quote).PlainText(Appearance.QuoteMaxLength);
            RuleFor(r => r.Quote).NotEmpty().As(FaultCode.Required).When(r => r.IsFromCopy);
            RuleFor(r => r.Prefix).PlainText(Appearance.ContextMaxLength);
            RuleFor(r => r.Suffix).PlainText(Appearance.ContextMaxLength);
            RuleFor(r => r.Start).GreaterThanOrEqualTo(0).As(FaultCode.OutOfRange);
            RuleFor(r => r.End).Must((r, end) => end is null || (r.Start is not null && r.Start <= end)).As(FaultCode.EndsBeforeItStarts);
            RuleFor(r => r.Strength).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.WordingNote).PlainText(Appearance.WordingNoteMaxLength);
            RuleFor(r => r.Flags).InList(Glossary.Flags, Claim.MaxFlags);
        });
    }
}

internal sealed class AttributionRowValidator : AbstractValidator<AttributionRow>
{
    public AttributionRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Party).Chosen();
            RuleFor(r => r.Party!).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance)).When(r => r.Party is not null); // never judged when null
            RuleFor(r => r.Verb).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Verb).InList(Glossary.Verbs);
            RuleFor(r => r.Note).PlainText(AttributionStep.NoteMaxLength);
            RuleForEach(r => r.Scopes).SetValidator(new ChoiceValidator<NewSource>(NewSourceValidator.Instance));
        });
    }
}

internal sealed class EvidenceRowValidator : AbstractValidator<EvidenceRow>
{
    public EvidenceRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Source).Chosen().When(r => r.Id is null);
            RuleFor(r => r.Source!).SetValidator(new ChoiceValidator<NewSource>(NewSourceValidator.Instance)).When(r => r.Source is not null); // never judged when null
            RuleFor(r => r.Stance).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.Quote).PlainText(Sources.Evidence.QuoteMaxLength);
            RuleFor(r => r.Locator).PlainText(Sources.Evidence.LocatorMaxLength);
            RuleFor(r => r.Note).PlainText(Sources.Evidence.NoteMaxLength);
            RuleFor(r => r.SourceGrade).Must(g => string.IsNullOrEmpty(g) || g is "A" or "B" or "C" or "D" or "E" or "F").As(FaultCode.OutOfRange);
            RuleFor(r => r.InformationGrade).InclusiveBetween(1, 6).As(FaultCode.OutOfRange);
        });
    }
}

internal sealed class LinkRowValidator : AbstractValidator<LinkRow>
{
    public LinkRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.ToNumber).GreaterThan(0).As(FaultCode.Required).When(r => r.Id is null);
            RuleFor(r => r.Kind).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.Note).PlainText(ClaimLink.NoteMaxLength);
        });
    }
}
