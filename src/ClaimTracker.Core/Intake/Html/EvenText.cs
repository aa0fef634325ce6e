using System.Text;

namespace ClaimTracker.Core.Intake;

/// <summary>Makes the white space of a text even and takes out what no stored text may hold.</summary>
internal static class EvenText
{
    /// <summary>One space for any run of white space, no-break spaces too; invisible joiners that Arabic needs stay.</summary>
    public static string Of(string? text)
    {
        var even = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (even.Length > 0 && even[^1] != ' ')
                {
                    even.Append(' ');
                }
            }
            else if (rune.Value is not (0xAD or 0x200B) && !(rune.IsBmp && TextRules.IsForbidden((char)rune.Value)))
            {
                even.Append(rune);
            }
        }

        return even.Length > 0 && even[^1] == ' ' ? even.ToString(0, even.Length - 1) : even.ToString();
    }
}
