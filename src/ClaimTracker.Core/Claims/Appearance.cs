using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// A claim in a source: where, in which words, how firmly. Quote, prefix, suffix and positions are a W3C text anchor:
/// code points, logical order, start included, end excluded.
/// </summary>
public sealed class Appearance : IAudited, IPartOfClaim
{
    public const int QuoteMaxLength = 600;
    public const int ContextMaxLength = 64;
    public const int WordingNoteMaxLength = 500;
    public const int TimecodeMaxLength = 20;

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid SourceId { get; init; }

    public Source? Source { get; init; }

    public int Order { get; set; }

    /// <summary>Paragraphs count from 1, headings and page furniture included.</summary>
    public int? ParagraphFrom { get; set; }

    public int? ParagraphTo { get; set; }

    public string? Timecode { get; set; }

    public string? Quote { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public int? Start { get; set; }

    public int? End { get; set; }

    /// <summary>Of the working text that positions, prefix and suffix were taken from, as <see cref="WorkingText.Sha256"/>; null: of none of ours.</summary>
    public string? TextSha256 { get; set; }

    public AppearanceStrength Strength { get; set; }

    public LocalizedText WordingNote { get; set; } = LocalizedText.Empty;

    public bool IsFirst { get; set; }

    public IReadOnlyList<string> Flags { get; set; } = [];

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>
/// One step of the chain from the first speaker to the outlet. A step with no scope holds everywhere; else only in the
/// sources named. A party named as the source by mistake is a step with the verb <c>misattributed</c>.
/// </summary>
public sealed class AttributionStep : IAudited, IPartOfClaim
{
    public const int VerbMaxLength = 40;
    public const int NoteMaxLength = 300;
    public const string MisattributedVerb = "misattributed";

    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public int Order { get; set; }

    public required Guid PartyId { get; set; }

    public Party? Party { get; init; }

    /// <summary>Code of glossary list <c>verbs</c>.</summary>
    public required string Verb { get; set; }

    public LocalizedText Note { get; set; } = LocalizedText.Empty;

    public List<AttributionScope> Scopes { get; init; } = [];

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}

/// <summary>A source, through one of the claim's appearances or evidence, in which an attribution step holds.</summary>
public sealed class AttributionScope : IAudited, IPartOfClaim
{
    public required Guid Id { get; init; }

    public required int ClaimNumber { get; init; }

    public required Guid StepId { get; init; }

    public required Guid SourceId { get; init; }

    public Source? Source { get; init; }

    public string AuditStream => Claim.StreamOf(ClaimNumber);
}
