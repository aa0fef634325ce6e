using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimTracker.Core.Notifications;

/// <summary>Addresses in what people typed.</summary>
public static partial class MailAddresses
{
    private static readonly char[] Between = [' ', '\t', '\r', '\n', ',', ';', '،', '؛', '<', '>', '(', ')', '"', '«', '»'];

    /// <summary>The one address in a contact that a reader left; null where there is none, or several.</summary>
    public static string? In(string? contact)
    {
        var found = (contact ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? word["mailto:".Length..] : word)
            .Select(word => word.Trim('.', ':')).Where(IsAddress).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Without letters beyond ASCII, which few servers take.</summary>
    public static bool IsAddress(string? text) => text is not null && Ascii.IsValid(text) && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The same words without any address: servers repeat the recipient's in what they answer.</summary>
    public static string Hidden(string words) => Address().Replace(words, "…@…");

    [GeneratedRegex(@"[^\s<>""'(),;:@]+@[^\s<>""'(),;:@]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
