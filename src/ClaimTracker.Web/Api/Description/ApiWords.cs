namespace ClaimTracker.Web.Api.Description;

/// <summary>What the description says of the whole.</summary>
internal static class ApiWords
{
    public const string Introduction =
        """
        Claims taken from news articles and posts, with who said them, where they appear, what supports and what refutes them, and what was concluded. Everything here is made of publications; nothing the desk keeps to itself can be read, but by its own people under `/api/v1/desk`.

        **Texts.** With `lang=ar` or `lang=en`, or such an `Accept-Language`, a text is `{ "text", "language", "isFallback" }`: in the language asked for where there is one, else in another, which is then said. Without either it is an object with every language it is in. On `/claims`, whose filter `lang` is the language a claim was made in, the parameter is `textLang`.

        **Ratings.** A rating with `isReviewedHere: false` was imported, and no editor here has reviewed it. A rating of the aspect `Saying` says whether something was said, never whether it is true: quote its `words`, which hold both.

        **Lists** come in pages: go on with `next`, or the `Link` header. **Answers** carry a strong `ETag`; send it back as `If-None-Match` and get 304 while nothing changed. `fields=number,statement` leaves out every other field of the entries, or of the record.

        **Refusals** are `application/problem+json` (RFC 9457) and say what to do, in English or Arabic. A withdrawn claim is answered with why; a removed one with 451: delete what you hold of it.

        **Writing** is for staff, with a token of their own: `Authorization: Bearer ct_…`. A change of a claim names in `If-Match` the `ETag` it read, and may carry an `Idempotency-Key`, under which it is done once however often it is sent. Bodies are strict JSON of at most 256 KB.

        **Limits** hold per network address, or per token, and minute of the clock: `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` say with every answer how they stand.
        """;

    public const string Token = "A token that somebody of the newsroom made in their account. It can do what it was made for (`read-desk`, `write-claims`, `review-workflow`), and never more than its owner.";

    public static IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>
    {
        ["Claims"] = "Single claims and their versions.",
        ["Claimants"] = "Who makes claims.",
        ["Sources"] = "What claims stand in and rest on.",
        ["Topics"] = "What claims are about.",
        ["Outlets"] = "Publishers.",
        ["Ratings"] = "What claims can be rated.",
        ["Figures"] = "Numbers across claims.",
        ["Corrections"] = "Public changes of checks.",
        ["Statistics"] = "What was published, counted.",
        ["Match"] = "Has it been checked?",
        ["Desk"] = "For staff: logging claims, adding to them, and taking them through the workflow.",
        ["Google Fact Check Tools"] = "The same as Google's API has it, for clients written for that.",
    };
}
