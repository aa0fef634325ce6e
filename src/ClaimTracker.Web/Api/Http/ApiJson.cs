using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Api;

/// <summary>How the API writes JSON: camelCase, every property there, what is not known as null, codes by name, Arabic as letters.</summary>
public static class ApiJson
{
    private static readonly JsonSerializerOptions All = Make(null);
    private static readonly JsonSerializerOptions Arabic = Make(Startup.Cultures.Arabic);
    private static readonly JsonSerializerOptions English = Make(Startup.Cultures.English);

    /// <summary>With texts in that language; null: in all.</summary>
    public static JsonSerializerOptions In(string? language) => language switch
    {
        Startup.Cultures.Arabic => Arabic,
        Startup.Cultures.English => English,
        _ => All,
    };

    /// <summary>The same rules for the description of the API.</summary>
    public static void Set(JsonSerializerOptions options, string? language)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new TextConverter(language));
    }

    private static JsonSerializerOptions Make(string? language)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Set(options, language);
        return options;
    }

    /// <summary>A text that is not there is null.</summary>
    private sealed class TextConverter(string? language) : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("The API reads no texts.");

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
        {
            if (value.IsEmpty)
            {
                writer.WriteNullValue();
                return;
            }

            writer.WriteStartObject();
            if (language is null)
            {
                foreach (var (code, text) in value)
                {
                    writer.WriteString(code, text);
                }
            }
            else if (value.TryRead(language, out var text, out var own))
            {
                writer.WriteString("text", text);
                writer.WriteString("language", own);
                writer.WriteBoolean("isFallback", own != language);
            }

            writer.WriteEndObject();
        }
    }
}
