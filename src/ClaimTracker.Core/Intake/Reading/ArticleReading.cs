using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>What is read from one sentence; ranges in it count UTF-16 units of the sentence.</summary>
public sealed record SentenceReading(IReadOnlyList<ReadFigure> Figures, IReadOnlyList<ReadDate> Dates, ReadAttribution? Attribution, CheckableMark? Mark);

/// <summary>A sentence and what is read from it; no mark in page furniture.</summary>
public sealed record ReadSentence(ArticleSentence Sentence, SentenceReading Reading);

/// <summary>A paragraph, what it is, and its sentences.</summary>
public sealed record ReadParagraph(ArticleParagraph Paragraph, ParagraphKind Kind, IReadOnlyList<ReadSentence> Sentences)
{
    public bool IsFurniture => Kind is ParagraphKind.Furniture;
}

/// <summary>An article read through by the rules: hints for the person who works it through. Pure; the same text reads the same.</summary>
public sealed record ArticleReading(IReadOnlyList<ReadParagraph> Paragraphs)
{
    /// <summary>What holds more numbers than this is a table and no sentence: nothing is read from it, and it costs nobody's time.</summary>
    private const int MostNumbers = 60;

    /// <summary>The marked sentences, the surest and weightiest first.</summary>
    public IReadOnlyList<ReadSentence> Marked() =>
        [.. Paragraphs.SelectMany(p => p.Sentences).Where(s => s.Reading.Mark is { IsMarked: true }).OrderByDescending(s => s.Reading.Mark?.Order)];

    /// <summary>Reads normalised text. Relative dates count from the day of the article.</summary>
    public static ArticleReading Read(string text, DateOnly article, KnownUnits units) =>
        new([.. Intake.Paragraphs.Of(text).Select(p => ReadParagraph(p, article, units))]);

    public static SentenceReading ReadSentence(string sentence, DateOnly article, KnownUnits units, ParagraphKind kind = ParagraphKind.Text)
    {
        var words = new SentenceWords(sentence);
        if (words.Words.Count == 0 || kind is ParagraphKind.Furniture || words.Words.Count(w => w.Kind is WordKind.Number) > MostNumbers)
        {
            return new SentenceReading([], [], null, null);
        }

        var found = DateResolver.Read(words, article);
        IReadOnlyList<ReadDate> dates = [.. found.Select(d => new ReadDate(d.Date, d.Range))];
        var figures = FigureReader.Read(words, found.Select(d => (d.First, d.Last)), units);
        var attribution = AttributionReader.Read(words);
        return new SentenceReading(figures, dates, attribution, CheckableMarks.Of(words, figures, dates, attribution, kind is ParagraphKind.Heading));
    }

    private static ReadParagraph ReadParagraph(ArticleParagraph paragraph, DateOnly article, KnownUnits units)
    {
        var kind = PageFurniture.KindOf(paragraph.Text);
        return new ReadParagraph(paragraph, kind, [.. Sentences.Of(paragraph).Select(s => new ReadSentence(s, ReadSentence(s.Text, article, units, kind)))]);
    }
}
