using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>What holds of reading any text at all: nothing throws, every range lies inside, sentences leave nothing out.</summary>
public sealed class ReadingProperties
{
    private const int Times = 1500;

    private static readonly DateOnly Day = new(2024, 6, 18);

    private static readonly string[] Pieces =
    [
        "a", "\u0301", " ", " ", " ", "\n", ".", ".", ",", "،", "؟", "!", "…", ":", "-", "–", "/", "%", "٪", "$", "€", "\"", "«", "»", "(", ")", "5", "50", "6,700", "2.5", "٣", "2019", "10.30", "0800",
        "half ", "two ", "one in three ", "million ", "between ", "and ", "to ", "from ", "of ", "less than ", "dozens of ", "people ", "F-16 ", "on Monday ", "in May ", "last year ", "since ", "the ministry ", "said ",
        "according to ", "was quoted as ", "who ", "claims ", "ثلاثة ", "جنود ", "بين ", "و", "ونصف ", "ضعف ", "معدله ", "نصف ", "مليون ", "في ", "المئة ", "عيار ", "ملم ", "كم ", "من كل ", "يوم الأحد ", "مارس ", "عام ", "منذ ",
        "قال ", "وقالت ", "نقلت ", "عن ", "جاء في ", "بيان ", "ل", "إن ", "الذي ", "وفقا ", "بحسب ", "ما ", "اقرأ أيضا", "قذيفتان ", "ألفي ", "\u064B", "\u0640", "\u200F", "\u200D", "👨‍👩‍👧", "\uD83D", "\uDE00", "\u00A0", "\0", "\u2029",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Elements(Pieces),
            Gen.Elements(Pieces),
            Gen.Elements(Pieces),
            Gen.Choose(0, char.MaxValue).Select(i => ((char)i).ToString()),
            Gen.Choose(0x10000, 0x1FFFF).Select(char.ConvertFromUtf32))
        .ArrayOf().Select(string.Concat);

    [Fact]
    public void Of_AnyText_CoversEveryVisibleCharacterOnce() => Holds(text =>
    {
        var sentences = Paragraphs.Of(text).SelectMany(Sentences.Of).ToList();
        return string.Concat(sentences.Select(s => Visible(s.Text))) == Visible(text)
            && sentences.Zip(sentences.Skip(1)).All(p => p.First.Place.End <= p.Second.Place.Start)
            && sentences.All(s => s.Place.Start >= 0 && s.Place.Length > 0);
    });

    [Fact]
    public void Read_AnyText_FiguresLieInside() => Holds(text => FigureReader.Read(text, LabelledReading.Units).All(f => IsInside(f.Range, text) && f.Unit is not null));

    [Fact]
    public void Read_AnyText_DatesLieInsideAndAreWhole() => Holds(text => DateResolver.Read(text, Day).All(d => IsInside(d.Range, text) && d.Date.Fault() is null));

    [Fact]
    public void Read_AnyText_SpeakersLieInside() => Holds(text => AttributionReader.Read(text)?.Chain.All(s => IsInside(s.Range, text) && s.Name.Length > 0) is not false);

    [Fact]
    public void Read_AnyArticle_GivesEverySentence() => Holds(text =>
    {
        var reading = ArticleReading.Read(text, Day, LabelledReading.Units);
        return reading.Paragraphs.Count == Paragraphs.Of(text).Count && reading.Marked().All(s => s.Reading.Mark is { IsMarked: true, Reasons.Count: > 0 });
    });

    [Fact]
    public void Read_AnyPassage_LiesInsideTheArticle() => Holds(text =>
    {
        var length = text.EnumerateRunes().Count();
        var range = new CodePointRange(length / 3, length - (length / 4));
        return Passage.Read(text, range, Day, LabelledReading.Units) is not { } passage
            || (passage.Paragraphs.From >= 1 && passage.Paragraphs.To >= passage.Paragraphs.From && passage.Reading.Figures.All(f => IsInside(f.Range, passage.Anchor.Exact)));
    });

    private static bool IsInside(TextRange range, string text) => range.Start >= 0 && range.Length >= 0 && range.Start + range.Length <= text.Length;

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void Holds(Func<string, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Times), Prop.ForAll(Texts.ToArbitrary(), holds));
}
