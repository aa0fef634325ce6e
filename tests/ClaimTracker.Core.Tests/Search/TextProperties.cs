using ClaimTracker.Core.Search;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>What holds of any text at all: half surrogates, marks without letters, numbers run together.</summary>
public sealed class TextProperties
{
    private static readonly string[] Pieces =
    [
        "3", "12", "300", "700", "2024", "0", "1.5", "٣", "٦٬٧٠٠", ",", ".", " ", " ", " ", "-", "'", "’s", "%", "$", "\n", "و", "ال", "ء", "أ",
        "million", "half", "a", "and", "of", "dozen", "k", "m", "bn", "ملايين", "ألف", "ألفين", "ونصف", "نصف", "مليون", "مئة", "ثلاثة", "عشر", "وعشرون",
        "two", "twenty", "hundred", "thousand", "كيم", "Kim", "\u064B", "\u0640", "\u200F", "\uD83D", "😀", "½", "ß", "ø", "ﷺ", "x",
    ];

    private static readonly Arbitrary<string> AnyText = Gen.OneOf(
            Gen.Choose(0, char.MaxValue).Select(i => ((char)i).ToString()),
            Gen.Choose(0x20, 0x7E).Select(i => ((char)i).ToString()),
            Gen.Choose(0x600, 0x6FF).Select(i => ((char)i).ToString()),
            Gen.Choose(0x10000, 0x1FFFF).Select(char.ConvertFromUtf32),
            Gen.Elements(Pieces))
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void Fold_Twice_IsFoldedOnce() => Holds(text => TextFold.Fold(TextFold.Fold(text)) == TextFold.Fold(text));

    [Fact]
    public void Words_Text_IsLettersOrANumber() => Holds(text => Words.Of(text).All(w =>
        w.Text.Length is > 0 and <= Word.MaxLength && w.Stem.Length is > 0 and <= Word.MaxLength
        && (w.Kind == WordKind.Number
            ? w.Text.All(c => char.IsAsciiDigit(c) || c == '.') && w.Text.Count(c => c == '.') <= 1 && w.Stem == w.Text
            : w.Text.All(char.IsLetter) && !w.Text.Contains('ß') && !w.Text.Contains('ø'))));

    [Fact]
    public void Words_Offsets_LieInsideTheText() => Holds(text =>
    {
        var words = Words.Of(text);
        return words.All(w => w.Start >= 0 && w.Length > 0 && w.End <= text.Length)
            && words.Zip(words.Skip(1)).All(p => p.First.Start <= p.Second.Start);
    });

    [Fact]
    public void Words_OfAWord_GiveItBack() => Holds(text =>
        Words.Of(text).All(word => Words.Of(word.Text).Any(again => again.Text == word.Text && again.Stem == word.Stem)));

    [Fact]
    public void Words_WithoutQuantities_AreTheFold() => Holds(text =>
    {
        var words = Words.Of(text);
        return words.Any(w => w.IsPart)
            || TextFold.Fold(text).Replace("  ", " ", StringComparison.Ordinal) == string.Join(' ', words.Select(w => w.Text));
    });

    [Fact]
    public void Highlight_Ranges_LieInsideTheTextInOrder() => Holds(text =>
    {
        var spans = Highlight.Spans(text, w => w.Text.Length % 2 == 0);
        return spans.All(s => s.Start >= 0 && s.Length > 0 && s.End <= text.Length && !CutsPair(text, s.Start) && !CutsPair(text, s.End))
            && spans.Zip(spans.Skip(1)).All(p => p.First.End < p.Second.Start || (p.First.End == p.Second.Start && p.First.Length > 0));
    });

    [Fact]
    public void Excerpt_AnyLength_FitsAndKeepsItsRanges() => Holds(text => Enumerable.Range(0, 8).Select(i => i * i).All(maxLength =>
    {
        var excerpt = Highlight.Excerpt(text, w => w.Text.Length < 3, maxLength);
        return excerpt.Text.Length <= Math.Max(maxLength, 0) && text.Contains(excerpt.Text, StringComparison.Ordinal)
            && excerpt.Spans.All(s => s.Start >= 0 && s.Length > 0 && s.End <= excerpt.Text.Length)
            && (text.Length > maxLength || excerpt.Text == text);
    }));

    [Fact]
    public void QuantitiesAndSkeletons_AnyText_NeverThrow() => Holds(text =>
        Quantities.Of(text).All(q => q.Number.End <= text.Length) && NameSkeleton.Of(text).Length <= Word.MaxLength);

    private static bool CutsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void Holds(Func<string, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(AnyText, property));
}
