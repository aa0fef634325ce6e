using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>What a claim and a text share, and what tells them apart, in plain words of the page's language. Pieces of the text keep their own direction.</summary>
public static class MatchWords
{
    private const int CommonShown = 10;

    /// <summary>Units that stood as a sign beside the number; the matcher names them.</summary>
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["percent"] = "%",
        ["dollar"] = "$",
        ["euro"] = "€",
        ["pound"] = "£",
        ["degree"] = "°",
    };

    public static string Of(MatchBand band) => band is MatchBand.Same ? CommonText.MatchSame : CommonText.MatchRelated;

    /// <summary>One sentence for each difference; for a related claim without one, that they are only partly alike.</summary>
    public static IReadOnlyList<IHtmlContent> Differences(Match match, Formats formats)
    {
        List<IHtmlContent> differences = [.. match.Differences.Select(d => Sentence(d, formats))];
        return differences.Count == 0 && match.Band is MatchBand.Related ? [new HtmlContentBuilder().Append(CommonText.MatchPartly)] : differences;
    }

    /// <summary>Names, numbers, dates and words that both have, as the text has them.</summary>
    /// <param name="match">The claim found.</param>
    /// <param name="text">The text it was found for; null: words are left out.</param>
    /// <param name="formats">Of the page.</param>
    public static IReadOnlyList<IHtmlContent> InCommon(Match match, string? text, Formats formats)
    {
        var written = Written(text);
        List<string> pieces =
        [
            .. match.Names.Select(n => written.GetValueOrDefault(n, n)),
            .. match.Numbers.Select(n => Quantity(n.Value, n.Unit, formats)),
            .. match.Dates.Select(d => Date(d, formats)),
        ];
        foreach (var word in match.Words.Select(w => written.GetValueOrDefault(w)).OfType<string>())
        {
            if (!pieces.Exists(p => p.Contains(word, StringComparison.CurrentCultureIgnoreCase)))
            {
                pieces.Add(word);
            }
        }

        return [.. pieces.Distinct(StringComparer.CurrentCultureIgnoreCase).Take(CommonShown).Select(Piece)];
    }

    /// <summary>As far as it was said: «13 سبتمبر», “September 2023”.</summary>
    public static string Date(MatchDate date, Formats formats) => date switch
    {
        { Year: { } year, Month: { } month, Day: { } day } => $"{formats.Ordinal(day)} {formats.MonthName(month)} {formats.Ordinal(year)}",
        { Year: { } year, Month: { } month } => $"{formats.MonthName(month)} {formats.Ordinal(year)}",
        { Year: { } year } => formats.Ordinal(year),
        { Month: { } month, Day: { } day } => $"{formats.Ordinal(day)} {formats.MonthName(month)}",
        { Month: { } month } => formats.MonthName(month),
        _ => formats.Ordinal(date.Day ?? 0),
    };

    private static IHtmlContent Sentence(MatchDifference difference, Formats formats) => difference switch
    {
        OtherNumber number => Of(CommonText.MatchOtherNumber, formats.Number(number.InClaim), Quantity(number.InText, number.Unit, formats)),
        OtherDate date => Of(CommonText.MatchOtherDate, Date(date.InClaim, formats), Date(date.InText, formats)),
        OtherSpeaker speaker => Of(CommonText.MatchOtherSpeaker, speaker.InClaim, speaker.InText),
        Negated { ByText: true } => Of(CommonText.MatchTextDenies),
        Negated => Of(CommonText.MatchClaimDenies),
        OtherWords words => Of(CommonText.MatchOtherWords, words.InClaim, words.InText),
        _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, null),
    };

    /// <summary>The house writes its texts without markup; what is filled in is encoded.</summary>
    private static HtmlFormattableString Of(string sentence, params IEnumerable<string> pieces) => new(sentence, [.. pieces.Select(Piece)]);

    /// <summary>With what the text counts, in its own words: “containers” of “containers of munitions”.</summary>
    private static string Quantity(decimal value, string unit, Formats formats)
    {
        if (Signs.TryGetValue(unit, out var sign))
        {
            return formats.Number(value) + sign;
        }

        var words = Words.Of(unit);
        var end = words.FirstOrDefault(w => StopWords.Contains(w.Text), new Word("", "", unit.Length, 0, WordKind.Word)).Start;
        return $"{formats.Number(value)} {unit[..end]}".Trim();
    }

    private static TagBuilder Piece(string text)
    {
        var piece = new TagBuilder("bdi");
        piece.InnerHtml.Append(text);
        return piece;
    }

    /// <summary>Folded words as the text has them.</summary>
    private static Dictionary<string, string> Written(string? text)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text is not null)
        {
            foreach (var word in Words.Of(text))
            {
                written.TryAdd(word.Text, text[word.Start..word.End]);
            }
        }

        return written;
    }
}
