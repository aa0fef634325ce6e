using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Search;

/// <summary>
/// A post without what only the platform needs: links, handles, the sign of a hashtag (its words stay), labels such as “BREAKING:” and
/// عاجل, and letters drawn out for emphasis. Pictograms are no words and fall out later.
/// </summary>
public static partial class PostText
{
    public static string Clean(string? text)
    {
        var clean = Links().Replace(text ?? "", " ");
        clean = Handles().Replace(clean, " ");
        clean = Tags().Replace(clean, tag => $" {InnerCapital().Replace(tag.Groups["words"].Value, " ").Replace('_', ' ')} ");
        clean = Labels().Replace(clean, " ");
        return DrawnOut().Replace(clean, "${letter}").Trim();
    }

    [GeneratedRegex(@"\bhttps?://\S+|\bwww\.\S+|\b(pic\.twitter\.com|t\.co|bit\.ly|fb\.watch|fb\.me|youtu\.be|t\.me|goo\.gl)/\S*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    /// <summary>Not the middle of an address for mail.</summary>
    [GeneratedRegex(@"(?<![\w.])(RT\s+)?@\w+:?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handles();

    /// <summary>A slogan’s “no” denies nothing: #NoVax, #لا_للحرب.</summary>
    [GeneratedRegex(@"[#＃](no(?=\p{Lu}|_)|No(?=\p{Lu}|_)|لا_)?(?<words>[\p{L}\p{M}\p{N}_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    /// <summary>Where a new word begins in “NoElectricity” and “Election2019”.</summary>
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{Nd})|(?<=\p{Nd})(?=\p{L})", RegexOptions.None, 1000)]
    private static partial Regex InnerCapital();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((هام\s+و)?عا+جل(\s+جد[اًا]+)?|breaking(\s+news)?|just\s+in|urgent|RT)(?=\s*[^\p{L}\p{N}\s]|\s+‼|$)\s*[|:!]*|^\s*(RT|عا+جل)\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<letter>\p{L})\k<letter>{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawnOut();
}
