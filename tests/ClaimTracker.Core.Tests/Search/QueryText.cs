using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>
/// A query's tree on one line: [words] "phrase" prefix* Field=value n>1000 &gt;=2023-01-01 &lt;=2023-12-31, -(not), (all &amp; of), (any / of).
/// </summary>
internal static class QueryText
{
    public static string Of(SearchNode? node) => node switch
    {
        null => "",
        AllOf all => "(" + string.Join(" & ", all.Nodes.Select(Of)) + ")",
        AnyOf any => "(" + string.Join(" / ", any.Nodes.Select(Of)) + ")",
        Not not => "-" + Of(not.Node),
        PlainWords plain => "[" + Join(plain.Words) + "]",
        Phrase phrase => "\"" + Join(phrase.Words) + "\"",
        Prefix prefix => prefix.Start + "*",
        FieldIs field => $"{field.Field}={field.Value}",
        NumberIs number => "n" + Sign(number.Comparison) + number.Number.ToString(CultureInfo.InvariantCulture),
        After after => ">=" + after.Day.ToString("O", CultureInfo.InvariantCulture),
        Before before => "<=" + before.Day.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private static string Join(IEnumerable<Word> words) => string.Join(' ', words.Select(w => w.Text));

    private static string Sign(NumberComparison comparison) => comparison switch
    {
        NumberComparison.Equal => "=",
        NumberComparison.More => ">",
        NumberComparison.AtLeast => ">=",
        NumberComparison.Less => "<",
        NumberComparison.AtMost => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}
