using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Public.Statistics;
using ClaimTracker.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Api;

/// <summary>What this newsroom published, for any range of days.</summary>
public static class StatisticsApi
{
    private static readonly ApiOperation Operation = new("getStatistics", "Statistics", "What was published between two days, by rating, topic, side and country", typeof(StatisticsRecord))
    {
        Parameters = ApiParameters.Range,
        Example = "/statistics?from=2024&to=2024",
    };

    public static void MapStatistics(this IEndpointRouteBuilder api) => api.MapReading("/statistics", Operation, ReadAsync);

    private static async Task<ApiAnswer> ReadAsync(ApiRequest request)
    {
        var (from, to) = (StatisticsView.FirstDay(request.Text("from") ?? ""), StatisticsView.LastDay(request.Text("to") ?? ""));
        if (from > to)
        {
            return new ApiAnswer.Wrong("from", ApiText.ParameterNotRange);
        }

        var counts = await new StatisticsReader(request.Reader).ReadAsync(from, to, request.Ct);
        var ratings = (await request.Reader.Ratings.Select(r => new { r.Aspect, r.Code, r.Label }).ToListAsync(request.Ct)).ToDictionary(r => (r.Aspect, r.Code), r => r.Label);
        var slugs = counts.Topics.Select(t => t.Value).ToList();
        var topics = await request.Reader.Topics.Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, t => t.Name, request.Ct);
        var sides = counts.Sides.Select(s => Guid.TryParse(s.Value, out var id) ? id : Guid.Empty).ToList();
        var parties = (await request.Reader.Parties.Where(p => sides.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(request.Ct)).ToDictionary(p => p.Id.ToString(), p => p.Name);
        return new ApiAnswer.Found(new StatisticsRecord
        {
            From = from,
            To = to,
            Checks = counts.Checks,
            Months = [.. counts.Months.Select(m => new MonthCount(m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.Count))],
            Ratings = [.. counts.Ratings.OrderBy(r => r.Key).SelectMany(r => r.Value, (r, line) => new AspectCount(r.Key, line.Value, ratings.GetValueOrDefault((r.Key, line.Value)) ?? LocalizedText.Empty, line.Count))],
            Topics = Named(counts.Topics, topics),
            Sides = Named(counts.Sides, parties),
            Countries = Plain(counts.Countries),
            Corrections = Plain(counts.Corrections),
            Waivers = Plain(counts.Waivers),
            WithPrimarySource = counts.WithPrimarySource,
            MedianDays = counts.MedianDays,
            Timed = counts.Timed,
            Imported = counts.Imported,
        });
    }

    private static IReadOnlyList<CountOf> Plain(IEnumerable<StatisticLine> lines) => [.. lines.Select(l => new CountOf(l.Value, l.Count))];

    private static IReadOnlyList<NamedCount> Named(IEnumerable<StatisticLine> lines, Dictionary<string, LocalizedText> names) =>
        [.. lines.Select(l => new NamedCount(l.Value, names.GetValueOrDefault(l.Value) ?? LocalizedText.Empty, l.Count))];
}
