using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>Why a claim was found, when its row in the list does not show it.</summary>
public sealed class FoundExcerptTests
{
    private static readonly PublicDocument Document = new()
    {
        Number = 1,
        State = PublicState.Published,
        Statement = LocalizedText.Of(("en", "Seven thousand containers were shipped"), ("ar", "شُحنت سبعة آلاف حاوية")),
        OriginalLanguage = "ar",
        Kind = ClaimKind.Quantity,
        Aspect = RatedAspect.Content,
        Verdict = new PublicVerdict
        {
            Number = 1,
            Rating = new PublicRating("False", RatedAspect.Content, LocalizedText.Of(("en", "False")), "false", "false", 1),
            Explanation = LocalizedText.Of(("en", string.Join(' ', Enumerable.Repeat("The register of the port was read line by line.", 20)) + " A customs officer counted barges.")),
        },
        Topics = [new PublicTopic("arms", LocalizedText.Of(("en", "Arms transfers"), ("ar", "نقل الأسلحة")))],
        ReviewedAt = DateTime.UnixEpoch,
        FirstPublishedAt = DateTime.UnixEpoch,
    };

    [Theory]
    [InlineData("containers", "")]
    [InlineData("7000 containers", "")]
    [InlineData("containers barges", "barges")]
    [InlineData("barge officer -harbour", "barge officer")]
    [InlineData("حاويات", "حاويات")]
    public void Missing_WordsOfTheQuery_ThatTheRowDoesNotShow(string query, string expected)
    {
        var missing = FoundExcerpt.Missing(query, Marks("containers", "7000", "barges", "officer", "حاويات"), [Document.Statement.In("en")]);

        Assert.Equal(expected, string.Join(' ', missing.Select(m => query.Substring(m.Start, m.Length))));
    }

    [Theory]
    [InlineData("barges", ExcerptFrom.Check, "barges", "en")]
    [InlineData("حاويات", ExcerptFrom.Wording, "حاوية", "ar")]
    [InlineData("transfer", ExcerptFrom.Topic, "transfers", "en")]
    [InlineData("الأسلحة", ExcerptFrom.Topic, "الأسلحة", "ar")]
    public void Of_TheTextThatHoldsTheWords_CutAroundThem(string query, ExcerptFrom from, string marked, string language)
    {
        var marks = Marks(query);
        var excerpt = FoundExcerpt.Of(Document, FoundExcerpt.Missing(query, marks, []), marks, "en");

        Assert.NotNull(excerpt);
        Assert.Equal((from, language), (excerpt.From, excerpt.Language));
        Assert.InRange(excerpt.Text.Text.Length, 1, 180);
        Assert.Contains(excerpt.Text.Spans, s => excerpt.Text.Text[s.Start..s.End] == marked);
    }

    [Fact]
    public void Of_WordsThatStandNowhere_IsNothing()
    {
        var marks = Marks("lighthouse");

        Assert.Null(FoundExcerpt.Of(Document, FoundExcerpt.Missing("lighthouse", marks, []), marks, "en"));
    }

    private static SearchMarks Marks(params string[] words)
    {
        var all = words.SelectMany(w => Words.Of(w)).ToList();
        return new SearchMarks(all.Select(w => w.Text).ToHashSet(), all.Select(w => w.Stem).ToHashSet(), []);
    }
}
