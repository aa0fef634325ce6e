using System.Runtime.InteropServices;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>A piece of the normalised text of an article, in Unicode code points, the end excluded.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CodePointRange(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>A paragraph: its number among those that hold text, from 1, and where it stands.</summary>
public sealed record ArticleParagraph(int Number, string Text, CodePointRange Place)
{
    /// <summary>Where a piece of the paragraph, in UTF-16 units, stands in the article.</summary>
    public CodePointRange PlaceOf(TextRange range) => CodePoints.PlaceOf(Text, Place.Start, range);
}

/// <summary>A sentence of an article: its paragraph, its number within it, from 1, and where it stands.</summary>
public sealed record ArticleSentence(int Paragraph, int Number, string Text, CodePointRange Place)
{
    /// <summary>Where a piece of the sentence, in UTF-16 units, stands in the article.</summary>
    public CodePointRange PlaceOf(TextRange range) => CodePoints.PlaceOf(Text, Place.Start, range);

    /// <summary>The part of the sentence, in UTF-16 units, that a piece of the article covers; empty when it covers none.</summary>
    public TextRange PieceOf(CodePointRange piece)
    {
        var from = CodePoints.IndexOf(Text, piece.Start - Place.Start);
        return new TextRange(from, CodePoints.IndexOf(Text, piece.End - Place.Start) - from);
    }
}
