using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Format;

/// <summary>What the audit trail holds of a record, in the words of the page: names for ids, labels for codes, dates as dates are written.</summary>
/// <param name="formats">Dates and numbers of the page.</param>
/// <param name="nameOf">The name of a record or person by id; null where it is not known.</param>
public sealed class RecordWords(Formats formats, Func<Guid, string?> nameOf)
{
    private static readonly Dictionary<string, Type> Records =
        typeof(IAudited).Assembly.GetExportedTypes().Where(t => typeof(IAudited).IsAssignableFrom(t) && t.IsClass).ToDictionary(t => t.Name);

    private static readonly Dictionary<string, string> Lists = new()
    {
        ["OriginalLanguage"] = Glossary.Languages,
        ["Language"] = Glossary.Languages,
        ["PlaceCountry"] = Glossary.Countries,
        ["Country"] = Glossary.Countries,
        ["Flags"] = Glossary.Flags,
        ["ReasonTags"] = Glossary.ReasonTags,
        ["Verb"] = Glossary.Verbs,
        ["ArticleError.Kind"] = Glossary.ErrorKinds,
        ["Basis"] = Glossary.Basis,
    };

    // What says nothing to people: keys of the rows something hangs on, counters, what belongs to an import.
    private static readonly HashSet<string> Bookkeeping =
    [
        nameof(Claim.StageChanges), nameof(Claimant.ClaimNumber), nameof(Waiver.VerdictId), nameof(AttributionScope.StepId), nameof(Decision.PanelId), nameof(NoteMention.NoteId),
        nameof(Note.ThreadId), nameof(Claim.DataSetId), nameof(Claim.ExternalKey), nameof(Claim.ExternalReference), nameof(Verdict.JudgedClaimVersion), nameof(Source.AddressKey),
        nameof(Source.ExternalFile), nameof(ArticleErrorClaim.ArticleErrorId), nameof(CorrectionRequest.Errors), nameof(Challenge.SameKey), nameof(Challenge.SameAsId), nameof(Suggestion.PictureSha256),
    ];

    /// <summary>A record's kind, such as “Evidence”.</summary>
    public static string Record(string record) => Find("Record" + record) ?? record;

    public static bool IsBookkeeping(string property) => Bookkeeping.Contains(property);

    /// <summary>A value's name, from texts named <c>Field{Record}{Property}</c>; the language of a text (<c>Statement.ar</c>) in brackets.</summary>
    public static string Field(string record, string path)
    {
        var parts = path.Split('.', 2);
        var name = Find($"Field{record}{parts[0]}") ?? Find($"Field{parts[0]}") ?? parts[0];
        return parts.Length == 1 ? name : $"{name} ({LanguageOf(parts[1])})";
    }

    /// <summary>The same, and for a row of a record what kind of row it is.</summary>
    public static string FieldOfRow(string record, string path) =>
        Records.TryGetValue(record, out var type) && typeof(IVersioned).IsAssignableFrom(type) ? Field(record, path) : $"{Record(record)}: {Field(record, path)}";

    /// <summary>The value in words; a text as it stands, null for nothing.</summary>
    public string? Value(string record, string property, string? raw)
    {
        if (raw is null)
        {
            return null;
        }

        if ((Lists.GetValueOrDefault($"{record}.{property}") ?? Lists.GetValueOrDefault(property)) is { } list)
        {
            return formats.List([.. Codes(raw).Select(c => Glossary.Label(list, c, Cultures.Current))]);
        }

        var declared = Records.GetValueOrDefault(record)?.GetProperty(property)?.PropertyType;
        return declared is null ? raw : Value(Nullable.GetUnderlyingType(declared) ?? declared, property, raw);
    }

    private string Value(Type type, string property, string raw)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(TokenScopes) && Enum.TryParse<TokenScopes>(raw, out var scopes) => TokenWords.Of(scopes),
            _ when type == typeof(Roles) && Enum.TryParse<Roles>(raw, out var roles) => AccountWords.Of(roles, null, formats),
            { IsEnum: true } when Enum.TryParse(type, raw, out var value) && value is Enum known => ReviewWords.Of(known),
            _ when property is nameof(Waiver.Condition) => ReviewWords.Condition(raw),
            _ when type == typeof(bool) => raw == "true" ? CommonText.Yes : CommonText.No,
            _ when type == typeof(Guid) && Guid.TryParseExact(raw, "D", out var id) => nameOf(id) ?? CommonText.RecordUnnamed,
            _ when type == typeof(FuzzyDate) && FuzzyDate.FromJson(raw) is { } fuzzy => formats.Date(fuzzy),
            _ when type == typeof(DateOnly) && DateOnly.TryParseExact(raw, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) => formats.Date(day),
            _ when type == typeof(DateTime) && DateTime.TryParse(raw, culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) => formats.Time(at),
            _ when type == typeof(int) && property is "ToNumber" or "MergedIntoNumber" or "ClaimNumber" => "CT-" + formats.Written(raw),
            _ when type == typeof(decimal) && decimal.TryParse(raw, NumberStyles.Number, culture, out var number) => formats.Number(number),
            { IsPrimitive: true } => formats.Written(raw),
            _ when type == typeof(IReadOnlyList<string>) => formats.List([.. Codes(raw)]),
            _ when type == typeof(IReadOnlyList<int>) => formats.List([.. Read<List<int>>(raw).Select(n => formats.Ordinal(n))]),
            _ when type == typeof(IReadOnlyList<LocalizedText>) => string.Join('\n', Read<List<LocalizedText>>(raw).Select(t => t.In(Cultures.Current))),
            _ when type == typeof(IReadOnlyList<ArchiveLink>) => string.Join('\n', Read<List<ArchiveLink>>(raw).Select(l => l.Address)),
            _ => raw,
        };
    }

    /// <summary>A list stands in the trail as JSON, a single code as itself.</summary>
    private static IReadOnlyList<string> Codes(string raw) => raw.StartsWith('[') ? Read<List<string>>(raw) : [raw];

    private static T Read<T>(string json)
        where T : new() => JsonSerializer.Deserialize<T>(json, CoreJson.Options) ?? new T();

    /// <summary>Plural patterns stand under a language and a form, such as <c>ar.few</c>.</summary>
    private static string LanguageOf(string path) =>
        Find("Language_" + path) ?? (Glossary.Has(Glossary.Languages, path.Split('.')[0]) ? Glossary.Label(Glossary.Languages, path.Split('.')[0], Cultures.Current) : path);

    private static string? Find(string key) => CommonText.ResourceManager.GetString(key, Cultures.Info(Cultures.Current));
}
