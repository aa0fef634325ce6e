using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

/// <summary>What a program sends. Everything may be left out but what is required, and nothing else may stand in it.</summary>
public interface IApiBody;

[Description("A date as well as it is known: a day (2024-02-26), a month (2024-02) or a year (2024), or from one to another.")]
public sealed record DateBody : IApiBody
{
    public string? From { get; init; }

    public string? To { get; init; }

    [Description("May be left to what is written.")]
    public DatePrecision? Precision { get; init; }

    [Description("The words of the source it was read from.")]
    public string? Words { get; init; }
}

[Description("A party that is here, by `id`; or one by name and kind, which is made unless somebody of that name and kind is here already.")]
public sealed record PartyBody : IApiBody
{
    public Guid? Id { get; init; }

    [Description("By language: `ar`, `en`.")]
    public IReadOnlyDictionary<string, string?>? Name { get; init; }

    public PartyKind? Kind { get; init; }

    [Description("ISO 3166-1 alpha-2, or a code of our own for what is none.")]
    public string? Country { get; init; }
}

[Description("A publisher that is here, by `id`; or one by name and kind, which is made unless it is here already.")]
public sealed record OutletBody : IApiBody
{
    public Guid? Id { get; init; }

    public IReadOnlyDictionary<string, string?>? Name { get; init; }

    public OutletKind? Kind { get; init; }

    public string? Country { get; init; }
}

[Description("A source that is here, by `id` or `address`; or a new one, with its kind and its address, or why it has none.")]
public sealed record SourceBody : IApiBody
{
    public Guid? Id { get; init; }

    [Description("Where a source of this address is here already, that one is meant, and it stays as it is.")]
    public string? Address { get; init; }

    public IReadOnlyDictionary<string, string?>? NoAddressReason { get; init; }

    public SourceKind? Kind { get; init; }

    public IReadOnlyDictionary<string, string?>? Title { get; init; }

    public OutletBody? Outlet { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public DateBody? PublishedOn { get; init; }

    public DateOnly? AccessedOn { get; init; }

    public SourceLevel? Level { get; init; }

    [Description("Who gathered the information.")]
    public PartyBody? Origin { get; init; }

    [Description("Whose statement it passes on.")]
    public IReadOnlyList<PartyBody>? Relays { get; init; }

    public IReadOnlyDictionary<string, string?>? Says { get; init; }

    public bool IsPartial { get; init; }
}

[Description("Where the claim stands in a source.")]
public sealed record AppearanceBody : IApiBody
{
    [Required]
    public SourceBody? Source { get; init; }

    public string? Quote { get; init; }

    public int? ParagraphFrom { get; init; }

    public int? ParagraphTo { get; init; }

    public string? Timecode { get; init; }

    [Required]
    public AppearanceStrength? Strength { get; init; }

    public IReadOnlyDictionary<string, string?>? WordingNote { get; init; }

    public bool IsFirst { get; init; }

    public IReadOnlyList<string>? Flags { get; init; }
}

[Description("A source bearing on the claim.")]
public sealed record EvidenceBody : IApiBody
{
    [Required]
    public SourceBody? Source { get; init; }

    [Required]
    public Stance? Stance { get; init; }

    public string? Quote { get; init; }

    public string? Locator { get; init; }

    public IReadOnlyDictionary<string, string?>? Note { get; init; }

    [Description("A to F; for staff.")]
    public string? SourceGrade { get; init; }

    [Description("1 to 6; for staff.")]
    public int? InformationGrade { get; init; }
}

public sealed record ClaimantBody : IApiBody
{
    [Required]
    public PartyBody? Party { get; init; }

    [Description("The office held when speaking.")]
    public IReadOnlyDictionary<string, string?>? Role { get; init; }
}

public sealed record AttributionBody : IApiBody
{
    [Required]
    public PartyBody? Party { get; init; }

    [Required]
    public string? Verb { get; init; }

    public IReadOnlyDictionary<string, string?>? Note { get; init; }
}

[Description("A number of a claim. Value, or smallest and largest, or none where none was given.")]
public sealed record FigureBody : IApiBody
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public FigureModifier? Modifier { get; init; }

    [Required, Description("What is counted in, by its label; made unless it is here.")]
    public IReadOnlyDictionary<string, string?>? Unit { get; init; }

    [Description("What is counted, by its label; made unless it is here.")]
    public IReadOnlyDictionary<string, string?>? Measure { get; init; }

    public bool IsCapacity { get; init; }

    public DateBody? Period { get; init; }

    public string? EitherOrGroup { get; init; }

    public IReadOnlyDictionary<string, string?>? Note { get; init; }
}

[Description("A claim to be logged, with an appearance, or evidence that carries it.")]
public sealed record ClaimBody : IApiBody
{
    [Required, Description("By language: `ar`, `en`.")]
    public IReadOnlyDictionary<string, string?>? Statement { get; init; }

    public IReadOnlyDictionary<string, string?>? Summary { get; init; }

    [Required]
    public string? OriginalLanguage { get; init; }

    [Required]
    public ClaimKind? Kind { get; init; }

    [Required]
    public RatedAspect? Aspect { get; init; }

    [Required, Description("In order; an empty list where nobody is known.")]
    public IReadOnlyList<ClaimantBody>? Claimants { get; init; }

    public IReadOnlyDictionary<string, string?>? Hedge { get; init; }

    public DateBody? AssertedOn { get; init; }

    public DateBody? EventOn { get; init; }

    public string? PlaceCountry { get; init; }

    public IReadOnlyDictionary<string, string?>? PlaceName { get; init; }

    [Required, Description("Why this claim and not another.")]
    public IReadOnlyDictionary<string, string?>? SelectionReason { get; init; }

    [Description("By slug.")]
    public IReadOnlyList<string>? Topics { get; init; }

    public IReadOnlyList<FigureBody>? Figures { get; init; }

    public IReadOnlyList<AppearanceBody>? Appearances { get; init; }

    [Description("From the first speaker to the outlet.")]
    public IReadOnlyList<AttributionBody>? Attribution { get; init; }

    public IReadOnlyList<EvidenceBody>? Evidence { get; init; }

    public IReadOnlyList<string>? Flags { get; init; }

    public bool IsAsPublished { get; init; }

    public Triage? Triage { get; init; }

    public DateOnly? Due { get; init; }
}

[Description("A reviewer's note, for staff.")]
public sealed record NoteBody : IApiBody
{
    [Required, Description("Markdown.")]
    public string? Body { get; init; }

    [Required]
    public string? Language { get; init; }

    [Description("The first note of the thread it answers.")]
    public Guid? ThreadId { get; init; }
}

[Description("A verdict as it is to be proposed. Texts in languages that are left out stay as they are; everything else is replaced.")]
public sealed record VerdictBody : IApiBody
{
    [Required, Description("`version` of the claim's open verdict as it was read; 0 where there was none.")]
    public int? BasedOn { get; init; }

    [Required, Description("Code of a rating of the claim's aspect.")]
    public string? Rating { get; init; }

    public IReadOnlyDictionary<string, string?>? Headline { get; init; }

    public IReadOnlyDictionary<string, string?>? Explanation { get; init; }

    [Description("Markdown.")]
    public IReadOnlyDictionary<string, string?>? Body { get; init; }

    public IReadOnlyDictionary<string, string?>? Unknowns { get; init; }

    public IReadOnlyDictionary<string, string?>? OtherSideSearch { get; init; }

    public IReadOnlyDictionary<string, string?>? ConflictDisclosure { get; init; }

    public IReadOnlyList<string>? ReasonTags { get; init; }

    public Confidence? Confidence { get; init; }

    public DateOnly? AsOf { get; init; }

    [Description("Conditions of publication that are answered for instead of met.")]
    public IReadOnlyList<WaiverBody>? Waivers { get; init; }
}

public sealed record WaiverBody : IApiBody
{
    [Required]
    public GateCondition? Condition { get; init; }

    [Required]
    public WaiverReason? Reason { get; init; }

    [Required]
    public IReadOnlyDictionary<string, string?>? Explanation { get; init; }
}

[Description("An action of the workflow. Which are possible stands in `allowed` of the claim; what each needs beside the action, with the field.")]
public sealed record TransitionBody : IApiBody
{
    [Required, Description("What has a page of its own with texts to compare stays there: corrections, translations, redaction, closing a panel.")]
    public ClaimAction? Action { get; init; }

    [Description("`Return`, `Contest`, `Vote`, `Reopen`, `Merge`, `Withdraw`, `Restore`, `RestoreRemoved`, `Remove` and what declines.")]
    public string? Reason { get; init; }

    [Description("`Assign`, `Reassign`.")]
    public Guid? AssigneeId { get; init; }

    [Description("`Merge`: the claim that stays.")]
    public int? Into { get; init; }

    [Description("`Vote`: code of a rating.")]
    public string? Rating { get; init; }

    [Description("`Reopen`: mark the public claim as being re-examined.")]
    public bool TellReaders { get; init; }

    [Description("`Close`, `Dissolve`, `Remove`: the reason by its code.")]
    public string? Code { get; init; }

    [Description("`List`: what is known so far. `Withdraw`, `Remove`: what readers are told.")]
    public IReadOnlyDictionary<string, string?>? Notice { get; init; }

    [Description("`List`: the day of what is known.")]
    public DateOnly? AsOf { get; init; }

    [Description("`Approve`: `approval.hash` of the claim as it was read; exactly that is published.")]
    public string? ShownHash { get; init; }

    [Description("`Approve` over an earlier verdict: what readers are told of the change.")]
    public CorrectionBody? Correction { get; init; }
}

public sealed record CorrectionBody : IApiBody
{
    [Required]
    public IReadOnlyDictionary<string, string?>? What { get; init; }

    [Required]
    public IReadOnlyDictionary<string, string?>? Why { get; init; }

    [Required]
    public CorrectionCause? Cause { get; init; }
}
