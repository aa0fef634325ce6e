using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.TestKit.Matching;

/// <summary>A paraphrase of a claim of the seed data; some also with another number or date in place of the claim's.</summary>
public sealed record SeedParaphrase(int Claim, string Language, string Text, string? ChangedText, string? ChangedTo, string? ClaimHas);

/// <summary>The claims of the seed data and paraphrases of a hundred of them, which never take part in fitting.</summary>
public static class SeedParaphrases
{
    public static IReadOnlyList<MatchClaim> Claims()
    {
        var parties = Read("parties").ToDictionary(p => Text(p, "key")!, NamesOf, StringComparer.Ordinal);
        var units = Read("units").ToDictionary(u => Text(u, "unit")!, UnitNames, StringComparer.Ordinal);
        return [.. Read("claims").Select((claim, i) => ClaimOf(claim, i + 1, parties, units))];
    }

    public static IReadOnlyList<SeedParaphrase> Load()
    {
        var numbers = Read("claims").Select((claim, i) => (Key: Text(claim, "key")!, Number: i + 1)).ToDictionary(c => c.Key, c => c.Number, StringComparer.Ordinal);
        return
        [
            .. Table.Rows("seed-paraphrases").Select(row => new SeedParaphrase(
                numbers[row["claim"]], row["language"], row["text"], OrNull(row["changedText"]), OrNull(row["changedTo"]), OrNull(row["claimHas"]))),
        ];
    }

    private static MatchClaim ClaimOf(JsonElement claim, int number, Dictionary<string, IReadOnlyList<string>> parties, Dictionary<string, IReadOnlyList<string>> units) => new()
    {
        Number = number,
        Statement = LocalizedText.Of(("en", Text(claim, "statementEn")), ("ar", Text(claim, "statementAr"))),
        Summary = LocalizedText.Of(("en", Text(claim, "summaryEn")), ("ar", Text(claim, "summaryAr"))),
        Quotes = [.. claim.GetProperty("appearances").EnumerateArray().Select(a => Text(a, "quote")).OfType<string>()],
        Claimants = [.. claim.GetProperty("claimants").EnumerateArray().Select(c => parties[Text(c, "party")!])],
        Figures =
        [
            .. claim.GetProperty("figures").EnumerateArray().Select(f => new MatchFigure(
                Number(f, "value"), Number(f, "min"), Number(f, "max"), Text(f, "unit")!, units.GetValueOrDefault(Text(f, "unit")!, [Text(f, "unit")!]))),
        ],
        AssertedOn = DateOf(claim, "assertedOn"),
        EventOn = DateOf(claim, "eventOn"),
    };

    private static IReadOnlyList<string> NamesOf(JsonElement party) => [.. new[] { Text(party, "nameEn"), Text(party, "nameAr") }.OfType<string>()];

    private static IReadOnlyList<string> UnitNames(JsonElement unit) =>
    [
        Text(unit, "labelEn")!, Text(unit, "labelAr")!,
        .. unit.GetProperty("plurals").EnumerateObject().SelectMany(language => language.Value.EnumerateObject()).Select(form => form.Value.GetString()!.Replace("{0}", "", StringComparison.Ordinal)),
    ];

    private static FuzzyDate? DateOf(JsonElement claim, string name) =>
        claim.GetProperty(name) is { ValueKind: JsonValueKind.Object } date ? new FuzzyDate(Day(date, "from"), Day(date, "to"), DatePrecision.Range) : null;

    private static DateOnly? Day(JsonElement date, string name) =>
        Text(date, name) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static IReadOnlyList<JsonElement> Read(string name)
    {
        using var stream = typeof(Claim).Assembly.GetManifestResourceStream($"seed/{name}.json") ?? throw new InvalidOperationException($"The seed data has no {name}.");
        return JsonSerializer.Deserialize<List<JsonElement>>(stream) ?? [];
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDecimal() : null;

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
