namespace ClaimTracker.Core.Intake;

/// <summary>What a page says of itself, each part with the place it was found in, and its text. A person corrects it before anything is kept.</summary>
public sealed record ReadArticle
{
    public Found<string>? Title { get; init; }

    /// <summary>The authors' names, joined by commas.</summary>
    public Found<string>? Byline { get; init; }

    /// <summary>The calendar day as the page writes it, in the page's own time.</summary>
    public Found<DateOnly>? PublishedOn { get; init; }

    public Found<DateOnly>? ModifiedOn { get; init; }

    /// <summary>Such as <c>ar</c>, without a country.</summary>
    public Found<string>? Language { get; init; }

    /// <summary>Absolute; the address that the page itself wants to be known by.</summary>
    public Found<string>? CanonicalAddress { get; init; }

    public Found<string>? Outlet { get; init; }

    /// <summary>The readable text, white space made even: paragraphs, headings, quotations and list items, without page furniture.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The encoding that the bytes turned out to be in.</summary>
    public required string Charset { get; init; }

    /// <summary>The working text, one blank line between paragraphs; apart from the capture, which stays as it came.</summary>
    public string WorkingText => string.Join("\n\n", Paragraphs);
}

/// <summary>A value, and where it was found.</summary>
public sealed record Found<T>(T Value, FoundIn In);

/// <summary>Where a page said something, the most careful place first.</summary>
public enum FoundIn
{
    JsonLd,
    OpenGraph,

    /// <summary>Another meta or link element, or the language of the whole page.</summary>
    Meta,

    /// <summary>A header of the answer.</summary>
    Header,

    /// <summary>What readers see.</summary>
    Visible,

    /// <summary>The letters and words of the text itself.</summary>
    Text,
}
