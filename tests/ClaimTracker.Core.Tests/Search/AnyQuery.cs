using System.Globalization;
using ClaimTracker.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>Queries as people and others send them: words of the corpus, operators, filters, and whatever else there is in Unicode.</summary>
internal static class AnyQuery
{
    private static readonly string[] Signs =
        ["\"", "«", "»", "(", ")", "|", "OR", "أو", "-", "*", ":", "،", ">", "<", "=", "'", "\\", ";--", "&", "!", "<->", ":*", "NOT", "NEAR(", "AND", "^", "{", "}", "%", "_", "\0", "\u200F", "\u0640"];

    private static readonly string[] Fields =
    [
        "rating:false", "التقييم:مضلل", "claimant:putin", "صاحب:كيم", "outlet:reuters", "topic:arms-transfers", "kind:quantity", "country:RU", "language:ar", "unit:container",
        "unit:جرعة", "number>1000", "العدد<٥٠٠", "number:3000000", "number:>=1e3", "number<0", "number:99999999999999999999", "before:2023-09", "after:2024", "قبل:2019", "بعد:2023-09-13", "before:0001", "after:9999-12-31", "rating:zzz", "colour:red",
    ];

    private static readonly Gen<string> Garbage = Gen.Choose(0, 0x10FFFF).Select(c => char.IsSurrogate((char)Math.Min(c, 0xFFFF)) ? "\uD83D" : char.ConvertFromUtf32(c)).ListOf()
        .Select(letters => string.Concat(letters.Take(12)));

    public static Gen<string> Of(IReadOnlyList<string> corpus)
    {
        var word = Gen.Elements(corpus.ToArray());
        var number = Gen.Choose(0, 9_000_000).Select(n => n.ToString(CultureInfo.InvariantCulture));
        var prefix = word.Select(w => w[..Math.Min(3, w.Length)] + "*");
        var phrase = Gen.Choose(0, corpus.Count - 3).Select(at => $"\"{corpus[at]} {corpus[at + 1]}\"");
        var piece = Gen.Frequency(
            (8, word), (2, number), (2, prefix), (2, phrase), (2, word.Select(w => "-" + w)), (3, Gen.Elements(Signs)), (3, Gen.Elements(Fields)), (1, Gen.Elements(Fields).Select(f => "-" + f)), (1, Garbage));
        return piece.NonEmptyListOf().Select(pieces => string.Join(' ', pieces.Take(5)));
    }

    /// <summary>The same queries each time, so that both databases are asked the same.</summary>
    public static IReadOnlyList<string> Some(IReadOnlyList<string> corpus, int count) => [.. Gen.Sample(Of(corpus), 12, count)];
}
