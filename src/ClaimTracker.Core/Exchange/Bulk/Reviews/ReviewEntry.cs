using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>
/// A ClaimReview as the cells of a row. Feeds hold one value or several wherever one is meant, names instead of objects, markup in texts, and
/// languages that are not those of the text: what can be understood is put straight here, everything else is left for the row to be judged by.
/// </summary>
internal static partial class ReviewEntry
{
    private const int MaxDepth = 16;
    private const int MaxNames = 5;
    private const string ReviewType = "ClaimReview";

    /// <summary>The fields of a row, in the order of its cells; known heads, so that no column has to be chosen by hand.</summary>
    public static readonly IReadOnlyList<string> Heads =
    [
        BulkFields.Address, BulkFields.Statement, BulkFields.OutletName, BulkFields.RatingWords, BulkFields.RatingValue, BulkFields.RatingWorst, BulkFields.RatingBest, BulkFields.Explanation,
        BulkFields.PublishedOn, BulkFields.Language, BulkFields.Claimant, BulkFields.ClaimantKind, BulkFields.ClaimantRole, BulkFields.AssertedOn, BulkFields.Title,
    ];

    // Where reviews lie in documents of any shape; the claim itself is no place to look for one.
    private static readonly string[] Holders = ["@graph", "item", "dataFeedElement", "itemListElement", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "review", "associatedClaimReview"];

    /// <summary>The reviews in an element of a feed, a list or a page; a row without anything for an element that holds none.</summary>
    public static IEnumerable<string[]> RowsOf(JsonElement element)
    {
        try
        {
            var address = Text(element, "url");
            var reviews = Find(element, 0).ToList();
            return reviews.Count == 0 ? [Blank(address)] : reviews.ConvertAll(r => RowOf(r, address));
        }
        catch (InvalidOperationException)
        {
            // Half of a sign in a name: the parser lets it pass, and nothing can be asked of such an element.
            return [Blank(null)];
        }
    }

    /// <summary>The reviews in it, at any depth that such documents have.</summary>
    public static IEnumerable<JsonElement> Find(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Find(e, depth + 1)),
            JsonValueKind.Object when Each(Member(element, "@type")).Any(t => (StringOf(t) ?? "").EndsWith(ReviewType, StringComparison.Ordinal)) => [element],
            JsonValueKind.Object => Holders.Select(h => Member(element, h)).OfType<JsonElement>().SelectMany(e => Find(e, depth + 1)),
            _ => [],
        };
    }

    /// <summary>The same of a table whose heads are paths, such as <c>itemReviewed.author.name</c>.</summary>
    /// <param name="value">The cell under a path; null: there is none.</param>
    public static string[] RowOf(Func<string, string?> value)
    {
        string? First(params ReadOnlySpan<string> paths)
        {
            foreach (var path in paths)
            {
                if (value(path) is { } found && !string.IsNullOrWhiteSpace(found))
                {
                    return found;
                }
            }

            return null;
        }

        return Row(new Parts
        {
            Address = First("url"),
            Claim = First("claimReviewed", "itemReviewed.text", "itemReviewed.description"),
            Publisher = First("author.name", "author", "publisher.name", "publisher"),
            PublisherAddress = First("author.url"),
            Words = First("reviewRating.alternateName", "reviewRating.name"),
            Value = First("reviewRating.ratingValue"),
            Worst = First("reviewRating.worstRating"),
            Best = First("reviewRating.bestRating"),
            Explanation = First("reviewRating.ratingExplanation"),
            PublishedOn = First("datePublished", "dateCreated"),
            Language = First("inLanguage"),
            Claimant = First("itemReviewed.author.name", "itemReviewed.author"),
            ClaimantType = First("itemReviewed.author.@type"),
            ClaimantRole = First("itemReviewed.author.jobTitle"),
            ClaimedOn = First("itemReviewed.datePublished"),
            Title = First("headline", "name"),
        });
    }

    private static string[] Blank(string? address) => Row(new Parts { Address = address });

    private static string[] RowOf(JsonElement review, string? address)
    {
        var rating = One(Member(review, "reviewRating"));
        var claim = One(Member(review, "itemReviewed"));
        var author = PublisherOf(review);
        var claimant = Member(claim, "author");
        return Row(new Parts
        {
            Address = Text(review, "url") ?? Text(review, "@id") ?? address,
            Claim = Text(review, "claimReviewed") ?? Text(claim, "text") ?? Text(claim, "description"),
            Publisher = Names(author),
            PublisherAddress = Text(One(author), "url"),
            Words = Text(rating, "alternateName") ?? Text(rating, "name"),
            Value = Text(rating, "ratingValue"),
            Worst = Text(rating, "worstRating"),
            Best = Text(rating, "bestRating"),
            Explanation = Text(rating, "ratingExplanation"),
            PublishedOn = Text(review, "datePublished") ?? Text(review, "dateCreated"),
            Language = Text(review, "inLanguage"),
            Claimant = Names(claimant),
            ClaimantType = Text(One(claimant), "@type"),
            ClaimantRole = Text(One(claimant), "jobTitle"),
            ClaimedOn = Text(claim, "datePublished"),
            Title = Text(review, "headline") ?? Text(review, "name"),
        });
    }

    /// <summary>Whose check it is: an author, unless that is a person and the publisher is named too.</summary>
    private static JsonElement? PublisherOf(JsonElement review)
    {
        var (author, publisher) = (Member(review, "author"), Member(review, "publisher") ?? Member(review, "sdPublisher"));
        return publisher is not null && (author is null || Text(One(author), "@type") == "Person") ? publisher : author;
    }

    private static string[] Row(Parts parts)
    {
        var claim = Plain(parts.Claim);
        var address = parts.Address?.Trim() ?? "";
        var publisher = Plain(parts.Publisher);
        var words = Plain(parts.Words);
        var value = parts.Value?.Trim() ?? "";
        return
        [
            address,
            claim,
            publisher.Length > 0 ? publisher : HostOf(parts.PublisherAddress) ?? HostOf(address) ?? "",
            words.Length > 0 || value.Length == 0 ? words : parts.Best is { } best ? $"{value}/{best.Trim()}" : value,
            value,
            parts.Worst?.Trim() ?? "",
            parts.Best?.Trim() ?? "",
            Plain(parts.Explanation),
            Dated(parts.PublishedOn),
            claim.Length == 0 ? "" : LanguageOf(claim, parts.Language),
            Plain(parts.Claimant),
            parts.ClaimantType?.EndsWith("Organization", StringComparison.Ordinal) == true && !string.IsNullOrWhiteSpace(parts.Claimant) ? Glossary.Code(Sources.PartyKind.Group) : "",
            Plain(parts.ClaimantRole),
            Dated(parts.ClaimedOn),
            Plain(parts.Title),
        ];
    }

    /// <summary>The language it says if the letters fit, else the one of the letters.</summary>
    private static string LanguageOf(string text, string? said)
    {
        var isArabic = TextRules.HasScriptOf("ar", text);
        var code = said?.Trim().Split('-', '_')[0].ToLowerInvariant();
        return code is not null && Glossary.Has(Glossary.Languages, code) && (code is "en" ? TextRules.HasScriptOf("en", text) && !isArabic : code is "ar" ? isArabic : !isArabic || code is "fa" or "ur" or "ku" or "ps") ? code
            : isArabic ? "ar" : "en";
    }

    private static string Dated(string? text) => string.IsNullOrWhiteSpace(text) ? "" : WildDates.Normalize(Plain(text));

    private static string? HostOf(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : null;

    /// <summary>Without tags and entities, spaces as one.</summary>
    private static string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var cut = text.Length > BulkFile.MaxCellLength ? text[..BulkFile.MaxCellLength] : text;
        if (cut.AsSpan().IndexOfAny('<', '&') >= 0)
        {
            // The end of a paragraph or a line parts words; a word that is emphasised is a part of its sentence.
            var parted = Blocks().Replace(cut, " <");
            cut = NestingGuard.IsTooDeep(parted) ? WebUtility.HtmlDecode(parted) : new HtmlParser().ParseDocument(parted).DocumentElement.TextContent;
        }

        return string.Join(' ', cut.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? Names(JsonElement? value)
    {
        var names = Each(value).Select(v => StringOf(v) ?? Text(v, "name")).Where(n => !string.IsNullOrWhiteSpace(n)).Distinct().Take(MaxNames).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } held && held.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static IEnumerable<JsonElement> Each(JsonElement? value) => value is not { } held ? [] : held.ValueKind is JsonValueKind.Array ? held.EnumerateArray() : [held];

    /// <summary>The first that says something.</summary>
    private static JsonElement? One(JsonElement? value) => Each(value).Where(v => v.ValueKind is not JsonValueKind.Null).Select(v => (JsonElement?)v).FirstOrDefault();

    private static string? Text(JsonElement? element, string name) => One(Member(element, name)) is { } value
        ? StringOf(value) ?? Text(value, "@value") ?? Text(value, "name") ?? Text(value, "@id") ?? Text(value, "url")
        : null;

    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a sign, written as an escape: no text can hold it, and the row says what is missing.
            return null;
        }
    }

    [GeneratedRegex(@"<(?=/?(p|br|div|li|ul|ol|h[1-6]|tr|td|th|blockquote)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();

    private sealed record Parts
    {
        public string? Address { get; init; }

        public string? Claim { get; init; }

        public string? Publisher { get; init; }

        public string? PublisherAddress { get; init; }

        public string? Words { get; init; }

        public string? Value { get; init; }

        public string? Worst { get; init; }

        public string? Best { get; init; }

        public string? Explanation { get; init; }

        public string? PublishedOn { get; init; }

        public string? Language { get; init; }

        public string? Claimant { get; init; }

        public string? ClaimantType { get; init; }

        public string? ClaimantRole { get; init; }

        public string? ClaimedOn { get; init; }

        public string? Title { get; init; }
    }
}
