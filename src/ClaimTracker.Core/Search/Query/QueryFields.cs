namespace ClaimTracker.Core.Search;

/// <summary>The names of fields in a query, in both languages, as search folds them; an Arabic name also goes with its article.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<SearchField, string[]> Names = new()
    {
        [SearchField.Rating] = ["rating", "verdict", "تقييم"],
        [SearchField.Claimant] = ["claimant", "speaker", "صاحب الادعاء", "صاحب ادعاء", "صاحب", "قائل"],
        [SearchField.Outlet] = ["outlet", "منفذ", "وسيلة"],
        [SearchField.Topic] = ["topic", "موضوع"],
        [SearchField.Kind] = ["kind", "نوع"],
        [SearchField.Country] = ["country", "بلد", "دولة"],
        [SearchField.Language] = ["language", "lang", "لغة"],
        [SearchField.Unit] = ["unit", "وحدة"],
    };

    private static readonly Dictionary<string, SearchField> Named = Names.SelectMany(field => WithArticles(field.Value).Select(name => (name, field.Key))).ToDictionary(f => f.name, f => f.Key, StringComparer.Ordinal);

    private static readonly HashSet<string> Numbers = [.. WithArticles("number", "عدد", "رقم")];
    private static readonly HashSet<string> Afters = [.. WithArticles("after", "بعد")];
    private static readonly HashSet<string> Befores = [.. WithArticles("before", "قبل")];

    private static readonly string[] Shown = [.. Names.Values.SelectMany(n => n).Concat(["number", "after", "before"]).SelectMany(n => char.IsAscii(n[0]) ? [n] : new[] { n, "ال" + n })];

    /// <summary>The field that slips of the fingers make of this name, as people write it; null for none.</summary>
    public static string? Nearest(string folded) => Slips.Nearest(folded, Shown);

    public static SearchField? Find(string folded) => Named.TryGetValue(folded, out var field) ? field : null;

    public static bool IsNumber(string folded) => Numbers.Contains(folded);

    public static bool IsAfter(string folded) => Afters.Contains(folded);

    public static bool IsBefore(string folded) => Befores.Contains(folded);

    public static bool IsKnown(string folded) => Find(folded) is not null || IsNumber(folded) || IsAfter(folded) || IsBefore(folded);

    private static IEnumerable<string> WithArticles(params string[] names) =>
        names.Select(TextFold.Fold).SelectMany(name => char.IsAscii(name[0]) ? [name] : new[] { name, "ال" + name });
}
