namespace ClaimTracker.Core.History;

/// <summary>What verification found wrong.</summary>
public enum AuditFindingKind
{
    /// <summary>An entry's number is missing before this one, or the stream does not start at 1.</summary>
    EntryMissing,

    /// <summary>An entry does not name the hash of the one before.</summary>
    WrongPredecessor,

    /// <summary>The hash is not that of the canonical text.</summary>
    EntryChanged,

    /// <summary>A column says something else than the canonical text.</summary>
    ColumnDiffers,

    /// <summary>A value beside the entry is not the one that was hashed.</summary>
    ValueDiffers,

    /// <summary>A value was taken away, and no entry says that it was erased.</summary>
    ErasedWithoutEntry,

    /// <summary>A live row says something else than its trail.</summary>
    RowChanged,

    /// <summary>A row that its trail still holds is gone.</summary>
    RowDeleted,

    /// <summary>A row has no trail.</summary>
    RowInserted,

    /// <summary>A live row holds something the program cannot read.</summary>
    RowUnreadable,
    PublicationMissing,
    PublicationChanged,
    PublicationDocumentDiffers,
}

/// <summary>One thing verification found wrong: where, and what was expected.</summary>
public sealed record AuditFinding(AuditFindingKind Kind, string Stream)
{
    /// <summary>Number of the entry in its stream, or version of the publication.</summary>
    public long? Sequence { get; init; }

    public string? Record { get; init; }

    public string? Id { get; init; }

    public string? Property { get; init; }

    public string? Expected { get; init; }

    public string? Found { get; init; }
}
