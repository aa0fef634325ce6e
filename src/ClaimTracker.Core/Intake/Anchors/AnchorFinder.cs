using System.Runtime.InteropServices;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Finds anchored passages in a working text that may have been corrected since: by their words, then by their words folded, then by
/// what stood around them and their place. Make one for many anchors of a text. Pure; safe to share once made only within a thread.
/// </summary>
public sealed class AnchorFinder(string text)
{
    /// <summary>Past so many places that fit nobody is told which.</summary>
    private const int MaxFits = 500;

    /// <summary>Past so many places where the letters stand, whether they fit or not.</summary>
    private const int MaxLooked = 20_000;

    /// <summary>UTF-16 units of context that one place must have over the next for it to be told clearly.</summary>
    private const int ClearLead = 12;

    /// <summary>Units of context that say something by themselves.</summary>
    private const int TellingContext = 8;

    /// <summary>Units of a quote that is the same passage in whatever company it stands; “five people” may be others.</summary>
    private const int TellingQuote = 16;

    /// <summary>Units of the nearer context that are looked for when the whole is not there.</summary>
    private const int NearContext = 24;

    private readonly CodePointText map = new(text);
    private FoldedWords? folded;
    private IReadOnlyList<ArticleParagraph>? paragraphs;

    private IReadOnlyList<ArticleParagraph> TextParagraphs => paragraphs ??= Paragraphs.Of(text);

    /// <summary>One anchor in one text.</summary>
    public static AnchorPlace Find(string text, TextAnchor anchor) => new AnchorFinder(text).Find(anchor);

    /// <inheritdoc cref="TextAnchor.Of(string, CodePointRange)"/>
    public TextAnchor? AnchorOf(CodePointRange range) => TextAnchor.Of(map, range);

    /// <summary>The paragraphs a range of the text touches, counted from 1; null when it touches none.</summary>
    public (int From, int To)? ParagraphsOf(CodePointRange range)
    {
        var touched = TextParagraphs.Where(p => p.Place.Start < range.End && range.Start < p.Place.End).Select(p => p.Number).ToList();
        return touched.Count == 0 ? null : (touched[0], touched[^1]);
    }

    public AnchorPlace Find(TextAnchor anchor)
    {
        if (anchor.Exact.Length == 0)
        {
            return AnchorPlace.Lost;
        }

        if (PlaceAt(anchor) is { } here && IsWholeContext(anchor, here))
        {
            return Found(AnchorState.InPlace, here, 1);
        }

        return Exactly(anchor) is { } exact ? exact
            : Otherwise(anchor) is { } otherwise ? otherwise
            : BetweenContext(anchor) ?? AtPosition(anchor) ?? AnchorPlace.Lost;
    }

    private AnchorPlace? Exactly(TextAnchor anchor)
    {
        var fits = new List<Fit>();
        var looked = 0;
        for (var at = Next(anchor.Exact, 0); at >= 0; at = Next(anchor.Exact, at + 1))
        {
            if (++looked > MaxLooked || fits.Count == MaxFits)
            {
                return AnchorPlace.Ambiguous(Math.Max(fits.Count, 2));
            }

            if (IsWhole(anchor, at, at + anchor.Exact.Length))
            {
                fits.Add(FitAt(anchor, at, at + anchor.Exact.Length));
            }
        }

        var here = PlaceAt(anchor)?.Start;
        return Choose(anchor, fits, best => best.Start == here ? AnchorState.InPlace : AnchorState.Moved);
    }

    private AnchorPlace? Otherwise(TextAnchor anchor)
    {
        folded ??= new FoldedWords(text);
        var fits = folded.Find(anchor.Exact, MaxFits).Select(f => FitAt(anchor, map.ClusterStart(f.Start), map.ClusterEnd(f.End))).ToList();
        return Choose(anchor, fits, _ => AnchorState.WrittenOtherwise);
    }

    private AnchorPlace? Choose(TextAnchor anchor, List<Fit> fits, Func<Fit, AnchorState> stateOf)
    {
        if (fits.Count == 0)
        {
            return null;
        }

        if (fits.Count == 1)
        {
            // The same words in strange company, while other words stand where they stood: those were changed.
            var isStrange = anchor.Prefix.Length + anchor.Suffix.Length >= TellingContext && fits[0].Agreement < TellingContext;
            return !isStrange ? Found(stateOf(fits[0]), fits[0], 1)
                : BetweenContext(anchor) is { State: AnchorState.WordsChanged } changed ? changed
                : anchor.Exact.Length < TellingQuote ? AnchorPlace.Ambiguous(1)
                : Found(stateOf(fits[0]), fits[0], 1);
        }

        fits.Sort((a, b) => b.Agreement.CompareTo(a.Agreement));
        var (best, second) = (fits[0], fits[1]);
        var lead = best.Agreement - second.Agreement;
        var isClear = lead >= ClearLead
            || (lead > 0 && (IsWholeContext(anchor, best) || (anchor.Start is { } start && map.RangeOf(best.Start, best.End).Start == start)));
        return isClear ? Found(stateOf(best), best, fits.Count)
            : best.Agreement == 0 && OnlyOneInParagraphs(anchor, fits) is { } only ? Found(stateOf(only), only, fits.Count)
            : AnchorPlace.Ambiguous(fits.Count(f => f.Agreement + ClearLead > best.Agreement));
    }

    /// <summary>For a quote without context.</summary>
    private Fit? OnlyOneInParagraphs(TextAnchor anchor, List<Fit> fits)
    {
        if (anchor.Prefix.Length + anchor.Suffix.Length > 0 || anchor.ParagraphFrom is not { } from)
        {
            return null;
        }

        var to = anchor.ParagraphTo ?? from;
        var inside = fits.Where(f => ParagraphsOf(map.RangeOf(f.Start, f.End)) is { } p && p.From >= from && p.To <= to).Take(2).ToList();
        return inside is [var only] ? only : null;
    }

    /// <summary>What stands between the words that stood around the passage; null when they do not stand together any more, or with nothing between them.</summary>
    private AnchorPlace? BetweenContext(TextAnchor anchor) =>
        Between(anchor, anchor.Prefix, anchor.Suffix)
        ?? (anchor.Prefix.Length > NearContext || anchor.Suffix.Length > NearContext
            ? Between(anchor, anchor.Prefix[^Math.Min(NearContext, anchor.Prefix.Length)..], anchor.Suffix[..Math.Min(NearContext, anchor.Suffix.Length)])
            : null);

    private AnchorPlace? Between(TextAnchor anchor, string prefix, string suffix)
    {
        // Without a prefix it stood where the text begins; with a place and without a suffix, where it ends.
        if (prefix.Length + suffix.Length < TellingContext || (prefix.Length == 0 && anchor.Start is not 0) || (suffix.Length == 0 && anchor.Start is null))
        {
            return null;
        }

        var longest = (2 * anchor.Exact.Length) + 200;
        var found = new List<Fit>();
        var looked = 0;
        for (var left = LeftEdge(prefix, 0); left >= 0 && looked < MaxFits; looked++)
        {
            var right = suffix.Length == 0 ? text.Length : Next(suffix, left, longest + suffix.Length);
            var nextLeft = prefix.Length == 0 ? -1 : LeftEdge(prefix, left - prefix.Length + 1);
            var isNearest = nextLeft < 0 || nextLeft > right;
            if (right > left && right - left <= longest && isNearest && map.BeginsCluster(left) && map.BeginsCluster(right)
                && !text.AsSpan(left, right - left).IsWhiteSpace())
            {
                found.Add(new Fit(left, right, prefix.Length, suffix.Length));
            }

            left = nextLeft;
        }

        return found.Count switch
        {
            0 => null,
            1 => Found(AnchorState.WordsChanged, found[0], 1),
            _ => AnchorPlace.Ambiguous(found.Count),
        };
    }

    private AnchorPlace? AtPosition(TextAnchor anchor)
    {
        if (anchor.Start is not { } from || anchor.End is not { } to || from < 0 || to <= from || from >= map.Length)
        {
            return null;
        }

        var (start, end) = (map.ClusterStart(map.IndexOf(from)), map.ClusterEnd(map.IndexOf(to)));
        var fit = FitAt(anchor, start, end);
        var agrees = (anchor.Prefix.Length > 0 && fit.Before >= Math.Min(TellingContext, anchor.Prefix.Length))
            || (anchor.Suffix.Length > 0 && fit.After >= Math.Min(TellingContext, anchor.Suffix.Length));
        return agrees && !IsTakenOut(anchor, start) && !text.AsSpan(start, end - start).IsWhiteSpace() ? Found(AnchorState.WordsChanged, fit, 1) : null;
    }

    /// <summary>What followed the passage stands in its place.</summary>
    private bool IsTakenOut(TextAnchor anchor, int start)
    {
        var next = anchor.Suffix.AsSpan()[..Math.Min(NearContext, anchor.Suffix.Length)].Trim();
        return !next.IsEmpty && text.AsSpan(start).TrimStart().StartsWith(next);
    }

    /// <summary>The passage at its old place, when its words stand there.</summary>
    private Fit? PlaceAt(TextAnchor anchor)
    {
        if (anchor.Start is not { } codePoint || codePoint < 0 || codePoint >= map.Length)
        {
            return null;
        }

        var start = map.IndexOf(codePoint);
        var end = start + anchor.Exact.Length;
        return text.AsSpan(start).StartsWith(anchor.Exact) && IsWhole(anchor, start, end) ? FitAt(anchor, start, end) : null;
    }

    /// <summary>Whole grapheme clusters, and no word or number that has grown over the edges: “5” of “50” is not the 5 that stood there.</summary>
    private bool IsWhole(TextAnchor anchor, int start, int end)
    {
        if (!map.BeginsCluster(start) || !map.BeginsCluster(end))
        {
            return false;
        }

        var from = anchor.Prefix.Length == 0 ? 0 : Math.Max(0, start - anchor.Prefix.Length);
        var (grows, growsOn) = (WordEdges.RunOver(text.AsSpan(from, start - from), text.AsSpan(start)), WordEdges.RunOver(text.AsSpan(from, end - from), text.AsSpan(end)));
        return (!grows || WordEdges.RunOver(anchor.Prefix, anchor.Exact + anchor.Suffix)) && (!growsOn || WordEdges.RunOver(anchor.Prefix + anchor.Exact, anchor.Suffix));
    }

    private Fit FitAt(TextAnchor anchor, int start, int end)
    {
        var before = 0;
        while (before < anchor.Prefix.Length && before < start && text[start - 1 - before] == anchor.Prefix[^(before + 1)])
        {
            before++;
        }

        return new Fit(start, end, before, text.AsSpan(end).CommonPrefixLength(anchor.Suffix));
    }

    private AnchorPlace Found(AnchorState state, Fit fit, int fits) => new(state, map.RangeOf(fit.Start, fit.End), fits);

    private static bool IsWholeContext(TextAnchor anchor, Fit fit) => fit.Before == anchor.Prefix.Length && fit.After == anchor.Suffix.Length;

    /// <summary>Where the prefix ends next.</summary>
    private int LeftEdge(string prefix, int from) => prefix.Length == 0 ? 0 : Next(prefix, from) is var at and >= 0 ? at + prefix.Length : -1;

    private int Next(string words, int from, int within = int.MaxValue)
    {
        var piece = text.AsSpan(from);
        var at = piece[..Math.Min(piece.Length, within)].IndexOf(words);
        return at < 0 ? -1 : from + at;
    }

    /// <summary>A place in UTF-16 units, and how many units before and after it are as the anchor has them.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Fit(int Start, int End, int Before, int After)
    {
        public int Agreement => Before + After;
    }
}
