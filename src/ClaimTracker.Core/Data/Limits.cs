namespace ClaimTracker.Core.Data;

/// <summary>Lengths shared by several records.</summary>
public static class Limits
{
    /// <summary>ISO 639-1 code, or a short BCP 47 tag.</summary>
    public const int Language = 12;

    /// <summary>ISO 3166 alpha-2 code.</summary>
    public const int Country = 2;

    public const int ExternalKey = 120;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int Hash = 64;

    /// <summary>Paragraphs of one source.</summary>
    public const int MaxParagraph = 100_000;

    /// <summary>Largest figure: what both databases keep exactly, with its decimals.</summary>
    public const decimal MaxNumber = 1_000_000_000_000_000m;
}
