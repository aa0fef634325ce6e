using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api.Google;

/// <summary>
/// <c>claims:search</c> of Google's Fact Check Tools API, so that a client written for it works with our root address: checks that were
/// decided here, and nothing imported, listed or withdrawn.
/// </summary>
public static class FactCheckTools
{
    /// <summary>Its messages are in English, whatever is asked: there is no such parameter.</summary>
    private const string NoLanguage = "hl";

    private static readonly ApiOperation Operation = new("searchFactChecks", "Google Fact Check Tools", "Search checks as Google's API does", typeof(GoogleAnswer))
    {
        Description = "Answers and errors have the shape of Google's Fact Check Tools API v1alpha1, so that its clients work with this root address. One review for each language a check is complete in.",
        Parameters = GoogleQuery.Parameters,
        LanguageParameter = NoLanguage,
        Example = "/v1alpha1/claims:search?query=containers&languageCode=en",
    };

    public static void MapFactCheckTools(this IEndpointRouteBuilder routes)
    {
        Delegate handler = (HttpContext context) => AnswerAsync(context);
        routes.MapMethods("/v1alpha1/claims:search", [HttpMethods.Get, HttpMethods.Head], handler).AllowAnonymous()
            .WithMetadata(Operation).WithName(Operation.Id).Produces(StatusCodes.Status200OK, Operation.Answer, ApiWriter.MediaType).KeepLikePublicPages();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        // Messages are Google's in English, whoever asks.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Info(Cultures.English);
        var (values, errors) = ApiValidation.Read(context, Operation);
        var request = new ApiRequest(context, values, null);
        var query = GoogleQuery.Read(request, errors);
        if (errors.Any)
        {
            await ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, errors);
            return;
        }

        var answer = await SearchAsync(query, request);
        await ApiWriter.WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.In(null)), $"{ApiWriter.MediaType}; charset=utf-8");
    }

    private static async Task<GoogleAnswer> SearchAsync(GoogleQuery query, ApiRequest request)
    {
        // No check is written in any other language.
        if ((query.Site is not null && query.Site != GoogleQuery.SiteOf(request.Site.Base.Host)) || (query.Language is { } language && !Cultures.IsKnown(language)))
        {
            return new GoogleAnswer(null, null);
        }

        var clock = request.Context.RequestServices.GetRequiredService<TimeProvider>();
        var since = query.MaxAgeDays is { } days ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-days) : (DateOnly?)null;
        var (found, hasMore) = await new CheckSearch(request.Reader).PageAsync(query.Text, query.Language, since, query.Offset, query.PageSize, request.Ct);
        var cards = await ClaimCard.OfAsync(found, request.Reader, request.Ct);
        var documents = await request.Reader.DocumentsAsync([.. found.Select(c => c.Number)], request.Ct);
        var claims = cards.Where(c => documents.ContainsKey(c.Claim.Number)).Select(c => ClaimOf(c, documents[c.Claim.Number], query.Language, request)).ToList();
        return new GoogleAnswer(claims.Count == 0 ? null : claims, query.NextToken(hasMore));
    }

    private static GoogleClaim ClaimOf(ClaimCard card, PublicDocument document, string? language, ApiRequest request)
    {
        var own = language ?? card.Claim.Language;
        var claimant = string.Join(own == Cultures.Arabic ? "، " : ", ", card.Card.Claimants.Select(c => c.Party.Name.In(own)));
        return new GoogleClaim(
            card.Card.Statement.In(own),
            claimant == "" ? null : claimant,
            document.AssertedOn is { Precision: DatePrecision.Day, From: { } day } ? Moment(day.ToDateTime(TimeOnly.MinValue)) : null,
            [.. document.Languages.Where(l => language is null || l == language).Select(l => ReviewOf(card, document, l, request))]);
    }

    private static GoogleReview ReviewOf(ClaimCard card, PublicDocument document, string language, ApiRequest request)
    {
        // A check from our own archive stands in full where it was published first.
        var address = document.Archive?.Address ?? request.Site.Absolute($"/{language}/claims/{Links.Number(document.Number)}/{Uri.EscapeDataString(document.Slug(language))}");
        var name = request.Settings.Name ?? CommonText.ResourceManager.GetString(nameof(CommonText.SiteName), Cultures.Info(language)) ?? "";
        var rating = card.Card.Rating ?? throw new InvalidOperationException($"CT-{card.Claim.Number} is decided and has no rating.");
        return new GoogleReview(
            new GooglePublisher(name, GoogleQuery.SiteOf(address) ?? ""),
            address,
            document.Verdict?.Headline[language],
            Moment(document.ReviewedAt),
            RatingBadge.WordsOf(rating, card.Card.AsPublished, card.Content, language),
            language);
    }

    private static string Moment(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
