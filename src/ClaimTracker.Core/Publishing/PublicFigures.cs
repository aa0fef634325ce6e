using ClaimTracker.Core.Claims;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Figures across claims, as readers may see them: what is counted, and everything said about one measure in order of time. A constant
/// number of queries, however many figures there are.
/// </summary>
public sealed class PublicFigures(PublicReader reader)
{
    /// <summary>The newest of a measure that are drawn, listed and given to machines; how many there are in all stands beside them.</summary>
    public const int MostInSeries = 2_000;

    private const int MostDenials = 200;

    /// <summary>Measures with more figures than this are summed up without reading each.</summary>
    private const int MostInPicture = 200;

    /// <summary>
    /// Measures with at least one figure of a claim on the list, those with most figures first; the figures themselves are read only
    /// for those that are asked for. <paramref name="take"/> null: all.
    /// </summary>
    public async Task<MeasurePage> MeasuresAsync(int skip, int? take, CancellationToken ct)
    {
        var groups = await Listed.GroupBy(f => f.Measure)
            .Select(g => new { Measure = g.Key, Figures = g.Count(), Claims = g.Select(f => f.Number).Distinct().Count(), Newest = g.Max(f => f.AssertedSort) })
            .ToListAsync(ct);
        var shown = groups.OrderByDescending(g => g.Figures).ThenByDescending(g => g.Newest).ThenBy(g => g.Measure, StringComparer.Ordinal).Skip(skip).Take(take ?? groups.Count).ToList();
        var few = shown.Where(g => g.Figures <= MostInPicture).Select(g => g.Measure).ToList();
        var rows = (await Listed.Where(f => few.Contains(f.Measure)).ToListAsync(ct)).ToLookup(f => f.Measure);
        var summaries = new List<MeasureSummary>();
        foreach (var group in shown)
        {
            var figures = rows[group.Measure].OrderBy(r => r.AssertedSort).ThenBy(r => r.Number).ThenBy(r => r.Place).ToList();
            if (figures.Count == 0)
            {
                figures = await EndsAsync(group.Measure, ct);
            }

            if (figures.Count > 0 && figures[0].Read().Measure is { } measure)
            {
                summaries.Add(new MeasureSummary(measure, group.Figures, group.Claims, figures));
            }
        }

        return new MeasurePage(groups.Count, summaries);
    }

    /// <summary>
    /// The newest figures of these measures, oldest first and those without a date last; the figures of the claim <paramref name="own"/> are
    /// among them however old they are.
    /// </summary>
    /// <param name="most">Of each measure, so that none crowds out another.</param>
    public async Task<FigureSeries> SeriesAsync(IReadOnlyCollection<string> measures, int most, int? own, CancellationToken ct)
    {
        if (measures.Count == 0)
        {
            return new FigureSeries([], 0, [], []);
        }

        var total = await Listed.CountAsync(f => measures.Contains(f.Measure), ct);
        var found = await (
            from measure in Listed.Where(f => measures.Contains(f.Measure)).Select(f => f.Measure).Distinct()
            from row in (
                from figure in reader.FigureRows
                join claim in reader.OnTheList on figure.Number equals claim.Number
                where figure.Measure == measure
                orderby figure.Number == own descending, figure.AssertedSort descending, figure.Number descending, figure.Place
                select new { figure, claim }).Take(most)
            select row).ToListAsync(ct);
        var figures = found.ConvertAll(f => new FigureOfClaim(f.figure.Place, f.figure.Read(), f.claim))
            .OrderBy(f => f.Claim.AssertedSort == PublicClaim.UnknownDate ? 1 : 0).ThenBy(f => f.Claim.AssertedSort).ThenBy(f => f.Claim.Number).ThenBy(f => f.Place).ToList();
        return new FigureSeries(figures, total, await AlternativesAsync(figures, ct), await DenialsAsync(figures, ct));
    }

    private IQueryable<PublicFigureRow> Listed => reader.FigureRows.Where(f => reader.OnTheList.Any(c => c.Number == f.Number));

    /// <summary>Smallest and largest of a measure with very many.</summary>
    private async Task<List<PublicFigureRow>> EndsAsync(string measure, CancellationToken ct)
    {
        var numbered = Listed.Where(f => f.Measure == measure && f.Low != null);
        var smallest = await numbered.OrderBy(f => f.Low).ThenBy(f => f.Number).Take(1).ToListAsync(ct);
        return [.. smallest, .. await numbered.OrderByDescending(f => f.High).ThenBy(f => f.Number).Take(1).ToListAsync(ct)];
    }

    /// <summary>What else may hold instead of one of these, wherever it stands.</summary>
    private async Task<List<FigureOfClaim>> AlternativesAsync(List<FigureOfClaim> figures, CancellationToken ct)
    {
        var groups = figures.Select(f => f.Figure.AlternativeGroup).OfType<string>().Distinct().ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        var found = await (
            from figure in reader.FigureRows
            join claim in reader.OnTheList on figure.Number equals claim.Number
            where figure.AlternativeGroup != null && groups.Contains(figure.AlternativeGroup)
            orderby figure.Number, figure.Place
            select new { figure, claim }).Take(MostInSeries).ToListAsync(ct);
        return found.ConvertAll(f => new FigureOfClaim(f.figure.Place, f.figure.Read(), f.claim));
    }

    private async Task<List<FigureDenial>> DenialsAsync(List<FigureOfClaim> figures, CancellationToken ct)
    {
        var numbers = figures.Select(f => f.Claim.Number).Distinct().ToList();
        var found = await (
            from link in reader.Links
            join claim in reader.OnTheList on link.FromNumber equals claim.Number
            where link.Kind == LinkKind.Denies && numbers.Contains(link.ToNumber)
            orderby claim.AssertedSort, claim.Number, link.ToNumber
            select new { link.ToNumber, claim }).Take(MostDenials).ToListAsync(ct);
        return [.. found.GroupBy(f => f.claim.Number).Select(g => new FigureDenial(g.First().claim, [.. g.Select(f => f.ToNumber)]))];
    }
}

/// <summary>What is counted, with the figures a small picture needs: all of them, or both ends where there are very many.</summary>
public sealed record MeasureSummary(PublicMeasure Measure, int Figures, int Claims, IReadOnlyList<PublicFigureRow> Rows);

/// <param name="Total">How many measures there are in all.</param>
public sealed record MeasurePage(int Total, List<MeasureSummary> Measures);

public sealed record FigureOfClaim(int Place, PublicFigure Figure, PublicClaim Claim);

/// <summary>A claim that denies claims which give figures.</summary>
public sealed record FigureDenial(PublicClaim Claim, IReadOnlyList<int> Denies);

/// <param name="Total">How many there are in all; more than <paramref name="Figures"/> where only the newest are given.</param>
/// <param name="Alternatives">All figures of the either/or groups that occur, those of other measures too.</param>
public sealed record FigureSeries(
    IReadOnlyList<FigureOfClaim> Figures, int Total, IReadOnlyList<FigureOfClaim> Alternatives, IReadOnlyList<FigureDenial> Denials);
