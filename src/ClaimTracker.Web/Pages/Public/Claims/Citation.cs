using System.Text.RegularExpressions;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>How a version of a claim is cited. Each part stands isolated, and so in its own direction whatever stands beside it.</summary>
public static partial class Citation
{
    public static IHtmlContent Of(ClaimView claim, string site, Formats formats)
    {
        var line = new HtmlContentBuilder();
        foreach (var part in Places().Split(PublicText.CiteAs))
        {
            _ = part switch
            {
                "{0}" => line.AppendHtml(Isolated(site)),
                "{1}" => (claim.HasFinding ? line : line.AppendHtml(Isolated(claim.Outside is { } outside ? OutsideWords.Line(outside) : claim.Badge.Words)).Append(": ")).AppendHtml(Title(claim)),
                "{2}" => line.AppendHtml(Reference(claim.Document.Number, formats)),
                "{3}" => line.Append(formats.Ordinal(claim.Publication.Version)),
                "{4}" => line.AppendHtml(Isolated(formats.Day(claim.Publication.At))),
                _ => line.Append(part),
            };
        }

        return line;
    }

    private static TagBuilder Title(ClaimView claim)
    {
        var language = claim.TitleText.LanguageFor(Cultures.Current);
        var title = Isolated(claim.TitleText.In(Cultures.Current), Cultures.Direction(language));
        title.Attributes["lang"] = language;
        return title;
    }

    private static TagBuilder Reference(int number, Formats formats)
    {
        var reference = Isolated("CT-" + formats.Ordinal(number), "ltr");
        reference.AddCssClass("unbroken");
        return reference;
    }

    private static TagBuilder Isolated(string text, string? direction = null)
    {
        var part = new TagBuilder("bdi");
        if (direction is not null)
        {
            part.Attributes["dir"] = direction;
        }

        part.InnerHtml.Append(text);
        return part;
    }

    [GeneratedRegex(@"(?=\{[0-4]\})|(?<=\{[0-4]\})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places(); // before and after each place
}
