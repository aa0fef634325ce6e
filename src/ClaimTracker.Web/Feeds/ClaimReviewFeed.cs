using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Web.Startup;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Feeds;

/// <summary>
/// <c>/feeds/claimreview.json</c>: every ClaimReview of the site in the shape in which Data Commons gives out those of all, one element per
/// page. Written as it is read, a part at a time, so that its size needs no memory. <c>?after=</c> a claim's number goes on behind it.
/// </summary>
public sealed class ClaimReviewFeed(PublishedChecks checks, ReviewSites sites, EpochClock epochs)
{
    public const string Address = "/feeds/claimreview.json";

    // Arabic stays readable; a feed is never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task AnswerAsync(HttpContext context, int after, CancellationToken ct)
    {
        // Before the claims: what is published in between makes the next answer a newer one.
        var epoch = await epochs.LatestAsync(ct);
        var inLanguages = new List<ReviewSite>();
        foreach (var language in Cultures.All)
        {
            inLanguages.Add(await sites.OfAsync(language, ct));
        }

        var headers = context.Response.GetTypedHeaders();
        headers.ETag = TagOf(epoch, inLanguages);
        headers.LastModified = epoch.At;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        if (IsKnown(context.Request, headers.ETag, epoch.At))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await WriteAsync(context.Response, inLanguages, epoch, after, ct);
        }
    }

    private async Task WriteAsync(HttpResponse response, List<ReviewSite> inLanguages, PublicationMoment epoch, int after, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("@context", ClaimReviewWriter.Context);
        json.WriteString("@type", "DataFeed");
        json.WriteString("name", string.Join(" · ", inLanguages.Select(s => s.Publisher.Name).Distinct()));
        if (epoch.At is { } at)
        {
            json.WriteString("dateModified", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        if (inLanguages[0].Licence is { } licence)
        {
            json.WriteString("license", licence);
        }

        json.WriteStartArray("dataFeedElement");
        await foreach (var part in checks.PartsAsync(after, ct))
        {
            foreach (var review in from check in part from site in inLanguages select sites.Build(check.Document, check.Content, site).Review)
            {
                WriteElement(json, review);
            }

            // Goes out before the next part is read; whoever reads slowly is waited for.
            await json.FlushAsync(ct);
            await response.BodyWriter.FlushAsync(ct);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter json, ClaimReview? review)
    {
        if (review is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("@type", "DataFeedItem");
        json.WriteString("url", review.Url);
        json.WriteStartArray("item");
        ClaimReviewWriter.Write(json, review, isDocument: false);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Another program or other settings write the same claims otherwise.</summary>
    private static EntityTagHeaderValue TagOf(PublicationMoment epoch, List<ReviewSite> inLanguages)
    {
        var maker = string.Join('\n', inLanguages.Select(s => $"{s.Publisher.Name} {s.Address} {s.Licence}").Append(typeof(ClaimReview).Module.ModuleVersionId.ToString()));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(maker)))[..8];
        return new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{epoch.Value}-{hash}\""), isWeak: true);
    }

    /// <summary>The tag decides where there is one; a time is cut to seconds, as headers are.</summary>
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag, DateTime? at)
    {
        var asked = request.GetTypedHeaders();
        return asked.IfNoneMatch.Count > 0
            ? asked.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            : asked.IfModifiedSince is { } since && at is { } changed && changed < since.UtcDateTime.AddSeconds(1);
    }
}
