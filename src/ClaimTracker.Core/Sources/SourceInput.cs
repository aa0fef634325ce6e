using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange;

namespace ClaimTracker.Core.Sources;

/// <summary>A party to be made.</summary>
public sealed record NewParty
{
    public required PartyKind Kind { get; init; }

    public required LocalizedText Name { get; init; }

    public LocalizedText Role { get; init; } = LocalizedText.Empty;

    public string? Country { get; init; }

    public Guid? MemberOfId { get; init; }

    public IReadOnlyList<VariantRow> Variants { get; init; } = [];
}

/// <summary>What a form changes of a party; what it does not hold stays.</summary>
public sealed record PartyEdit
{
    public Posted<PartyKind> Kind { get; init; }

    public TextEdit? Name { get; init; }

    public TextEdit? Role { get; init; }

    public Posted<string?> Country { get; init; }

    public Posted<Guid?> MemberOfId { get; init; }

    /// <summary>Rows to add, change or remove; rows not named stay.</summary>
    public IReadOnlyList<VariantRow> Variants { get; init; } = [];
}

/// <summary>Another spelling of a party's name.</summary>
public sealed record VariantRow : Row
{
    public string Text { get; init; } = "";

    public string Language { get; init; } = "";

    public bool IsWrong { get; init; }
}

/// <summary>An outlet to be made.</summary>
public sealed record NewOutlet
{
    public required OutletKind Kind { get; init; }

    public required LocalizedText Name { get; init; }

    public string? Country { get; init; }

    public Guid? PartyId { get; init; }
}

/// <summary>What a form changes of an outlet.</summary>
public sealed record OutletEdit
{
    public Posted<OutletKind> Kind { get; init; }

    public TextEdit? Name { get; init; }

    public Posted<string?> Country { get; init; }

    public Posted<Guid?> PartyId { get; init; }
}

/// <summary>A source to be made: an address, or the reason why there is none.</summary>
public sealed record NewSource
{
    /// <summary>Where it comes from, when a file brought it.</summary>
    public RecordOrigin? FromDataSet { get; init; }

    public required SourceKind Kind { get; init; }

    public string? Address { get; init; }

    public LocalizedText NoAddressReason { get; init; } = LocalizedText.Empty;

    public Choice<NewOutlet>? Outlet { get; init; }

    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    public TitleSource TitleSource { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public FuzzyDate? PublishedOn { get; init; }

    public DateOnly? AccessedOn { get; init; }

    public SourceLevel? Level { get; init; }

    public Choice<NewParty>? Origin { get; init; }

    public Guid? OriginalId { get; init; }

    public IReadOnlyList<Choice<NewParty>> Relays { get; init; } = [];

    public IReadOnlyList<Choice<NewParty>> Credits { get; init; } = [];

    public LocalizedText Says { get; init; } = LocalizedText.Empty;

    public bool IsPartial { get; init; }

    public LocalizedText InterestNote { get; init; } = LocalizedText.Empty;

    public MachineTranslated? MachineTranslated { get; init; }

    public LocalizedText TranslationNote { get; init; } = LocalizedText.Empty;

    public IReadOnlyList<ArchiveLink> ArchiveLinks { get; init; } = [];
}

/// <summary>What a form changes of a source; status and visibility have forms of their own.</summary>
public sealed record SourceEdit
{
    public Posted<SourceKind> Kind { get; init; }

    public Posted<string?> Address { get; init; }

    public TextEdit? NoAddressReason { get; init; }

    public Posted<Choice<NewOutlet>?> Outlet { get; init; }

    public TextEdit? Title { get; init; }

    public Posted<TitleSource> TitleSource { get; init; }

    public Posted<string?> Language { get; init; }

    public Posted<string?> Author { get; init; }

    public Posted<FuzzyDate?> PublishedOn { get; init; }

    public Posted<DateOnly?> AccessedOn { get; init; }

    public Posted<SourceLevel?> Level { get; init; }

    public Posted<Choice<NewParty>?> Origin { get; init; }

    public Posted<Guid?> OriginalId { get; init; }

    /// <summary>The whole set, in order; null: as it is.</summary>
    public IReadOnlyList<Choice<NewParty>>? Relays { get; init; }

    /// <summary>The whole set, in order; null: as it is.</summary>
    public IReadOnlyList<Choice<NewParty>>? Credits { get; init; }

    public TextEdit? Says { get; init; }

    public Posted<bool> IsPartial { get; init; }

    public TextEdit? InterestNote { get; init; }

    public Posted<MachineTranslated?> MachineTranslated { get; init; }

    public TextEdit? TranslationNote { get; init; }

    public Posted<IReadOnlyList<ArchiveLink>> ArchiveLinks { get; init; }

    /// <summary>Faults of the source to add, change or remove; rows not named stay.</summary>
    public IReadOnlyList<ArticleErrorRow> Errors { get; init; } = [];
}

/// <summary>What became of a source.</summary>
public sealed record SourceStatusChange(SourceStatus Status, DateOnly? On, TextEdit? Note);

/// <summary>A fault of a source.</summary>
public sealed record ArticleErrorRow : Row
{
    /// <summary>Code of glossary list <c>errorKinds</c>.</summary>
    public string Kind { get; init; } = "";

    public IReadOnlyList<int> Paragraphs { get; init; } = [];

    public TextEdit? Published { get; init; }

    public TextEdit? Intended { get; init; }

    /// <summary>Codes of glossary list <c>basis</c>.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    public Harm Harm { get; init; }

    /// <summary>Numbers of the claims it touches; the whole set.</summary>
    public IReadOnlyList<int> Claims { get; init; } = [];
}
