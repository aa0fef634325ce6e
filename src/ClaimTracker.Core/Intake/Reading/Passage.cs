using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>A passage of an article chosen for a claim: its words as an anchor, and what is read from them.</summary>
/// <param name="Anchor">Words, context and place; cut to the longest quote.</param>
/// <param name="Paragraphs">The paragraphs it touches.</param>
/// <param name="Reading">What the passage says; who speaks is taken from the whole sentence when the passage does not name them.</param>
/// <param name="Kind">What the paragraph is that it begins in.</param>
public sealed record Passage(TextAnchor Anchor, (int From, int To) Paragraphs, SentenceReading Reading, ParagraphKind Kind)
{
    /// <summary>Null when the range holds no words of the text.</summary>
    public static Passage? Read(string text, CodePointRange range, DateOnly article, KnownUnits units)
    {
        var finder = new AnchorFinder(text);
        if (finder.AnchorOf(range) is not { } anchor || finder.ParagraphsOf(range) is not { } paragraphs || string.IsNullOrWhiteSpace(anchor.Exact))
        {
            return null;
        }

        var all = Intake.Paragraphs.Of(text);
        var first = all[paragraphs.From - 1];
        var kind = PageFurniture.KindOf(first.Text);
        var reading = ArticleReading.ReadSentence(anchor.Exact, article, units, kind is ParagraphKind.Heading ? kind : ParagraphKind.Text);
        if (reading.Attribution?.Speaker is null)
        {
            var whole = all.Skip(paragraphs.From - 1).Take(paragraphs.To - paragraphs.From + 1).SelectMany(Sentences.Of)
                .Where(s => s.Place.Start < range.End && range.Start < s.Place.End).Select(s => AttributionReader.Read(s.Text)).FirstOrDefault(a => a?.Speaker is not null);
            reading = reading with { Attribution = whole ?? reading.Attribution };
        }

        return new Passage(anchor, paragraphs, reading, kind);
    }
}
