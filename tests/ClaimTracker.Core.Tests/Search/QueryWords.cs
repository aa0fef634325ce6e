using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What a tree of a query is made of.</summary>
internal static class QueryWords
{
    public static IEnumerable<Word> Of(SearchNode node) => node switch
    {
        PlainWords plain => plain.Words,
        Phrase phrase => phrase.Words,
        _ => Within(node).SelectMany(Of),
    };

    public static IEnumerable<SearchNode> All(SearchNode node) => [node, .. Within(node).SelectMany(All)];

    public static int Depth(SearchNode node) => 1 + Within(node).Select(Depth).DefaultIfEmpty().Max();

    private static IReadOnlyList<SearchNode> Within(SearchNode node) => node switch
    {
        AllOf all => all.Nodes,
        AnyOf any => any.Nodes,
        Not not => [not.Node],
        _ => [],
    };
}
