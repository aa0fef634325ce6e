using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("about 6,700 containers were shipped", "About 6700 containers")]
    [InlineData("shipped more than $2.3bn.", "MoreThan 2300000000 -")]
    [InlineData("up to half a million rockets, he said", "UpTo 500000 rockets")]
    [InlineData("at least three million artillery shells", "AtLeast 3000000 artillery shells")]
    [InlineData("no more than 1,000 of the containers", "AtMost 1000 containers")]
    [InlineData("nearly 10,000 soldiers", "Nearly 10000 soldiers")]
    [InlineData("no fewer than 12 ships", "AtLeast 12 ships")]
    [InlineData("500 men or more", "AtLeast 500 men")]
    [InlineData("500 men, at least 3 ships", "Exactly 500 men; AtLeast 3 ships")]
    [InlineData("6,700+ containers", "AtLeast 6700 containers")]
    [InlineData("~300 km", "About 300 km")]
    [InlineData("30% of exports", "Exactly 30% exports")]
    [InlineData("over 30 per cent of exports", "MoreThan 30% exports")]
    [InlineData("exactly 5 tanks", "Exactly 5 tanks")]
    [InlineData("in 2023. Then 12 ships", "Exactly 2023 -; Exactly 12 ships")]
    [InlineData("the 3rd ship and 4 others", "Exactly 4 others")]
    [InlineData("nothing", "")]
    [InlineData("نحو ٦٬٧٠٠ حاوية", "About 6700 حاويه")]
    [InlineData("بنحو 6700 حاوية", "About 6700 حاويه")]
    [InlineData("ونحو 3 ملايين قذيفة مدفعية", "About 3000000 قذيفه مدفعيه")]
    [InlineData("أكثر من ثلاثة ملايين قذيفة", "MoreThan 3000000 قذيفه")]
    [InlineData("ما لا يقل عن 500 ألف صاروخ", "AtLeast 500000 صاروخ")]
    [InlineData("3000 جندي على الأقل", "AtLeast 3000 جندي")]
    [InlineData("لا يزيد على ألف جندي", "AtMost 1000 جندي")]
    [InlineData("ما يصل إلى 10 آلاف جندي", "UpTo 10000 جندي")]
    [InlineData("قرابة نصف مليون صاروخ", "Nearly 500000 صاروخ")]
    [InlineData("20 طائرة تقريبًا", "About 20 طايره")]
    [InlineData("بنسبة 30 في المئة من الصادرات", "Exactly 30% الصادرات")]
    [InlineData("٣٠٪ من الصادرات", "Exactly 30% الصادرات")]
    [InlineData("أقل من 5 بالمئة", "AtMost 5% -")]
    [InlineData("6700 حاوية و3 ملايين قذيفة", "Exactly 6700 حاويه; Exactly 3000000 قذيفه")]
    public void Of_Text_GivesNumbersWithModifierAndUnit(string text, string expected) => Assert.Equal(expected, Shown(Quantities.Of(text)));

    private static string Shown(IEnumerable<Quantity> quantities) => string.Join("; ", quantities.Select(q => string.Create(
        CultureInfo.InvariantCulture,
        $"{q.Modifier} {q.Value}{(q.IsPercent ? "%" : "")} {(q.Units.Count == 0 ? "-" : string.Join(' ', q.Units.Take(2).Where(u => u.Text is not ("were" or "shipped")).Select(u => u.Text)))}")));
}
