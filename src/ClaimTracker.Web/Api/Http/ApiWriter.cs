using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Web.Resources;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Api;

/// <summary>Writes what was found, under a strong tag made of its bytes: whoever has them already is told so and gets nothing.</summary>
public static class ApiWriter
{
    public const string MediaType = "application/json";

    /// <summary>The record, or its entries, with those fields only; null: with all.</summary>
    public static byte[] Bytes(ApiOperation operation, object value, string? language, IReadOnlyCollection<string>? fields)
    {
        var options = ApiJson.In(language);
        if (fields is null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options);
        }

        var root = JsonSerializer.SerializeToNode(value, value.GetType(), options)?.AsObject() ?? [];
        var records = operation.ListName is { } list ? (root[list]?.AsArray() ?? []).OfType<JsonObject>() : [root];
        foreach (var record in records)
        {
            foreach (var name in record.Select(p => p.Key).Where(k => !fields.Contains(k)).ToList())
            {
                record.Remove(name);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(root, options);
    }

    /// <summary>Names that may be selected.</summary>
    public static IReadOnlyList<string> FieldsOf(ApiOperation operation) => [.. ApiJson.In(null).GetTypeInfo(operation.Record).Properties.Select(p => p.Name)];

    /// <summary>The fields asked for; null: all of them. A wrong one is an error.</summary>
    public static (IReadOnlyCollection<string>? Fields, string? Fault) Selected(ApiOperation operation, string? asked)
    {
        if (asked is null)
        {
            return (null, null);
        }

        var known = FieldsOf(operation);
        var named = asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return named.Count > 0 && named.IsSubsetOf(known)
            ? (named, null)
            : (null, string.Format(System.Globalization.CultureInfo.InvariantCulture, ApiText.ParameterNotFields, string.Join(", ", known)));
    }

    public static async Task WriteAsync(HttpContext context, byte[] bytes, string contentType, string cacheControl = "no-cache")
    {
        var (request, response) = (context.Request, context.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = cacheControl;
        if (request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
