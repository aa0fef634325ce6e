using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core;

/// <summary>
/// The controlled lists in one place (<c>seed/lists.json</c>): codes with their labels in every language. An enum's code is its name in
/// kebab-case, so that <c>ClaimKind.Quotation</c> is <c>quotation</c> in list <c>claimKinds</c>.
/// </summary>
public static class Glossary
{
    public const string ClaimKinds = "claimKinds";
    public const string RatedAspects = "rated";
    public const string ConfidenceLevels = "confidence";
    public const string Verbs = "verbs";
    public const string PartyKinds = "partyKinds";
    public const string OutletKinds = "outletKinds";
    public const string Stances = "stances";
    public const string EvidenceLevels = "evidenceLevels";
    public const string TitleSources = "titleSources";
    public const string LinkKinds = "relationKinds";
    public const string Strengths = "strengths";
    public const string Modifiers = "modifiers";
    public const string Precisions = "precisions";
    public const string MachineTranslated = "machineTranslated";
    public const string Harm = "harm";
    public const string Basis = "basis";
    public const string Flags = "flags";
    public const string ErrorKinds = "errorKinds";
    public const string Measures = "measures";
    public const string DateRules = "dateRules";
    public const string Countries = "countries";
    public const string Languages = "languages";
    public const string ReasonTags = "reasonTags";

    private const string ResourceName = "seed/lists.json";
    private const string LabelPrefix = "label";

    private static readonly Lazy<FrozenDictionary<string, TermList>> Lists = new(Load);

    /// <summary>The terms of a list in its own order; empty for an unknown list.</summary>
    public static IReadOnlyList<Term> Terms(string list) => Lists.Value.TryGetValue(list, out var terms) ? terms.InOrder : [];

    public static bool Has(string list, string? code) => Find(list, code) is not null;

    public static Term? Find(string list, string? code) =>
        code is not null && Lists.Value.TryGetValue(list, out var terms) ? terms.ByCode.GetValueOrDefault(code) : null;

    /// <summary>The label for a reader of that language; the code itself when the list does not hold it.</summary>
    public static string Label(string list, string code, string language) => Find(list, code)?.Label.In(language) ?? code;

    public static string Label(string list, Enum value, string language) => Label(list, Code(value), language);

    /// <summary>The code of an enum's value: its name in kebab-case.</summary>
    public static string Code(Enum value)
    {
        var code = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }

    /// <summary>The enum's value with that code, or null.</summary>
    public static T? Parse<T>(string? code)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Code(v) == code).Select(v => (T?)v).FirstOrDefault();

    private static FrozenDictionary<string, TermList> Load()
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(list => list.Name, list => new TermList([.. list.Value.EnumerateArray().Select(Read)]));
    }

    private static Term Read(JsonElement element)
    {
        // labelAr, labelEn and so on: one member per language, so that another language needs no code.
        var labels = element.EnumerateObject()
            .Where(m => m.Name.Length > LabelPrefix.Length && m.Name.StartsWith(LabelPrefix, StringComparison.Ordinal))
            .Select(m => KeyValuePair.Create(m.Name[LabelPrefix.Length..].ToLowerInvariant(), m.Value.GetString()));
        return new Term(element.GetProperty("key").GetString() ?? "", LocalizedText.From(labels));
    }

    private sealed record TermList(IReadOnlyList<Term> InOrder)
    {
        public FrozenDictionary<string, Term> ByCode { get; } = InOrder.ToFrozenDictionary(t => t.Code);
    }
}

/// <summary>One code of a controlled list with its labels.</summary>
public sealed record Term(string Code, LocalizedText Label);
