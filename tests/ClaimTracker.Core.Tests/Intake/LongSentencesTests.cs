using System.Diagnostics;
using ClaimTracker.Core.Intake;
using ClaimTracker.TestKit.Intake;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>Texts that no full stop parts: read in pieces, with every place right, in a time that grows with the text alone.</summary>
public sealed class LongSentencesTests
{
    private const int Length = 100_000;

    private static readonly DateOnly Day = new(2024, 6, 18);

    [Theory]
    [InlineData("خمسة/و", 50)]
    [InlineData("5/", 50)]
    [InlineData("5 and ", 50)]
    [InlineData("5-", 50)]
    public void Read_ChainOfNumbers_TakesNoTime(string piece, int times)
    {
        var text = "المادة " + string.Concat(Enumerable.Repeat(piece, times)) + "5";
        var watch = Stopwatch.StartNew();

        Assert.Single(ArticleReading.Read(text, Day, LabelledReading.Units).Paragraphs);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("40 dead, said – officials")]
    [InlineData("12 killed, – said police")]
    [InlineData("“We lost all”, quoted to reporters as saying the mayor.")]
    public void Read_VerbBeforeWhatShouldComeFirst_ReadsTheSentence(string text) =>
        Assert.Equal(text, Assert.Single(Assert.Single(ArticleReading.Read(text, Day, LabelledReading.Units).Paragraphs).Sentences).Sentence.Text);

    /// <summary>The limit is for slow machines; what was read as one sentence took from many seconds to hours as it grew.</summary>
    [Theory]
    [InlineData("said that 6,700 and ", "")]
    [InlineData("1 ", "")]
    [InlineData("1", "")]
    [InlineData("1,", "")]
    [InlineData("a", "")]
    [InlineData("ا", "")]
    [InlineData("a.", "b")]
    [InlineData(".", "a")]
    [InlineData("? ", "a")]
    [InlineData("\"", "a")]
    [InlineData("A1. ", "")]
    [InlineData("a\u0301", "")]
    [InlineData("\u0301", "")]
    [InlineData("قال إن 5 في المئة و", "")]
    [InlineData("from 1 to ", "")]
    public void Read_LongTextInOneParagraph_TakesTimeThatGrowsWithItAlone(string piece, string end)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + end;
        var watch = Stopwatch.StartNew();

        var reading = ArticleReading.Read(text, Day, LabelledReading.Units);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
        Assert.All(Assert.Single(reading.Paragraphs).Sentences, s => Assert.InRange(s.Sentence.Text.Length, 1, Sentences.MaxLength));
    }

    /// <summary>A page of intake in sentences that are nearly tables.</summary>
    [Theory]
    [InlineData("The ministry said that ", " tonnes and ")]
    [InlineData("وقالت الوزارة إن ", " طنا و")]
    public void Read_ManySentencesOfManyNumbers_TakesLittleTime(string head, string between)
    {
        var numbers = string.Join(between, Enumerable.Range(101, 50));
        var text = string.Join(' ', Enumerable.Repeat($"{head}{numbers}.", 200));
        var watch = Stopwatch.StartNew();

        var reading = ArticleReading.Read(text, Day, LabelledReading.Units);

        Assert.Equal(200, reading.Paragraphs.Sum(p => p.Sentences.Count));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    /// <summary>A pattern of dates that repeats without bound would need a timeout, which a busy machine runs into.</summary>
    [Fact]
    public void DatePatterns_Repeat_NothingWithoutBound()
    {
        using var stream = typeof(ArticleReading).Assembly.GetManifestResourceStream("intake/date-patterns.txt");
        using var reader = new StreamReader(Assert.IsAssignableFrom<Stream>(stream));

        Assert.All(reader.ReadToEnd().Split('\n').Where(l => !l.StartsWith('#')), l => Assert.Equal(-1, l.IndexOfAny(['*', '+'])));
    }

    [Fact]
    public void Read_LineThatIsNoReadingTime_IsLookedAtQuickly()
    {
        var watch = Stopwatch.StartNew();

        Assert.NotNull(ArticleReading.Read("read" + new string(' ', Length) + "x", Day, LabelledReading.Units));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("The ship 🚢 carried 6,700 containers and ")]
    [InlineData("السفينة حملت 6700 حاوية و")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("E\u0301")]
    [InlineData("7")]
    [InlineData("X\u3000\u00A0 ")]
    public void Of_LongSentence_IsCutWithNothingLostAndPlacesRight(string piece)
    {
        var text = "A first one. " + string.Concat(Enumerable.Repeat(piece, 7_000 / piece.Length)) + ". A last one.";
        var runes = text.EnumerateRunes().ToList();

        var sentences = Sentences.Of(Assert.Single(Paragraphs.Of(text)));

        Assert.InRange(sentences.Count, 7, 11);
        Assert.Equal("A first one.", sentences[0].Text);
        Assert.Equal("A last one.", sentences[^1].Text);
        Assert.Equal(Enumerable.Range(1, sentences.Count), sentences.Select(s => s.Number));
        Assert.Equal(Visible(text), string.Concat(sentences.Select(s => Visible(s.Text))));
        Assert.All(sentences, s => Assert.Equal(s.Text, string.Concat(runes.GetRange(s.Place.Start, s.Place.Length))));
        Assert.All(sentences, s => Assert.NotNull(TextAnchor.Of(text, s.Place)));
    }

    [Fact]
    public void Of_LongSentenceOfWords_IsCutBetweenThem()
    {
        var text = string.Concat(Enumerable.Repeat("containers ", 1_000));

        Assert.All(Sentences.Of(Assert.Single(Paragraphs.Of(text))), s => Assert.All(s.Text.Split(' '), w => Assert.Equal("containers", w)));
    }

    [Fact]
    public void Of_LongestSentence_IsOne()
    {
        var text = new string('a', Sentences.MaxLength - 1) + ".";

        Assert.Single(Sentences.Of(Assert.Single(Paragraphs.Of(text))));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(0, int.MaxValue)]
    [InlineData(5, 5)]
    [InlineData(-1, 5)]
    [InlineData(5, int.MinValue)]
    public void Read_PassageThatIsNoRange_IsNone(int from, int to) =>
        Assert.Null(Passage.Read("One sentence stands here.", new CodePointRange(from, to), Day, LabelledReading.Units));

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
