using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.TestKit.Matching;

/// <summary>How a query of the evaluation set stands to its claim.</summary>
public enum Relation
{
    None,
    Related,
    Same,
}

/// <summary>A text that somebody might look up, with the claim it should find; none for <see cref="Relation.None"/>.</summary>
public sealed record MatchQuery(bool IsTest, Relation Relation, string Kind, string Language, int? Claim, string Text);

/// <summary>An invented claim. Claims that resemble each other are of one family, and a family is wholly in one part of the set.</summary>
public sealed record EvaluatedClaim(string Key, string Family, bool IsTest, MatchClaim Claim);

/// <summary>
/// Invented claims and what people might look them up by, in both languages (Matching/claims.tsv and queries.tsv). Weights are fitted on
/// the train part; the test part only measures.
/// </summary>
public sealed class EvaluationSet
{
    private EvaluationSet(IReadOnlyList<EvaluatedClaim> claims, IReadOnlyList<MatchQuery> queries)
    {
        Claims = claims;
        Queries = queries;
    }

    public IReadOnlyList<EvaluatedClaim> Claims { get; }

    public IReadOnlyList<MatchQuery> Queries { get; }

    public static EvaluationSet Load()
    {
        var claims = Table.Rows("claims").Select((row, i) => new EvaluatedClaim(row["key"], row["family"], row["split"] == "test", ClaimOf(row, i + 1))).ToList();
        var numbers = claims.ToDictionary(c => c.Key, c => c.Claim.Number, StringComparer.Ordinal);
        return new EvaluationSet(
            claims,
            [
                .. Table.Rows("queries").Select(row => new MatchQuery(
                    row["split"] == "test",
                    Enum.Parse<Relation>(row["relation"], ignoreCase: true),
                    row["kind"],
                    row["language"],
                    row["claim"].Length == 0 ? null : numbers[row["claim"]],
                    row["text"])),
            ]);
    }

    private static MatchClaim ClaimOf(IReadOnlyDictionary<string, string> row, int number) => new()
    {
        Number = number,
        Statement = LocalizedText.Of(("en", row["statementEn"]), ("ar", row["statementAr"])),
        Claimants = row["claimants"].Length == 0 ? [] : [row["claimants"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Figures = [.. row["figures"].Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(FigureOf)],
        AssertedOn = DateParser.TryParse(row["assertedOn"], out var date) ? date : null,
    };

    private static MatchFigure FigureOf(string text)
    {
        var parts = text.Split(' ', 2);
        var names = parts[1].Split(',', StringSplitOptions.TrimEntries);
        return new MatchFigure(decimal.Parse(parts[0], CultureInfo.InvariantCulture), null, null, names[0], names);
    }
}
