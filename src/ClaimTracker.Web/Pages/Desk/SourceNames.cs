using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What a source is called where it stands in a line: its title, else its address, else that it has none.</summary>
public static class SourceNames
{
    public static string Of(LocalizedText title, string? address) => title.TryRead(Cultures.Current, out var text, out _) ? text : address ?? DeskText.SourceUntitled;
}

/// <summary>The beginning of a long text, cut between words.</summary>
public static class Excerpt
{
    private const int MaxLength = 240;

    public static string Of(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', MaxLength);
        return text[..(end > 0 ? end : MaxLength)] + "…";
    }
}
