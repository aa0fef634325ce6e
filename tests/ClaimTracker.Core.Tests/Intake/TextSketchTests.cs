using ClaimTracker.Core.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class TextSketchTests
{
    private const string English = """
        The Port Authority of Maryan said on Tuesday that 4,310 containers had been held at the Karim terminal since 12 March, after inspectors from Delmara found 27 of them
        filled with copper cable. Samir Haddad, who runs the terminal, told the Gazette that his company had paid 1,850 dollars a day in storage and would sue the Ministry of
        Transport in Bastra. Minister Layla Osman denied the delay and said 960 containers were released in April. Rail traffic between Maryan and Bastra fell by 38 percent.
        """;

    private const string Arabic = """
        قالت هيئة ميناء ماريان يوم الثلاثاء إن 4310 حاويات محتجزة في محطة كريم منذ 12 مارس، بعد أن وجد مفتشون من ديلمارا 27 منها مملوءة بكابلات النحاس. وقال سمير حداد الذي يدير
        المحطة لصحيفة غازيت إن شركته دفعت 1850 دولارا في اليوم للتخزين وستقاضي وزارة النقل في باسترا. ونفت الوزيرة ليلى عثمان التأخير وقالت إن 960 حاوية أُفرج عنها في أبريل.
        وانخفضت حركة القطارات بين ماريان وباسترا بنسبة 38 بالمئة.
        """;

    private const string Another = """
        شهدت مدينة تالين اليوم افتتاح معرض للكتاب يضم 320 دارا من 14 دولة، وقالت مديرته نوال سالم إن العدد ارتفع عن العام الماضي. وتستمر الفعاليات حتى 25 من الشهر، ويُنتظر أن يزورها 90
        ألف شخص. وأشاد كتّاب من تونس والمغرب بالتنظيم، فيما انتقد ناشرون ارتفاع أسعار الأجنحة إلى 700 يورو، وطالبوا بتخفيضها في الدورة المقبلة.
        """;

    [Theory]
    [InlineData(English, English, Likeness.SameText)]
    [InlineData(English, Arabic, Likeness.SameOrigin)]
    [InlineData(Arabic, English, Likeness.SameOrigin)]
    [InlineData(English, Another, Likeness.Other)]
    [InlineData(Arabic, Another, Likeness.Other)]
    [InlineData("", "", Likeness.Other)]
    [InlineData("Read more", "Read more", Likeness.Other)]
    public void Compare_TwoTexts_TellsHowTheyAreRelated(string one, string other, Likeness expected) =>
        Assert.Equal(expected, TextSketch.Of(one).Compare(TextSketch.Of(other)));

    [Fact]
    public void Compare_TheSameTextOtherwiseSpelled_IsTheSame() =>
        Assert.Equal(Likeness.SameText, TextSketch.Of(Arabic).Compare(TextSketch.Of(Arabic.Replace('أ', 'ا').Replace("ة ", "ه ", StringComparison.Ordinal))));

    [Fact]
    public void Compare_HalfOfATextWithAnotherUnderIt_IsOfTheSameOrigin() =>
        Assert.Equal(Likeness.SameOrigin, TextSketch.Of(Arabic[..(Arabic.Length / 2)] + Another).Compare(TextSketch.Of(Arabic)));

    [Fact]
    public void Of_AnyText_KeepsFewAscendingHashesAndNeverThrows() => Prop.ForAll<string?>(text =>
        TextSketch.Of(text ?? "").Parts.Values.All(p => p.Count <= TextSketch.MaxHashes && p.SequenceEqual(p.Distinct().Order()))).QuickCheckThrowOnFailure();
}
