using System.Globalization;
using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Intake;

/// <summary>Numbers that are part of an address, a list or a name and count nothing: “10 Downing Street”, “1. First”, “50-50”.</summary>
internal static class NumbersOfPlaces
{
    private const int HighestOfList = 99;
    private const int LongestStreet = 4;
    private const int LongestPostcode = 3;

    public static bool Is(SentenceWords words, int at) =>
        IsStreet(words, at) || IsPostcode(words, at) || IsOfList(words, at) || IsEvenChance(words, at) || IsYearOfName(words, at) || IsAgeOfTeam(words, at) || IsOfGroup(words, at);

    /// <summary>“22 Acacia Avenue”: capitals up to the word for a street.</summary>
    private static bool IsStreet(SentenceWords words, int at)
    {
        var name = Enumerable.Range(at + 1, LongestStreet).TakeWhile(i => i < words.Words.Count && words.GapBefore(i) is " " && char.IsUpper(words.Text[words.Words[i].Start])).ToList();
        return name.Skip(1).Any(i => NotCounts.Has("street", words.Words[i].Text));
    }

    /// <summary>“SW1A 2AA”: two or three capitals right after it that are no unit.</summary>
    private static bool IsPostcode(SentenceWords words, int at)
    {
        if (at + 1 >= words.Words.Count || words.GapBefore(at + 1).Length > 0 || words.Words[at + 1] is not { Kind: WordKind.Word } letters || letters.Length is < 2 or > LongestPostcode)
        {
            return false;
        }

        return words.Text.AsSpan(letters.Start, letters.Length).IndexOfAnyExceptInRange('A', 'Z') < 0 && !NotCounts.Has("noun", letters.Text) && !NotCounts.Has("currency", letters.Text) && words.Words[at].Length == 1;
    }

    /// <summary>“1. First”, «2- اتصل»: at the head of its sentence.</summary>
    private static bool IsOfList(SentenceWords words, int at) =>
        at == 0 && words.Words.Count > 1 && words.GapBefore(1) is ". " or ") " or "- " or ".- " or "– " && int.TryParse(words.Words[0].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= HighestOfList && words.Words[0].Length <= 2;

    private static bool IsEvenChance(SentenceWords words, int at) =>
        (at + 1 < words.Words.Count && IsTwin(words, at, at + 1)) || (at > 0 && IsTwin(words, at - 1, at));

    private static bool IsTwin(SentenceWords words, int first, int second) =>
        words.GapBefore(second).Trim() is "-" or "–" or "/" && words.Words[first] is { Kind: WordKind.Number } number && words.Words[second].Kind is WordKind.Number && number.Text == words.Words[second].Text;

    /// <summary>“World Cup 2022”, «رؤية 2030».</summary>
    private static bool IsYearOfName(SentenceWords words, int at) =>
        at > 0 && words.Words[at] is { Length: 4, Text: ['1', '9', ..] or ['2', '0', ..] } && words.GapBefore(at) is " " && (NotCounts.Has("yearly", words.Words[at - 1].Text.TrimStart('و')) || (words.IsWord(at - 1, "العالم") && words.IsWord(at - 2, "كاس", "وكاس", "لكاس", "بكاس")));

    /// <summary>«منتخب تحت 20 عاما», “the under 21 side”.</summary>
    private static bool IsAgeOfTeam(SentenceWords words, int at) =>
        at > 1 && words.IsWord(at - 1, "تحت", "دون", "under") && Enumerable.Range(Math.Max(0, at - LongestStreet), Math.Min(LongestStreet, at) - 1).Any(i => NotCounts.Has("team", words.Words[i].Text.TrimStart('و')));

    /// <summary>“the Group of 77”.</summary>
    private static bool IsOfGroup(SentenceWords words, int at) => words.IsWord(at - 1, "of") && words.IsWord(at - 2, "group") && char.IsUpper(words.Text[words.Words[at - 2].Start]);
}
