using System.ComponentModel;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Api.Contract;

[Description("Something published. Of a withheld one only that it is there.")]
public sealed record SourceItem
{
    public required Guid Id { get; init; }

    public required SourceKind Kind { get; init; }

    [Description("Where it stands; null where that is not known.")]
    public required string? Address { get; init; }

    public required LocalizedText NoAddressReason { get; init; }

    public required LocalizedText Title { get; init; }

    public required Outlet? Outlet { get; init; }

    public required string? Language { get; init; }

    public required string? Author { get; init; }

    public required Days? PublishedOn { get; init; }

    public required DateOnly? AccessedOn { get; init; }

    public required SourceLevel? Level { get; init; }

    [Description("Who gathered the information.")]
    public required Party? Origin { get; init; }

    [Description("The source this one reprints or translates.")]
    public required Guid? OriginalId { get; init; }

    [Description("Whose statement it passes on.")]
    public required IReadOnlyList<Party> Relays { get; init; }

    public required LocalizedText Says { get; init; }

    public required bool IsPartial { get; init; }

    public required SourceStatus Status { get; init; }

    public required DateOnly? StatusOn { get; init; }

    public required LocalizedText StatusNote { get; init; }

    public required LocalizedText InterestNote { get; init; }

    public required IReadOnlyList<ArchivedAt> ArchiveLinks { get; init; }

    public required bool IsWithheld { get; init; }

    public required string Self { get; init; }
}

public sealed record ArchivedAt(string Address, DateOnly? ArchivedOn);

[Description("A source with what claims make of it.")]
public sealed record SourceRecord
{
    public required SourceItem Source { get; init; }

    public required MachineTranslated? MachineTranslated { get; init; }

    public required IReadOnlyList<LocalizedText> QualityNotes { get; init; }

    public required IReadOnlyList<Party> Credits { get; init; }

    [Description("Faults found in it.")]
    public required IReadOnlyList<SourceError> Errors { get; init; }

    [Description("Claims on the list that name it, by rating and year.")]
    public required IReadOnlyList<RatingCount> Ratings { get; init; }

    [Description("The page for people.")]
    public required string Page { get; init; }

    public required string Self { get; init; }
}

public sealed record SourceError(string Kind, LocalizedText Published, LocalizedText Intended, Harm Harm, IReadOnlyList<int> Paragraphs, IReadOnlyList<int> Claims);

[Description("A source in the list.")]
public sealed record SourceEntry(
    Guid Id, SourceKind Kind, string? Address, LocalizedText Title, Outlet? Outlet, string? Language, Days? PublishedOn, [property: Description("Claims that name it.")] int Claims, string Self);
