using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Forms;

/// <summary>A claim as readers name it: <c>50</c>, <c>CT-50</c>, or the address of its page.</summary>
public static partial class ClaimReference
{
    /// <summary>Null: no claim's number.</summary>
    public static int? Read(string? typed) =>
        typed is { Length: <= 500 } && Number().Match(Digits.ToLatin(typed.Trim())) is { Success: true } match
        && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    [GeneratedRegex(@"^((CT[-\u2010\u2011\u2013 ]?)?(?<number>[0-9]{1,9})|(https?://[^?#]*)?/claims/(?<number>[0-9]{1,9})([/?#].*)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
