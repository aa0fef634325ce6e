using System.Collections.Frozen;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Tells cheaply, before it is parsed, whether a page nests its elements so deeply that parsing would take seconds to minutes.
/// Where it cannot follow a page as a parser does it counts too much rather than too little.
/// </summary>
internal static class NestingGuard
{
    private const int MostNested = 3_000;

    /// <summary>How far up an end tag looks for its element.</summary>
    private const int Reach = 12;

    /// <summary>Elements without content, and those that their like or their holder closes.</summary>
    private static readonly FrozenSet<string> NotNested = Names(
        "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr p li dt dd option optgroup rt rp rb rtc tr td th tbody thead tfoot colgroup caption html head body");

    private static readonly FrozenSet<string> RawText = Names("script style textarea title xmp iframe noembed noframes");

    /// <summary>End tags do not reach through these.</summary>
    private static readonly FrozenSet<string> Walls = Names("table object applet marquee template button svg math");

    /// <summary>Written “&lt;g/&gt;” these stay open all the same.</summary>
    private static readonly FrozenSet<string> NeverSelfClosed = Names(
        "a b big blockquote center code div dl em h1 h2 h3 h4 h5 h6 i listing menu nobr ol pre ruby s small span strong strike sub sup table tt u ul var font section article main aside header footer nav");

    public static bool IsTooDeep(string html)
    {
        var open = new List<string>();
        var foreign = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (html[at + 1] is '!' or '?')
            {
                at = AfterComment(html, at);
                continue;
            }

            var isEnd = html[at + 1] is '/';
            var from = isEnd ? at + 2 : at + 1;
            if (from >= html.Length || !char.IsAsciiLetter(html[from]))
            {
                at = from;
                continue;
            }

            var to = from;
            while (to < html.Length && html[to] is not ('>' or '/') && !char.IsWhiteSpace(html[to]))
            {
                to++;
            }

            var name = html[from..to].ToLowerInvariant();
            at = AfterTag(html, to);
            var isSelfClosed = at >= 2 && html[at - 2] is '/';
            if (NotNested.Contains(name))
            {
                continue;
            }

            if (isEnd)
            {
                foreign -= Close(open, name);
            }
            else if (!isSelfClosed || foreign == 0 || NeverSelfClosed.Contains(name))
            {
                if (foreign == 0 && RawText.Contains(name))
                {
                    at = AfterRawText(html, at, name);
                    continue;
                }

                open.Add(name);
                foreign += name is "svg" or "math" ? 1 : 0;
                if (open.Count > MostNested)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Closes the element and those in it; how many of them were drawings or formulas.</summary>
    private static int Close(List<string> open, string name)
    {
        for (var i = open.Count - 1; i >= 0 && i >= open.Count - Reach; i--)
        {
            if (open[i] == name)
            {
                var closed = open.Skip(i).Count(n => n is "svg" or "math");
                open.RemoveRange(i, open.Count - i);
                return closed;
            }

            if (Walls.Contains(open[i]))
            {
                return 0;
            }
        }

        return 0;
    }

    private static int AfterComment(string html, int at)
    {
        if (!html.AsSpan(at).StartsWith("<!--"))
        {
            return After(html, at + 2, ">");
        }

        for (var dashes = html.IndexOf("--", at + 2, StringComparison.Ordinal); dashes >= 0; dashes = html.IndexOf("--", dashes + 1, StringComparison.Ordinal))
        {
            var rest = html.AsSpan(dashes + 2);
            if (rest is ['>', ..] || (rest is ['!', '>', ..] && dashes >= at + 4))
            {
                return dashes + (rest[0] is '!' ? 4 : 3);
            }
        }

        return html.Length;
    }

    /// <summary>Behind the “&gt;” of a tag; not one in a quoted value.</summary>
    private static int AfterTag(string html, int at)
    {
        for (; at < html.Length; at++)
        {
            if (html[at] is '>')
            {
                return at + 1;
            }

            if (html[at] is '=')
            {
                var value = at + 1;
                while (value < html.Length && char.IsWhiteSpace(html[value]))
                {
                    value++;
                }

                if (value < html.Length && html[value] is '"' or '\'')
                {
                    var end = html.IndexOf(html[value], value + 1);
                    at = end < 0 ? html.Length : end;
                }
            }
        }

        return html.Length;
    }

    private static int AfterRawText(string html, int at, string name)
    {
        var end = html.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : AfterTag(html, end);
    }

    private static int After(string html, int from, string end)
    {
        var at = from < html.Length ? html.IndexOf(end, from, StringComparison.Ordinal) : -1;
        return at < 0 ? html.Length : at + end.Length;
    }

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
