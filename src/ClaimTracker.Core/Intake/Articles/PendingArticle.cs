namespace ClaimTracker.Core.Intake;

/// <summary>
/// An article that was brought in and not yet taken in: it waits for a person to check what was read from it. Untouched bytes and how
/// they came; becomes a capture, or is forgotten after <see cref="MaxAge"/>.
/// </summary>
public sealed class PendingArticle
{
    public const int HeaderMaxLength = 60;

    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required byte[] Bytes { get; init; }

    public required string MediaType { get; init; }

    /// <summary>The user agent, or how a person brought it: <see cref="IntakeTools"/>.</summary>
    public required string Tool { get; init; }

    public string? FileName { get; init; }

    /// <summary>The address that was fetched, or that the person gave along with the text.</summary>
    public string? Address { get; init; }

    public string? FinalAddress { get; init; }

    /// <summary>What the headers of a fetched answer said.</summary>
    public string? HeaderCharset { get; init; }

    /// <inheritdoc cref="HeaderCharset"/>
    public string? HeaderLanguage { get; init; }

    /// <inheritdoc cref="HeaderCharset"/>
    public string? HeaderCanonical { get; init; }

    public required DateTime CapturedAt { get; init; }

    public Guid? MadeById { get; init; }

    /// <summary>What is read from it; the same each time.</summary>
    public ReadArticle Read() =>
        ArticleReader.Read(Bytes, MediaType, new PageHeaders(HeaderCharset, HeaderLanguage, HeaderCanonical), FinalAddress ?? Address);
}

/// <summary>How a person brings an article in when nothing was fetched; stands in the capture as its tool.</summary>
public static class IntakeTools
{
    public const string Paste = "paste";
    public const string Upload = "upload";
}
