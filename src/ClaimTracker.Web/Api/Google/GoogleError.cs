using System.Text.Json.Serialization;

namespace ClaimTracker.Web.Api.Google;

/// <summary>A refusal as Google's APIs say it.</summary>
public sealed record GoogleError(GoogleStatus Error)
{
    public static GoogleError Of(int status, string message, ApiErrors? errors) => new(new GoogleStatus(
        status,
        errors is null ? message : string.Join(" ", errors.Found.SelectMany(e => e.Value, (e, said) => $"{e.Key}: {said}")),
        NameOf(status),
        errors is null ? null : [new GoogleDetail("type.googleapis.com/google.rpc.BadRequest", [.. errors.Found.SelectMany(e => e.Value, (e, said) => new GoogleViolation(e.Key, said))])]));

    private static string NameOf(int status) => status switch
    {
        404 => "NOT_FOUND",
        429 => "RESOURCE_EXHAUSTED",
        503 => "UNAVAILABLE",
        405 => "UNIMPLEMENTED",
        >= 500 => "INTERNAL",
        _ => "INVALID_ARGUMENT",
    };
}

public sealed record GoogleStatus(int Code, string Message, string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<GoogleDetail>? Details);

public sealed record GoogleDetail([property: JsonPropertyName("@type")] string Type, IReadOnlyList<GoogleViolation> FieldViolations);

public sealed record GoogleViolation(string Field, string Description);
