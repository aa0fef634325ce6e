using System.Globalization;
using ClaimTracker.Core.Intake;
using ClaimTracker.TestKit.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("a convoy of about 6,700 containers", "About 6700 container")]
    [InlineData("between two and three million tonnes", "2000000..3000000 tonnes")]
    [InlineData("up to US$1.2bn or more than €3-4 million", "UpTo 1200000000 USD;MoreThan 3000000..4000000 €")]
    [InlineData("half of the voters and two thirds of the senators", "0.5 voters;0.6667 senators")]
    [InlineData("one in three children, nine out of ten doctors", "0.3333 children;0.9 doctors")]
    [InlineData("dozens of houses and tens of thousands of people", "none houses;none people")]
    [InlineData("500,000 122 mm rockets and 152mm shells", "500000 122 mm rocket")]
    [InlineData("it was 12 degrees below zero", "-12 degrees")]
    [InlineData("أكثر من 3 ملايين قذيفة مدفعية عيار 152 ملم", "MoreThan 3000000 152 mm artillery shell")]
    [InlineData("لا يزيد عدد الأطباء على 200 طبيب", "AtMost 200 طبيب")]
    [InlineData("بين ثلاثة وخمسة أشهر", "3..5 month")]
    [InlineData("استمر ساعتين ونصف الساعة وأطلق صاروخين باليستيين", "2.5 hour;2 ballistic missile")]
    [InlineData("a decade and a half, or 38% and just over half opposed it", "1.5 decade;38 %;MoreThan 0.5")]
    [InlineData("it took over two years and grew 4% over two years", "MoreThan 2 year;4 %;2 year")]
    [InlineData("مليونا ونصف المليون دولار وساعة ونصف الساعة", "1500000 USD;1.5 hour")]
    [InlineData("خسر خمس المتضررين وظائفهم خلال خمس سنوات", "0.2 المتضررين;5 year")]
    [InlineData("ارتفع ثمن الخبز ونحو ثمن المحصول تلف", "About 0.125 المحصول")]
    [InlineData("تضاعف العدد ثلاث مرات في مدرستان وباكستان برصاصتين", "3 مرات;2 مدرستان;2 رصاصتين")]
    [InlineData("Rs 3.4 lakh crore, 18 lakh hectares and over AED 550 million", "3400000000000 Rs;1800000 hectares;MoreThan 550000000 AED")]
    [InlineData("two team-mates, 340 metric tons and nearly three thousand displaced", "2 team-mates;340 metric tons;Nearly 3000 displaced")]
    [InlineData("the other four struck three halls and one fuel tank", "4;3 halls;1 tank")]
    [InlineData("Over eight months it was served by one bus an hour", "8 month;1 bus")]
    [InlineData("أسقطت أربعة أخماسها في سياقين وهبطت إلى درجتين تحت الصفر", "0.8;2 سياقين;-2 درجتين")]
    [InlineData("حجز 4.600 علبة لدى محتكرين اثنين وما يقرب من ضعف العتبة", "4600 علبة;2 محتكرين;Nearly 2 ضعف")]
    [InlineData("يزيد عدد المركبات الكهربائية المسجلة في الإمارة على 47 ألف مركبة يفوق طولها 200 متر", "MoreThan 47000 مركبة;MoreThan 200 متر")]
    [InlineData("كان العدد 33,900 في ذلك الحين", "33900")]
    [InlineData("the ship is 180m long and cost $180m", "180 m;180000000 USD")]
    [InlineData("two in three said so", "0.6667")]
    [InlineData("غرامة مليونا و200 ألف جنيه من أصل 1.090.770 مسجلا و412.309 ناخبين", "1200000 جنيه;1090770 مسجلا;412309 ناخبين")]
    [InlineData("المرسوم رقم 25-318 والإحداثيات 35.2114, 37.0482", "")]
    [InlineData("call 057 555 0192 under section 78 of the Taxes Act", "")]
    [InlineData("six anti-aircraft launchers, two former crew members and 25 million Sudanese", "6 launchers;2 members;25000000 Sudanese")]
    [InlineData("rose by 1.8%, to 54.9 thousand rubles; only one in 400", "1.8 %;54900 rubles;0.0025")]
    [InlineData("من 80 حتى 85 في المئة وما بين 1,5 و1,8 مليون ليتر", "80..85 في المئة;1500000..1800000 ليتر")]
    [InlineData("سمع مسؤولَين اثنين والحظائر الاثنتا عشرة، ثلاثا من كل عشر أسر", "2 مسؤولَين;12 الحظائر;0.3 أسر")]
    [InlineData("كان 147 ألفا يوم الأحد", "147000")]
    [InlineData("call +44 20 7946 0999, extension 14, or write to 10 Downing Street, London SW1A 2AA", "")]
    [InlineData("a 50-50 call before World Cup 2022 in Article 14(2) for the Group of 77", "")]
    [InlineData("كأس العالم 2022 ورؤية 2030 ومنتخب تحت 20 عاما والذكرى الـ50 في الرابعة والنصف", "")]
    [InlineData("warming of 1.5C, 84p, 6ft 2in and 140km/h", "1.5 C;84 p;6 ft;2 in;140 km/h")]
    [InlineData("two 40-tonne cranes", "2 cranes;40 tonne")]
    [InlineData("it has 24 F-16s and the team of 11 won", "24 F-16s;11")]
    [InlineData("12% من الموارد", "12 share of resources")]
    [InlineData("التقى الجانبان الوزيرين في بوتين وفلسطين", "")]
    public void Read_Phrase_GivesValueUnitAndModifier(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', FigureReader.Read(text, LabelledReading.Units).Select(Shown)));

    [Theory]
    [InlineData("Resolution 2270 of 2016 was passed")]
    [InlineData("the N9 and the Boeing 737 landed at 14:30")]
    [InlineData("the team won 3-1 on the 5th")]
    [InlineData("call 0800 555 0199")]
    [InlineData("القرار رقم 1701 والمادة 5")]
    [InlineData("في الدقيقتين 12 و67")]
    [InlineData("closed between junctions 9 and 11 at 1830, a man in his 40s said")]
    [InlineData("it took a 3-1 lead")]
    [InlineData("45+2: it is 2-1")]
    [InlineData("تعادل الفريقان 2-2 يوم الجمعة في الجولة السابعة عشرة")]
    [InlineData("ورد لـ(ضفتين) أين تذهب هذه المليارات")]
    [InlineData("اللواء 93 عند الساعة 9 صباحا")]
    [InlineData("غادر قبل ثلاثة أيام")]
    public void Read_NumberThatCountsNothing_GivesNoFigure(string text) => Assert.Empty(FigureReader.Read(text, LabelledReading.Units));

    [Fact]
    public void Read_Figure_CoversModifierNumberAndUnit()
    {
        const string text = "Some 2.3 million people were eligible.";

        var range = Assert.Single(FigureReader.Read(text, LabelledReading.Units)).Range;

        Assert.Equal("Some 2.3 million people", text.Substring(range.Start, range.Length));
    }

    [Fact]
    public void Read_LabelledPhrases_AreRightInNineteenOfTwenty() =>
        Assert.True(ReadingMeasures.Figures(LabelledReading.Figures()).Share >= 0.95, ReadingMeasures.Figures(LabelledReading.Figures()).ToString());

    private static string Shown(ReadFigure figure) => string.Join(' ', new[]
    {
        figure.Modifier?.ToString(),
        figure.Value is { } value ? Number(value) : figure.Min is { } min && figure.Max is { } max ? $"{Number(min)}..{Number(max)}" : "none",
        figure.Unit,
    }.Where(p => !string.IsNullOrEmpty(p)));

    private static string Number(decimal value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
