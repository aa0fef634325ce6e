using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;

namespace ClaimTracker.Web.Api;

/// <summary>What claims are about.</summary>
public static class TopicsApi
{
    private static readonly ApiOperation All = new("listTopics", "Topics", "Every topic of a claim on the list", typeof(Listing<TopicEntry>))
    {
        ListName = "items",
        Record = typeof(TopicEntry),
        Example = "/topics",
    };

    private static readonly ApiOperation One = new("getTopic", "Topics", "A topic, by the ratings of its claims", typeof(TopicRecord))
    {
        Parameters = [new("slug", ApiValue.Code, "The topic's part of an address.") { IsInPath = true, IsRequired = true, MaxLength = Topic.SlugMaxLength, Example = "arms-transfers" }],
        Refusals = [StatusCodes.Status404NotFound],
        Example = "/topics/arms-transfers",
    };

    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        api.MapReading("/topics", All, AllAsync);
        api.MapReading("/topics/{slug}", One, OneAsync);
    }

    private static async Task<ApiAnswer> AllAsync(ApiRequest request)
    {
        var topics = await new PublicDirectory(request.Reader).TopicsAsync(request.Ct);
        return new ApiAnswer.Found(new Listing<TopicEntry>([.. topics.Select(t => new TopicEntry(t.Topic.Slug, t.Topic.Name, t.Claims, SelfOf(t.Topic.Slug, request)))], topics.Count, null));
    }

    private static async Task<ApiAnswer> OneAsync(ApiRequest request)
    {
        if (await new PublicDirectory(request.Reader).TopicAsync(request.Text("slug") ?? "", request.Ct) is not { } found)
        {
            return new ApiAnswer.NotFound();
        }

        var counts = new PublicRatingCounts(request.Reader);
        var part = Uri.EscapeDataString(found.Slug);
        return new ApiAnswer.Found(new TopicRecord(
            found.Slug, found.Name, RatingCount.Of(await counts.RatingsAsync(Facets.Topic, found.Slug, request.Ct)), WordingErrors.Of(await counts.BendingOfTopicAsync(found.Slug, request.Ct)),
            request.Address($"/api/v1/claims?topic={part}"), request.Address($"/{request.PageLanguage}/topics/{part}"), SelfOf(found.Slug, request)));
    }

    private static string SelfOf(string slug, ApiRequest request) => request.Address($"/api/v1/topics/{Uri.EscapeDataString(slug)}");
}
