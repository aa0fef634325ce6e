using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// A text in any number of languages, keyed by two-letter code. Immutable; blank texts are left out; equal when every
/// language is equal. Stored as one JSON object with sorted keys, so that another language needs no migration.
/// </summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : IEquatable<LocalizedText>, IEnumerable<KeyValuePair<string, string>>
{
    public static readonly LocalizedText Empty = new([]);

    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, string> texts;

    private LocalizedText(SortedDictionary<string, string> texts) => this.texts = texts;

    public bool IsEmpty => texts.Count == 0;

    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>The text in that language, or null.</summary>
    public string? this[string language] => texts.GetValueOrDefault(language);

    public static LocalizedText Of(params (string Language, string? Text)[] entries) =>
        From(entries.Select(e => KeyValuePair.Create(e.Language, e.Text)));

    public static LocalizedText From(IEnumerable<KeyValuePair<string, string?>> entries)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in entries)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                texts[language] = text.Trim();
            }
        }

        return texts.Count == 0 ? Empty : new LocalizedText(texts);
    }

    public static LocalizedText FromJson(string? json) =>
        string.IsNullOrEmpty(json) ? Empty : From(JsonSerializer.Deserialize<Dictionary<string, string?>>(json, JsonOptions) ?? []);

    public bool Has(string language) => texts.ContainsKey(language);

    public LocalizedText With(string language, string? text) =>
        From(texts.Where(t => t.Key != language).Select(t => KeyValuePair.Create(t.Key, (string?)t.Value)).Append(KeyValuePair.Create(language, text)));

    /// <summary>The same text in these languages only.</summary>
    public LocalizedText Only(IReadOnlyCollection<string> languages) =>
        From(texts.Where(t => languages.Contains(t.Key)).Select(t => KeyValuePair.Create(t.Key, (string?)t.Value)));

    /// <summary>The text for a reader of <paramref name="language"/>: that language, else any other, marked with its own.</summary>
    public bool TryRead(string language, [NotNullWhen(true)] out string? text, out string textLanguage)
    {
        textLanguage = texts.ContainsKey(language) ? language : texts.Keys.FirstOrDefault() ?? language;
        text = this[textLanguage];
        return text is not null;
    }

    /// <summary>The text in that language, else in any other, else the empty string.</summary>
    public string In(string language) => TryRead(language, out var text, out _) ? text : "";

    /// <summary>The language <see cref="In"/> answers in; written to the page's <c>lang</c> attribute.</summary>
    public string LanguageFor(string language)
    {
        _ = TryRead(language, out _, out var textLanguage);
        return textLanguage;
    }

    public string ToJson() => JsonSerializer.Serialize(texts, JsonOptions);

    public bool Equals(LocalizedText? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => ToJson();

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalizedText.From(JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }
}
