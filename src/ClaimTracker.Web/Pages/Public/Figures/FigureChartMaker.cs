using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>Puts figures into the words of the page, for a chart.</summary>
public sealed class FigureChartMaker(Formats formats, Links links)
{
    /// <summary>Named with a figure; the table behind the chart's link has every claim.</summary>
    private const int MostAlternatives = 5;

    /// <param name="own">Number of the claim whose page this is; its figures stand out.</param>
    public FigureChart Make(FigureSeriesView series, FigurePanel panel, string icons, int? own = null) => new()
    {
        Title = TitleOf(series, panel),
        Description = SummaryOf(panel),
        IsRightToLeft = Cultures.Current == Cultures.Arabic,
        Icons = icons,
        // A number is written on the scale as in the table and in sentences: 6700 is not grouped, 10,000 is.
        Words = new ChartWords(formats.Number, Day, PublicText.Or, PublicText.ChartNoNumber, PublicText.ChartDenied, numbers => Text(PublicText.ChartDeniedNumber, numbers), PublicText.ChartDateUnknown),
        Figures = [.. panel.Entries.Select(e => FigureOf(e, panel, own))],
        Denials = [.. panel.Denials.Select(d => DenialOf(d, panel))],
    };

    public string TitleOf(FigureSeriesView series, FigurePanel panel) => $"{series.Measure.Label.In(Cultures.Current)}: {HeadingOf(panel)}";

    public static string HeadingOf(FigurePanel panel) =>
        Text(panel.IsCapacity ? PublicText.ChartCapacitiesIn : PublicText.ChartCountsIn, panel.Unit.Label.In(Cultures.Current));

    /// <summary>From which number by whom to which by whom, and how many deny it.</summary>
    public string SummaryOf(FigurePanel panel)
    {
        var sentences = new List<string>();
        if (panel is { Smallest: { } smallest, Largest: { } largest })
        {
            sentences.Add(smallest == largest || panel.Entries.Count == 1
                ? Text(PublicText.ChartOne, NumberOf(smallest), SpeakerOf(smallest.Card.Card), formats.Moment(smallest.Card.Card.AssertedOn))
                : Text(
                    PublicText.ChartFromTo,
                    NumberOf(smallest), SpeakerOf(smallest.Card.Card), formats.Moment(smallest.Card.Card.AssertedOn),
                    NumberOf(largest), SpeakerOf(largest.Card.Card), formats.Moment(largest.Card.Card.AssertedOn)));
        }

        if (panel.Denials.Count > 0)
        {
            sentences.Add(formats.Count(PublicText.ChartDenials, panel.Denials.Count));
        }

        return string.Join(' ', sentences);
    }

    /// <summary>With its unit: “more than 10,000 containers”. A number without more said stands alone, as on the chart.</summary>
    public string FigureWords(PublicFigure figure) =>
        figure is { Value: null, Min: null, Max: null } ? PublicText.ChartNoNumber : formats.Of(figure with { Modifier = Said(figure) });

    public string SpeakerOf(PublicCard card) =>
        card.Claimants.Count == 0 ? PublicText.ClaimantUnknown : formats.List([.. card.Claimants.Select(c => c.Party.Name.In(Cultures.Current))]);

    public string? AlternativesOf(FigureEntry entry) =>
        entry.Alternatives.Count == 0 ? null : string.Join(' ', entry.Alternatives.Take(MostAlternatives).Select(a => $"{PublicText.Or} {formats.Of(a.Figure)}"));

    /// <summary>The same as its claim was rated: “reported as more than 500,000 rockets”.</summary>
    public string FigureWords(FigureEntry entry) => AsRated(entry, FigureWords(entry.Figure));

    /// <summary>Without its unit, which the chart names: “more than 10,000”.</summary>
    private string NumberOf(FigureEntry entry) =>
        AsRated(entry, formats.Figure(entry.Figure.Value, entry.Figure.Min, entry.Figure.Max, Said(entry.Figure), LocalizedText.Empty, LocalizedText.Empty).Trim());

    private static string AsRated(FigureEntry entry, string words) => entry.IsOnlyReported ? Text(PublicText.FigureReported, words) : words;

    private static FigureModifier? Said(PublicFigure figure) => figure.Modifier is FigureModifier.Exactly ? null : figure.Modifier;

    private ChartFigure FigureOf(FigureEntry entry, FigurePanel panel, int? own)
    {
        var (figure, card) = (entry.Figure, entry.Card);
        var badge = card.Badge;
        var elsewhere = entry.Alternatives.Take(MostAlternatives).Where(a => !panel.Entries.Any(e => (e.Card.Claim.Number, e.Given.Place) == (a.Claim.Number, a.Place))).ToList();
        return new ChartFigure
        {
            Order = entry.Order,
            Address = card.Address(links),
            Name = Named([FigureWords(entry), panel.IsCapacity ? PublicText.FigureCapacity : null, SpeakerOf(card.Card), formats.Moment(card.Card.AssertedOn), badge.Words, badge.Aside, AlternativesOf(entry)]),
            Value = figure.Value,
            Min = figure.Min,
            Max = figure.Max,
            Modifier = figure.Modifier,
            IsCapacity = figure.IsCapacity,
            Days = DaysOf(card),
            Number = NumberOf(entry),
            Speaker = SpeakerOf(card.Card),
            Date = formats.Moment(card.Card.AssertedOn),
            OrElse = elsewhere.Count == 0 ? null : string.Join(' ', elsewhere.Select(a => $"{PublicText.Or} {formats.Of(a.Figure)}")),
            Group = figure.AlternativeGroup,
            Icon = badge.Icon,
            Color = badge.Color,
            IsHollow = badge.IsHollow,
            IsOwn = card.Claim.Number == own,
        };
    }

    private ChartDenial DenialOf(DenialEntry denial, FigurePanel panel) => new()
    {
        Address = denial.Card.Address(links),
        Name = Named([PublicText.ChartDenied, SpeakerOf(denial.Card.Card), formats.Moment(denial.Card.Card.AssertedOn), denial.Card.Card.ShortStatement().In(Cultures.Current), denial.Card.Badge.Words]),
        Speaker = SpeakerOf(denial.Card.Card),
        Date = formats.Moment(denial.Card.Card.AssertedOn),
        Days = DaysOf(denial.Card),
        Denies = [.. panel.Entries.Where(e => denial.Denies.Contains(e.Card.Claim.Number)).Select(e => e.Order)],
    };

    private string Day(DateOnly day, TimeStep step) => step switch
    {
        TimeStep.Year => formats.Ordinal(day.Year),
        TimeStep.Month => formats.Month(day),
        _ => formats.Date(day),
    };

    private static ChartDays DaysOf(ClaimCard card) => new(card.Card.AssertedOn?.From, card.Card.AssertedOn?.To);

    private static string Named(IEnumerable<string?> parts) => string.Join(PublicText.ListComma, parts.Where(p => !string.IsNullOrEmpty(p)));

    private static string Text(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}
