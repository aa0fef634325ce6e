using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>
/// Reads the rows of a claim's form into the rows Core takes, leaving blank ones out, and knows which field a fault of theirs belongs to.
/// </summary>
public sealed class ClaimRowReader(RecordFinder finder, FormFaults faults, string prefix = "Input")
{
    private readonly Dictionary<string, string> places = [];

    public async Task<IReadOnlyList<ClaimantRow>> ClaimantsAsync(IReadOnlyList<ClaimantFields> rows, CancellationToken ct) =>
        await RowsAsync("Claimants", rows, r => r.IsBlank, async (row, field) => new ClaimantRow
        {
            Party = Needed(await finder.PartyAsync(row.Party, $"{field}.Party", faults, ct), row.Party, $"{field}.Party"),
            Role = row.Role.ToText(),
        });

    public async Task<IReadOnlyList<FigureRow>> FiguresAsync(IReadOnlyList<FigureFields> rows) =>
        await RowsAsync("Figures", rows, r => r.IsBlank, (row, field) => Task.FromResult(new FigureRow
        {
            Value = row.Value,
            Min = row.Min,
            Max = row.Max,
            Modifier = row.Modifier,
            Unit = row.NewUnit.ToText() is { IsEmpty: false } unit ? new NewUnit(unit) : row.UnitId is { } unitId ? unitId : (Choice<NewUnit>?)null,
            Measure = row.NewMeasure.ToText() is { IsEmpty: false } measure ? new NewMeasure(measure) : row.MeasureId is { } measureId ? measureId : (Choice<NewMeasure>?)null,
            IsCapacity = row.IsCapacity,
            AlternativeGroup = row.AlternativeGroup,
            Period = faults.Date(row.Period, $"{field}.Period"),
        }));

    public async Task<IReadOnlyList<AppearanceRow>> AppearancesAsync(IReadOnlyList<AppearanceFields> rows, CancellationToken ct) =>
        await RowsAsync("Appearances", rows, r => r.IsBlank, async (row, field) =>
        {
            faults.Require(row.Strength, $"{field}.Strength");
            return new AppearanceRow
            {
                Source = Needed(await finder.SourceAsync(row.Source, $"{field}.Source", faults, ct), row.Source, $"{field}.Source"),
                Quote = row.Quote,
                IsFromCopy = row.IsFromCopy,
                Start = row.IsFromCopy ? row.Start : null,
                ParagraphFrom = row.ParagraphFrom,
                ParagraphTo = row.ParagraphTo,
                Timecode = row.Timecode,
                Strength = row.Strength ?? AppearanceStrength.Reported,
                IsFirst = row.IsFirst,
                WordingNote = row.WordingNote.ToText(),
                Flags = row.Flags,
            };
        });

    public async Task<IReadOnlyList<AttributionRow>> StepsAsync(IReadOnlyList<StepFields> rows, CancellationToken ct) =>
        await RowsAsync("Attribution", rows, r => r.IsBlank, async (row, field) => new AttributionRow
        {
            Party = Needed(await finder.PartyAsync(row.Party, $"{field}.Party", faults, ct), row.Party, $"{field}.Party"),
            Verb = row.Verb ?? "",
            Note = row.Note.ToText(),
        });

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(IReadOnlyList<EvidenceFields> rows, CancellationToken ct) =>
        await RowsAsync("Evidence", rows, r => r.IsBlank, async (row, field) =>
        {
            faults.Require(row.Stance, $"{field}.Stance");
            return new EvidenceRow
            {
                Source = Needed(await finder.SourceAsync(row.Source, $"{field}.Source", faults, ct), row.Source, $"{field}.Source"),
                Stance = row.Stance ?? Stance.Context,
                Quote = row.Quote,
                Locator = row.Locator,
                Note = row.Note.ToText(),
            };
        });

    /// <summary>The form's field for a path of Core's input.</summary>
    public string FieldOf(string path)
    {
        var row = places.FirstOrDefault(p => path == p.Key || path.StartsWith(p.Key + ".", StringComparison.Ordinal));
        var field = row.Key is null ? $"{prefix}.{path}" : row.Value + path[row.Key.Length..];
        field = field.Replace(".Source.New.Address", ".Source.Find", StringComparison.Ordinal)
            .Replace(".New.Title.", ".New.Title|", StringComparison.Ordinal)
            .Replace(".Unit.New.Label", ".NewUnit", StringComparison.Ordinal)
            .Replace(".Measure.New.Label", ".NewMeasure", StringComparison.Ordinal);
        field = field.Split('|')[0];
        return LastOf(field) switch
        {
            "Unit" or "Measure" => field + "Id",
            "Party" or "Source" or "Outlet" or "Origin" => field + ".Find",
            "AssertedOn" or "EventOn" or "Period" => field + ".From",
            "SubmissionId" => "",
            _ => field,
        };
    }

    /// <summary>Where a row of Core's list stands in the form.</summary>
    public void Place(string list, int index, string field) => places[$"{list}[{index}]"] = field;

    private async Task<IReadOnlyList<TRow>> RowsAsync<TFields, TRow>(
        string list, IReadOnlyList<TFields> fields, Func<TFields, bool> isBlank, Func<TFields, string, Task<TRow>> read)
    {
        var rows = new List<TRow>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!isBlank(fields[i]))
            {
                var field = $"{prefix}.{list}[{i}]";
                Place(list, rows.Count, field);
                rows.Add(await read(fields[i], field));
            }
        }

        return rows;
    }

    /// <summary>A row without its record cannot be kept; where looking for it failed, the field has said so already.</summary>
    private Choice<T>? Needed<T>(Choice<T>? choice, RecordPick pick, string field)
        where T : class
    {
        if (choice is null && pick.IsBlank)
        {
            faults.Add($"{field}.Find", FaultCode.Required);
        }

        return choice;
    }

    private static string LastOf(string field) => field[(field.LastIndexOf('.') + 1)..];
}
