using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Tests.Format;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("one two three", "one four three", "one [-two-]{+four+} three")]
    [InlineData("an official of the ministry said", "a ministry official said", "[-an-]{+a ministry+} official[- of the ministry-] said")]
    [InlineData("تورد وكالة الأنباء", "نقلت وكالة الأنباء", "[-تورد-]{+نقلت+} وكالة الأنباء")]
    [InlineData("", "new", "{+new+}")]
    [InlineData("old", "", "[-old-]")]
    [InlineData("same", "same", "same")]
    public void Of_MarksChangedPhrases(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(WordDiff.Of(before, after).Select(Mark)));

    [Fact]
    public void Of_AnyTexts_KeepsBothWhole()
    {
        const string Before = "Reuters, KBS, Politico and others give the figure. An official could not confirm it.";
        const string After = "Reuters and KBS give one figure; officials could not confirm the numbers.";

        var parts = WordDiff.Of(Before, After);

        Assert.Equal(Before, string.Concat(parts.Where(p => p.Kind is not DiffKind.Added).Select(p => p.Text)));
        Assert.Equal(After, string.Concat(parts.Where(p => p.Kind is not DiffKind.Removed).Select(p => p.Text)));
    }

    private static string Mark(DiffPart part) => part.Kind switch
    {
        DiffKind.Removed => $"[-{part.Text}-]",
        DiffKind.Added => $"{{+{part.Text}+}}",
        _ => part.Text,
    };
}
