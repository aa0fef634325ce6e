using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Figures as cells hold them, “more than 6,700 containers”, read as the figures of articles are: value or range, how exact, and a unit
/// of the house. A text that is not one figure, or counts something the house has no unit for, is a fault: nothing is guessed.
/// </summary>
internal sealed class BulkFigures
{
    private readonly Dictionary<string, Guid> ids;
    private readonly KnownUnits units;

    public BulkFigures(IReadOnlyCollection<Unit> all)
    {
        ids = all.ToDictionary(u => u.Code, u => u.Id);
        units = new KnownUnits(all);
    }

    public (FigureRow? Row, FaultCode? Fault) Read(string text)
    {
        if (FigureReader.Read(text, units) is not [var figure] || (figure.Value ?? figure.Min ?? figure.Max) is null)
        {
            return (null, FaultCode.NotANumber);
        }

        if (!figure.IsKnownUnit || !ids.TryGetValue(figure.Unit, out var unit))
        {
            return (null, FaultCode.UnknownRecord);
        }

        var row = new FigureRow { Value = figure.Value, Min = figure.Min, Max = figure.Max, Modifier = figure.Modifier, Unit = unit };
        return new FigureRowValidator().Faults(row) is [var fault, ..] ? (null, fault.Code) : (row, null);
    }
}
