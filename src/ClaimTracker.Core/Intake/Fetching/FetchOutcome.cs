namespace ClaimTracker.Core.Intake;

/// <summary>What came of fetching an address. A refusal is an expected answer, never an exception.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    public sealed record Fetched(FetchedPage Page) : FetchOutcome;

    /// <param name="Code">Why; pages have a sentence for each.</param>
    /// <param name="Address">The address refused, which after a redirect is another than the one asked for.</param>
    public sealed record Refused(FetchRefusal Code, string Address) : FetchOutcome
    {
        /// <summary>What the address was found to be, for <see cref="FetchRefusal.NotPublic"/>.</summary>
        public AddressKind? Kind { get; init; }

        /// <summary>The answer's number, for <see cref="FetchRefusal.Status"/>.</summary>
        public int? Status { get; init; }

        /// <summary>The type that came, for <see cref="FetchRefusal.WrongType"/>.</summary>
        public string? MediaType { get; init; }
    }
}

/// <summary>What was fetched, untouched but for the compression it travelled in.</summary>
public sealed record FetchedPage
{
    public required string RequestedAddress { get; init; }

    /// <summary>Where the redirects ended.</summary>
    public required string FinalAddress { get; init; }

    /// <summary>Such as <c>text/html</c>, in small letters and without parameters.</summary>
    public required string MediaType { get; init; }

    public required PageHeaders Headers { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTime FetchedAt { get; init; }

    /// <summary>The user agent it was fetched with.</summary>
    public required string Tool { get; init; }
}

/// <summary>What the headers of an answer say about the text in it.</summary>
public sealed record PageHeaders(string? Charset = null, string? Language = null, string? Canonical = null)
{
    public static PageHeaders None { get; } = new();
}

/// <summary>Why nothing was fetched.</summary>
public enum FetchRefusal
{
    /// <summary>The operator has not switched fetching on.</summary>
    SwitchedOff,
    InvalidAddress,

    /// <summary>Neither http nor https.</summary>
    Scheme,

    /// <summary>A name and a password stand in the address.</summary>
    Credentials,
    Port,

    /// <summary>The name has no address.</summary>
    UnknownHost,

    /// <summary>The name has an address that is not public, among others perhaps.</summary>
    NotPublic,

    /// <summary>No connection, or it broke, or its certificate is not trusted.</summary>
    NotReached,
    TooManyRedirects,

    /// <summary>The site asks programs not to read this page.</summary>
    Robots,

    /// <summary>Another answer than 200.</summary>
    Status,
    WrongType,
    TooLarge,
    TooSlow,
}
