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
