using System.Text;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Forms;

/// <summary>A typed or pasted text without what nobody means to type: control characters, broken surrogates, marks that turn its direction (rule 7).</summary>
public static class CleanText
{
    /// <summary>No field of ours holds more than the text of an article; each has a limit of its own.</summary>
    public const int MaxLength = WorkingText.MaxLength;

    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsKept(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static bool IsKept(Rune rune) =>
        rune.Value is not (0xFFFD or 0x2028 or 0x2029)
        && !(rune.IsBmp && TextRules.IsForbidden((char)rune.Value))
        && !IsNonCharacter(rune.Value);

    private static bool IsNonCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
