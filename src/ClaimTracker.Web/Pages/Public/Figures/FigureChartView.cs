namespace ClaimTracker.Web.Pages.Public.Figures;

/// <summary>A chart on a page.</summary>
/// <param name="Id">Tells the charts of a page apart.</param>
/// <param name="Own">Number of the claim whose page this is; its figures stand out.</param>
public sealed record FigureChartView(FigureSeriesView Series, FigurePanel Panel, string Id, int? Own = null);
