using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Api.Description;

/// <summary>An answer of every operation, as it once was given of the first data, cut to a first entry: <c>examples.json</c>, kept in step by a test.</summary>
internal sealed class ApiExamples
{
    private readonly JsonObject examples = Read();

    public JsonNode? Of(string operation) => examples[operation]?.DeepClone();

    public static JsonNode? OfProblem(int status, bool isGoogles)
    {
        var errors = status is StatusCodes.Status400BadRequest ? ApiErrors.Of(isGoogles ? "pageSize" : "limit", "A whole number from 1 to 100, in the digits 0 to 9.") : null;
        return isGoogles
            ? JsonSerializer.SerializeToNode(Google.GoogleError.Of(status, ApiProblem.DetailOf(status, Cultures.English), errors), ApiJson.In(null))
            : JsonSerializer.SerializeToNode(ApiProblem.Of(status, Cultures.English, errors), ApiJson.In(null));
    }

    private static JsonObject Read()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("ClaimTracker.Web.Api.examples.json") ?? throw new InvalidOperationException("The examples of the API are missing.");
        return JsonNode.Parse(stream)?.AsObject() ?? [];
    }
}
