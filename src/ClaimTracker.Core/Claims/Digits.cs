using System.Globalization;
using System.Text;

namespace ClaimTracker.Core.Claims;

/// <summary>Digits of every script we meet, as Latin ones, and the other way round.</summary>
public static class Digits
{
    /// <summary>Latin digits in place of Arabic-Indic, Persian and any other decimal digits.</summary>
    public static string ToLatin(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var latin = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            latin.Append(char.IsDigit(sign) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign)) : sign);
        }

        return latin.ToString();
    }

    /// <summary>Arabic-Indic digits and separators in place of Latin ones.</summary>
    public static string ToArabicIndic(string number)
    {
        var arabic = new StringBuilder(number.Length);
        foreach (var sign in number)
        {
            arabic.Append(sign switch
            {
                >= '0' and <= '9' => (char)('٠' + (sign - '0')),
                ',' => '٬',
                '.' => '٫',
                _ => sign,
            });
        }

        return arabic.ToString();
    }
}
