using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.TestKit.Intake;

/// <summary>How many of how many, with what was missed for those who tune on it.</summary>
public sealed record Measured(int Right, int All, IReadOnlyList<string> Missed)
{
    public double Share => All == 0 ? 1 : (double)Right / All;

    public override string ToString() => FormattableString.Invariant($"{Right}/{All} = {Share:P1}");
}

/// <summary>Of what is labelled, what is read right; and of what is read, what is right.</summary>
public sealed record Found(Measured Recall, Measured Precision)
{
    public override string ToString() => $"recall {Recall}, precision {Precision}";
}

/// <summary>Compares what is read with what is labelled.</summary>
public static class ReadingMeasures
{
    public static Measured Figures(IEnumerable<LabelledPhrase> phrases) => Count(phrases, p =>
    {
        var read = FigureReader.Read(p.Text, LabelledReading.Units);
        return (p.Figure is null ? read.Count == 0 : read.Count == 1 && IsSame(read[0], p.Figure), $"{p.Row} {p.Text} | {p.Figure} | {string.Join(" ; ", read)}");
    });

    public static Measured Dates(IEnumerable<LabelledDatePhrase> phrases) => Count(phrases, p =>
    {
        var read = DateResolver.Read(p.Text, p.Article);
        return (p.Date.Precision is "none" ? read.Count == 0 : read.Count == 1 && IsSame(read[0].Date, p.Date), $"{p.Row} {p.Article:O} {p.Text} | {p.Date} | {string.Join(" ; ", read)}");
    });

    public static Found ArticleFigures(IEnumerable<LabelledArticle> articles) => Pairs(Labelled(articles), s => s.Label.Figures, s => s.Read.Figures, IsSame);

    public static Found ArticleDates(IEnumerable<LabelledArticle> articles) => Pairs(Labelled(articles), s => s.Label.Dates, s => s.Read.Dates, (r, l) => IsSame(r.Date, l));

    public static Found Speakers(IEnumerable<LabelledArticle> articles) => Pairs<LabelledSentence, string>(
        Labelled(articles), s => s.Label.Speaker is null ? [] : [s.Label], s => s.Read.Attribution?.Speaker is { } speaker ? [speaker.Name] : [],
        (name, l) => name.Contains(l.SpeakerName ?? l.Speaker ?? "", StringComparison.Ordinal) || (l.Speaker ?? "").Contains(name, StringComparison.Ordinal));

    /// <summary>Of the sentences labelled checkable, those that are marked.</summary>
    public static Measured Recall(IEnumerable<LabelledArticle> articles) => Count(Read(articles).SelectMany(r => r.Sentences).Where(s => s.Label.IsCheckable), s => (s.Read.Mark is { IsMarked: true }, $"{s.Read.Mark?.Score:0.0} {s.Label.Text}"));

    /// <summary>Of the sentences marked, those that are labelled checkable.</summary>
    public static Measured Precision(IEnumerable<LabelledArticle> articles) => Count(Read(articles).SelectMany(r => r.Sentences).Where(s => s.Read.Mark is { IsMarked: true }), s => (s.Label.IsCheckable, $"{s.Read.Mark?.Score:0.0} {s.Label.Text}"));

    public static Measured Furniture(IEnumerable<LabelledArticle> articles) => Count(Read(articles).SelectMany(r => r.Paragraphs), p => (p.Label.IsFurniture == p.IsFurniture, $"{p.Label.IsFurniture} {p.Label.Sentences[0].Text}"));

    /// <summary>Paragraphs that are taken apart into the labelled sentences.</summary>
    public static Measured Sentences(IEnumerable<LabelledArticle> articles) => Count(Read(articles).SelectMany(r => r.Paragraphs), p =>
        (p.Texts.SequenceEqual(p.Label.Sentences.Select(s => s.Text)), string.Join(" || ", p.Texts)));

    private static bool IsSame(ReadFigure read, LabelledFigure label) =>
        IsNear(read.Value, label.Value) && IsNear(read.Min, label.Min) && IsNear(read.Max, label.Max) && read.Modifier == label.Modifier
        && (read.Unit == label.Unit || (label.UnitLemma.Length > 0 && read.Unit == label.UnitLemma));

    private static bool IsNear(decimal? read, decimal? label) => read is null == label is null && Math.Abs((read ?? 0) - (label ?? 0)) <= 0.001m;

    private static bool IsSame(FuzzyDate read, LabelledDate label) =>
        read.From == label.From && read.To == label.To && read.Precision.ToString().Equals(label.Precision, StringComparison.OrdinalIgnoreCase);

    private static Measured Count<T>(IEnumerable<T> items, Func<T, (bool IsRight, string Missed)> judge)
    {
        var judged = items.Select(judge).ToList();
        return new Measured(judged.Count(j => j.IsRight), judged.Count, [.. judged.Where(j => !j.IsRight).Select(j => j.Missed)]);
    }

    /// <summary>Of the labels those that are read, and of what is read what a label has: each reading answers one label.</summary>
    private static Found Pairs<TLabel, TRead>(IEnumerable<SentencePair> sentences, Func<SentencePair, IEnumerable<TLabel>> labels, Func<SentencePair, IEnumerable<TRead>> reads, Func<TRead, TLabel, bool> isSame)
    {
        var (right, labelled, readings) = (0, 0, 0);
        var (missed, surplus) = (new List<string>(), new List<string>());
        foreach (var sentence in sentences)
        {
            var rest = reads(sentence).ToList();
            readings += rest.Count;
            foreach (var label in labels(sentence))
            {
                labelled++;
                if (rest.FindIndex(r => isSame(r, label)) is var found and >= 0)
                {
                    right++;
                    rest.RemoveAt(found);
                }
                else
                {
                    missed.Add($"{sentence.Label.Text} | missed {label}");
                }
            }

            surplus.AddRange(rest.Select(r => $"{sentence.Label.Text} | surplus {r}"));
        }

        return new Found(new Measured(right, labelled, missed), new Measured(right, readings, surplus));
    }

    /// <summary>The sentences of the text: nobody labelled figures, dates and speakers in what surrounds it.</summary>
    private static IEnumerable<SentencePair> Labelled(IEnumerable<LabelledArticle> articles) => Read(articles).SelectMany(r => r.Sentences).Where(s => !s.IsFurniture);

    private static IEnumerable<(List<SentencePair> Sentences, List<ParagraphPair> Paragraphs)> Read(IEnumerable<LabelledArticle> articles)
    {
        foreach (var article in articles)
        {
            var read = ArticleReading.Read(article.Text, article.PublishedOn, LabelledReading.Units);
            var paragraphs = article.Paragraphs.Zip(read.Paragraphs, (l, r) => new ParagraphPair(l, r.Kind is not ParagraphKind.Text, [.. r.Sentences.Select(s => s.Sentence.Text)])).ToList();
            var sentences = article.Paragraphs.SelectMany(p => p.Sentences.Select(s =>
                new SentencePair(s, p.IsFurniture, ArticleReading.ReadSentence(s.Text, article.PublishedOn, LabelledReading.Units, read.Paragraphs[article.Paragraphs.ToList().IndexOf(p)].Kind)))).ToList();
            yield return (sentences, paragraphs);
        }
    }

    private sealed record SentencePair(LabelledSentence Label, bool IsFurniture, SentenceReading Read);

    private sealed record ParagraphPair(LabelledParagraph Label, bool IsFurniture, List<string> Texts);
}
