using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Feeds;

/// <summary>Pieces of the markup items of a feed say their words in.</summary>
internal static class FeedHtml
{
    /// <summary>The text in the feed's language, or in the one it has, said to be in that one.</summary>
    public static string Spoken(LocalizedText text, string tag)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        var words = text.In(Cultures.Current);
        var language = text[Cultures.Current] is null ? text.Languages.First() : Cultures.Current;
        return $"<{tag} lang=\"{language}\" dir=\"{Cultures.Direction(language)}\">{Plain(words)}</{tag}>";
    }

    public static string Plain(string words) => WebUtility.HtmlEncode(words);
}
