using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>One claim: as it is, as it was in each of its versions, and how it came to be so.</summary>
public static class ClaimApi
{
    private const string Gone = "A claim that was withdrawn is answered with why; one that was removed with 451.";

    private static readonly int[] Refusals = [StatusCodes.Status308PermanentRedirect, StatusCodes.Status404NotFound, StatusCodes.Status451UnavailableForLegalReasons];
    private static readonly int[] RefusalsOfVersions = [StatusCodes.Status404NotFound, StatusCodes.Status451UnavailableForLegalReasons];

    private static readonly ApiOperation One = new("getClaim", "Claims", "A claim as readers have it now", typeof(ClaimRecord))
    {
        Description = $"{Gone} One that was merged into another leads there with 308.",
        Parameters = [ApiParameters.Number],
        Refusals = Refusals,
        Example = "/claims/50",
    };

    private static readonly ApiOperation All = new("listVersions", "Claims", "The versions of a claim, newest first", typeof(Listing<VersionItem>))
    {
        Parameters = [ApiParameters.Number],
        ListName = "items",
        Record = typeof(VersionItem),
        Refusals = RefusalsOfVersions,
        Example = "/claims/50/versions",
    };

    private static readonly ApiOperation OneVersion = new("getVersion", "Claims", "A version of a claim, for good", typeof(ClaimRecord))
    {
        Description = $"What can be cited: it never changes, but for what was withheld or redacted later. {Gone} Links to other claims are as they are now.",
        Parameters = [ApiParameters.Number, new("version", ApiValue.Whole, "Number of the version, from 1.") { IsInPath = true, IsRequired = true, Min = 1, Example = "1" }],
        Refusals = RefusalsOfVersions,
        Example = "/claims/50/versions/1",
    };

    private static readonly ApiOperation History = new("getHistory", "Claims", "How a claim came to be what it is", typeof(Listing<HistoryItem>))
    {
        Description = "Every version, newest first, with the chain of hashes, and what each corrected.",
        Parameters = [ApiParameters.Number],
        ListName = "items",
        Record = typeof(HistoryItem),
        Refusals = RefusalsOfVersions,
        Example = "/claims/50/history",
    };

    public static void MapClaim(this IEndpointRouteBuilder api)
    {
        api.MapReading("/claims/{number}", One, OneAsync);
        api.MapReading("/claims/{number}/versions", All, AllAsync);
        api.MapReading("/claims/{number}/versions/{version}", OneVersion, OneVersionAsync);
        api.MapReading("/claims/{number}/history", History, HistoryAsync);
    }

    private static async Task<ApiAnswer> OneAsync(ApiRequest request) => await request.Reader.StandingAsync(request.Number, request.Ct) switch
    {
        null => new ApiAnswer.NotFound(),
        { State: PublicState.Removed } => new ApiAnswer.Removed(),
        { MergedIntoNumber: { } target } => new ApiAnswer.Moved(Making.SelfOf(request, target)),
        var standing => await VersionAsync(standing, standing.Version, request),
    };

    private static Task<ApiAnswer> OneVersionAsync(ApiRequest request) => StandingAsync(request, standing => VersionAsync(standing, request.Whole("version") ?? 0, request));

    private static Task<ApiAnswer> AllAsync(ApiRequest request) => StandingAsync(request, async _ =>
    {
        var versions = await request.Reader.VersionsAsync(request.Number, request.Ct);
        return versions.Count == 0 ? new ApiAnswer.NotFound() : new ApiAnswer.Found(new Listing<VersionItem>(versions.ConvertAll(v => Making.Version(v, request.Number, request)), versions.Count, null));
    });

    private static Task<ApiAnswer> HistoryAsync(ApiRequest request) => StandingAsync(request, async _ =>
    {
        var number = request.Number;
        var versions = await request.Reader.VersionsAsync(number, request.Ct);
        var notices = (await request.Reader.Corrections.Where(c => c.Number == number).OrderBy(c => c.Version).ToListAsync(request.Ct)).ConvertAll(
            c => JsonSerializer.Deserialize<PublicCorrectionNotice>(c.Notice, CoreJson.Options) ?? throw new JsonException("A correction holds no notice."));
        var content = (await request.Reader.ContentRatingsAsync([number], request.Ct)).GetValueOrDefault(number);
        return versions.Count == 0 ? new ApiAnswer.NotFound() : new ApiAnswer.Found(new Listing<HistoryItem>(
            versions.ConvertAll(v => new HistoryItem(
                v.Version, v.Kind, v.At, v.DocumentHash, v.PreviousHash, v.Hash, v.RedactedAt, [.. notices.Where(n => n.Version == v.Version).Select(n => Making.Notice(n, content))],
                Making.Version(v, number, request).Self)),
            versions.Count, null));
    });

    /// <summary>A merged claim keeps its versions where they were cited.</summary>
    private static async Task<ApiAnswer> StandingAsync(ApiRequest request, Func<PublicStanding, Task<ApiAnswer>> read) => await request.Reader.StandingAsync(request.Number, request.Ct) switch
    {
        null => new ApiAnswer.NotFound(),
        { State: PublicState.Removed } => new ApiAnswer.Removed(),
        var standing => await read(standing),
    };

    private static async Task<ApiAnswer> VersionAsync(PublicStanding standing, int version, ApiRequest request) =>
        await request.Reader.VersionAsync(request.Number, version, request.Ct) is { } found
            ? new ApiAnswer.Found(await ClaimRecords.OfAsync(found, standing, request))
            : new ApiAnswer.NotFound();
}
