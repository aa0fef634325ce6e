using System.Text;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Api.Google;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api.Description;

/// <summary>Describes the API as OpenAPI 3.1, of the same operations and parameters that requests are judged by.</summary>
public static class ApiDescription
{
    private const string Document = "v1";
    private const string ApiVersion = "1.0.0";
    private const string TokenScheme = "token";

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Set(options.SerializerOptions, null));
        services.AddSingleton<ApiExamples>();
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            options.AddSchemaTransformer((schema, context, _) =>
            {
                ApiSchemas.Complete(schema, context.JsonTypeInfo);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer(CompleteAsync);
        });
    }

    /// <summary>As the framework makes it, under a tag like every other answer.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        Delegate handler = (HttpContext context) => WriteAsync(context);
        routes.MapMethods(ApiPaths.Description, [HttpMethods.Get, HttpMethods.Head], handler).AllowAnonymous().ExcludeFromDescription().KeepLikePublicPages();
    }

    private static async Task WriteAsync(HttpContext context)
    {
        var document = await context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync(context.RequestAborted);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        await ApiWriter.WriteAsync(context, Encoding.UTF8.GetBytes(json), $"{ApiWriter.MediaType}; charset=utf-8");
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var of = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Last();
        var document = context.Document ?? throw new InvalidOperationException("An operation is described without its document.");
        operation.OperationId = of.Id;
        operation.Summary = of.Summary;
        operation.Description = of.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(of.Tag, document) };
        operation.Parameters = [.. of.Parameters.Select(ApiSchemas.ParameterOf), .. ApiSchemas.HeadersFor(of)];
        var isGoogles = ApiPaths.IsGoogles("/" + context.Description.RelativePath);
        var error = await context.GetOrCreateSchemaAsync(isGoogles ? typeof(GoogleError) : typeof(ApiProblem), null, ct);
        var name = isGoogles ? nameof(GoogleError) : "Problem";
        document.AddComponent(name, error);
        var examples = context.ApplicationServices.GetRequiredService<ApiExamples>();
        var responses = operation.Responses ??= [];
        var found = responses[Number(of.Success)] as OpenApiResponse ?? throw new InvalidOperationException($"{of.Id} answers nothing.");
        found.Description = of.Summary;
        found.Headers = of.Scope is TokenScopes.None ? ApiSchemas.Headers() : ApiSchemas.HeadersOfDesk();
        if (found.Content?.Values.FirstOrDefault() is { } content && examples.Of(of.Id) is { } example)
        {
            content.Example = example;
        }

        if (of.Scope is TokenScopes.None)
        {
            responses["304"] = new OpenApiResponse { Description = "You have it already: what `If-None-Match` names." };
        }
        else
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, document)] = [] }];
            operation.Description = $"For tokens with the scope `{ApiBearer.CodeOf(of.Scope)}`. {of.Description}".TrimEnd();
        }

        if (operation.RequestBody is OpenApiRequestBody body && body.Content?.Values.FirstOrDefault() is { } sent)
        {
            body.Required = true;
            sent.Example = examples.Of(of.Id + ":body");
        }

        foreach (var status in of.Refusals.Concat(isGoogles ? [400, 405, 429, 500, 503] : [400, 405, 406, 429, 500, 503]).Concat(RefusalsOfDesk(of)).Distinct().Order())
        {
            responses[Number(status)] = status is StatusCodes.Status308PermanentRedirect
                ? new OpenApiResponse { Description = "It was merged into the claim at `Location`." }
                : RefusalOf(status, isGoogles, new OpenApiSchemaReference(name, document));
        }
    }

    private static IEnumerable<int> RefusalsOfDesk(ApiOperation of) =>
        of.Scope is TokenScopes.None ? []
        : !of.IsWriting ? [401, 403]
        : of.Parameters.Contains(ApiParameters.Number) ? [401, 403, 404, 409, 412, 413, 415, 422, .. of.ChangesClaim ? [428] : Array.Empty<int>()]
        : [401, 403, 409, 413, 415, 422];

    private static string Number(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static OpenApiResponse RefusalOf(int status, bool isGoogles, IOpenApiSchema schema) => new()
    {
        Description = ApiProblem.TitleOf(status, Cultures.English),
        Headers = status is StatusCodes.Status429TooManyRequests ? ApiSchemas.HeadersOfTooMany() : null,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [isGoogles ? ApiWriter.MediaType : ApiProblem.MediaType] = new() { Schema = schema, Example = ApiExamples.OfProblem(status, isGoogles) },
        },
    };

    private static Task CompleteAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var services = context.ApplicationServices;
        var settings = services.GetRequiredService<SiteSettings>();
        var site = services.GetRequiredService<SiteAddress>();
        foreach (var path in document.Paths.Values)
        {
            // The same as reading, without the body.
            path.Operations?.Remove(HttpMethod.Head);
        }

        document.Info = new OpenApiInfo
        {
            Title = $"{settings.Name ?? "ClaimTracker"} API",
            Version = ApiVersion,
            Summary = "What this newsroom published, for machines.",
            Description = ApiWords.Introduction,
            Contact = new OpenApiContact { Name = settings.Name ?? "ClaimTracker", Url = new Uri(site.Base, $"/{Cultures.English}/api"), Email = settings.ApiContact },
            License = settings.DataLicense is { } licence ? new OpenApiLicense { Name = licence.AbsoluteUri, Url = licence } : null,
        };
        document.Servers = [new OpenApiServer { Url = site.Base.AbsoluteUri.TrimEnd('/'), Description = "This site" }];
        document.Tags = new HashSet<OpenApiTag>(ApiWords.Tags.Select(t => new OpenApiTag { Name = t.Key, Description = t.Value }));
        ApiSchemas.RequireValues(document);
        // Everybody may read; what staff write says for itself what it needs.
        document.Security = [];
        (document.Components ??= new OpenApiComponents()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "ct_…", Description = ApiWords.Token },
        };
        return Task.CompletedTask;
    }
}
