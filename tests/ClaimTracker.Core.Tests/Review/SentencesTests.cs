using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review;

public sealed class SentencesTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(" ", 0)]
    [InlineData("...", 0)]
    [InlineData("No such order is known", 1)]
    [InlineData("No such order is known.", 1)]
    [InlineData("No such order is known. The ministry denied it.", 2)]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("Really?! Yes.", 2)]
    [InlineData("He said “never.” The ministry agreed.", 2)]
    [InlineData("Prices rose 6.5 percent. That is a record.", 2)]
    [InlineData("U.S. officials counted 6,700 containers.", 1)]
    [InlineData("J. Smith met Gen. Lee and Dr. Shin.", 1)]
    [InlineData("See No. 5 of Jan. 12.", 1)]
    [InlineData("Was it him? No. He was abroad.", 3)]
    [InlineData("Shells, rockets, etc. were found. None was new.", 2)]
    [InlineData("It was I. Nobody else came.", 2)]
    [InlineData("They waited… and left. Nobody came.", 2)]
    [InlineData("They waited... Nobody came.", 2)]
    [InlineData("Data stand at example.org/a?b=c and nowhere else.", 1)]
    [InlineData("It was false.Nobody said it.", 2)]
    [InlineData("A first line\nA second line", 2)]
    [InlineData("At 5 p.m. the count ended.", 1)]
    [InlineData("**It is false.** Nobody said it.", 2)]
    [InlineData("لم يصدر هذا الأمر", 1)]
    [InlineData("لم يصدر هذا الأمر. ونفته الوزارة.", 2)]
    [InlineData("هل صدر الأمر؟ لا. لم يصدر.", 3)]
    [InlineData("ارتفعت الأسعار 6.5 في المئة، وهو رقم قياسي.", 1)]
    [InlineData("قال د. محمد إن الأمر لم يصدر.", 1)]
    [InlineData("قال د.محمد إن الأمر لم يصدر.", 1)]
    [InlineData("لم يصدر الأمر.ونفته الوزارة.", 2)]
    [InlineData("قال: «لن نوقّع.» ثم غادر.", 2)]
    [InlineData("نفت موسكو؛ وأكدت سيول.", 1)]
    [InlineData("انتظروا… ثم غادروا!", 2)]
    public void Count_Text_CountsSentences(string? text, int sentences) => Assert.Equal(sentences, Sentences.Count(text));
}
