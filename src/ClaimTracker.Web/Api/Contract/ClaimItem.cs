using System.ComponentModel;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Api.Contract;

[Description("A claim as lists hold it.")]
public sealed record ClaimItem
{
    public required int Number { get; init; }

    [Description("The number as people cite it.")]
    public required string Reference { get; init; }

    [Description("`Published`: decided here. `Imported`: taken over with its rating, which no editor here has reviewed. `Listed`: being checked.")]
    public required PublicState State { get; init; }

    [Description("A panel of editors is deciding.")]
    public required bool IsContested { get; init; }

    public required bool IsUnderReexamination { get; init; }

    public required bool IsCorrected { get; init; }

    public required LocalizedText Statement { get; init; }

    public required LocalizedText Summary { get; init; }

    [Description("Language the claim was made in.")]
    public required string OriginalLanguage { get; init; }

    public required ClaimKind Kind { get; init; }

    [Description("What is rated: whether it was said, or whether it is true.")]
    public required RatedAspect Aspect { get; init; }

    [Description("The wording judged is a garbled translation.")]
    public required bool IsAsPublished { get; init; }

    [Description("Nobody is known to have made it where this is empty.")]
    public required IReadOnlyList<Claimant> Claimants { get; init; }

    public required Days? AssertedOn { get; init; }

    [Description("Name of the publisher of its first appearance.")]
    public required LocalizedText FirstOutlet { get; init; }

    [Description("In how many places it appears.")]
    public required int Appearances { get; init; }

    public required ClaimRating? Rating { get; init; }

    [Description("Set where the check is another publisher's work, which no editor here has reviewed.")]
    public required OutsideReview? OutsideReview { get; init; }

    [Description("What was found, in one line.")]
    public required LocalizedText Headline { get; init; }

    [Description("What is known of a claim that is being checked.")]
    public required LocalizedText HoldingNote { get; init; }

    public required DateOnly? HoldingNoteAsOf { get; init; }

    [Description("Languages the check is complete in.")]
    public required IReadOnlyList<string> Languages { get; init; }

    [Description("When the verdict, holding note or import last changed.")]
    public required DateTime ReviewedAt { get; init; }

    public required int Version { get; init; }

    [Description("The page for people.")]
    public required string Address { get; init; }

    [Description("The claim in this API.")]
    public required string Self { get; init; }
}
