using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Web.Pages.Desk.Intake;

/// <summary>A piece of a sentence as it is shown: plain, or quoted by a claim.</summary>
public sealed record ReadingPiece(string Text, SourceAnchor? Anchor);

/// <summary>A sentence of an article as it is shown, with what became of it. Places count code points of the working text.</summary>
public sealed record ReadingSentence(ReadSentence Read, string Key, bool IsSkipped, IReadOnlyList<SourceAnchor> Anchors)
{
    public string Id => $"s-{Read.Sentence.Paragraph}-{Read.Sentence.Number}";

    public CodePointRange Place => Read.Sentence.Place;

    public IReadOnlyList<CheckableReason> Reasons => Read.Reading.Mark is { IsMarked: true } mark ? mark.Reasons : [];

    public bool IsMarked => Read.Reading.Mark is { IsMarked: true };

    public bool IsLogged => Anchors.Count > 0;

    /// <summary>Marked, and nobody has decided on it.</summary>
    public bool IsOpen => IsMarked && !IsLogged && !IsSkipped;

    /// <summary>The sentence cut where quotes of claims begin and end; where quotes overlap the first is shown.</summary>
    public IEnumerable<ReadingPiece> Pieces()
    {
        var text = Read.Sentence.Text;
        var at = 0;
        foreach (var anchor in Anchors)
        {
            if (anchor.Place.Range is not { } range)
            {
                continue;
            }

            var piece = Read.Sentence.PieceOf(range);
            var (from, to) = (Math.Max(at, piece.Start), piece.Start + piece.Length);
            if (to <= from)
            {
                continue;
            }

            if (from > at)
            {
                yield return new ReadingPiece(text[at..from], null);
            }

            yield return new ReadingPiece(text[from..to], anchor);
            at = to;
        }

        if (at < text.Length)
        {
            yield return new ReadingPiece(text[at..], null);
        }
    }
}

/// <summary>A paragraph as it is shown.</summary>
public sealed record ReadingParagraph(ReadParagraph Read, IReadOnlyList<ReadingSentence> Sentences)
{
    public int Number => Read.Paragraph.Number;
}

/// <summary>An article as it is worked through: its text, what the rules mark in it, what was logged and what skipped.</summary>
public sealed class ReadingView
{
    private ReadingView(IReadOnlyList<ReadingParagraph> paragraphs, IReadOnlyList<SourceAnchor> unplaced)
    {
        Paragraphs = paragraphs;
        Unplaced = unplaced;
        Marked = [.. paragraphs.SelectMany(p => p.Sentences).Where(s => s.IsMarked)];
    }

    public IReadOnlyList<ReadingParagraph> Paragraphs { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<ReadingSentence> Marked { get; }

    /// <summary>Quotes of claims that are not found in this text, or not for sure.</summary>
    public IReadOnlyList<SourceAnchor> Unplaced { get; }

    public int Done => Marked.Count(s => !s.IsOpen);

    /// <summary>The open ones, the surest and weightiest first.</summary>
    public IEnumerable<ReadingSentence> Next => Marked.Where(s => s.IsOpen).OrderByDescending(s => s.Read.Reading.Mark?.Order);

    public static ReadingView Of(ArticleReading reading, IReadOnlyList<SourceAnchor> anchors, IReadOnlySet<string> skipped) => new(
        [
            .. reading.Paragraphs.Select(p => new ReadingParagraph(p, [.. p.Sentences.Select(s => SentenceOf(s, anchors, skipped))])),
        ],
        [.. anchors.Where(a => !a.Place.IsSure)]);

    private static ReadingSentence SentenceOf(ReadSentence sentence, IReadOnlyList<SourceAnchor> anchors, IReadOnlySet<string> skipped)
    {
        var key = IntakeService.KeyOf(sentence.Sentence.Text);
        var place = sentence.Sentence.Place;
        return new ReadingSentence(sentence, key, skipped.Contains(key), [.. anchors.Where(a => a.Place.Range is { } r && r.Start < place.End && place.Start < r.End)]);
    }
}
