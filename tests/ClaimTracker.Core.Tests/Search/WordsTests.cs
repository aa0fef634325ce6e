using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class WordsTests
{
    [Theory]
    [InlineData("3 million", "3000000 (3 million)")]
    [InlineData("3-million", "3000000 (3 million)")]
    [InlineData("three million", "3000000 (three million)")]
    [InlineData("3 millions", "3000000 (3 millions)")]
    [InlineData("3,000,000", "3000000")]
    [InlineData("half a million", "500000 (half a million)")]
    [InlineData("half million", "500000 (half million)")]
    [InlineData("half-a-million", "500000 (half a million)")]
    [InlineData("a half million", "500000 (a half million)")]
    [InlineData("a quarter of a million", "250000 (a quarter of a million)")]
    [InlineData("two and a half million", "2500000 (two and a half million)")]
    [InlineData("2 and a half million", "2500000 (2 and a half million)")]
    [InlineData("a million and a half", "1500000 (a million and a half)")]
    [InlineData("three and a half million", "3500000 (three and a half million)")]
    [InlineData("a dozen", "12 (a dozen)")]
    [InlineData("half a dozen", "6 (half a dozen)")]
    [InlineData("two dozen", "24 (two dozen)")]
    [InlineData("a million", "1000000 (a million)")]
    [InlineData("one million", "1000000 (one million)")]
    [InlineData("a hundred thousand", "100000 (a hundred thousand)")]
    [InlineData("three hundred thousand", "300000 (three hundred thousand)")]
    [InlineData("three-hundred thousand", "300000 (three hundred thousand)")]
    [InlineData("two hundred and fifty", "250 (two hundred and fifty)")]
    [InlineData("one hundred and twenty-five thousand", "125000 (one hundred and twenty five thousand)")]
    [InlineData("two million three hundred thousand", "2300000 (two million three hundred thousand)")]
    [InlineData("one thousand two hundred and thirty-four", "1234 (one thousand two hundred and thirty four)")]
    [InlineData("twenty-one", "21 (twenty one)")]
    [InlineData("ninety nine", "99 (ninety nine)")]
    [InlineData("fifteen", "15 (fifteen)")]
    [InlineData("six", "6 (six)")]
    [InlineData("6.7 thousand", "6700 (6.7 thousand)")]
    [InlineData("1.5 million", "1500000 (1.5 million)")]
    [InlineData("1,5 million", "1500000 (1 5 million)")]
    [InlineData("1.5m", "1500000 (1.5 m)")]
    [InlineData("5m", "5000000 (5 m)")]
    [InlineData("500k", "500000 (500 k)")]
    [InlineData("500K", "500000 (500 k)")]
    [InlineData("3bn", "3000000000 (3 bn)")]
    [InlineData("3 bn", "3000000000 (3 bn)")]
    [InlineData("$2.3bn", "2300000000 (2.3 bn)")]
    [InlineData("$3b", "3000000000 (3 b)")]
    [InlineData("1.2tn", "1200000000000 (1.2 tn)")]
    [InlineData("6,700 containers", "6700 containers")]
    [InlineData("1000", "1000")]
    [InlineData("2023 2024", "2023 2024")]
    [InlineData("one", "one")]
    [InlineData("one of them", "one of them")]
    [InlineData("million", "million")]
    [InlineData("millions of shells", "millions of shells")]
    [InlineData("hundreds of thousands", "hundreds of thousands")]
    [InlineData("several hundred thousand", "several hundred thousand")]
    [InlineData("the third day", "the third day")]
    [InlineData("quarter", "quarter")]
    [InlineData("half", "half")]
    [InlineData("S-300M", "s 300 m")]
    [InlineData("T-72B3", "t 72 b 3")]
    [InlineData("5 m", "5 m")]
    [InlineData("between two and three million", "between 2 (two) and 3000000 (three million)")]
    [InlineData("99999999999999999999999999999999999999 million", "99999999999999999999999999999999999999 million")]
    [InlineData("9999999999999999999999999999 million", "9999999999999999999999999999 million")]
    [InlineData("٣ ملايين", "3000000 (3 ملايين)")]
    [InlineData("3 ملايين", "3000000 (3 ملايين)")]
    [InlineData("ثلاثة ملايين", "3000000 (ثلاثه ملايين)")]
    [InlineData("وثلاثة ملايين", "3000000 (وثلاثه ملايين)")]
    [InlineData("بثلاثة ملايين", "3000000 (بثلاثه ملايين)")]
    [InlineData("لـ3 ملايين", "ل 3000000 (3 ملايين)")]
    [InlineData("و3 ملايين", "و 3000000 (3 ملايين)")]
    [InlineData("500 ألف", "500000 (500 الف)")]
    [InlineData("٥٠٠ ألفًا", "500000 (500 الفا)")]
    [InlineData("خمسمئة ألف", "500000 (خمسميه الف)")]
    [InlineData("خمسمائة ألف", "500000 (خمسمايه الف)")]
    [InlineData("خمس مئة ألف", "500000 (خمس ميه الف)")]
    [InlineData("ثلاثمئة ألف", "300000 (ثلاثميه الف)")]
    [InlineData("نصف مليون", "500000 (نصف مليون)")]
    [InlineData("ربع مليون", "250000 (ربع مليون)")]
    [InlineData("نصف المليون", "500000 (نصف المليون)")]
    [InlineData("مليون ونصف", "1500000 (مليون ونصف)")]
    [InlineData("مليون ونصف المليون", "1500000 (مليون ونصف المليون)")]
    [InlineData("مليونين ونصف المليون", "2500000 (مليونين ونصف المليون)")]
    [InlineData("3 ملايين ونصف المليون", "3500000 (3 ملايين ونصف المليون)")]
    [InlineData("ثلاثة ونصف مليون", "3500000 (ثلاثه ونصف مليون)")]
    [InlineData("مليون و200 ألف", "1200000 (مليون و 200 الف)")]
    [InlineData("مليون ومئتي ألف", "1200000 (مليون وميتي الف)")]
    [InlineData("مليونين", "2000000 (مليونين)")]
    [InlineData("مليونان", "2000000 (مليونان)")]
    [InlineData("مليونا دولار", "2000000 (مليونا) دولار")]
    [InlineData("بمليون", "1000000 (بمليون)")]
    [InlineData("مليون", "1000000 (مليون)")]
    [InlineData("20 مليونا", "20000000 (20 مليونا)")]
    [InlineData("مليار", "1000000000 (مليار)")]
    [InlineData("6 مليارات", "6000000000 (6 مليارات)")]
    [InlineData("بليون", "1000000000 (بليون)")]
    [InlineData("تريليون", "1000000000000 (تريليون)")]
    [InlineData("ألف", "1000 (الف)")]
    [InlineData("ألفين", "2000 (الفين)")]
    [InlineData("ألفا جندي", "2000 (الفا) جندي")]
    [InlineData("ألف ومئتان", "1200 (الف وميتان)")]
    [InlineData("6 آلاف و700", "6700 (6 الاف و 700)")]
    [InlineData("ستة آلاف وسبعمئة", "6700 (سته الاف وسبعميه)")]
    [InlineData("6,7 آلاف", "6700 (6 7 الاف)")]
    [InlineData("مئة", "100 (ميه)")]
    [InlineData("مائتي", "200 (مايتي)")]
    [InlineData("مئة وخمسون", "150 (ميه وخمسون)")]
    [InlineData("مئة وخمسة وعشرين ألفا", "125000 (ميه وخمسه وعشرين الفا)")]
    [InlineData("خمسة وعشرون", "25 (خمسه وعشرون)")]
    [InlineData("خمسة و عشرون", "25 (خمسه و عشرون)")]
    [InlineData("واحد وعشرون", "21 (واحد وعشرون)")]
    [InlineData("أحد عشر", "11 (احد عشر)")]
    [InlineData("اثنا عشر", "12 (اثنا عشر)")]
    [InlineData("ثلاثة عشر ألف", "13000 (ثلاثه عشر الف)")]
    [InlineData("تسع عشرة", "19 (تسع عشره)")]
    [InlineData("عشرة آلاف", "10000 (عشره الاف)")]
    [InlineData("ألفين وأربعة وعشرين", "2024 (الفين واربعه وعشرين)")]
    [InlineData("ثلاثة", "3 (ثلاثه)")]
    [InlineData("ألف مليار", "1000000000000 (الف مليار)")]
    [InlineData("1,5 مليون", "1500000 (1 5 مليون)")]
    [InlineData("1٫5 مليون", "1500000 (1.5 مليون)")]
    [InlineData("واحد", "واحد")]
    [InlineData("ملايين الدولارات", "ملايين الدولارات")]
    [InlineData("آلاف الجنود", "الاف الجنود")]
    [InlineData("اليوم الثالث", "اليوم الثالث")]
    [InlineData("لست هنا", "لست هنا")]
    [InlineData("بين مليون و3 ملايين", "بين 1000000 (مليون) و 3000000 (3 ملايين)")]
    [InlineData("في 2023 و2024", "في 2023 و 2024")]
    [InlineData("نصف العام", "نصف العام")]
    [InlineData("كالفين", "كالفين")]
    public void Of_Quantity_IsOneNumberWithItsParts(string text, string expected) => Assert.Equal(expected, Shown(Words.Of(text)));

    [Theory]
    [InlineData("He said: «٣ ملايين قذيفة»!", "3000000", "٣ ملايين")]
    [InlineData("half a million rockets", "500000", "half a million")]
    [InlineData("Moscow's plan", "moscow", "Moscow")]
    [InlineData("مُضَلِّلٌ جدًّا", "مضلل", "مُضَلِّلٌ")]
    [InlineData("in 𝐊𝐢𝐦 style", "kim", "𝐊𝐢𝐦")]
    [InlineData("by 6 700 containers", "6700", "6 700")]
    [InlineData("ship e\u0301lan", "elan", "e\u0301lan")]
    public void Of_Offsets_ShowTheTextAsWritten(string text, string word, string written)
    {
        var found = Assert.Single(Words.Of(text), w => w.Text == word);

        Assert.Equal(written, text.Substring(found.Start, found.Length));
    }

    [Fact]
    public void Of_LongRun_IsCutAndNothingLost()
    {
        var words = Words.Of(new string('a', 150) + " " + new string('7', 130));

        Assert.Equal([60, 60, 30, 60, 60, 10], words.Select(w => w.Text.Length));
    }

    private static string Shown(IReadOnlyList<Word> words)
    {
        var shown = "";
        var isOpen = false;
        foreach (var word in words)
        {
            var before = word.IsPart && !isOpen ? " (" : isOpen && !word.IsPart ? ") " : shown.Length > 0 ? " " : "";
            shown += before + word.Text;
            isOpen = word.IsPart;
        }

        return isOpen ? shown + ")" : shown;
    }

    [Fact]
    public void Of_FarMoreWordsThanAreRemembered_StemsEachAsByItself()
    {
        var letters = "abcdefghijklmnopqrst";
        for (var i = 0; i < 150_000; i++)
        {
            var word = new string([.. Enumerable.Range(0, 5).Select(p => letters[i / (int)Math.Pow(letters.Length, p) % letters.Length])]) + "ing";

            Assert.Equal(Words.StemOf(word), Assert.Single(Words.Of(word)).Stem);
        }
    }
}
