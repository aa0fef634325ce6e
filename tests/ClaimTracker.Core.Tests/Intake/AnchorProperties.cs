using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>What holds of anchors in any text, whatever is done to it: half surrogates, marks without letters, passages that stand twice.</summary>
public sealed class AnchorProperties
{
    private const int Times = 3000;

    private static readonly string[] Pieces =
    [
        "a", "e", "\u0301", "e\u0301", " ", " ", " ", "\n", "\n", ".", ",", "5", "50", "6,700", "the ", "the ministry said ", "nobody was hurt ", "nobody was hurt ", "قالت الوزارة ", "شخصًا ", "\u064B",
        "\u0640", "\u200F", "\u200D", "👨‍👩‍👧", "👍🏽", "🇯🇴", "🇯", "\uD83D", "\uDE00", "😀", "한", "ᄒ", "ᅡ", "ि", "न", "…", "«", "»", "\u00A0", "\0", "مَ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Elements(Pieces),
            Gen.Elements(Pieces),
            Gen.Choose(0, char.MaxValue).Select(i => ((char)i).ToString()),
            Gen.Choose(0x10000, 0x1FFFF).Select(char.ConvertFromUtf32))
        .ArrayOf().Select(string.Concat);

    private static readonly Gen<Case> Cases =
        from before in Texts
        from quote in Texts
        from after in Texts
        from edits in Gen.Choose(0, 5).Two().SelectMany(kind => Gen.Choose(0, 1000).Four(), (kind, at) => new Edit(kind.Item1, at)).ArrayOf()
        from fresh in Texts
        select new Case(before, quote, after, [.. edits.Take(4)], fresh);

    [Fact]
    public void Of_AnyRange_HoldsWholeClustersAndFits() => Holds(Cases, c =>
    {
        var text = c.Text;
        var clusters = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        if (Made(c) is not { } anchor)
        {
            return true;
        }

        var start = Units(text, anchor.Start ?? -1);
        var end = Units(text, anchor.End ?? -1);
        return start <= c.Before.Length && (end >= c.Before.Length + c.Quote.Length || anchor.Exact.Length > Appearance.QuoteMaxLength - c.Text.Length)
            && text[start..end] == anchor.Exact && clusters.Contains(start) && clusters.Contains(end)
            && anchor.Exact.Length is > 0 and <= Appearance.QuoteMaxLength
            && anchor.Prefix.Length <= Appearance.ContextMaxLength && anchor.Suffix.Length <= Appearance.ContextMaxLength
            && text[..start].EndsWith(anchor.Prefix, StringComparison.Ordinal) && text[end..].StartsWith(anchor.Suffix, StringComparison.Ordinal)
            && clusters.Contains(start - anchor.Prefix.Length) && clusters.Contains(end + anchor.Suffix.Length);
    });

    [Fact]
    public void Find_SameText_IsInPlace() => Holds(Cases, c =>
        Made(c) is not { } anchor || AnchorFinder.Find(c.Text, anchor) is { State: AnchorState.InPlace, Range: { } range } && (range.Start, range.End) == (anchor.Start, anchor.End));

    [Fact]
    public void Find_AfterAnyEdits_ReadsAsItSays() => Holds(Cases, c =>
    {
        if (Made(c) is not { } anchor)
        {
            return true;
        }

        var text = c.Edits.Aggregate(c.Text, (t, e) => e.Apply(t, c.Fresh));
        var other = c.Edits.Count > 0 ? c.Edits[0] : new Edit(0, (5, 9, 0, 0));
        return Array.TrueForAll(
            [anchor, anchor with { Start = null, End = null }, new TextAnchor { Exact = anchor.Exact, ParagraphFrom = 1 }, anchor with { Start = other.A - 5, End = other.B }],
            sought => IsHonest(text, sought, AnchorFinder.Find(text, sought)));
    });

    /// <summary>What was done away from the passage leaves it findable, unless it now stands in several places alike.</summary>
    [Fact]
    public void Find_AfterEditsElsewhere_IsThePassageOrSaysWhyNot() => Holds(Cases, c =>
    {
        const string wall = ".\nSome forty words of quiet prose stand here so that whatever is done to the text lies well away from it.\n";
        const string end = "\nHere too the prose goes on for a while, about nothing that anybody would ever want to write or to take out.\n";
        var kept = wall + c.Quote + end;
        var anchor = TextAnchor.Of(c.Before + kept + c.After, new CodePointRange(CodePoints(c.Before + wall), CodePoints(c.Before + wall + c.Quote)));
        if (anchor is null || anchor.Exact != c.Quote)
        {
            return true;
        }

        var (before, after) = (c.Before, c.After);
        foreach (var edit in c.Edits)
        {
            (before, after) = edit.D % 2 == 0 ? (edit.Apply(before, c.Fresh), after) : (before, edit.Apply(after, c.Fresh));
        }

        var text = before + kept + after;
        var place = AnchorFinder.Find(text, anchor);
        return place is { IsSure: true, Range: { } range } && range.Start == CodePoints(before + wall) && range.Length == anchor.End - anchor.Start;
    });

    private static bool IsHonest(string text, TextAnchor anchor, AnchorPlace place)
    {
        if (place.Range is not { } range)
        {
            return place.State is AnchorState.Ambiguous or AnchorState.Lost;
        }

        return range.Start >= 0 && range.Length > 0 && range.End <= CodePoints(text)
            && (!place.IsSure || AnchorFinderTests.Read(text, place) == anchor.Exact)
            && (place.State is not AnchorState.InPlace || range.Start == anchor.Start);
    }

    private static TextAnchor? Made(Case c) =>
        TextAnchor.Of(c.Text, new CodePointRange(PlaceOf(c.Text, c.Before.Length, isEnd: false), PlaceOf(c.Text, c.Before.Length + c.Quote.Length, isEnd: true)));

    /// <summary>In code points; of a pair that was put together from halves, its beginning or its end.</summary>
    private static int PlaceOf(string text, int unit, bool isEnd) =>
        CodePoints(text[..unit]) - (!isEnd && unit > 0 && unit < text.Length && char.IsSurrogatePair(text[unit - 1], text[unit]) ? 1 : 0);

    private static int CodePoints(string text) => text.EnumerateRunes().Count();

    private static int Units(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0; codePoints--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    private static void Holds(Gen<Case> cases, Func<Case, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Times), Prop.ForAll(cases.ToArbitrary(), holds));

    private sealed record Case(string Before, string Quote, string After, IReadOnlyList<Edit> Edits, string Fresh)
    {
        public string Text => Before + Quote + After;

        public override string ToString() => $"{Escaped(Before)} | {Escaped(Quote)} | {Escaped(After)}, {Escaped(Fresh)}: {string.Join("; ", Edits)}";

        private static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
    }

    /// <summary>Something done to a text between two of its units, which may lie inside a pair or a cluster.</summary>
    private sealed record Edit(int Kind, (int A, int B, int C, int D) At)
    {
        public int A => At.A;

        public int B => At.B;

        public int D => At.D;

        public string Apply(string text, string fresh)
        {
            var (from, to) = (At.A % (text.Length + 1), At.B % (text.Length + 1));
            (from, to) = (Math.Min(from, to), Math.Max(from, to));
            var lines = text.Split('\n').ToList();
            switch (Kind)
            {
                case 0:
                    return text.Insert(from, fresh);
                case 1:
                    return text.Remove(from, to - from);
                case 2:
                    return text.Remove(from, to - from).Insert(from, fresh);
                case 3:
                    return text.Insert(At.C % (text.Length + 1), text[from..to]);
                case 4:
                    var moved = lines[At.A % lines.Count];
                    lines.Remove(moved);
                    lines.Insert(At.B % (lines.Count + 1), moved);
                    return string.Join('\n', lines);
                default:
                    lines.Reverse();
                    return string.Join('\n', lines);
            }
        }
    }
}
