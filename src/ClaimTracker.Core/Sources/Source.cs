using System.Linq.Expressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Sources;

/// <summary>
/// Something published. <see cref="OriginPartyId"/> is who gathered the information; a reprint, copy or translation names
/// its <see cref="OriginalId"/>; <see cref="Relays"/> names whose statement it passes on. Independence is counted on these,
/// never on addresses.
/// </summary>
public sealed class Source : IAudited, IVersioned
{
    public const int AddressMaxLength = 2_000;
    public const int TitleMaxLength = 500;
    public const int AuthorMaxLength = 300;
    public const int SaysMaxLength = 2_000;
    public const int NoteMaxLength = 1_000;
    public const int MaxArchiveLinks = 10;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required SourceKind Kind { get; set; }

    public string? Address { get; set; }

    /// <summary>The address folded for comparison; unique when known. See <see cref="SourceAddress"/>.</summary>
    public string? AddressKey { get; set; }

    /// <summary>Why there is no address.</summary>
    public LocalizedText NoAddressReason { get; set; } = LocalizedText.Empty;

    public Guid? OutletId { get; set; }

    public Outlet? Outlet { get; init; }

    public LocalizedText Title { get; set; } = LocalizedText.Empty;

    public TitleSource TitleSource { get; set; }

    public string? Language { get; set; }

    public string? Author { get; set; }

    public FuzzyDate? PublishedOn { get; set; }

    public DateOnly? AccessedOn { get; set; }

    public SourceLevel? Level { get; set; }

    public Guid? OriginPartyId { get; set; }

    public Party? OriginParty { get; init; }

    public Guid? OriginalId { get; set; }

    public Source? Original { get; init; }

    public List<SourceRelay> Relays { get; init; } = [];

    /// <summary>What it says, in our own words.</summary>
    public LocalizedText Says { get; set; } = LocalizedText.Empty;

    /// <summary>Only excerpts were seen.</summary>
    public bool IsPartial { get; set; }

    public SourceStatus Status { get; set; }

    public DateOnly? StatusOn { get; set; }

    public LocalizedText StatusNote { get; set; } = LocalizedText.Empty;

    public SourceVisibility Visibility { get; set; }

    public string? WithheldReason { get; set; }

    public LocalizedText InterestNote { get; set; } = LocalizedText.Empty;

    public MachineTranslated? MachineTranslated { get; set; }

    public LocalizedText TranslationNote { get; set; } = LocalizedText.Empty;

    public IReadOnlyList<LocalizedText> QualityNotes { get; set; } = [];

    public List<SourceCredit> Credits { get; init; } = [];

    public TextLayout? Layout { get; set; }

    public IReadOnlyList<ArchiveLink> ArchiveLinks { get; set; } = [];

    public Guid? DataSetId { get; init; }

    public string? ExternalKey { get; init; }

    public string? ExternalReference { get; init; }

    /// <summary>Name of the file the data set keeps the text in; the text itself is not stored.</summary>
    public string? ExternalFile { get; init; }

    public string AuditStream => $"source:{Id}";
}

/// <summary>A party whose statement a source passes on.</summary>
public sealed class SourceRelay : IAudited, IPartOfSource
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid PartyId { get; init; }

    public Party? Party { get; init; }

    public int Order { get; set; }

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>An agency a source credits for its text.</summary>
public sealed class SourceCredit : IAudited, IPartOfSource
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid PartyId { get; init; }

    public Party? Party { get; init; }

    public int Order { get; set; }

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>How an article's text is laid out; paragraphs count from 1.</summary>
public sealed record TextLayout(int Paragraphs, IReadOnlyList<int> Headings, IReadOnlyList<int> Furniture);

/// <summary>A copy of a source kept by an archive.</summary>
public sealed record ArchiveLink(string Address, DateOnly? ArchivedOn);

/// <summary>A fault of a source, apart from the claims in it.</summary>
public sealed class ArticleError : IAudited, IPartOfSource
{
    public const int TextMaxLength = 1_000;

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public Source? Source { get; init; }

    public int Order { get; set; }

    /// <summary>Code of glossary list <c>errorKinds</c>.</summary>
    public required string Kind { get; set; }

    public int? Paragraph { get; set; }

    public IReadOnlyList<int> Paragraphs { get; set; } = [];

    public LocalizedText Published { get; set; } = LocalizedText.Empty;

    public LocalizedText Intended { get; set; } = LocalizedText.Empty;

    /// <summary>Codes of glossary list <c>basis</c>: what shows the fault.</summary>
    public IReadOnlyList<string> Basis { get; set; } = [];

    public Harm Harm { get; set; }

    public Guid? DataSetId { get; init; }

    public string? ExternalKey { get; init; }

    public List<ArticleErrorClaim> Claims { get; init; } = [];

    /// <summary>Where it stands; what was logged before lists were kept has one place and no list.</summary>
    public IReadOnlyList<int> Places => Paragraphs.Count > 0 ? Paragraphs : Paragraph is { } only ? [only] : [];

    /// <summary>Who logged it, or who changed it last. Null for an import nobody touched, and before this was kept; see <see cref="ErrorLooks.AuthorsAsync"/>.</summary>
    public Guid? ProposedById { get; set; }

    public DateTime? ProposedAt { get; set; }

    /// <summary>When an editor who wrote none of it agreed; a change needs a new look.</summary>
    public DateTime? ConfirmedAt { get; set; }

    public Guid? ConfirmedById { get; set; }

    /// <summary>Readers see what was confirmed, and what an import brought and nobody changed.</summary>
    public static Expression<Func<ArticleError, bool>> IsForReaders { get; } = e => e.ConfirmedAt != null || (e.DataSetId != null && e.ProposedById == null);

    /// <summary>The rest, which waits for a second look.</summary>
    public static Expression<Func<ArticleError, bool>> IsAwaited { get; } = e => e.ConfirmedAt == null && (e.DataSetId == null || e.ProposedById != null);

    /// <summary>The same of this one.</summary>
    public bool IsWaiting => ConfirmedAt is null && (DataSetId is null || ProposedById is not null);

    public string AuditStream => $"source:{SourceId}";

    /// <summary>Whether a property says who looked at it and when: nobody posts it, so there is nothing to merge.</summary>
    internal static bool IsStamp(string property) => property is nameof(ProposedById) or nameof(ProposedAt) or nameof(ConfirmedById) or nameof(ConfirmedAt);

    /// <summary>The same places, however they were kept, are no change.</summary>
    public void PlaceAt(IReadOnlyList<int> paragraphs)
    {
        if (!Places.SequenceEqual(paragraphs))
        {
            (Paragraph, Paragraphs) = (paragraphs.Count == 0 ? null : paragraphs[0], paragraphs);
        }
    }
}

/// <summary>A claim an article error touches.</summary>
public sealed class ArticleErrorClaim : IAudited, IPartOfSource
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid ArticleErrorId { get; init; }

    public required int ClaimNumber { get; init; }

    public int Order { get; set; }

    public string AuditStream => $"source:{SourceId}";
}
