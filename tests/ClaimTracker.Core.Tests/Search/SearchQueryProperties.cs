using ClaimTracker.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What holds for whatever is typed or pasted.</summary>
public sealed class SearchQueryProperties
{
    private const int Times = 3000;

    /// <summary>All, any and not for each bracket and for the whole, and a last node.</summary>
    private const int MaxTreeDepth = (3 * (SearchQuery.MaxDepth + 1)) + 1;

    private static readonly string[] Pieces =
    [
        "\"", "«", "»", "“", "(", ")", "|", " OR ", " أو ", "-", "−", "*", ":", "،", ",", " ", "\u200F", ">", "<", "=", "rating:", "التقييم:", "number>", "العدد",
        "after:", "قبل:", "false", "مضلل", "kim", "كيم جونغ", "3 million", "ثلاثة ملايين", "٢٠٢٣", "2023-09-13", "https://", "\uD83D\uDE00", "\uD800", "\u0640", "ß", "e\u0301",
    ];

    private static readonly Gen<string> AnyText = Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c));

    private static readonly Gen<string> Queries = Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat),
        AnyText,
        Gen.OneOf(Gen.Elements(Pieces), AnyText).ArrayOf().Select(string.Concat));

    private static readonly Gen<string> PlainQueries = Gen.Elements("kim", "كيم", "جونغ", "shells", "قذائف", "the", "و", "٧", "Éé", "anti-war", "it's", "؟", "!", "…", "\n", ".").NonEmptyListOf()
        .Select(pieces => string.Join(' ', pieces.Take(12)));

    [Fact]
    public void Parse_AnyText_GivesATreeThatKeepsItsPromises() => Check(Queries, query =>
    {
        var read = SearchQuery.Parse(query);
        if (read.Root is not { } root)
        {
            return true;
        }

        var nodes = QueryWords.All(root).ToList();
        var words = QueryWords.Of(root).ToList();
        return QueryWords.Depth(root) <= MaxTreeDepth
            && nodes.TrueForAll(IsFilled)
            && words.Count + nodes.OfType<Prefix>().Count() <= SearchQuery.MaxWords
            && words.TrueForAll(w => KeepsContract(w, query));
    });

    [Fact]
    public void Parse_AnyText_GivesHintsThatFitALine() =>
        Check(Queries, query => SearchQuery.Parse(query).Hints.All(h => h.Piece.Length <= SearchHint.MaxPiece));

    [Fact]
    public void Parse_TextWithoutOperators_IsOneRunOfItsWords() => Check(PlainQueries, query =>
    {
        var read = SearchQuery.Parse(query);
        var expected = Words.Of(query).Where(w => !w.IsPart);
        return read.Hints.Count == 0 && (read.Root is PlainWords plain ? plain.Words.SequenceEqual(expected) : read.Root is null && !expected.Any());
    });

    private static bool IsFilled(SearchNode node) => node switch
    {
        AllOf all => all.Nodes.Count > 1 && !all.Nodes.Any(n => n is AllOf),
        AnyOf any => any.Nodes.Count > 1 && !any.Nodes.Any(n => n is AnyOf),
        PlainWords plain => plain.Words.Count > 0,
        Phrase phrase => phrase.Words.Count > 0,
        Prefix prefix => prefix.Start.Length > 0,
        FieldIs field => TextFold.Fold(field.Value).Length > 0,
        _ => true,
    };

    private static bool KeepsContract(Word word, string query) =>
        word.Text.Length is > 0 and <= Word.MaxLength && word.Stem.Length is > 0 and <= Word.MaxLength && !word.IsPart
        && word.Start >= 0 && word.Length > 0 && word.End <= query.Length
        && (word.Kind == WordKind.Number
            ? word.Text.All(c => char.IsAsciiDigit(c) || c == '.') && word.Text.Count(c => c == '.') <= 1
            : word.Text.EnumerateRunes().All(System.Text.Rune.IsLetter));

    private static void Check(Gen<string> queries, Func<string, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Times), Prop.ForAll(queries.ToArbitrary(), holds));
}
