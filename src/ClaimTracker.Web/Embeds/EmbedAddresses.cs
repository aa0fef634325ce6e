using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Embeds;

/// <summary>Where the card of a claim is, and the code that frames it; in the language of the page being made.</summary>
public sealed partial class EmbedAddresses(SiteAddress site)
{
    /// <summary>In CSS pixels. Nothing in a frame without scripts can tell its page how high it is: high enough for a claim of three lines; a longer one scrolls.</summary>
    public const int Width = 600;

    /// <inheritdoc cref="Width"/>
    public const int Height = 380;

    /// <summary>The theme asked for; null: none of ours, so the reader's system decides.</summary>
    public static string? ThemeOf(string? asked) => asked is "light" or "dark" ? asked : null;

    public string Card(int number, string? theme = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/embed/claims/{number}?lang={Cultures.Current}{(theme is null ? "" : $"&theme={theme}")}");

    public string Picture(int number) => string.Create(CultureInfo.InvariantCulture, $"/embed/claims/{number}.svg?lang={Cultures.Current}");

    /// <summary>Where a program learns how to embed a page of ours.</summary>
    public string OEmbed(string page) => $"/oembed?url={Uri.EscapeDataString(site.Absolute(page))}";

    /// <param name="title">Read aloud for the frame.</param>
    public string Frame(int number, string title, int width = Width, int height = Height) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<iframe src="{WebUtility.HtmlEncode(site.Absolute(Card(number)))}" width="{width}" height="{height}" style="border:0;max-width:100%" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" title="{WebUtility.HtmlEncode(title)}"></iframe>""");

    /// <summary>The claim, and the language of its page, that an address of ours leads to; null where it leads to none.</summary>
    public (string Language, int Number)? ClaimAt(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !string.Equals(url.Authority, site.Base.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var match = ClaimPage().Match(url.AbsolutePath);
        return match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (match.Groups["language"].Value, number) : null;
    }

    [GeneratedRegex("^/(?<language>ar|en)/claims/(?<number>[0-9]{1,9})(/[^/]*)?/?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClaimPage();
}
