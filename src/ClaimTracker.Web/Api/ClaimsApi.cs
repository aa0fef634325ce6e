using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>The list of claims, with the filters, searches and orders of its page.</summary>
public static class ClaimsApi
{
    private const string Relevance = "relevance";

    private static readonly ApiOperation Operation = new("listClaims", "Claims", "Claims on the list", typeof(ClaimListing))
    {
        Description = "Every filter, search and order of the page for people, by the same names. Several values of one filter mean any of them, several filters mean all. What no claim has finds none.",
        Parameters =
        [
            new("q", ApiValue.Text, "Words to search for, with the signs of the search page: quotation marks, `OR`, `-`, `*`, `rating:false`, `number>1000`.") { MaxLength = ListAddress.TextMaxLength, Example = "containers" },
            Filter(Facets.Rating, ApiValue.Code, "Code of a rating, or `NotRated`.", "False"),
            Filter(Facets.Kind, ApiValue.Choice, "Kind of claim.", "Quantity") with { Choices = Enum.GetNames<ClaimKind>() },
            Filter(Facets.Claimant, ApiValue.Id, "Id of who made it.", null),
            Filter(Facets.Topic, ApiValue.Code, "Slug of a topic.", "arms-transfers"),
            Filter(Facets.Outlet, ApiValue.Id, "Id of the publisher of any appearance.", null),
            Filter(Facets.Country, ApiValue.Code, "Country of the claimant or the place.", "RU"),
            Filter(Facets.Language, ApiValue.Code, "Language the claim was made in. For the language of texts see `textLang`.", "ar"),
            Filter(Facets.Contested, ApiValue.Choice, "Only what a panel is deciding.", Facets.Yes) with { Choices = [Facets.Yes], MostValues = 1 },
            Filter(Facets.Corrected, ApiValue.Choice, "Only what was corrected.", Facets.Yes) with { Choices = [Facets.Yes], MostValues = 1 },
            .. ApiParameters.Range,
            new("sort", ApiValue.Choice, "Newest review first, unless something is searched for: then best fit first.") { Choices = ["reviewed", "asserted", "repeated", Relevance], Example = "asserted" },
            .. ApiParameters.Paging,
        ],
        ListName = "items",
        Record = typeof(ClaimItem),
        LanguageParameter = "textLang",
        Example = "/claims?q=containers&limit=2",
    };

    public static void MapClaims(this IEndpointRouteBuilder api) => api.MapReading("/claims", Operation, ListAsync);

    private static async Task<ApiAnswer> ListAsync(ApiRequest request)
    {
        var address = ListAddress.Read(request.Context.Request.Query);
        if (address.IsRangeWrong)
        {
            return new ApiAnswer.Wrong("from", ApiText.ParameterNotRange);
        }

        if (request.Text("sort") == Relevance && address.Text == "")
        {
            return new ApiAnswer.Wrong("sort", ApiText.ParameterNotRelevance);
        }

        var query = address.ToQuery() with { Size = request.Limit };
        var page = query.IsSearch
            ? await new PublicSearch(request.Reader).PageAsync(query, request.After, request.Ct)
            : await new PublicClaimList(request.Reader).PageAsync(query, request.After, request.Ct);
        var cards = await ClaimCard.OfAsync(page.Rows, request.Reader, request.Ct);
        var next = request.NextAt(page.Next);
        return new ApiAnswer.Found(
            new ClaimListing(cards.ConvertAll(c => Making.Item(c, request)), page.Total, page.Found?.IsCapped is true, page.Found?.DidYouMean, next), next);
    }

    private static ApiParameter Filter(string name, ApiValue value, string description, string? example) =>
        new(name, value, description) { MaxLength = 80, MostValues = PublicListQuery.MaxValuesPerFacet, Example = example };
}
