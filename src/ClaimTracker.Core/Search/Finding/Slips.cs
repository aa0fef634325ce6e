namespace ClaimTracker.Core.Search;

/// <summary>Slips of the fingers: how far two words are apart, and how far a word may be from the one that was meant.</summary>
internal static class Slips
{
    public const int ShortestWord = 3;
    private const int TwoSlipsFrom = 6;

    public static int AllowedIn(string word) => word.Length >= TwoSlipsFrom ? 2 : 1;

    /// <summary>The name whose folded form is nearest to a folded word, of those that slips make of it; null for none.</summary>
    public static string? Nearest(string folded, IEnumerable<string> names) => folded.Length < ShortestWord
        ? null
        : names.Select(n => (Name: n, Distance: Between(folded, TextFold.Fold(n), AllowedIn(folded)))).Where(n => n.Distance <= AllowedIn(folded))
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name).FirstOrDefault();

    /// <summary>Letters to add, drop, change or swap (Damerau, optimal string alignment); more than the limit counts as one more.</summary>
    public static int Between(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        // A row for each letter of the left word; two are looked back at.
        var (before, last, next) = (new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray(), new int[right.Length + 1]);
        for (var i = 1; i <= left.Length; i++)
        {
            var least = next[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                next[j] = Math.Min(Math.Min(last[j] + 1, next[j - 1] + 1), last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }

                least = Math.Min(least, next[j]);
            }

            // No later row is less than this one, but by letters changing places, which start in the row before.
            if (least > limit && last.Min() > limit)
            {
                return limit + 1;
            }

            (before, last, next) = (last, next, before);
        }

        return last[right.Length];
    }
}
