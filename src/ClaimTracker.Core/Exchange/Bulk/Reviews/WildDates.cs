using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>
/// Days in the forms that pages write beside those people do: with a time and a zone, as e-mail has them, month first with its name, or as
/// seconds or milliseconds since 1970. The day is the one that stands there, in the writer's own zone.
/// </summary>
internal static partial class WildDates
{
    private const int MillisecondsDigits = 13;

    private static readonly string[] Forms = ["MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "d MMM yyyy", "yyyyMMdd"];

    /// <summary>The day as 2023-09-13; what is not known is left as it is, for the row to be judged by.</summary>
    public static string Normalize(string text)
    {
        var clean = Digits.ToLatin(text.Trim());
        if (Timed().Match(clean) is { Success: true } timed)
        {
            return timed.Groups["day"].Value;
        }

        if (DateParser.TryParse(clean, out _))
        {
            return clean;
        }

        if (Epoch().IsMatch(clean))
        {
            var number = long.Parse(clean, CultureInfo.InvariantCulture);
            return Iso(clean.Length == MillisecondsDigits ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number));
        }

        if (Mail().Match(clean) is { Success: true } mail && DateOnly.TryParseExact(mail.Groups["day"].Value, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var sent))
        {
            return sent.ToString("O", CultureInfo.InvariantCulture);
        }

        return DateOnly.TryParseExact(clean, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day.ToString("O", CultureInfo.InvariantCulture) : clean;
    }

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<day>\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ]\s*\d{1,2}:\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^(\d{10}|\d{13})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Epoch();

    [GeneratedRegex(@"^[A-Z][a-z]{2}, (?<day>\d{1,2} [A-Z][a-z]{2} \d{4}) \d{2}:\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mail();
}
