using ClaimTracker.Core.Search;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>Has it been checked? Text in, earlier checks out; nothing of the text is kept.</summary>
public static class MatchApi
{
    private static readonly ApiOperation Operation = new("matchText", "Match", "Has it been checked? Claims like a sentence, a headline or a post", typeof(MatchList))
    {
        Description = "Counted apart from other requests, with a limit of its own. Servers take addresses of some 8,000 bytes, in which an Arabic letter takes six.",
        Parameters =
        [
            new("q", ApiValue.Text, "The text.") { IsRequired = true, MaxLength = CheckModel.TextMaxLength, Example = "North Korea sent 6,700 containers to Russia" },
            new(ApiParameters.Limit, ApiValue.Whole, "Claims at most.") { Min = 1, Max = 20, Default = 10, Example = "5" },
        ],
        ListName = "items",
        Record = typeof(MatchItem),
        IsLookUp = true,
        Example = "/match?q=North%20Korea%20sent%206,700%20containers%20to%20Russia",
    };

    public static void MapMatch(this IEndpointRouteBuilder api) => api.MapReading("/match", Operation, MatchAsync);

    private static async Task<ApiAnswer> MatchAsync(ApiRequest request)
    {
        const int usual = 10;
        var matches = await request.Reader.Matcher.FindAsync(request.Text("q") ?? "", request.Whole(ApiParameters.Limit) ?? usual, request.Ct);
        var numbers = matches.Select(m => m.Number).ToList();
        var rows = numbers.Count == 0 ? [] : await request.Reader.OnTheList.Where(c => numbers.Contains(c.Number)).ToListAsync(request.Ct);
        var cards = (await ClaimCard.OfAsync(rows, request.Reader, request.Ct)).ToDictionary(c => c.Claim.Number);
        return new ApiAnswer.Found(new MatchList([.. matches.Where(m => cards.ContainsKey(m.Number)).Select(m => new MatchItem(
            Making.Item(cards[m.Number], request), m.Band, m.Score, m.IsInOtherLanguage, m.Words, m.Names, [.. m.Numbers.Select(n => new MatchedNumber(n.Value, n.Unit))],
            [.. m.Dates.Select(d => d.ToString())], [.. m.Differences.Select(DifferenceOf)]))]));
    }

    private static MatchedDifference DifferenceOf(MatchDifference difference) => difference switch
    {
        OtherNumber n => new MatchedDifference("Number", Plain(n.InText), Plain(n.InClaim)),
        OtherDate d => new MatchedDifference("Date", d.InText.ToString(), d.InClaim.ToString()),
        OtherSpeaker s => new MatchedDifference("Speaker", s.InText, s.InClaim),
        Negated n => new MatchedDifference("Negation", n.ByText ? "true" : "false", n.ByText ? "false" : "true"),
        OtherWords w => new MatchedDifference("Words", w.InText, w.InClaim),
        _ => throw new InvalidOperationException($"No name for {difference.GetType().Name}."),
    };

    private static string Plain(decimal number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
