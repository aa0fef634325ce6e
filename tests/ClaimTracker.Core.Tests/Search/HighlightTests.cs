using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class HighlightTests
{
    private const string Long =
        "On Monday the ministry said nothing at all about the matter, and reporters waited for hours in the rain outside the building. "
        + "Then the minister said that 6,700 containers had left the port of Rajin, and that each container held artillery shells. "
        + "Nobody could confirm this, and the spokesman of the other side denied it twice before the day was over.";

    [Theory]
    [InlineData("مُضَلِّلٌ جدًّا هذا", "مضلل", "[مُضَلِّلٌ] جدًّا هذا")]
    [InlineData("The containers left", "container", "The [containers] left")]
    [InlineData("أُرسلت ٣ ملايين قذيفة!", "3000000 قذائف", "أُرسلت [٣ ملايين قذيفة]!")]
    [InlineData("6,700 – containers", "6700 containers", "[6,700] – [containers]")]
    [InlineData("Kim  Jong\u00A0Un", "kim jong un", "[Kim  Jong\u00A0Un]")]
    [InlineData("one\ntwo words", "words one", "[one]\ntwo [words]")]
    [InlineData("F16", "f 16", "[F16]")]
    [InlineData("cafe\u0301\u0302 x", "café", "[cafe\u0301\u0302] x")]
    [InlineData("half a million rockets", "million", "half a [million] rockets")]
    [InlineData("half a million rockets", "500000 million", "[half a million] rockets")]
    [InlineData("nothing here", "else", "nothing here")]
    public void Spans_Matches_AreMarkedAsWritten(string text, string query, string expected) =>
        Assert.Equal(expected, Marked(text, Highlight.Spans(text, Matching(query))));

    [Fact]
    public void Excerpt_ShortText_IsWhole()
    {
        var excerpt = Highlight.Excerpt("The containers left", Matching("container"), 100);

        Assert.Equal("The [containers] left", Marked(excerpt.Text, excerpt.Spans));
        Assert.False(excerpt.IsCutBefore || excerpt.IsCutAfter);
    }

    [Fact]
    public void Excerpt_LongText_ShowsTheMostMatchesCutBetweenWords()
    {
        var excerpt = Highlight.Excerpt(Long, Matching("said container shells 6700"), 120);

        Assert.True(excerpt.Text.Length is > 90 and <= 120);
        Assert.Contains("[6,700 containers]", Marked(excerpt.Text, excerpt.Spans), StringComparison.Ordinal);
        Assert.Contains("[shells]", Marked(excerpt.Text, excerpt.Spans), StringComparison.Ordinal);
        Assert.Contains($" {excerpt.Text}", Long, StringComparison.Ordinal);
        Assert.True(excerpt.IsCutBefore && excerpt.IsCutAfter);
    }

    [Fact]
    public void Excerpt_NothingMatches_IsTheBeginning()
    {
        var excerpt = Highlight.Excerpt(Long, Matching("zebra"), 60);

        Assert.Equal("On Monday the ministry said nothing at all about the matter,", excerpt.Text);
        Assert.Empty(excerpt.Spans);
        Assert.False(excerpt.IsCutBefore);
        Assert.True(excerpt.IsCutAfter);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Excerpt_NoRoom_CutsNoPairApart(int maxLength)
    {
        var text = string.Concat(Enumerable.Repeat("😀𝐊", 20));

        var excerpt = Highlight.Excerpt(text, Matching("k"), maxLength);

        Assert.True(excerpt.Text.Length <= maxLength);
        Assert.Equal(0, excerpt.Text.Length % 2);
    }

    private static Func<Word, bool> Matching(string query)
    {
        var stems = Words.Of(query).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return word => stems.Contains(word.Stem);
    }

    private static string Marked(string text, IEnumerable<TextRange> spans) =>
        spans.Reverse().Aggregate(text, (marked, span) => marked.Insert(span.End, "]").Insert(span.Start, "["));
}
