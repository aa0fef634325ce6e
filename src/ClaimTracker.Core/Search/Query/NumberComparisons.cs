namespace ClaimTracker.Core.Search;

/// <summary>The signs between “number” and its value.</summary>
internal static class NumberComparisons
{
    /// <summary>Longer signs before those they begin with.</summary>
    private static readonly (string Sign, NumberComparison Comparison)[] Signs =
    [
        (">=", NumberComparison.AtLeast),
        ("=>", NumberComparison.AtLeast),
        ("≥", NumberComparison.AtLeast),
        ("<=", NumberComparison.AtMost),
        ("=<", NumberComparison.AtMost),
        ("≤", NumberComparison.AtMost),
        (">", NumberComparison.More),
        ("<", NumberComparison.Less),
        ("==", NumberComparison.Equal),
        ("=", NumberComparison.Equal),
    ];

    /// <summary>The comparison at this place and where it ends: a colon directly, a sign also after a space, or both as in “number:>1000”.</summary>
    public static (NumberComparison Comparison, int End)? Read(string text, int at)
    {
        var hasColon = at < text.Length && QuerySigns.IsColon(text[at]);
        var from = QuerySigns.SkipGaps(text, hasColon ? at + 1 : at);
        foreach (var (sign, comparison) in Signs)
        {
            if (text.AsSpan(from).StartsWith(sign, StringComparison.Ordinal))
            {
                return (comparison, from + sign.Length);
            }
        }

        return hasColon ? (NumberComparison.Equal, at + 1) : null;
    }
}
