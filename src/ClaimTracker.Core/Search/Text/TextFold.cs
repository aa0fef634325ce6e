using System.Text;

namespace ClaimTracker.Core.Search;

/// <summary>
/// One fold for everything searched and every query, so that both databases agree: case, accents, apostrophes, Arabic diacritics,
/// hamza carriers and letter forms, digit scripts and digit grouping make no difference. Quantities in words are left as words;
/// see <see cref="Words"/> for those.
/// </summary>
public static class TextFold
{
    /// <summary>Stored beside folded text; raised whenever the fold or what the indexes hold changes, so that rows are made again.</summary>
    public const int Version = 5;

    private const string ArabicArticle = "ال";

    /// <summary>
    /// Lower-case text in one form, words parted by spaces; empty for what holds no letter or digit. Two spaces keep numbers apart
    /// which one space would make groups of one number (“5, 300”), so that folding what is folded changes nothing.
    /// </summary>
    public static string Fold(string? text)
    {
        var words = FoldScanner.Scan(text);
        if (words.Count == 0)
        {
            return "";
        }

        var folded = new StringBuilder(text?.Length ?? 0).Append(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            folded.Append(LookGrouped(words[i - 1], words[i]) ? "  " : " ").Append(words[i].Text);
        }

        return folded.ToString();
    }

    /// <summary>Key to sort names by: the fold without the Arabic article. An alef with hamza is no article: ألمانيا.</summary>
    public static string SortKey(string? name)
    {
        var folded = Fold(name);
        return name?.TrimStart().StartsWith(ArabicArticle, StringComparison.Ordinal) == true
            && folded.StartsWith(ArabicArticle, StringComparison.Ordinal) && folded.Length > ArabicArticle.Length + 1
            ? folded[ArabicArticle.Length..]
            : folded;
    }

    private static bool LookGrouped(FoldedWord first, FoldedWord second) =>
        first.IsNumber && second.IsNumber
        && first.Text.Length <= 3 && !first.Text.Contains('.', StringComparison.Ordinal)
        && (second.Text.Length == 3 || second.Text.IndexOf('.', StringComparison.Ordinal) == 3);
}
