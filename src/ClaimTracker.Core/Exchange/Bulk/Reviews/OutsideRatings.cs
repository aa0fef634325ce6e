using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>
/// What other publishers' ratings mean among ours, where that is sure: words that mean one thing everywhere, or a number on the scale from one
/// to five that ClaimReview has, at its ends. Anything else keeps its own words and gets none of ours.
/// </summary>
public static class OutsideRatings
{
    private static readonly Dictionary<string, string> Words = new (string Code, string[] Words)[]
    {
        (RatingCodes.True, ["true", "correct", "accurate", "صحيح", "صحيحة", "حقيقي", "حقيقة", "دقيق"]),
        ("MostlyTrue", ["mostly true", "mostly correct", "صحيح إجمالًا", "صحيح في معظمه", "صحيح غالبًا"]),
        ("PartlyTrue", ["half true", "partly true", "partially true", "partly false", "partially false", "صحيح جزئيًا", "زائف جزئيًا", "خطأ جزئيًا", "خاطئ جزئيًا"]),
        ("Misleading", ["misleading", "مضلل", "مضللة"]),
        ("MissingContext", ["missing context", "lacks context", "سياق ناقص", "ينقصه السياق"]),
        (RatingCodes.False, ["false", "wrong", "incorrect", "untrue", "not true", "fake", "pants on fire", "غير صحيح", "غير صحيحة", "خطأ", "خاطئ", "كاذب", "كذب", "زائف", "زائفة"]),
        ("Unproven", ["unproven", "unverified", "unsupported", "غير مثبت", "غير مؤكد"]),
        ("Satire", ["satire", "ساخر", "محتوى ساخر", "سخرية"]),
    }.SelectMany(r => r.Words.Select(w => (Word: TextFold.Fold(w), r.Code))).ToDictionary(r => r.Word, r => r.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Places = new() { [RatingCodes.False] = 1, ["PartlyTrue"] = 3, ["MostlyTrue"] = 4, [RatingCodes.True] = 5 };

    /// <summary>Code of our rating, or null.</summary>
    public static string? CodeOf(string words, string? value, string? worst, string? best)
    {
        var number = Place(value, worst, best);
        if (Words.GetValueOrDefault(TextFold.Fold(words).Trim('.', '!', ' ')) is not { } code)
        {
            // Of words nobody knows only the ends of the scale are sure: in the middle stands also what could not be decided.
            return number is 1 or 5 ? Places.FirstOrDefault(p => p.Value == number).Key : null;
        }

        // Words at one end and the number at the other: one of them is a mistake, and only the publisher knows which.
        return number is { } other && Places.TryGetValue(code, out var own) && Math.Abs(own - other) > 2 ? null : code;
    }

    /// <summary>From one, the falsest, to five; null unless both ends are given and are these.</summary>
    private static int? Place(string? value, string? worst, string? best) =>
        Number(worst) == 1 && Number(best) == 5 && Number(value) is { } place and >= 1 and <= 5 && place == decimal.Truncate(place) ? (int)place : null;

    private static decimal? Number(string? text) => decimal.TryParse(Digits.ToLatin(text ?? ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
