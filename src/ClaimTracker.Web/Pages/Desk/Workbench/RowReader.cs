using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Pages.Desk.Forms;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>Reads the form of one row into what Core changes of the claim.</summary>
/// <param name="reader">Reads rows as the claim's form does.</param>
/// <param name="claim">The claim as it stands, with its rows.</param>
/// <param name="list">The list of the row.</param>
/// <param name="id">The row; null: a new one.</param>
public sealed class RowReader(ClaimRowReader reader, Claim claim, RowList list, Guid? id)
{
    /// <summary>The row taken away.</summary>
    public static ClaimEdit Removal(RowList list, Guid id) => list switch
    {
        RowList.Claimants => new ClaimEdit { Claimants = [new ClaimantRow { Id = id, Remove = true }] },
        RowList.Figures => new ClaimEdit { Figures = [new FigureRow { Id = id, Remove = true }] },
        RowList.Appearances => new ClaimEdit { Appearances = [new AppearanceRow { Id = id, Remove = true }] },
        RowList.Attribution => new ClaimEdit { Attribution = [new AttributionRow { Id = id, Remove = true }] },
        RowList.Evidence => new ClaimEdit { Evidence = [new EvidenceRow { Id = id, Remove = true }] },
        _ => throw new InvalidOperationException($"Unknown list {list}."),
    };

    /// <summary>Nothing was filled in.</summary>
    public static bool IsEmpty(ClaimEdit edit) => edit is { Claimants: [], Figures: [], Appearances: [], Attribution: [], Evidence: [] };

    public async Task<ClaimEdit> ReadAsync(RowForm form, CancellationToken ct) =>
        (await RowsAsync(form, ct)) with { ConfirmVoids = form.ConfirmVoids, TellReaders = form.TellReaders };

    private async Task<ClaimEdit> RowsAsync(RowForm form, CancellationToken ct) => list switch
    {
        RowList.Claimants => new ClaimEdit { Claimants = [.. (await reader.ClaimantsAsync(form.Claimants, ct)).Select(r => r with { Id = id })] },
        RowList.Figures => new ClaimEdit { Figures = [.. (await reader.FiguresAsync(form.Figures)).Select(r => Figure(r, form))] },
        RowList.Appearances => new ClaimEdit { Appearances = [.. (await reader.AppearancesAsync(form.Appearances, ct)).SelectMany(r => Appearances(r, form))] },
        RowList.Attribution => new ClaimEdit { Attribution = [.. (await reader.StepsAsync(form.Attribution, ct)).SelectMany(r => Steps(r, form))] },
        RowList.Evidence => new ClaimEdit { Evidence = [.. (await reader.EvidenceAsync(form.Evidence, ct)).SelectMany(r => Evidence(r, form))] },
        _ => throw new InvalidOperationException($"Unknown list {list}."),
    };

    private FigureRow Figure(FigureRow row, RowForm form) =>
        row with { Id = id, Note = form.FigureNote.ToEdit(), Period = form.Figures[0].Period.Kept ?? row.Period };

    private IEnumerable<AppearanceRow> Appearances(AppearanceRow row, RowForm form)
    {
        var present = claim.Appearances.Find(a => a.Id == id);
        var whole = row with { Flags = [.. form.Flags.Union(row.Flags)] };
        if (present is not null && present.Quote == row.Quote)
        {
            whole = whole with { Prefix = present.Prefix, Suffix = present.Suffix, Start = present.Start, End = present.End };
        }

        // Another source is another appearance.
        return present is null ? [whole]
            : whole.Source?.Id == present.SourceId ? [whole with { Id = id }]
            : [whole, new AppearanceRow { Id = id, Remove = true }];
    }

    private IEnumerable<EvidenceRow> Evidence(EvidenceRow row, RowForm form)
    {
        var whole = row with { SourceGrade = form.SourceGrade, InformationGrade = form.InformationGrade };
        return claim.Evidence.Find(e => e.Id == id) is not { } present ? [whole]
            : whole.Source?.Id == present.SourceId ? [whole with { Id = id }]
            : [whole, new EvidenceRow { Id = id, Remove = true }];
    }

    /// <summary>The step, and where it takes another place, the steps that make way.</summary>
    private IEnumerable<AttributionRow> Steps(AttributionRow row, RowForm form)
    {
        var others = claim.Attribution.OrderBy(s => s.Order).Where(s => s.Id != id).ToList();
        var place = Math.Clamp((form.Place ?? others.Count + 1) - 1, 0, others.Count);
        yield return row with { Id = id, Order = place, Scopes = [.. form.ScopeIds.Distinct().Select(s => (Choice<NewSource>)s)] };
        foreach (var (index, other) in others.Index())
        {
            var order = index < place ? index : index + 1;
            if (other.Order != order)
            {
                yield return new AttributionRow { Id = other.Id, Order = order, Party = other.PartyId, Verb = other.Verb };
            }
        }
    }
}
