using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review;

public sealed class RealTextTests
{
    private const string English = "No record shows that the order was given.";
    private const string Arabic = "لا يوجد أي سجل يثبت صدور هذا الأمر.";

    [Theory]
    [InlineData(null, TextFault.Missing)]
    [InlineData("", TextFault.Missing)]
    [InlineData(" \t\n", TextFault.Missing)]
    [InlineData(".", TextFault.NoWords)]
    [InlineData("-", TextFault.NoWords)]
    [InlineData("…………………………………………", TextFault.NoWords)]
    [InlineData("؟؟؟ !!! ***", TextFault.NoWords)]
    [InlineData("1234567890 1234567890", TextFault.NoWords)]
    [InlineData("##### a #####", TextFault.NoWords)]
    [InlineData("n/a", TextFault.Placeholder)]
    [InlineData("N/A, N/A, N/A, N/A, N/A, N/A, N/A", TextFault.Placeholder)]
    [InlineData("test", TextFault.Placeholder)]
    [InlineData("Test test testing test", TextFault.Placeholder)]
    [InlineData("To be determined later", TextFault.Placeholder)]
    [InlineData("lorem ipsum dolor sit amet", TextFault.Placeholder)]
    [InlineData("لا ينطبق", TextFault.Placeholder)]
    [InlineData("لا يوجد", TextFault.Placeholder)]
    [InlineData("لا شيء", TextFault.Placeholder)]
    [InlineData("غير متوفّر", TextFault.Placeholder)]
    [InlineData("نصّ تجريبيّ للاختبار هنا", null)]
    [InlineData("نصّ تجريبيّ هنا", TextFault.Placeholder)]
    [InlineData("اختبار اختبار اختبار", TextFault.Placeholder)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", TextFault.Repeated)]
    [InlineData("ههههههههه ههههههههه هههههه", TextFault.Repeated)]
    [InlineData("aaa bbb ccc ddd eee fff ggg", TextFault.Repeated)]
    [InlineData("abababab babababa abababa", TextFault.Repeated)]
    [InlineData("false claim false claim false claim", TextFault.Repeated)]
    [InlineData("It never happened at all. It never happened at all.", TextFault.Repeated)]
    [InlineData("خبر كاذب خبر كاذب خبر كاذب", TextFault.Repeated)]
    [InlineData("لم يحدث ذلك أبدًا. لم يحدث ذلك أبدًا.", TextFault.Repeated)]
    [InlineData("False.", TextFault.TooShort)]
    [InlineData("It is false", TextFault.TooShort)]
    [InlineData("Unverifiablestatement", TextFault.TooShort)]
    [InlineData("كاذب تمامًا", TextFault.TooShort)]
    [InlineData("No . . . . . . . . . . . . . . . way", TextFault.NoWords)]
    [InlineData(English, null)]
    [InlineData(Arabic, null)]
    [InlineData("The ministry told KCNA: “We gave no such order.”", null)]
    [InlineData("أعلنت وزارة الدفاع الكورية الجنوبية أنّ عدد الحاويات تجاوز 6,700 حاوية.", null)]
    [InlineData("Not at all: Moscow denied it, Seoul confirmed it.", null)]
    public void Fault_Explanation_TellsRealTextFromTyped(string? text, TextFault? fault) =>
        Assert.Equal(fault, RealText.Fault(text, TextNeed.Explanation));

    [Theory]
    [InlineData(English, "en", null)]
    [InlineData(Arabic, "ar", null)]
    [InlineData(English, "ar", TextFault.WrongLetters)]
    [InlineData(Arabic, "en", TextFault.WrongLetters)]
    [InlineData("نقلت Reuters وAFP عن الوزارة نفيها صدور الأمر", "ar", null)]
    [InlineData("The word «حاوية» means a container, not a shell", "en", null)]
    [InlineData("Такого приказа никто не отдавал", "ru", null)]
    [InlineData("Такого приказа никто не отдавал", "en", TextFault.WrongLetters)]
    public void Fault_OfALanguage_AsksForItsLetters(string text, string language, TextFault? fault) =>
        Assert.Equal(fault, RealText.Fault(text, TextNeed.Explanation, language));

    [Theory]
    [InlineData("Both of the sources asked us n", null)]
    [InlineData("Both of the sources asked us", TextFault.TooShort)]
    [InlineData("Both of the sources asked us..........", TextFault.TooShort)]
    [InlineData("Both   of   the   sources   asked   us", TextFault.TooShort)]
    [InlineData("Internationalisation unquestionably", TextFault.TooShort)]
    [InlineData("طلب المصدران عدم ذكر اسميهما خوفًا على سلامتهما.", null)]
    public void Fault_Waiver_NeedsThirtyCharactersWithoutPadding(string text, TextFault? fault) =>
        Assert.Equal(fault, RealText.Fault(text, TextNeed.Waiver));

    [Fact]
    public void Fault_LongBody_IsNotRepeatedForItsSmallWords()
    {
        var body = string.Join(' ', Enumerable.Range(1, 400).Select(i => i % 2 == 0 ? $"fact{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}" : "the"));

        Assert.Equal(TextFault.Repeated, RealText.Fault("the the fact the the fact the the", TextNeed.Explanation));
        Assert.Null(RealText.Fault($"{English} {body}", TextNeed.Explanation));
    }

    [Theory]
    [InlineData("No such order!", "no such  order", true)]
    [InlineData("لم يصدرِ الأمرُ", "لم يصدر الامر", true)]
    [InlineData("No such order", "No other order", false)]
    [InlineData("", "", false)]
    public void IsSame_MarksAndCase_MakeNoDifference(string text, string other, bool isSame) => Assert.Equal(isSame, RealText.IsSame(text, other));

    [Theory]
    [InlineData("No order was given", "No order was given.", true)]
    [InlineData("Indeed: no order was given", "No order was given.", true)]
    [InlineData("No order was given, and the ministry showed its log", "No order was given", false)]
    [InlineData("The log shows no entry", "No order was given", false)]
    [InlineData("The log shows no entry", null, false)]
    public void AddsNothingTo_PastedWithHardlyAWord_IsFound(string text, string? other, bool addsNothing) =>
        Assert.Equal(addsNothing, RealText.AddsNothingTo(text, other));

    [Theory]
    [InlineData(English, "en", English, "ar", false)]
    [InlineData(English, "ar", English, "en", true)]
    [InlineData(English, "en", English, "fr", true)]
    [InlineData(English, "en", Arabic, "ar", false)]
    public void IsPasted_SameWords_BelongToTheLanguageOfTheirLetters(string text, string language, string other, string otherLanguage, bool isPasted) =>
        Assert.Equal(isPasted, RealText.IsPasted(text, language, other, otherLanguage));
}
