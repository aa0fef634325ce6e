using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Startup;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Pages.Public.Policies;

/// <summary>Something of the site's own that stands in the middle of a policy.</summary>
public enum PolicyPlace
{
    /// <summary>Both scales with what each rating means.</summary>
    Ratings,

    /// <summary>The conditions of publication.</summary>
    Conditions,
}

/// <summary>A stretch of a policy's text as HTML, or a place that the page fills.</summary>
public sealed record PolicyPart(IHtmlContent Html, PolicyPlace? Place = null);

/// <summary>
/// Markdown of policy pages: as everywhere, and <c>{{ratings}}</c> or <c>{{conditions}}</c> as a paragraph of its own for a place, <c>{#name}</c> at the end of a
/// heading for the name that links lead to, <c>report:</c>, <c>policy:funding</c> and the like for pages of the site, in the language of the page.
/// </summary>
public static class PolicyMarkdown
{
    /// <summary>Id of the page's own around the text.</summary>
    private const string TakenId = "content";

    private const int NameMaxLength = 40;

    /// <param name="markdown">The text.</param>
    /// <param name="links">Where links to pages of the site lead.</param>
    /// <param name="namesHeadings">Whether headings get their names; not where the text stands on one page with its translation.</param>
    /// <exception cref="ArgumentException">It is nested more deeply than any text that is meant to be read.</exception>
    public static IReadOnlyList<PolicyPart> Render(string markdown, Links links, bool namesHeadings = true)
    {
        var document = PublicMarkdown.Parse(markdown, address => AddressOf(address, links));
        SetHeadings(document, namesHeadings);
        var parts = new List<PolicyPart>();
        var blocks = new List<Block>();
        void Flush()
        {
            if (blocks.Count > 0)
            {
                parts.Add(new PolicyPart(PublicMarkdown.ToHtml(blocks)));
                blocks.Clear();
            }
        }

        foreach (var block in document)
        {
            if (PlaceOf(block) is { } place)
            {
                Flush();
                parts.Add(new PolicyPart(HtmlString.Empty, place));
            }
            else
            {
                blocks.Add(block);
            }
        }

        Flush();
        return parts;
    }

    private static PolicyPlace? PlaceOf(Block block) =>
        block is not ParagraphBlock { Inline.FirstChild: LiteralInline { NextSibling: null } words } ? null : words.Content.ToString().Trim() switch
        {
            "{{ratings}}" => PolicyPlace.Ratings,
            "{{conditions}}" => PolicyPlace.Conditions,
            _ => null,
        };

    /// <summary>The page's title is the one heading of the first level.</summary>
    private static void SetHeadings(MarkdownDocument document, bool named)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { TakenId };
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(heading.Level, 2);
            if (heading.Inline?.LastChild is LiteralInline last && NameAtEndOf(last.Content.ToString()) is var (words, name))
            {
                last.Content = new StringSlice(words);
                if (named && taken.Add(name))
                {
                    heading.GetAttributes().Id = name;
                }
            }
        }
    }

    /// <summary>“Imported claims {#imported}” taken apart; null: there is no name at its end.</summary>
    private static (string Words, string Name)? NameAtEndOf(string heading)
    {
        var text = heading.TrimEnd();
        var at = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (at < 0 || !text.EndsWith('}'))
        {
            return null;
        }

        var name = text[(at + 2)..^1];
        return name.Length is > 0 and <= NameMaxLength && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? (text[..at].TrimEnd(), name)
            : null;
    }

    private static string? AddressOf(string address, Links links)
    {
        var parts = address.Split('#', 2);
        var anchor = parts.Length == 2 ? "#" + parts[1] : "";
        return parts[0] switch
        {
            "" when anchor != "" => anchor,
            "about:" => links.About() + anchor,
            "check:" => links.Check(),
            "claims:" => links.Claims(),
            "corrections:" => links.Corrections(),
            "report:" => links.Report(),
            "statistics:" => links.Statistics() + anchor,
            "suggest:" => links.Suggest(),
            _ when parts[0].StartsWith("policy:", StringComparison.Ordinal) => PolicyNames.Find(parts[0]["policy:".Length..]) is { } policy ? links.Policy(policy) + anchor : null,
            _ => Uri.TryCreate(address, UriKind.Absolute, out var mail) && mail.Scheme == Uri.UriSchemeMailto ? mail.AbsoluteUri : null,
        };
    }
}
