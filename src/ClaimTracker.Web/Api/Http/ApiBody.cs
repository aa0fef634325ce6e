using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>What a program sent: its bytes, read up to a limit, and the record they are.</summary>
public static class ApiBody
{
    public const int MaxBytes = 256 * 1024;

    private const int MaxDepth = 16;

    /// <summary>Strict: a name that is misspelt is an error, not something left out.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = MaxDepth,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new CleanTextConverter() },
    };

    /// <summary>Texts as forms take them (rule 7), wherever in the body they stand and whoever judges them later.</summary>
    private sealed class CleanTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && reader.GetString() is { } text ? CleanText.Of(text) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException("Bodies are read only.");
    }

    /// <summary>Null: longer than may be sent.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return null;
        }

        using var read = new MemoryStream();
        var part = new byte[8 * 1024];
        for (int count; (count = await context.Request.Body.ReadAsync(part, context.RequestAborted)) > 0;)
        {
            if (read.Length + count > MaxBytes)
            {
                return null;
            }

            read.Write(part, 0, count);
        }

        return read.ToArray();
    }

    public static TBody? Parse<TBody>(byte[] bytes, ApiErrors errors)
        where TBody : class, IApiBody
    {
        try
        {
            if (JsonSerializer.Deserialize<TBody>(bytes, Options) is { } body)
            {
                Require(body, "", errors);
                return errors.Any ? null : body;
            }

            errors.Add("body", ApiText.BodyNotJson);
        }
        catch (JsonException e)
        {
            var path = e.Path is { Length: > 2 } at && at.StartsWith("$.", StringComparison.Ordinal) ? at[2..] : "body";
            // Its own words name types of ours.
            errors.Add(path.Length > 200 || path.Any(char.IsControl) ? "body" : path, path == "body" ? ApiText.BodyNotJson : ApiText.BodyWrong);
        }

        return null;
    }

    public static bool IsRequired(MemberInfo member) => member.IsDefined(typeof(RequiredAttribute), inherit: false);

    public static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private static void Require(object body, string path, ApiErrors errors)
    {
        foreach (var property in body.GetType().GetProperties())
        {
            var field = path + NameOf(property.Name);
            switch (property.GetValue(body))
            {
                case null when IsRequired(property):
                    errors.Add(field, ApiText.ParameterRequired);
                    break;
                case IApiBody inner:
                    Require(inner, field + ".", errors);
                    break;
                case IList list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        RequireItem(list[i], $"{field}[{i}]", errors);
                    }

                    break;
            }
        }
    }

    private static void RequireItem(object? item, string field, ApiErrors errors)
    {
        if (item is null)
        {
            errors.Add(field, ApiText.ParameterRequired);
        }
        else if (item is IApiBody body)
        {
            Require(body, field + ".", errors);
        }
    }
}
