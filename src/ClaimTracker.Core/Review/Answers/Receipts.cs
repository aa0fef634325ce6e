using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Core.Review;

/// <summary>
/// Receipt numbers, such as <c>R-7KQM-2XPD</c>: 40 random bits in the 32 signs of Crockford's alphabet, which leaves out I, L, O and U, so that a number can be
/// read out and copied by hand. Nobody guesses one at the pace at which the site answers.
/// </summary>
public static class Receipts
{
    /// <summary>Before the number of a report.</summary>
    public const char Report = 'R';

    /// <summary>Before the number of a suggestion.</summary>
    public const char Suggestion = 'S';

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Signs = 8;
    private const int Half = Signs / 2;

    public static string New(char kind)
    {
        var signs = RandomNumberGenerator.GetString(Alphabet, Signs);
        return $"{kind}-{signs[..Half]}-{signs[Half..]}";
    }

    /// <summary>The number somebody typed: in small letters, with other digits or blanks, without its hyphens, O for 0 and I or L for 1; null: it is none.</summary>
    public static string? Read(string? typed)
    {
        var signs = new StringBuilder();
        foreach (var sign in (typed ?? "").Normalize(NormalizationForm.FormKC))
        {
            if (char.IsDigit(sign))
            {
                signs.Append((char)('0' + (int)char.GetNumericValue(sign)));
            }
            else if (char.IsAsciiLetter(sign))
            {
                signs.Append(char.ToUpperInvariant(sign));
            }
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '‑' or '_' or '\u200E' or '\u200F'))
            {
                return null;
            }
        }

        if (signs.Length != Signs + 1 || signs[0] is not (Report or Suggestion))
        {
            return null;
        }

        signs.Replace('O', '0', 1, Signs).Replace('I', '1', 1, Signs).Replace('L', '1', 1, Signs);
        var number = signs.ToString();
        return number[1..].All(Alphabet.Contains) ? $"{number[0]}-{number[1..(1 + Half)]}-{number[(1 + Half)..]}" : null;
    }
}
