using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Prices rose 3.5 percent. Wages did not.", "Prices rose 3.5 percent.|Wages did not.")]
    [InlineData("Mr. Vel met Dr. Okafor at 5 p.m. on Sept. 13. They spoke.", "Mr. Vel met Dr. Okafor at 5 p.m. on Sept. 13.|They spoke.")]
    [InlineData("J. R. Palme left. \"It is over.\" He meant it.", "J. R. Palme left.|\"It is over.\"|He meant it.")]
    [InlineData("\"Is it over?\" he asked. Nobody knew.", "\"Is it over?\" he asked.|Nobody knew.")]
    [InlineData("هل انتهى الأمر؟ قال الوزير: «انتهى.» ثم غادر.", "هل انتهى الأمر؟|قال الوزير: «انتهى.»|ثم غادر.")]
    [InlineData("بلغ السعر 4.5 دولار؛ ثم هبط. لم يعلق أحد", "بلغ السعر 4.5 دولار؛ ثم هبط.|لم يعلق أحد")]
    [InlineData("أعلن د. سالم النتائج.. ثم صمت.", "أعلن د. سالم النتائج.. ثم صمت.")]
    public void Of_Paragraph_EndsSentencesWhereTheyEnd(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(Assert.Single(Paragraphs.Of(text))).Select(s => s.Text)));

    /// <summary>The rules look at each word of a sentence from others: their work is bounded by the words of one piece.</summary>
    [Theory]
    [InlineData("1 ")]
    [InlineData("و 5 ")]
    [InlineData("from 1 to  ")]
    public void Of_ManyShortWords_IsCutAfterSoMany(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 3_000));

        var counts = Sentences.Of(Assert.Single(Paragraphs.Of(text))).Select(s => s.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).ToList();

        Assert.All(counts, c => Assert.InRange(c, 1, Sentences.MostWords));
        Assert.Equal(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, counts.Sum());
    }

    [Fact]
    public void Of_TextBeyondTheBasicPlane_GivesPlacesInCodePoints()
    {
        const string text = "🚢 First 𝒂.\n\n  One 🚀 here. Two there.";

        var paragraphs = Paragraphs.Of(text);
        var runes = text.EnumerateRunes().ToList();

        Assert.Equal([1, 2], paragraphs.Select(p => p.Number));
        foreach (var sentence in paragraphs.SelectMany(Sentences.Of))
        {
            Assert.Equal(sentence.Text, string.Concat(runes.GetRange(sentence.Place.Start, sentence.Place.Length)));
        }
    }
}
