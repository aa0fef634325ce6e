using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Core.History;

/// <summary>How a property's value is written into the audit trail: the same text for the same value on every database.</summary>
public static class AuditText
{
    /// <summary>Annotation of properties that never enter the trail, such as password hashes.</summary>
    public const string SkipAnnotation = "Audit:Skip";

    /// <summary>Properties of a record that the trail covers.</summary>
    public static IEnumerable<IProperty> AuditedProperties(ITypeBase type) =>
        type.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsShadowProperty() && p.FindAnnotation(SkipAnnotation) is null);

    /// <summary>Path and text of a property's value; one pair per language for a text in several languages, none for nothing.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Expand(string property, object? value)
    {
        switch (value)
        {
            case null:
                yield break;
            case LocalizedText text:
                foreach (var (language, words) in text)
                {
                    yield return KeyValuePair.Create($"{property}.{language}", words);
                }

                yield break;
            default:
                yield return KeyValuePair.Create(property, Of(value));
                yield break;
        }
    }

    public static string Of(object value) => value switch
    {
        string text => text,
        Enum name => name.ToString(),
        Guid id => id.ToString("D"),
        bool yes => yes ? "true" : "false",
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.#############################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType(), CoreJson.Options),
    };

    /// <summary>The value that <see cref="Of"/> wrote; of a text in several languages, <see cref="Assemble"/> puts them together.</summary>
    public static object Parse(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => text,
            { IsEnum: true } => Enum.Parse(plain, text),
            _ when plain == typeof(Guid) => Guid.Parse(text, culture),
            _ when plain == typeof(bool) => text == "true",
            _ when plain == typeof(DateTime) => DateTime.Parse(text, culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            _ when plain == typeof(DateOnly) => DateOnly.ParseExact(text, "yyyy-MM-dd", culture),
            { IsPrimitive: true } or { FullName: "System.Decimal" } => Convert.ChangeType(text, plain, culture),
            _ => JsonSerializer.Deserialize(text, plain, CoreJson.Options) ?? throw new JsonException($"No {plain.Name} in the audit trail."),
        };
    }

    /// <summary>The value of a property from the paths and texts that <see cref="Expand"/> gave; null: nothing was there.</summary>
    public static object? Assemble(IReadOnlyPropertyBase property, IReadOnlyDictionary<string, string> texts)
    {
        if (property.ClrType == typeof(LocalizedText))
        {
            var prefix = property.Name + ".";
            return LocalizedText.From(texts.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(t => KeyValuePair.Create(t.Key[prefix.Length..], (string?)t.Value)));
        }

        return texts.TryGetValue(property.Name, out var text) ? Parse(property.ClrType, text) : null;
    }

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string HashOf(string salt, string value) => Sha256(salt + value);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
