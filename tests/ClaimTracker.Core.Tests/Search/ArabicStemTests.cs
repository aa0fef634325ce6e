using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class ArabicStemTests
{
    [Theory]
    [InlineData("حاوية حاويات الحاويات الحاوية بالحاويات والحاويات للحاويات حاوياتهم وحاوياتها حاويتين كالحاويات وبالحاويات لحاويات")]
    [InlineData("قذيفة قذائف القذائف بقذائف والقذائف قذيفتين قذائفهم القذيفة")]
    [InlineData("صاروخ صواريخ الصواريخ صاروخا بالصواريخ صواريخها صاروخية صاروخين")]
    [InlineData("سلاح أسلحة الأسلحة أسلحتها بأسلحة للأسلحة سلاحا")]
    [InlineData("جندي جنود الجنود جنديا جنودها وجنود لجنود بالجنود")]
    [InlineData("دولة دول الدول دولتين لدول دولية الدولي دولته")]
    [InlineData("مصنع مصانع المصانع مصانعها")]
    [InlineData("سفينة سفن السفن سفينتان بسفن")]
    [InlineData("قوات القوات قوة القوة قواتها قواتنا وقوات للقوات بقوات")]
    [InlineData("حكومة الحكومة حكومته حكومتها حكومتهم حكومات للحكومة")]
    [InlineData("وزير الوزير وزراء الوزراء وزارة بوزير لوزير ووزير ووزارة للوزير وزيرا وزيرة وزيرها")]
    [InlineData("بيان البيان بيانات بالبيان للبيان وبيان بيانا ببيان بيانها")]
    [InlineData("كتاب الكتاب كتب للكتاب كتابا بكتاب")]
    [InlineData("برنامج البرنامج برامج للبرنامج ببرنامج برنامجها")]
    [InlineData("مسؤول مسؤولين المسؤولون مسئول مسؤولية")]
    [InlineData("ولاية ولايات الولايات الولاية بولاية")]
    [InlineData("وكالة الوكالة لوكالة وكالات ووكالة")]
    [InlineData("فيديو الفيديو فيديوهات بفيديو")]
    [InlineData("سياسة السياسة سياسات سياستها بسياسة")]
    [InlineData("رئيس الرئيس رؤساء رئيسها والرئيس للرئيس رئيسا رئاسة")]
    [InlineData("أعلن أعلنت وأعلن وأعلنت أعلنوا")]
    [InlineData("إلكتروني إلكترونية الإلكترونية")]
    [InlineData("بالستي الباليستية وباليستيا وبالستي بالباليستي")]
    [InlineData("فبراير وفبراير بفبراير لفبراير")]
    [InlineData("وصف وصفت ووصف بوصفه وصفها")]
    [InlineData("بريطاني البريطانية والبريطاني بريطانيين للبريطانيين")]
    [InlineData("تفاهم التفاهم تفاهمات والتفاهم")]
    [InlineData("كلمة كلمات كلماته كلماتهم كلمته والكلمات")]
    [InlineData("قوات قواته وقواته")]
    [InlineData("حليف حلفاء حلفاؤها وحلفاؤه حلفائها للحلفاء")]
    [InlineData("قال قالت وقالت قالوا")]
    [InlineData("بقية وبقية وبقيت")]
    [InlineData("بوتين وبوتين لبوتين ببوتين فبوتين")]
    [InlineData("موسكو لموسكو وموسكو بموسكو")]
    [InlineData("الكرملين كرملين للكرملين والكرملين بالكرملين")]
    [InlineData("مليون ملايين المليون")]
    [InlineData("كوريا وكوريا لكوريا بكوريا")]
    public void Of_FormsOfOneWord_HaveOneStem(string forms)
    {
        var stems = forms.Split(' ').Select(f => (Form: f, Stem: ArabicStem.Of(TextFold.Fold(f)))).ToList();

        Assert.All(stems, s => Assert.True(s.Stem == stems[0].Stem, $"{s.Form}: {s.Stem}, not {stems[0].Stem}"));
    }

    [Theory]
    [InlineData("عدوان", "عدو")]
    [InlineData("كيمياء", "كيم")]
    [InlineData("وزير", "زير")]
    [InlineData("بيان", "يانع")]
    [InlineData("صاروخ", "سلاح")]
    [InlineData("ولاية", "ولا")]
    [InlineData("قانون", "قان")]
    [InlineData("المهم", "ألم")]
    [InlineData("المئة", "ألم")]
    public void Of_DifferentWords_HaveDifferentStems(string one, string other) =>
        Assert.NotEqual(ArabicStem.Of(TextFold.Fold(one)), ArabicStem.Of(TextFold.Fold(other)));

    [Theory]
    [InlineData("بوتين")]
    [InlineData("واشنطن")]
    [InlineData("لافروف")]
    [InlineData("بكين")]
    [InlineData("فلاديفوستوك")]
    [InlineData("لبنان")]
    public void Of_ProtectedName_StaysWhole(string name) => Assert.Equal(name, ArabicStem.Of(name));
}
