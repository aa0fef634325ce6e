using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class AnchorFinderTests
{
    private const string Article =
        "The first paragraph names nobody.\n" +
        "The ministry said that 40 people were hurt in the north of the country on Monday.\n" +
        "وقالت الوزارة إن أربعين شخصًا أصيبوا في شمال البلاد يوم الاثنين.\n" +
        "The last paragraph 😀 speaks of the weather in the south.";

    [Theory]
    [InlineData("40 people were hurt")]
    [InlineData("أربعين شخصًا أصيبوا")]
    [InlineData("speaks of the weather in the south.")]
    [InlineData("The first")]
    [InlineData("😀")]
    [InlineData("inistry said tha")]
    [InlineData("e")]
    public void Find_TextIsUnchanged_IsInPlace(string quote)
    {
        var anchor = Anchor(Article, quote);

        var place = AnchorFinder.Find(Article, anchor);

        Assert.Equal(AnchorState.InPlace, place.State);
        Assert.Equal(new CodePointRange(anchor.Start!.Value, anchor.End!.Value), place.Range); // made with a place
        Assert.Equal(quote, Read(Article, place));
    }

    [Theory]
    [InlineData("40 people were hurt", "first paragraph", "opening paragraph 😀😀", AnchorState.Moved, "40 people were hurt")]
    [InlineData("40 people were hurt", "last paragraph", "closing paragraph", AnchorState.InPlace, "40 people were hurt")]
    [InlineData("40 people were hurt", "40 people", "50 people", AnchorState.WordsChanged, "50 people were hurt")]
    [InlineData("40 people were hurt", "40", "140", AnchorState.WordsChanged, "140 people were hurt")]
    [InlineData("said that 40", "40", "400", AnchorState.WordsChanged, "said that 400")]
    [InlineData("said that 40", "40", "40,000", AnchorState.WordsChanged, "said that 40,000")]
    [InlineData("أربعين شخصًا أصيبوا", "أربعين شخصًا", "أربعين شخصا", AnchorState.WrittenOtherwise, "أربعين شخصا أصيبوا")]
    [InlineData("أربعين شخصًا أصيبوا", "أصيبوا", "أُصِيبُواْ", AnchorState.WrittenOtherwise, "أربعين شخصًا أُصِيبُواْ")]
    [InlineData("أربعين شخصًا أصيبوا", "أربعين", "أربعـــين", AnchorState.WrittenOtherwise, "أربعـــين شخصًا أصيبوا")]
    [InlineData("40 people were hurt", "people were", "people  were", AnchorState.WrittenOtherwise, "40 people  were hurt")]
    [InlineData("40 people were hurt", "that 40 people were hurt", "that", AnchorState.Lost, null)]
    [InlineData("speaks of the weather in the south.", "weather", "climate", AnchorState.WordsChanged, "speaks of the climate in the south.")]
    [InlineData("40 people were hurt", "first paragraph names nobody.\nThe ministry said that 40 people were hurt", "first thing.\nAll is well", AnchorState.Lost, null)]
    public void Find_TextIsCorrected_SaysHow(string quote, string old, string corrected, AnchorState state, string? now)
    {
        var text = Article.Replace(old, corrected, StringComparison.Ordinal);

        var place = AnchorFinder.Find(text, Anchor(Article, quote));

        Assert.Equal(state, place.State);
        Assert.Equal(now, Read(text, place));
    }

    [Fact]
    public void Find_PassageStandsTwice_ItsContextTellsWhich()
    {
        const string text = "Officials in the capital said that nobody was hurt at all.\nLater an army spokesman said that nobody was hurt, he thought.";
        var second = TextAnchor.Of(text, new CodePointRange(text.LastIndexOf("nobody", StringComparison.Ordinal), text.LastIndexOf("nobody", StringComparison.Ordinal) + 15));
        Assert.NotNull(second);

        var edited = "A new line.\n" + text.Replace("he thought", "he believed", StringComparison.Ordinal);

        var place = AnchorFinder.Find(edited, second);

        Assert.Equal(AnchorState.Moved, place.State);
        Assert.Equal(edited.LastIndexOf("nobody", StringComparison.Ordinal), place.Range?.Start);
    }

    [Fact]
    public void Find_PassageStandsTwiceAlike_IsAmbiguous()
    {
        const string line = "The ministry said that nobody was hurt in the whole of the country, and that the roads were open again by noon.\n";
        var anchor = Anchor(line, "nobody was hurt") with { Start = 5000, End = 5015 };

        var place = AnchorFinder.Find(line + line, anchor);

        Assert.Equal(AnchorPlace.Ambiguous(2), place);
    }

    [Theory]
    [InlineData("nobody was hurt", null, AnchorState.Ambiguous)]
    [InlineData("nobody was hurt", 2, AnchorState.Moved)]
    [InlineData("nobody was hurt", 3, AnchorState.Ambiguous)]
    [InlineData("NOBODY was “hurt”", 2, AnchorState.WrittenOtherwise)]
    [InlineData("A third line", null, AnchorState.Moved)]
    [InlineData("third lin", null, AnchorState.Lost)]
    [InlineData("…", null, AnchorState.Lost)]
    public void Find_OnlyQuoteAndParagraph_TakesNoGuess(string quote, int? paragraph, AnchorState state)
    {
        const string text = "One: nobody was hurt.\n\nTwo: nobody was hurt.\nA third line.";

        Assert.Equal(state, AnchorFinder.Find(text, new TextAnchor { Exact = quote, ParagraphFrom = paragraph }).State);
    }

    [Fact]
    public void Find_FewWordsInOtherCompany_IsNotSure()
    {
        const string text = "The ministry said that 40 were hurt in the north on Monday morning.\nThe weather was fine.";
        const string other = "Quite another report.\nIt counts 40 were hurt elsewhere.";

        Assert.Equal(AnchorPlace.Ambiguous(1), AnchorFinder.Find(other, Anchor(text, "40 were hurt")));
    }

    [Theory]
    [InlineData("e\u0301te\u0301 ", 1, 2, "e\u0301")]
    [InlineData("a👨‍👩‍👧b", 2, 3, "👨‍👩‍👧")]
    [InlineData("a🇯🇴b", 1, 2, "🇯🇴")]
    [InlineData("شخصًا", 3, 4, "صً")]
    public void Of_RangeInsideACluster_TakesTheWhole(string text, int start, int end, string exact) =>
        Assert.Equal(exact, TextAnchor.Of(text, new CodePointRange(start, end))?.Exact);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(-1, 1)]
    [InlineData(2, 4)]
    public void Of_NoRangeOfTheText_IsNull(int start, int end) => Assert.Null(TextAnchor.Of("abc", new CodePointRange(start, end)));

    [Fact]
    public void Of_LongRange_IsCutToAQuote()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 1000));

        var anchor = TextAnchor.Of(text, new CodePointRange(100, 900));

        Assert.NotNull(anchor);
        Assert.Equal(Appearance.QuoteMaxLength, anchor.Exact.Length);
        Assert.Equal((100, 100 + (Appearance.QuoteMaxLength / 2)), (anchor.Start, anchor.End));
        Assert.Equal((64, 64), (anchor.Prefix.Length, anchor.Suffix.Length));
    }

    [Fact]
    public void ParagraphsOf_Range_CountsThoseItTouches()
    {
        var finder = new AnchorFinder(Article);

        Assert.Equal((2, 2), finder.ParagraphsOf(new CodePointRange(40, 50)));
        Assert.Equal((1, 2), finder.ParagraphsOf(new CodePointRange(10, 50)));
        Assert.Null(finder.ParagraphsOf(new CodePointRange(33, 34)));
    }

    internal static TextAnchor Anchor(string text, string quote)
    {
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        var start = text[..at].EnumerateRunes().Count();
        return TextAnchor.Of(text, new CodePointRange(start, start + quote.EnumerateRunes().Count())) ?? throw new InvalidOperationException("No range.");
    }

    internal static string? Read(string text, AnchorPlace place)
    {
        if (place.Range is not { } range)
        {
            return null;
        }

        // Runes would replace lone surrogates.
        var units = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1)
        {
            units.Add(i);
        }

        units.Add(text.Length);
        return text[units[range.Start]..units[range.End]];
    }
}
