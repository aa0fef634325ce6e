using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Web.Api.Google;

/// <summary>What Google's clients ask, read as their documentation says: a page token goes before an offset, of a language the region is ignored.</summary>
public sealed partial record GoogleQuery
{
    public const int MostPerPage = 100;
    public const int FurthestOffset = 10_000;
    public const int MostDays = 36_500;

    private const int UsualPage = 10;

    public string? Text { get; private init; }

    /// <summary>Two or three letters.</summary>
    public string? Language { get; private init; }

    /// <summary>A host, without <c>www.</c></summary>
    public string? Site { get; private init; }

    public int? MaxAgeDays { get; private init; }

    public int PageSize { get; private init; } = UsualPage;

    public int Offset { get; private init; }

    public static IReadOnlyList<ApiParameter> Parameters { get; } =
    [
        new("query", ApiValue.Text, "Words, or a whole quotation. Needed unless `reviewPublisherSiteFilter` is given.") { MaxLength = CheckSearch.TextMaxLength, Example = "containers" },
        new("languageCode", ApiValue.Code, "BCP 47; only checks that are complete in that language. The region is ignored.") { MaxLength = 35, Example = "en-US" },
        new("reviewPublisherSiteFilter", ApiValue.Text, "Host of the publisher; only ours finds anything.") { MaxLength = 253, Example = "claims.example.org" },
        new("maxAgeDays", ApiValue.Whole, "Reviewed, or claimed, in so many days.") { Max = MostDays, Example = "365" },
        new("pageSize", ApiValue.Whole, "Claims a page has at most; more than 100 are taken for 100, and 0 for 10.") { Default = UsualPage, Example = "20" },
        new("pageToken", ApiValue.Code, "`nextPageToken` of the page before, of the same search.") { MaxLength = 40 },
        new("offset", ApiValue.Whole, "Claims to leave out at the beginning; without effect beside `pageToken`.") { Max = FurthestOffset, Example = "0" },
        .. new[] { "key", "alt", "prettyPrint", "quotaUser", "fields", "callback", "access_token", "oauth_token", "upload_protocol", "uploadType", "$.xgafv" }
            .Select(name => new ApiParameter(name, ApiValue.Text, "Taken, as Google's clients send it, and without effect.") { MaxLength = 1_000 }),
    ];

    /// <summary>Ties a page token to its search.</summary>
    private string Fingerprint => AuditText.Sha256(string.Create(CultureInfo.InvariantCulture, $"{Text}|{Language}|{Site}|{MaxAgeDays}"))[..12];

    /// <summary>Of values that were judged one by one; adds to the errors what is wrong between them.</summary>
    public static GoogleQuery Read(ApiRequest request, ApiErrors errors)
    {
        var language = request.Text("languageCode");
        if (language is not null && !LanguageTag().IsMatch(language))
        {
            errors.Add("languageCode", "Not a BCP 47 language tag such as en or ar-EG.");
        }

        var query = new GoogleQuery
        {
            Text = request.Text("query")?.Trim(),
            Language = language?.Split('-', '_')[0].ToLowerInvariant(),
            Site = SiteOf(request.Text("reviewPublisherSiteFilter")),
            MaxAgeDays = request.Whole("maxAgeDays") is { } days and > 0 ? days : null,
            PageSize = request.Whole("pageSize") is { } size and > 0 ? Math.Min(size, MostPerPage) : UsualPage,
            Offset = request.Whole("offset") ?? 0,
        };
        if (query.Text is null && query.Site is null)
        {
            errors.Add("query", "Give a query, or a reviewPublisherSiteFilter.");
        }

        if (request.Text("pageToken") is not { } token)
        {
            return query;
        }

        if (token.Split('-') is [var print, var place] && print == query.Fingerprint && ApiWhole.Read(place) is { } offset and <= FurthestOffset)
        {
            return query with { Offset = offset };
        }

        errors.Add("pageToken", "Not a token of this search. Begin again without it.");
        return query;
    }

    /// <summary>Null where there is no more, or no more may be asked for.</summary>
    public string? NextToken(bool hasMore) =>
        hasMore && Offset + PageSize <= FurthestOffset ? string.Create(CultureInfo.InvariantCulture, $"{Fingerprint}-{Offset + PageSize}") : null;

    /// <summary>As people type it: with or without scheme, <c>www.</c> and path.</summary>
    public static string? SiteOf(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        var host = typed.Trim().ToLowerInvariant();
        host = host.Contains("://", StringComparison.Ordinal) ? host[(host.IndexOf("://", StringComparison.Ordinal) + 3)..] : host;
        host = host.Split('/', '?', '#', ':')[0].TrimEnd('.');
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageTag();
}
