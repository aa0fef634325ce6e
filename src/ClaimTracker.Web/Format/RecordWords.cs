using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Format;

/// <summary>What the audit trail holds of a record, in the words of the page: names for ids, labels for codes, dates as dates are written.</summary>
/// <param name="formats">Dates and numbers of the page.</param>
/// <param name="nameOf">The name of a record or person by id; null where it is not known.</param>
public sealed class RecordWords(Formats formats, Func<Guid, string?> nameOf)
{
    // What kind of value a property holds; by record and property, else by property alone.
    private static readonly Dictionary<string, Type> Enums = new()
    {
        ["Claim.Kind"] = typeof(ClaimKind),
        ["Aspect"] = typeof(RatedAspect),
        ["Stage"] = typeof(Stage),
        ["StageBefore"] = typeof(Stage),
        ["PublicState"] = typeof(PublicState),
        ["StateBefore"] = typeof(PublicState),
        ["Triage"] = typeof(Triage),
        ["CloseReason"] = typeof(CloseReason),
        ["Modifier"] = typeof(FigureModifier),
        ["Strength"] = typeof(AppearanceStrength),
        ["Stance"] = typeof(Stance),
        ["ClaimLink.Kind"] = typeof(LinkKind),
        ["Verdict.State"] = typeof(VerdictState),
        ["Confidence"] = typeof(Confidence),
        ["Waiver.Reason"] = typeof(WaiverReason),
        ["Decision.Kind"] = typeof(DecisionKind),
        ["Panel.Outcome"] = typeof(PanelOutcome),
        ["DissolveReason"] = typeof(DissolveReason),
        ["Channel"] = typeof(ContactChannel),
        ["ContactAttempt.Outcome"] = typeof(ContactOutcome),
        ["Correction.Kind"] = typeof(CorrectionKind),
        ["Cause"] = typeof(CorrectionCause),
        ["PendingDecision.Kind"] = typeof(PendingKind),
        ["RemovalReason"] = typeof(RemovalReason),
        ["Condition"] = typeof(GateCondition),
        ["Source.Kind"] = typeof(SourceKind),
        ["Status"] = typeof(SourceStatus),
        ["Party.Kind"] = typeof(PartyKind),
        ["Level"] = typeof(SourceLevel),
    };

    private static readonly Dictionary<string, string> Lists = new()
    {
        ["OriginalLanguage"] = Glossary.Languages,
        ["Language"] = Glossary.Languages,
        ["PlaceCountry"] = Glossary.Countries,
        ["Country"] = Glossary.Countries,
        ["Flags"] = Glossary.Flags,
        ["ReasonTags"] = Glossary.ReasonTags,
        ["Verb"] = Glossary.Verbs,
    };

    /// <summary>A record's kind, such as “Evidence”.</summary>
    public static string Record(string record) => Find("Record" + record) ?? record;

    /// <summary>The value in words; a text as it stands, null for nothing.</summary>
    public string? Value(string record, string property, string? raw)
    {
        if (raw is null)
        {
            return null;
        }

        if (Of(Enums, record, property) is { } type)
        {
            return Enum.TryParse(type, raw, out var value) && value is Enum known ? ReviewWords.Of(known) : raw;
        }

        if (Of(Lists, record, property) is { } list)
        {
            return formats.List([.. Codes(raw).Select(c => Glossary.Label(list, c, Cultures.Current))]);
        }

        return raw switch
        {
            "true" => CommonText.Yes,
            "false" => CommonText.No,
            _ when Guid.TryParseExact(raw, "D", out var id) => nameOf(id) ?? CommonText.RecordUnnamed,
            _ when IsDate(property) && FuzzyDate.FromJson(raw) is { } fuzzy => formats.Date(fuzzy),
            _ when DateOnly.TryParseExact(raw, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => formats.Date(day),
            _ when DateTime.TryParseExact(raw, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) => formats.Time(at),
            _ when property is "ToNumber" or "MergedIntoNumber" && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var claim) => "CT-" + formats.Ordinal(claim),
            _ when property is "Value" or "Min" or "Max" && decimal.TryParse(raw, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => formats.Number(number),
            _ => formats.Written(raw) is var written && raw.All(char.IsAsciiDigit) ? written : raw,
        };
    }

    private static bool IsDate(string property) => property is nameof(Claim.AssertedOn) or nameof(Claim.EventOn) or nameof(Figure.Period) or nameof(Source.PublishedOn);

    /// <summary>A list stands in the trail as JSON, a single code as itself.</summary>
    private static IReadOnlyList<string> Codes(string raw) => raw.StartsWith('[') ? System.Text.Json.JsonSerializer.Deserialize<List<string>>(raw) ?? [] : [raw];

    private static T? Of<T>(Dictionary<string, T> known, string record, string property)
        where T : class => known.GetValueOrDefault($"{record}.{property}") ?? known.GetValueOrDefault(property);

    private static string? Find(string key) => CommonText.ResourceManager.GetString(key, Cultures.Info(Cultures.Current));
}
