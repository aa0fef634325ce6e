using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using FluentValidation;

namespace ClaimTracker.Core.Sources;

/// <summary>What may be stored of sources, parties and outlets; their limits stand beside the properties.</summary>
public static class SourceRules
{
    public const int MaxRows = 100;

    /// <summary>Everything wrong with a new source that can be said without looking at what is stored.</summary>
    public static IReadOnlyList<Fault> FaultsOf(NewSource source) => NewSourceValidator.Instance.Faults(source) ?? [];

    /// <inheritdoc cref="FaultsOf(NewSource)"/>
    public static IReadOnlyList<Fault> FaultsOf(SourceEdit edit) => SourceEditValidator.Instance.Faults(edit) ?? [];

    /// <summary>A web address a reader can follow.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Custom((address, context) => context.AddFault("", AddressFault(address), Source.AddressMaxLength));

    /// <summary>A name in at least one language, each of one script per word.</summary>
    public static IRuleBuilderOptionsConditions<T, LocalizedText?> NameText<T>(this IRuleBuilder<T, LocalizedText?> rule, int maxLength) =>
        rule.Custom((name, context) =>
        {
            context.AddFault("", name is null or { IsEmpty: true } ? FaultCode.Required : null);
            foreach (var (language, text) in name ?? LocalizedText.Empty)
            {
                context.AddFault($".{language}", TextRules.MixesScripts(text) ? FaultCode.MixedScripts : null);
            }
        }).PlainText(maxLength);

    /// <summary>One that is there, or one to be made; not both.</summary>
    public static IRuleBuilderOptionsConditions<T, Choice<TNew>?> Chosen<T, TNew>(this IRuleBuilder<T, Choice<TNew>?> rule)
        where TNew : class =>
        rule.Custom((choice, context) => context.AddFault("", choice is null or { Id: null, New: null } ? FaultCode.Required : choice is { Id: not null, New: not null } ? FaultCode.Contradictory : null));

    public static FaultCode? AddressFault(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null
        : TextRules.FaultOf(address, Source.AddressMaxLength) ?? (!SourceAddress.IsValid(address.Trim()) ? FaultCode.NotAWebAddress
            : SourceAddress.KeyOf(address)?.Length > Source.AddressMaxLength ? FaultCode.TooLong
            : null);

    public static IRuleBuilderOptionsConditions<T, IReadOnlyList<ArchiveLink>> ArchiveAddresses<T>(this IRuleBuilder<T, IReadOnlyList<ArchiveLink>> rule) =>
        rule.Custom(JudgeArchiveLinks);

    internal static void JudgeArchiveLinks<T>(IReadOnlyList<ArchiveLink> links, ValidationContext<T> context)
    {
        context.AddFault("", links.Count > Source.MaxArchiveLinks ? FaultCode.TooMany : null, Source.MaxArchiveLinks);
        for (var i = 0; i < links.Count; i++)
        {
            context.AddFault($"[{i}].Address", string.IsNullOrWhiteSpace(links[i].Address) ? FaultCode.Required
                : AddressFault(links[i].Address) ?? (ArchiveAddress.Read(links[i].Address) is null ? FaultCode.NotAnArchivedCopy : null));
        }
    }
}

/// <summary>A choice whose new record is judged by that record's own rules.</summary>
internal sealed class ChoiceValidator<TNew> : AbstractValidator<Choice<TNew>>
    where TNew : class
{
    public ChoiceValidator(IValidator<TNew> made)
    {
        RuleFor(c => c.New!).SetValidator(made).When(c => c.New is not null); // never judged when null
    }
}

internal sealed class VariantRowValidator : AbstractValidator<VariantRow>
{
    public VariantRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Text).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Text).PlainText(Party.VariantMaxLength);
            RuleFor(r => r.Language).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Language).InList(Glossary.Languages);
        });
    }
}

internal sealed class NewPartyValidator : AbstractValidator<NewParty>
{
    public static readonly NewPartyValidator Instance = new();

    public NewPartyValidator()
    {
        RuleFor(p => p.Kind).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(p => p.Name).NameText(Party.NameMaxLength);
        RuleFor(p => p.Role).PlainText(Party.RoleMaxLength);
        RuleFor(p => p.Country).InList(Glossary.Countries);
        RuleFor(p => p.Variants.Count).LessThanOrEqualTo(SourceRules.MaxRows).As(FaultCode.TooMany).OverridePropertyName(nameof(NewParty.Variants));
        RuleForEach(p => p.Variants).SetValidator(new VariantRowValidator());
    }
}

internal sealed class PartyEditValidator : AbstractValidator<PartyEdit>
{
    public PartyEditValidator()
    {
        RuleFor(p => p.Kind).KnownCode();
        RuleFor(p => p.Name).PlainText(Party.NameMaxLength);
        RuleFor(p => p.Role).PlainText(Party.RoleMaxLength);
        RuleFor(p => p.Country).InList(Glossary.Countries);
        RuleForEach(p => p.Variants).SetValidator(new VariantRowValidator());
    }
}

internal sealed class NewOutletValidator : AbstractValidator<NewOutlet>
{
    public static readonly NewOutletValidator Instance = new();

    public NewOutletValidator()
    {
        RuleFor(o => o.Kind).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(o => o.Name).NameText(Outlet.NameMaxLength);
        RuleFor(o => o.Country).InList(Glossary.Countries);
    }
}

internal sealed class OutletEditValidator : AbstractValidator<OutletEdit>
{
    public OutletEditValidator()
    {
        RuleFor(o => o.Kind).KnownCode();
        RuleFor(o => o.Name).PlainText(Outlet.NameMaxLength);
        RuleFor(o => o.Country).InList(Glossary.Countries);
    }
}

internal sealed class NewSourceValidator : AbstractValidator<NewSource>
{
    public static readonly NewSourceValidator Instance = new();

    public NewSourceValidator()
    {
        RuleFor(s => s.Kind).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(s => s.Address).WebAddress();
        RuleFor(s => s.NoAddressReason).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.NoAddressReason).Must(r => !r.IsEmpty).As(FaultCode.Required).When(s => string.IsNullOrWhiteSpace(s.Address));
        RuleFor(s => s.NoAddressReason).Must(r => r.IsEmpty).As(FaultCode.Contradictory).When(s => !string.IsNullOrWhiteSpace(s.Address));
        RuleFor(s => s.Outlet!).SetValidator(new ChoiceValidator<NewOutlet>(NewOutletValidator.Instance)).When(s => s.Outlet is not null); // never judged when null
        RuleFor(s => s.Outlet).Chosen().When(s => s.Outlet is not null);
        RuleFor(s => s.Title).PlainText(Source.TitleMaxLength);
        RuleFor(s => s.TitleSource).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(s => s.Language).InList(Glossary.Languages);
        RuleFor(s => s.Author).PlainText(Source.AuthorMaxLength);
        RuleFor(s => s.PublishedOn).WellFormedDate();
        RuleFor(s => s.Level).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(s => s.MachineTranslated).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(s => s.Origin!).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance)).When(s => s.Origin is not null); // never judged when null
        RuleFor(s => s.Origin).Chosen().When(s => s.Origin is not null);
        RuleForEach(s => s.Relays).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance));
        RuleForEach(s => s.Credits).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance));
        RuleFor(s => s.Says).PlainText(Source.SaysMaxLength);
        RuleFor(s => s.InterestNote).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.TranslationNote).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.ArchiveLinks).ArchiveAddresses();
        RuleFor(s => s.ArchiveLinks).Custom((links, context) =>
        {
            for (var i = 0; i < links.Count; i++)
            {
                context.AddFault($"[{i}].Address", ArchiveAddress.IsOfAnotherPage(links[i].Address, [context.InstanceToValidate.Address]) ? FaultCode.CopyOfAnotherPage : null);
            }
        });
    }
}

internal sealed class SourceEditValidator : AbstractValidator<SourceEdit>
{
    public static readonly SourceEditValidator Instance = new();

    public SourceEditValidator()
    {
        RuleFor(s => s.Kind).KnownCode();
        RuleFor(s => s.Address).Custom((address, context) => context.AddFault("", address.TryGet(out var posted) ? SourceRules.AddressFault(posted) : null, Source.AddressMaxLength));
        RuleFor(s => s.NoAddressReason).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.Outlet.Or(null)!).SetValidator(new ChoiceValidator<NewOutlet>(NewOutletValidator.Instance)).When(s => s.Outlet.Or(null) is not null).OverridePropertyName(nameof(SourceEdit.Outlet)); // never judged when null
        RuleFor(s => s.Title).PlainText(Source.TitleMaxLength);
        RuleFor(s => s.TitleSource).KnownCode();
        RuleFor(s => s.Language).InList(Glossary.Languages);
        RuleFor(s => s.Author).PlainText(Source.AuthorMaxLength);
        RuleFor(s => s.PublishedOn).WellFormedDate();
        RuleFor(s => s.Level).KnownCode();
        RuleFor(s => s.MachineTranslated).KnownCode();
        RuleFor(s => s.Origin.Or(null)!).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance)).When(s => s.Origin.Or(null) is not null).OverridePropertyName(nameof(SourceEdit.Origin)); // never judged when null
        RuleForEach(s => s.Relays).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance));
        RuleForEach(s => s.Credits).SetValidator(new ChoiceValidator<NewParty>(NewPartyValidator.Instance));
        RuleFor(s => s.Says).PlainText(Source.SaysMaxLength);
        RuleFor(s => s.InterestNote).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.TranslationNote).PlainText(Source.NoteMaxLength);
        RuleFor(s => s.ArchiveLinks).Custom((links, context) => SourceRules.JudgeArchiveLinks(links.Or([]), context));
        RuleFor(s => s.Errors.Count).LessThanOrEqualTo(SourceRules.MaxRows).As(FaultCode.TooMany).OverridePropertyName(nameof(SourceEdit.Errors));
        RuleForEach(s => s.Errors).SetValidator(new ArticleErrorRowValidator());
    }
}

internal sealed class ArticleErrorRowValidator : AbstractValidator<ArticleErrorRow>
{
    public ArticleErrorRowValidator()
    {
        When(r => !r.Remove, () =>
        {
            RuleFor(r => r.Kind).NotEmpty().As(FaultCode.Required);
            RuleFor(r => r.Kind).InList(Glossary.ErrorKinds);
            RuleFor(r => r.Basis).InList(Glossary.Basis, SourceRules.MaxRows);
            RuleFor(r => r.Published).PlainText(ArticleError.TextMaxLength);
            RuleFor(r => r.Intended).PlainText(ArticleError.TextMaxLength);
            RuleFor(r => r.Harm).IsInEnum().As(FaultCode.UnknownCode);
            RuleFor(r => r.Paragraphs).Must(p => p.All(n => n is >= 1 and <= Limits.MaxParagraph)).As(FaultCode.OutOfRange);
            RuleFor(r => r.Claims).Must(c => c.Count <= SourceRules.MaxRows).As(FaultCode.TooMany);
        });
    }
}
