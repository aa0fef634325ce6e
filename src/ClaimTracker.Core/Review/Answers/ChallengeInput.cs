using ClaimTracker.Core.Sources;
using FluentValidation;

namespace ClaimTracker.Core.Review;

/// <summary>A report as its form holds it.</summary>
public sealed record ChallengeInput
{
    public required ChallengeKind Kind { get; init; }

    public int? ClaimNumber { get; init; }

    public required string Text { get; init; }

    /// <summary>Of the page it was sent from.</summary>
    public required string Language { get; init; }

    public string? Link { get; init; }

    public string? Name { get; init; }

    public string? Contact { get; init; }

    public bool MayBePrinted { get; init; }
}

/// <summary>An editor's answer to a report.</summary>
public sealed record ChallengeAnswer(ChallengeState State, TextEdit Answer);

/// <summary>A report says what it is about in words; a person named says who they are.</summary>
public sealed class ChallengeInputValidator : AbstractValidator<ChallengeInput>
{
    public ChallengeInputValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().As(FaultCode.UnknownCode);
        RuleFor(c => c.Language).Must(l => CorrectionRequest.Languages.Contains(l)).As(FaultCode.UnknownCode);
        // An appeal, and what the person named says, is about a claim; whose verdict it is decides who may answer.
        RuleFor(c => c.ClaimNumber).NotNull().As(FaultCode.Required).When(c => c.Kind is ChallengeKind.Appeal or ChallengeKind.PersonNamed);
        RuleFor(c => c.Text).NotEmpty().As(FaultCode.Required);
        RuleFor(c => c.Text).Must(t => string.IsNullOrWhiteSpace(t) || t.Count(char.IsLetterOrDigit) >= Challenge.TextMinLength).As(FaultCode.TooShort);
        RuleFor(c => c.Text).PlainText(Challenge.TextMaxLength);
        RuleFor(c => c.Link).PlainText(Source.AddressMaxLength);
        RuleFor(c => c.Link).Must(l => string.IsNullOrWhiteSpace(l) || SourceAddress.IsValid(l.Trim())).As(FaultCode.NotAWebAddress);
        RuleFor(c => c.Name).PlainText(Challenge.NameMaxLength);
        RuleFor(c => c.Name).NotEmpty().As(FaultCode.Required).When(c => c.Kind is ChallengeKind.PersonNamed);
        RuleFor(c => c.Contact).PlainText(Challenge.ContactMaxLength);
    }
}
