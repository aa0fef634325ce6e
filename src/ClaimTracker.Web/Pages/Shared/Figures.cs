using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Format;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>A figure, and the claim that gives it where that is another one.</summary>
public sealed record FigureLine(PublicFigure Figure, PublicDocument? From = null);

/// <summary>Figures of which only one can hold: “3 million shells or 500,000 rockets”. One alone is no choice.</summary>
public sealed record FigureChoice(List<FigureLine> Lines)
{
    public bool IsEitherOr => Lines.Count > 1;

    public static List<FigureChoice> Of(PublicDocument document, IEnumerable<PublicDocument> others)
    {
        var choices = new List<FigureChoice>();
        foreach (var figures in document.Figures.Select((figure, i) => (figure, Group: figure.AlternativeGroup ?? $"#{i}")).GroupBy(f => f.Group, f => f.figure))
        {
            var own = figures.Select(f => new FigureLine(f));
            var elsewhere = others.Where(o => o.Number != document.Number)
                .SelectMany(o => o.Figures.Where(f => f.AlternativeGroup == figures.Key).Select(f => new FigureLine(f, o)));
            choices.Add(new FigureChoice([.. own, .. elsewhere]));
        }

        return choices;
    }
}

/// <summary>A published figure in the words of the page.</summary>
public static class FigureWords
{
    public static string Of(this Formats formats, PublicFigure figure) =>
        formats.Figure(figure.Value, figure.Min, figure.Max, figure.Modifier, figure.Unit.Label, figure.Unit.Plurals);
}
