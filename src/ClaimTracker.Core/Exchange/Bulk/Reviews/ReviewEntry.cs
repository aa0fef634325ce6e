using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;

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

    /// <summary>Between several claimants.</summary>
    public const char ClaimantSign = ';';

    /// <summary>The fields of a row, in the order of its cells; known heads, so that no column has to be chosen by hand.</summary>
    public static readonly IReadOnlyList<string> Heads =
    [
        BulkFields.Address, BulkFields.Statement, BulkFields.OutletName, BulkFields.RatingWords, BulkFields.RatingValue, BulkFields.RatingWorst, BulkFields.RatingBest, BulkFields.Explanation,
        BulkFields.PublishedOn, BulkFields.Language, BulkFields.Claimant, BulkFields.ClaimantKind, BulkFields.ClaimantRole, BulkFields.AssertedOn, BulkFields.Title,
    ];

    // Where reviews lie in documents of any shape; the claim itself is no place to look for one.
    private static readonly string[] Holders = ["@graph", "item", "dataFeedElement", "itemListElement", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf", "review", "associatedClaimReview"];

    /// <summary>The reviews in an element of a feed, a list or a page; a row without anything for an element that holds none.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nodes">What else its document describes; null: nothing but what is in the element.</param>
    public static IEnumerable<string[]> RowsOf(JsonElement element, JsonNodes? nodes = null)
    {
        var described = nodes ?? new JsonNodes(element);
        try
        {
            var address = Text(element, "url");
            var reviews = Find(element, 0).ToList();
            return reviews.Count == 0 ? [Blank(address)] : reviews.ConvertAll(r => RowOf(r, address, described));
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
            Claimants = First("itemReviewed.author.name", "itemReviewed.author") is { } claimant ? [claimant] : [],
            ClaimantType = First("itemReviewed.author.@type"),
            ClaimantRole = First("itemReviewed.author.jobTitle"),
            ClaimedOn = First("itemReviewed.datePublished"),
            Title = First("headline", "name"),
        });
    }

    private static string[] Blank(string? address) => Row(new Parts { Address = address });

    private static string[] RowOf(JsonElement review, string? address, JsonNodes nodes)
    {
        var rating = One(Member(review, "reviewRating"));
        var claim = FirstOf(Things(Member(review, "itemReviewed"), nodes));
        var authors = PublishersOf(review, nodes);
        var claimants = Things(Member(claim, "author"), nodes);
        return Row(new Parts
        {
            Address = Text(review, "url") ?? Text(review, "@id") ?? address,
            Claim = Text(review, "claimReviewed") ?? Text(claim, "text") ?? Text(claim, "description"),
            Publisher = string.Join(", ", Names(authors)),
            PublisherAddress = Text(FirstOf(authors), "url"),
            Words = Text(rating, "alternateName") ?? Text(rating, "name"),
            Value = Text(rating, "ratingValue"),
            Worst = Text(rating, "worstRating"),
            Best = Text(rating, "bestRating"),
            Explanation = Text(rating, "ratingExplanation"),
            PublishedOn = Text(review, "datePublished") ?? Text(review, "dateCreated"),
            Language = Text(review, "inLanguage"),
            Claimants = [.. Names(claimants)],
            ClaimantType = Text(FirstOf(claimants), "@type"),
            ClaimantRole = claimants.Count == 1 ? Text(claimants[0], "jobTitle") : null,
            ClaimedOn = Text(claim, "datePublished"),
            Title = Text(review, "headline") ?? Text(review, "name"),
        });
    }

    /// <summary>Whose check it is: an author, unless that is a person and the publisher is named too.</summary>
    private static IReadOnlyList<JsonElement> PublishersOf(JsonElement review, JsonNodes nodes)
    {
        var authors = Things(Member(review, "author"), nodes);
        var publishers = Things(Member(review, "publisher") ?? Member(review, "sdPublisher"), nodes);
        return publishers.Count > 0 && (authors.Count == 0 || Text(authors[0], "@type") == "Person") ? publishers : authors;
    }

    private static string[] Row(Parts parts)
    {
        var claim = Plain(parts.Claim);
        var address = parts.Address?.Trim() ?? "";
        var publisher = Plain(parts.Publisher);
        var claimants = parts.Claimants.Select(c => Plain(c).Replace(ClaimantSign, ',')).Where(c => c.Length > 0).DistinctBy(TextFold.Fold).Take(MaxNames).ToList();
        var words = Plain(parts.Words);
        var value = parts.Value?.Trim() ?? "";
        return
        [
            address,
            claim,
            publisher.Length > 0 ? publisher : SiteOf(parts.PublisherAddress) ?? SiteOf(address) ?? "",
            words.Length > 0 || value.Length == 0 ? words : parts.Best is { } best ? $"{value}/{best.Trim()}" : value,
            value,
            parts.Worst?.Trim() ?? "",
            parts.Best?.Trim() ?? "",
            Plain(parts.Explanation),
            Dated(parts.PublishedOn),
            claim.Length == 0 ? "" : LanguageOf(claim, parts.Language),
            string.Join($"{ClaimantSign} ", claimants),
            parts.ClaimantType?.EndsWith("Organization", StringComparison.Ordinal) == true && claimants.Count > 0 ? Glossary.Code(PartyKind.Group) : "",
            Plain(parts.ClaimantRole),
            Dated(parts.ClaimedOn),
            Plain(parts.Title),
        ];
    }

    /// <summary>The language it says if the letters fit, else what the text tells by itself.</summary>
    private static string LanguageOf(string text, string? said)
    {
        return TextLanguage.Primary(said) is { } code && Glossary.Has(Glossary.Languages, code) && TextLanguage.Fits(code, text) ? code
            : TextLanguage.Guess(text) ?? (TextRules.HasScriptOf("ar", text) ? "ar" : "en");
    }

    private static string Dated(string? text) => string.IsNullOrWhiteSpace(text) ? "" : WildDates.Normalize(Plain(text));

    /// <summary>A publisher without a name is called by the site.</summary>
    private static string? SiteOf(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && SourceAddress.HostOf(uri) is { } host ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host : null;

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

    private static JsonElement? FirstOf(IReadOnlyList<JsonElement> things) => things is [var first, ..] ? first : null;

    /// <summary>One or several, each where it is described.</summary>
    private static IReadOnlyList<JsonElement> Things(JsonElement? value, JsonNodes nodes) =>
        [.. Each(value).Where(v => v.ValueKind is not JsonValueKind.Null).Select(nodes.Of)];

    private static IEnumerable<string> Names(IEnumerable<JsonElement> things) =>
        things.Select(t => StringOf(t) ?? Text(t, "name")).OfType<string>().Where(n => !string.IsNullOrWhiteSpace(n)).Distinct().Take(MaxNames);

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

        public IReadOnlyList<string> Claimants { get; init; } = [];

        public string? ClaimantType { get; init; }

        public string? ClaimantRole { get; init; }

        public string? ClaimedOn { get; init; }

        public string? Title { get; init; }
    }
}
