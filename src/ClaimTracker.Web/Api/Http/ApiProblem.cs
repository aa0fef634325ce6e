using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api;

/// <summary>A refusal for machines (RFC 9457), with what to do in the words of whoever reads their log.</summary>
/// <param name="Type">Names the kind of problem for good; leads to what is written about it.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Detail">What to do.</param>
/// <param name="Errors">What is wrong, by parameter or by field of the body.</param>
/// <param name="Allowed">Actions that are possible now instead.</param>
public sealed record ApiProblem(
    string Type, string Title, int Status, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Allowed = null)
{
    public const string MediaType = "application/problem+json";

    public const string Root = "/api/problems/";

    /// <summary>Every status that is answered, with the name of its kind; any other is said to be one of them.</summary>
    public static IReadOnlyDictionary<int, string> Names { get; } = new Dictionary<int, string>
    {
        [400] = "invalid-parameters",
        [401] = "unauthorized",
        [403] = "forbidden",
        [404] = "not-found",
        [405] = "method-not-allowed",
        [406] = "not-acceptable",
        [409] = "conflict",
        [412] = "changed",
        [413] = "too-large",
        [415] = "unsupported-media-type",
        [422] = "key-used-before",
        [428] = "version-required",
        [429] = "too-many-requests",
        [451] = "removed",
        [500] = "internal-error",
        [503] = "unavailable",
    };

    public static string TitleOf(int status, string language) => Text($"Problem{status}Title", language);

    public static string DetailOf(int status, string language) => Text($"Problem{status}", language);

    public static ApiProblem Of(int status, string language, ApiErrors? errors)
    {
        var known = Names.ContainsKey(status) ? status : status < 500 ? 400 : 500;
        return new ApiProblem(Root + Names[known], TitleOf(known, language), status, DetailOf(known, language), errors?.Found);
    }

    /// <summary>In place of whatever would have been answered; headers that were set stay.</summary>
    public static Task WriteAsync(HttpContext context, int status, ApiErrors? errors = null, string? detail = null, IReadOnlyList<string>? allowed = null)
    {
        var language = ApiLanguage.OfMessages(context);
        context.Response.StatusCode = status;
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.CacheControl = "no-store";
        return ApiPaths.IsGoogles(context.Request.Path)
            ? WriteAsync(context, Google.GoogleError.Of(status, DetailOf(Names.ContainsKey(status) ? status : 400, Cultures.English), errors), ApiWriter.MediaType)
            : WriteAsync(context, Of(status, language, errors) is var problem && detail is not null ? problem with { Detail = detail, Allowed = allowed } : problem, MediaType);
    }

    private static async Task WriteAsync<T>(HttpContext context, T problem, string type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.In(null));
        context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static string Text(string key, string language) => ApiText.ResourceManager.GetString(key, Cultures.Info(language)) ?? throw new InvalidOperationException($"No text {key}.");
}
