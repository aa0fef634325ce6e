using ClaimTracker.Core.History;

namespace ClaimTracker.Core.Sources;

/// <summary>An untouched copy of a source, staff only. The bytes are content-addressed: <see cref="CaptureContent"/>.</summary>
public sealed class Capture : IAudited
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MediaTypeMaxLength = 120;
    public const int ToolMaxLength = 120;
    public const int FileNameMaxLength = 255;

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required string Sha256 { get; init; }

    public required string MediaType { get; init; }

    public required long ByteLength { get; init; }

    public string? FileName { get; init; }

    public string? FinalAddress { get; init; }

    public required DateTime CapturedAt { get; init; }

    public Guid? CapturedById { get; init; }

    public required string Tool { get; init; }

    /// <summary>An attachment an editor published with the source.</summary>
    public bool IsPublished { get; set; }

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>The bytes of captures, kept once per content.</summary>
public sealed class CaptureContent
{
    public required string Sha256 { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>
/// The text that claims are anchored in, apart from the capture it was read from. A correction adds one with the next number; the highest
/// number counts. Its words are kept by their hash, as the capture's bytes are.
/// </summary>
public sealed class WorkingText : IAudited
{
    /// <summary>In UTF-16 units, some 150 pages.</summary>
    public const int MaxLength = 400_000;

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid CaptureId { get; init; }

    /// <summary>From 1 for each capture.</summary>
    public required int Number { get; init; }

    /// <summary>Of the text in UTF-8; <see cref="CaptureContent"/> has it.</summary>
    public required string Sha256 { get; init; }

    public required DateTime MadeAt { get; init; }

    public Guid? MadeById { get; init; }

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>One line of the custody record of a capture: what was done with it, when and by whom. Lines are only ever added.</summary>
public sealed class CustodyEvent : IAudited
{
    public const int DetailMaxLength = 2_000;

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required Guid CaptureId { get; init; }

    public required CustodyKind Kind { get; init; }

    public required DateTime At { get; init; }

    public Guid? ById { get; init; }

    /// <summary>An address or a hash that belongs to it.</summary>
    public string? Detail { get; init; }

    public string AuditStream => $"source:{SourceId}";
}

/// <summary>What is done with a capture.</summary>
public enum CustodyKind
{
    Captured,

    /// <summary>Its working text was corrected.</summary>
    TextCorrected,

    /// <summary>Every hash was computed again and is as it was.</summary>
    Verified,

    /// <summary>A hash was computed again and is another.</summary>
    FoundDamaged,

    /// <summary>Somebody took a copy of the bytes.</summary>
    Downloaded,

    /// <summary>A web archive was asked to keep the address.</summary>
    HandedToArchive,
}
