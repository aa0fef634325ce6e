using System.Globalization;

namespace ClaimTracker.Web.Api;

/// <summary>Whole numbers of addresses: digits alone.</summary>
internal static class ApiWhole
{
    public static int? Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
