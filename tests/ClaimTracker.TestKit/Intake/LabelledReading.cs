using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.TestKit.Intake;

/// <summary>A labelled figure: of a phrase of figures.tsv, or of a sentence of an article.</summary>
public sealed record LabelledFigure(decimal? Value, decimal? Min, decimal? Max, string Unit, string UnitLemma, FigureModifier? Modifier);

public sealed record LabelledPhrase(int Row, string Language, string Text, LabelledFigure? Figure);

public sealed record LabelledDate(DateOnly? From, DateOnly? To, string Precision);

public sealed record LabelledDatePhrase(int Row, string Language, DateOnly Article, string Text, LabelledDate Date);

public sealed record LabelledSentence(string Text, bool IsCheckable, IReadOnlyList<LabelledFigure> Figures, IReadOnlyList<LabelledDate> Dates, string? Speaker, string? SpeakerName);

public sealed record LabelledParagraph(bool IsFurniture, IReadOnlyList<LabelledSentence> Sentences);

public sealed record LabelledArticle(string Id, string Language, DateOnly PublishedOn, IReadOnlyList<LabelledParagraph> Paragraphs)
{
    public string Text => string.Join("\n\n", Paragraphs.Select(p => string.Join(' ', p.Sentences.Select(s => s.Text))));
}

/// <summary>Phrases and articles that somebody labelled before the rules were written; <c>Intake/README.md</c> says how.</summary>
public static class LabelledReading
{
    private static readonly Assembly Here = typeof(LabelledReading).Assembly;

    public static KnownUnits Units { get; } = ReadUnits();

    public static IReadOnlyList<LabelledPhrase> Figures() =>
        [.. Rows("figures").Select((r, i) => new LabelledPhrase(i + 1, r[0], r[1], r is [_, _, "", "", "", "", ..] ? null
            : new LabelledFigure(Number(r[2]), Number(r[3]), Number(r[4]), r[5], r.Length > 7 ? r[7] : "", Modifier(r[6]))))];

    public static IReadOnlyList<LabelledDatePhrase> Dates() =>
        [.. Rows("dates").Select((r, i) => new LabelledDatePhrase(i + 1, r[0], Day(r[1]) ?? default, r[2], new LabelledDate(Day(r[3]), Day(r[4]), r[5])))];

    public static IReadOnlyList<LabelledArticle> Articles(string prefix) =>
        [.. Here.GetManifestResourceNames().Where(n => n.StartsWith($"intake/{prefix}-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => Article(JsonNode.Parse(Open(n)) ?? new JsonObject()))];

    /// <summary>Single sentences of sentences.tsv, each as an article of its own: “tune” or “check”.</summary>
    public static IReadOnlyList<LabelledArticle> Sentences(string half) =>
        [.. Rows("sentences").Where(r => r[0] == half).Select(r => new LabelledArticle(half, r[1], Day(r[3]) ?? default, [new LabelledParagraph(IsFurniture: false, [Sentence(r)])]))];

    private static LabelledSentence Sentence(string[] row) => new(
        row[5], row[4] is "yes", [.. Parts(row[6]).Select(Figure)], [.. Parts(row[7]).Select(Date)], Named(row, 8), Named(row, 9));

    private static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static string? Named(string[] row, int column) => row.Length > column && row[column].Length > 0 ? row[column] : null;

    /// <summary>“40..50|km|About”; a comma parts the unit as written from another name of it.</summary>
    private static LabelledFigure Figure(string written)
    {
        var parts = written.Split('|');
        var ends = parts[0].Split("..");
        var unit = parts[1].Split(',');
        return new LabelledFigure(
            ends.Length == 1 ? Number(ends[0]) : null, ends.Length == 2 ? Number(ends[0]) : null, ends.Length == 2 ? Number(ends[1]) : null, unit[0], unit[^1], Modifier(parts[2]));
    }

    /// <summary>“2024-03-01..2024-03-31 month”.</summary>
    private static LabelledDate Date(string written)
    {
        var space = written.IndexOf(' ', StringComparison.Ordinal);
        var ends = written[..space].Split("..");
        return new LabelledDate(Day(ends[0]), Day(ends[1]), written[(space + 1)..]);
    }

    private static LabelledArticle Article(JsonNode node) => new(
        Text(node["id"]), Text(node["language"]), Day(Text(node["publishedOn"])) ?? default,
        [.. Items(node["paragraphs"]).Select(p => new LabelledParagraph(Text(p["kind"]) is "furniture", [.. Items(p["sentences"]).Select(Sentence)]))]);

    private static LabelledSentence Sentence(JsonNode node) => new(
        Text(node["text"]), node["checkable"]?.GetValue<bool>() is true, [.. Items(node["figures"]).Select(Figure)],
        [.. Items(node["dates"]).Select(d => new LabelledDate(Day(Text(d["from"])), Day(Text(d["to"])), Text(d["precision"])))],
        node["speaker"]?.GetValue<string>(), node["speakerName"]?.GetValue<string>());

    private static LabelledFigure Figure(JsonNode node) => new(
        node["value"]?.GetValue<decimal>(), node["min"]?.GetValue<decimal>(), node["max"]?.GetValue<decimal>(), Text(node["unit"]), Text(node["unitLemma"]), Modifier(Text(node["modifier"])));

    private static IEnumerable<JsonNode> Items(JsonNode? node) => node?.AsArray().OfType<JsonNode>() ?? [];

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FigureModifier? Modifier(string text) => Enum.TryParse<FigureModifier>(text, out var modifier) ? modifier : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open($"intake/{name}.tsv"));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split('\t'))];
    }

    private static Stream Open(string name) => Here.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");

    private static KnownUnits ReadUnits()
    {
        using var stream = typeof(KnownUnits).Assembly.GetManifestResourceStream("seed/units.json") ?? throw new InvalidOperationException("No units are embedded.");
        return new KnownUnits([.. JsonSerializer.Deserialize<JsonArray>(stream)!.OfType<JsonNode>().Select(u => new Unit
        {
            Id = Guid.CreateVersion7(),
            Code = Text(u["unit"]),
            Label = LocalizedText.Of(("en", Text(u["labelEn"])), ("ar", Text(u["labelAr"]))),
            Plurals = LocalizedText.From(new[] { "en", "ar" }.SelectMany(l => u["plurals"]![l]!.AsObject().Select(p => KeyValuePair.Create($"{l}.{p.Key}", (string?)Text(p.Value))))),
        })]);
    }
}
