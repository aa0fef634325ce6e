using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Claim numbers as people type them: 7, CT-7, ct 7, ٧.</summary>
public static class ClaimNumbers
{
    public static bool TryParse(string? text, out int number)
    {
        var typed = (text ?? "").Trim();
        if (typed.StartsWith("CT", StringComparison.OrdinalIgnoreCase))
        {
            typed = typed[2..].TrimStart('-', ' ', '\u2011');
        }

        return NumberParser.TryParseWhole(typed, out number) && number > 0;
    }
}
