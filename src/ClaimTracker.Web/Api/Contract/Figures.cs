using System.ComponentModel;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Web.Api.Contract;

[Description("Everything that is counted in claims on the list.")]
public sealed record MeasureList(IReadOnlyList<MeasureItem> Measures);

public sealed record MeasureItem(string Code, LocalizedText Label, int Figures, int Claims, string Address);

[Description("Everything said about one measure, in order of time.")]
public sealed record MeasureFigures(
    string Measure, LocalizedText Label, [property: Description("How many figures there are; the newest 2,000 are given.")] int Total, IReadOnlyList<FigureItem> Figures, IReadOnlyList<Denial> Denials);

public sealed record FigureItem(
    int Order, ClaimItem Claim, decimal? Value, decimal? Min, decimal? Max, FigureModifier? Modifier, Named Unit, bool IsCapacity, Days? Period,
    [property: Description("Either this or any other figure of the same group, of whichever claim.")] string? EitherOrGroup, [property: Description("Numbers of claims that deny it.")] IReadOnlyList<int> DeniedBy);

[Description("A claim that denies claims which give figures.")]
public sealed record Denial(ClaimItem Claim, IReadOnlyList<int> Denies);
