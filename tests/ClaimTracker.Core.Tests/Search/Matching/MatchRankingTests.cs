using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit.Matching;

namespace ClaimTracker.Core.Tests.Search.Matching;

/// <summary>Bands and differences of a text against one claim.</summary>
public sealed class MatchRankingTests
{
    private static readonly MatchClaim Containers = new()
    {
        Number = 1,
        Statement = LocalizedText.Of(
            ("en", "South Korea’s defence ministry said North Korea had sent about 6,700 containers to Russia by February 2024."),
            ("ar", "قالت وزارة الدفاع الكورية الجنوبية إن كوريا الشمالية أرسلت نحو 6700 حاوية إلى روسيا حتى فبراير 2024.")),
        Claimants = [["Ministry of National Defence of South Korea", "وزارة الدفاع الكورية الجنوبية"]],
        Figures = [new MatchFigure(6700, null, null, "container", ["container", "containers", "حاوية", "حاويات"])],
    };

    private static readonly MatchClaim Vaccine = new()
    {
        Number = 2,
        Statement = LocalizedText.Of(("en", "The measles vaccine causes autism in small children."), ("ar", "لقاح الحصبة يسبب التوحد للأطفال الصغار.")),
    };

    private static readonly MemoryIndex Index = new(
    [
        Containers, Vaccine,
        new MatchClaim { Number = 3, Statement = LocalizedText.Of(("en", "The bridge over the Darnia river collapsed."), ("ar", "انهار الجسر فوق نهر دارنيا.")) },
        new MatchClaim { Number = 4, Statement = LocalizedText.Of(("en", "President Ana Duarte arrived in Velgrad on 6 April 2022.")) },
        new MatchClaim { Number = 5, Statement = LocalizedText.Of(("en", "Inflation reached 31.9 percent in March."), ("ar", "بلغ التضخم 31.9 في المئة في مارس.")) },
    ]);

    [Theory]
    [InlineData("North Korea sent about 6,700 containers to Russia by February 2024, South Korea's defence ministry said", 1)]
    [InlineData("وزارة الدفاع الكورية الجنوبية: كوريا الشمالية ارسلت حوالي ٦٬٧٠٠ حاويه الى روسيا حتى شباط 2024 🚢", 1)]
    [InlineData("The measles vaccine causes autism in small children #health", 2)]
    [InlineData("لقاح الحصبه يسبب التوحد للاطفال الصغار!!", 2)]
    public void Rank_OtherWords_IsTheSame(string text, int claim)
    {
        var match = Index.Match(text, MatchScore.Fitted, 5)[0];

        Assert.Equal((claim, MatchBand.Same), (match.Number, match.Band));
        Assert.Empty(match.Differences);
    }

    [Theory]
    [InlineData("South Korea's defence ministry said North Korea had sent about 1,000 containers to Russia by February 2024")]
    [InlineData("قالت وزارة الدفاع الكورية الجنوبية إن كوريا الشمالية أرسلت نحو ألف حاوية إلى روسيا حتى فبراير 2024")]
    public void Rank_OtherNumberOfTheSameUnit_IsRelatedAndNamesBoth(string text)
    {
        var match = Index.Match(text, MatchScore.Fitted, 5)[0];

        Assert.Equal(MatchBand.Related, match.Band);
        var other = Assert.IsType<OtherNumber>(Assert.Single(match.Differences));
        Assert.Equal((1000m, 6700m), (other.InText, other.InClaim));
    }

    [Theory]
    [InlineData("South Korea's defence ministry said North Korea had sent about 6,700 containers to Russia by October 2023")]
    [InlineData("قالت وزارة الدفاع الكورية الجنوبية إن كوريا الشمالية أرسلت نحو 6700 حاوية إلى روسيا حتى أكتوبر 2023")]
    public void Rank_OtherDate_IsRelatedAndNamesBoth(string text)
    {
        var match = Index.Match(text, MatchScore.Fitted, 5)[0];

        Assert.Equal(MatchBand.Related, match.Band);
        var other = Assert.IsType<OtherDate>(Assert.Single(match.Differences));
        Assert.Equal(("2023-10", "2024-02"), (other.InText.ToString(), other.InClaim.ToString()));
    }

    [Theory]
    [InlineData("The White House said North Korea had sent about 6,700 containers to Russia by February 2024", "White House")]
    [InlineData("قال البيت الأبيض إن كوريا الشمالية أرسلت نحو 6700 حاوية إلى روسيا حتى فبراير 2024", "البيت الأبيض")]
    public void Rank_OtherSpeaker_IsRelatedAndNamesHim(string text, string speaker)
    {
        var match = Index.Match(text, MatchScore.Fitted, 5)[0];

        Assert.Equal(MatchBand.Related, match.Band);
        Assert.Contains(match.Differences, d => d is OtherSpeaker other && other.InText.Contains(speaker, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The measles vaccine does not cause autism in small children")]
    [InlineData("لقاح الحصبة لا يسبب التوحد للأطفال الصغار")]
    [InlineData("وزارة الصحة تنفي أن لقاح الحصبة يسبب التوحد للأطفال الصغار")]
    [InlineData("There is no evidence that the measles vaccine causes autism in small children")]
    public void Rank_Denial_IsRelatedAndSaysSo(string text)
    {
        var match = Index.Match(text, MatchScore.Fitted, 5)[0];

        Assert.Equal((2, MatchBand.Related), (match.Number, match.Band));
        Assert.Contains(match.Differences, d => d is Negated { ByText: true });
    }

    [Fact]
    public void Rank_AnotherPlaceInTheSameWords_IsRelatedAndNamesIt()
    {
        var match = Index.Match("The bridge over the Tolva river collapsed", MatchScore.Fitted, 5)[0];

        Assert.Equal(MatchBand.Related, match.Band);
        Assert.Contains(new OtherWords("Tolva", "Darnia"), match.Differences);
    }

    [Fact]
    public void Rank_ClaimInTheOtherLanguage_IsNeverMoreThanRelated()
    {
        var match = Index.Match("وصلت الرئيسة آنا دوارتي إلى فيلغراد في 6 أبريل 2022", MatchScore.Fitted, 5)[0];

        Assert.Equal((4, MatchBand.Related, true), (match.Number, match.Band, match.IsInOtherLanguage));
        Assert.NotEmpty(match.Names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🚢🚢🚢")]
    [InlineData("A recipe for lentil soup with lemon")]
    [InlineData("وصفة شوربة عدس بالليمون")]
    public void Rank_NothingInCommon_FindsNothing(string text)
    {
        Assert.Empty(Index.Match(text, MatchScore.Fitted, 5));
    }

    [Fact]
    public void Rank_LongPost_IsComparedByItsBestPassage()
    {
        var post = string.Concat(Enumerable.Repeat("My sister teaches in a village and walks to school through the fields every morning. ", 12));

        var match = Index.Match($"{post} The measles vaccine causes autism in small children. {post}", MatchScore.Fitted, 5)[0];

        Assert.Equal(2, match.Number);
    }
}
