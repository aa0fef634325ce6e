using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;

namespace ClaimTracker.Web.Format;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words that two versions share, or that only one of them has.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What changed between two versions of a text, word by word, in any script. <c>_Diff</c> shows it.</summary>
public static partial class WordDiff
{
    public static IReadOnlyList<DiffPart> Of(string? before, string? after)
    {
        var diff = new Differ().CreateCustomDiffs(before ?? "", after ?? "", ignoreWhiteSpace: false, ignoreCase: false, Words);
        var parts = new List<(DiffKind Kind, StringBuilder Text)>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, DiffKind.Same, diff.PiecesNew.Skip(at).Take(block.InsertStartB - at));
            Add(parts, DiffKind.Removed, diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(parts, DiffKind.Added, diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, DiffKind.Same, diff.PiecesNew.Skip(at));
        return parts.ConvertAll(p => new DiffPart(p.Kind, p.Text.ToString()));
    }

    private static void Add(List<(DiffKind Kind, StringBuilder Text)> parts, DiffKind kind, IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        if (text == "")
        {
            return;
        }

        if (parts.Count == 0 || parts[^1].Kind != kind)
        {
            parts.Add((kind, new StringBuilder()));
        }

        parts[^1].Text.Append(text);
    }

    /// <summary>A word with its marks, a run of spaces, or one other sign.</summary>
    private static string[] Words(string text) => [.. Piece().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}
