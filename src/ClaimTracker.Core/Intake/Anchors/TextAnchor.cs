using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// A passage as a W3C text anchor: its words, what stands around them, and where, in code points of the normalised working text, logical
/// order, the end excluded. A quote from elsewhere has neither place nor context.
/// </summary>
public sealed record TextAnchor
{
    /// <summary>Words of the passage, at most <see cref="Appearance.QuoteMaxLength"/> UTF-16 units.</summary>
    public required string Exact { get; init; }

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    public int? Start { get; init; }

    public int? End { get; init; }

    /// <summary>Tells places apart for a quote that has no context; paragraphs count from 1.</summary>
    public int? ParagraphFrom { get; init; }

    public int? ParagraphTo { get; init; }

    /// <summary>The anchor that an appearance keeps; null when it has no quote.</summary>
    public static TextAnchor? Of(Appearance appearance) => string.IsNullOrEmpty(appearance.Quote) ? null : new TextAnchor
    {
        Exact = appearance.Quote,
        Prefix = appearance.Prefix ?? "",
        Suffix = appearance.Suffix ?? "",
        Start = appearance.Start,
        End = appearance.End,
        ParagraphFrom = appearance.ParagraphFrom,
        ParagraphTo = appearance.ParagraphTo,
    };

    /// <summary>
    /// The anchor of a range, widened to whole grapheme clusters and cut to the longest quote; null for a range that is empty, lies
    /// outside the text or whose first cluster is longer than a quote. For many ranges of one text: <see cref="AnchorFinder.AnchorOf"/>.
    /// </summary>
    public static TextAnchor? Of(string text, CodePointRange range) => Of(new CodePointText(text), range);

    internal static TextAnchor? Of(CodePointText text, CodePointRange range)
    {
        if (range.Start < 0 || range.End <= range.Start || range.End > text.Length)
        {
            return null;
        }

        var start = text.ClusterStart(text.IndexOf(range.Start));
        var end = text.ClusterEnd(text.IndexOf(range.End));
        if (end - start > Appearance.QuoteMaxLength)
        {
            end = text.ClusterStart(start + Appearance.QuoteMaxLength);
        }

        return end <= start ? null : At(text, start, end);
    }

    /// <summary>The anchor of whole clusters, in UTF-16 units.</summary>
    internal static TextAnchor At(CodePointText text, int start, int end)
    {
        var place = text.RangeOf(start, end);
        return new TextAnchor
        {
            Exact = text.Text[start..end],
            Prefix = text.Text[text.ClusterEnd(Math.Max(0, start - Appearance.ContextMaxLength))..start],
            Suffix = text.Text[end..text.ClusterStart(Math.Min(text.Text.Length, end + Appearance.ContextMaxLength))],
            Start = place.Start,
            End = place.End,
        };
    }
}
