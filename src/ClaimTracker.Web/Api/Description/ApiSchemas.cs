using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Api.Contract;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api.Description;

/// <summary>Parameters, headers and records as schemas.</summary>
internal static class ApiSchemas
{
    private const string DatePattern = "^.{4,40}$";

    /// <summary>What reflection does not know: texts in languages, and that properties are always there.</summary>
    public static void Complete(OpenApiSchema schema, JsonTypeInfo type)
    {
        if (type.Type == typeof(LocalizedText))
        {
            schema.Type = null;
            schema.Description = "A text: in every language it has, or in the one asked for. Null where there is none.";
            schema.OneOf =
            [
                new OpenApiSchema { Title = "InEveryLanguage", Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String } },
                new OpenApiSchema
                {
                    Title = "InOneLanguage",
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "text", "language", "isFallback" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["text"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["language"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["isFallback"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "It is not in the language asked for." },
                    },
                },
                new OpenApiSchema { Type = JsonSchemaType.Null },
            ];
            return;
        }

        if ((Nullable.GetUnderlyingType(type.Type) ?? type.Type).IsEnum)
        {
            // That a property may be null is said where it stands.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. (schema.Enum ?? []).Where(code => code is not null && code.GetValueKind() is not System.Text.Json.JsonValueKind.Null)];
        }

        if (type.Type.IsAssignableTo(typeof(IApiBody)))
        {
            schema.Required = type.Type.GetProperties().Where(ApiBody.IsRequired).Select(p => ApiBody.NameOf(p.Name)).ToHashSet();
            schema.AdditionalPropertiesAllowed = false;
        }
        else if (type.Kind is JsonTypeInfoKind.Object && type.Type.Namespace?.StartsWith(typeof(ApiProblem).Namespace!, StringComparison.Ordinal) is true) // every type of ours is in one
        {
            // `fields` selects from what an operation answers: there nothing can be relied on to be there.
            schema.Required = Selectable.Contains(type.Type)
                ? null
                : type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) is not true).Select(p => p.Name).ToHashSet();
        }
    }

    /// <summary>What has to be sent is not null, though its type could be.</summary>
    public static void RequireValues(OpenApiDocument document)
    {
        var bodies = (document.Components?.Schemas?.Values ?? []).OfType<OpenApiSchema>().Where(s => !s.AdditionalPropertiesAllowed);
        foreach (var (required, properties) in bodies.Select(b => (b.Required ?? new HashSet<string>(), b.Properties ?? new Dictionary<string, IOpenApiSchema>())))
        {
            foreach (var (name, needed) in properties.Where(p => required.Contains(p.Key)).Select(p => (p.Key, p.Value as OpenApiSchema)).ToList())
            {
                // Of “null, or what is referred to” only the reference is left.
                if (needed?.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } reference)
                {
                    properties[name] = reference;
                }
                else if (needed is not null)
                {
                    needed.Type &= ~JsonSchemaType.Null;
                }
            }
        }
    }

    public static IOpenApiParameter ParameterOf(ApiParameter parameter)
    {
        var one = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = parameter.MaxLength };
        switch (parameter.Value)
        {
            case ApiValue.Whole:
                one = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = Number(parameter.Min),
                    Maximum = Number(parameter.Max),
                    Default = parameter.Default is { } usual ? JsonValue.Create(usual) : null,
                };
                break;
            case ApiValue.Choice:
                one = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. parameter.Choices.Select(c => (JsonNode)JsonValue.Create(c))] };
                break;
            case ApiValue.Id:
                one = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" };
                break;
            case ApiValue.Code:
                one.Pattern = @"^[\p{L}\p{Nd}_-]+$";
                break;
            case ApiValue.Date:
                one.Pattern = DatePattern;
                break;
        }

        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.IsRequired,
            Description = parameter.Description,
            Schema = one,
            Example = ExampleOf(parameter),
        };
        if (parameter.IsRepeatable)
        {
            described.Schema = new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MaxItems = parameter.MostValues };
            (described.Style, described.Explode) = (ParameterStyle.Form, true);
        }

        return described;
    }

    public static IDictionary<string, IOpenApiHeader> Headers() => new Dictionary<string, IOpenApiHeader>
    {
        ["ETag"] = Header("Strong tag of this answer.", JsonSchemaType.String),
        ["Link"] = Header("`rel=\"next\"`: the next page of a list.", JsonSchemaType.String),
        [ApiLimit.LimitHeader] = Header("Requests a minute has.", JsonSchemaType.Integer),
        [ApiLimit.RemainingHeader] = Header("Requests this minute has left.", JsonSchemaType.Integer),
        [ApiLimit.ResetHeader] = Header("Seconds until the next minute.", JsonSchemaType.Integer),
    };

    public static IDictionary<string, IOpenApiHeader> HeadersOfDesk() => new Dictionary<string, IOpenApiHeader>(Headers().Where(h => h.Key is not "Link"))
    {
        ["ETag"] = Header("The version of the claim, for `If-Match`.", JsonSchemaType.String),
    };

    /// <summary>What writes say beside their body.</summary>
    public static IEnumerable<IOpenApiParameter> HeadersFor(ApiOperation operation)
    {
        if (!operation.IsWriting)
        {
            yield break;
        }

        if (operation.Parameters.Contains(ApiParameters.Number))
        {
            yield return HeaderOf("If-Match", "The `ETag` of the claim as it was read; 412 where it is another by now.", operation.ChangesClaim, "\"3\"", 20);
        }

        yield return HeaderOf(
            ApiDeskEndpoint.KeyHeader, "A key of your own for this request, such as a UUID: sent again with the same body it is done once, and answered alike.", isRequired: false, "0199a5a0-0000-7000-8000-000000000001",
            Core.Data.KeyedRequest.KeyMaxLength);
    }

    public static IDictionary<string, IOpenApiHeader> HeadersOfTooMany() => new Dictionary<string, IOpenApiHeader>
    {
        ["Retry-After"] = Header("Seconds to wait.", JsonSchemaType.Integer),
    };

    /// <summary>Records of answers that nothing else holds.</summary>
    private static readonly HashSet<Type> Selectable =
    [
        typeof(ClaimItem), typeof(ClaimRecord), typeof(VersionItem), typeof(HistoryItem), typeof(ClaimantEntry), typeof(ClaimantRecord), typeof(SourceEntry), typeof(SourceRecord),
        typeof(TopicEntry), typeof(TopicRecord), typeof(OutletRecord), typeof(RatingItem), typeof(MeasureItem), typeof(MeasureFigures), typeof(CorrectionEntry), typeof(StatisticsRecord), typeof(MatchItem),
    ];

    private static OpenApiParameter HeaderOf(string name, string description, bool isRequired, string example, int maxLength) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
        Example = JsonValue.Create(example),
    };

    private static OpenApiHeader Header(string description, JsonSchemaType type) => new() { Description = description, Schema = new OpenApiSchema { Type = type } };

    private static JsonNode? ExampleOf(ApiParameter parameter) => parameter switch
    {
        { Example: null } => null,
        { IsRepeatable: true, Example: var one } => new JsonArray(one),
        { Value: ApiValue.Whole, Example: var number } => JsonValue.Create(int.Parse(number, CultureInfo.InvariantCulture)),
        { Example: var text } => JsonValue.Create(text),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
