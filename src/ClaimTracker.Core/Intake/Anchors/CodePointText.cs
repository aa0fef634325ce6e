using System.Collections;
using System.Globalization;

namespace ClaimTracker.Core.Intake;

/// <summary>A text with the ways between UTF-16 units, code points and grapheme clusters, made once for many questions. A lone surrogate is one code point.</summary>
internal sealed class CodePointText
{
    private const int Step = 256;

    /// <summary>Where every 256th code point begins; null when every unit is a code point.</summary>
    private readonly List<int>? marks;

    /// <summary>At each unit, and at the end: whether a grapheme cluster begins there.</summary>
    private readonly BitArray clusters;

    public CodePointText(string text)
    {
        Text = text;
        clusters = Clusters(text);
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            Length = text.Length;
            return;
        }

        marks = [];
        for (var at = 0; at < text.Length; at += UnitsAt(at))
        {
            if (Length++ % Step == 0)
            {
                marks.Add(at);
            }
        }
    }

    public string Text { get; }

    /// <summary>In code points.</summary>
    public int Length { get; }

    /// <summary>The unit where a code point of the text begins.</summary>
    public int IndexOf(int codePoint)
    {
        if (marks is null || codePoint >= Length)
        {
            return codePoint >= Length ? Text.Length : codePoint;
        }

        var at = marks[codePoint / Step];
        for (var left = codePoint % Step; left > 0; left--)
        {
            at += UnitsAt(at);
        }

        return at;
    }

    public CodePointRange RangeOf(int start, int end) => new(CodePointAt(start), CodePointAt(end));

    public bool BeginsCluster(int index) => clusters[index];

    /// <summary>The unit itself, or where the cluster it lies in begins.</summary>
    public int ClusterStart(int index)
    {
        while (!clusters[index])
        {
            index--;
        }

        return index;
    }

    /// <summary>The unit itself where a cluster begins, or where the cluster it lies in ends.</summary>
    public int ClusterEnd(int index)
    {
        while (!clusters[index])
        {
            index++;
        }

        return index;
    }

    private int CodePointAt(int index)
    {
        if (marks is null)
        {
            return index;
        }

        var found = marks.BinarySearch(index);
        var block = found >= 0 ? found : ~found - 1;
        return block < 0 ? 0 : (block * Step) + CodePoints.Count(Text.AsSpan(marks[block], index - marks[block]));
    }

    private int UnitsAt(int index) => char.IsHighSurrogate(Text[index]) && index + 1 < Text.Length && char.IsLowSurrogate(Text[index + 1]) ? 2 : 1;

    private static BitArray Clusters(string text)
    {
        var starts = new BitArray(text.Length + 1);
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
        {
            starts[at] = true;
        }

        starts[text.Length] = true;
        return starts;
    }
}
