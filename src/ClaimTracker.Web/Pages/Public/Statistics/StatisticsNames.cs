using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Public.Statistics;

/// <summary>What the counted codes are called; a constant number of queries.</summary>
internal sealed class StatisticsNames
{
    private readonly Dictionary<(RatedAspect, string), LocalizedText> ratings;
    private readonly Dictionary<string, LocalizedText> topics;
    private readonly Dictionary<string, LocalizedText> parties;

    private StatisticsNames(Dictionary<(RatedAspect, string), LocalizedText> ratings, Dictionary<string, LocalizedText> topics, Dictionary<string, LocalizedText> parties) =>
        (this.ratings, this.topics, this.parties) = (ratings, topics, parties);

    public static async Task<StatisticsNames> ReadAsync(PublicReader reader, PublicStatistics counts, CancellationToken ct)
    {
        var slugs = counts.Topics.Select(t => t.Value).ToList();
        var sides = counts.Sides.Select(s => Guid.TryParse(s.Value, out var id) ? id : Guid.Empty).ToList();
        return new StatisticsNames(
            (await reader.Ratings.Select(r => new { r.Aspect, r.Code, r.Label }).ToListAsync(ct)).ToDictionary(r => (r.Aspect, r.Code), r => r.Label),
            await reader.Topics.Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, t => t.Name, ct),
            (await reader.Parties.Where(p => sides.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).ToDictionary(p => p.Id.ToString(), p => p.Name));
    }

    public IReadOnlyList<StatisticsSection> Sections(PublicStatistics counts, Links links, Formats formats)
    {
        List<StatisticsSection> sections =
        [
            new("months", PublicText.StatisticsMonths, PublicText.StatisticsMonth, null, null,
                [.. counts.Months.Select(m => new StatisticsRow(Of(formats.Month(m.Month)), m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.Count))]),
        ];
        foreach (var aspect in Enum.GetValues<RatedAspect>().OrderByDescending(a => a is RatedAspect.Content))
        {
            var lines = counts.Ratings.GetValueOrDefault(aspect) ?? [];
            sections.Add(new($"ratings-{Glossary.Code(aspect)}", aspect is RatedAspect.Saying ? PublicText.StatisticsRatingsSaying : PublicText.StatisticsRatingsContent, PublicText.StatisticsRating, null,
                lines.Sum(l => l.Count), [.. lines.Select(l => new StatisticsRow(ratings.GetValueOrDefault((aspect, l.Value)) ?? Of(l.Value), l.Value, l.Count, links.Claims(("rating", l.Value))))]));
        }

        sections.Add(new("topics", PublicText.StatisticsTopics, PublicText.FilterTopic, PublicText.StatisticsSeveralTopics, counts.Checks,
            [.. counts.Topics.Select(l => new StatisticsRow(topics.GetValueOrDefault(l.Value) ?? Of(l.Value), l.Value, l.Count, topics.ContainsKey(l.Value) ? links.Topic(l.Value) : null))]));
        sections.Add(new("sides", PublicText.StatisticsSides, PublicText.StatisticsSide, PublicText.StatisticsSidesNote, counts.Checks,
            [.. counts.Sides.Select(l => new StatisticsRow(SideOf(l.Value), l.Value, l.Count, parties.TryGetValue(l.Value, out var name) ? links.Claimant(Guid.Parse(l.Value), Links.Slug(name.In(Cultures.Current))) : null))]));
        sections.Add(new("countries", PublicText.StatisticsCountries, PublicText.StatisticsCountry, PublicText.StatisticsCountriesNote, counts.Checks,
            [.. counts.Countries.Select(l => new StatisticsRow(Of(l.Value == "" ? PublicText.StatisticsNoCountry : Glossary.Label(Glossary.Countries, l.Value, Cultures.Current)), l.Value, l.Count))]));
        sections.Add(new("corrections", PublicText.StatisticsCorrections, PublicText.StatisticsCorrectionKind, PublicText.StatisticsCorrectionsNote, null,
            [.. counts.Corrections.Select(l => new StatisticsRow(Of(Enum.TryParse<CorrectionKind>(l.Value, out var kind) ? ReviewWords.Of(kind) : l.Value), l.Value, l.Count, links.Corrections(("kind", l.Value))))]));
        sections.Add(new("waivers", PublicText.StatisticsWaivers, PublicText.StatisticsCondition, PublicText.StatisticsWaiversNote, counts.Checks,
            [.. counts.Waivers.Select(l => new StatisticsRow(Of(ReviewWords.Condition(l.Value)), l.Value, l.Count))]));
        return sections;
    }

    private static LocalizedText Of(string text) => LocalizedText.Of((Cultures.Current, text));

    private LocalizedText SideOf(string id) => id == "" ? Of(PublicText.ClaimantUnknown) : parties.GetValueOrDefault(id) ?? Of(PublicText.StatisticsSideGone);
}
