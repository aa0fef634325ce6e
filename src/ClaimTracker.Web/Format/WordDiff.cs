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
        var parts = new List<DiffPart>();
        var (removed, added, at) = ("", "", 0);
        foreach (var block in diff.DiffBlocks)
        {
            var same = string.Concat(diff.PiecesNew[at..block.InsertStartB]);
            if (string.IsNullOrWhiteSpace(same) && (removed != "" || added != ""))
            {
                // A space between two changes belongs to both, so that a changed phrase reads as one.
                (removed, added) = (removed + same, added + same);
            }
            else
            {
                Add(parts, removed, added, same);
                (removed, added) = ("", "");
            }

            removed += string.Concat(diff.PiecesOld[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)]);
            added += string.Concat(diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, removed, added, string.Concat(diff.PiecesNew[at..]));
        return parts;
    }

    private static void Add(List<DiffPart> parts, string removed, string added, string same)
    {
        var more = new[] { new DiffPart(DiffKind.Removed, removed), new DiffPart(DiffKind.Added, added), new DiffPart(DiffKind.Same, same) };
        parts.AddRange(more.Where(p => p.Text != ""));
    }

    /// <summary>A word with its marks, a run of spaces, or one other sign.</summary>
    private static string[] Words(string text) => [.. Piece().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}
