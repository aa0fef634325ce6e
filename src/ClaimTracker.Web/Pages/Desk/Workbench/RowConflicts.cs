using ClaimTracker.Core.Claims;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>How the form of one row takes over what others changed of that row in the meantime.</summary>
public static class RowConflicts
{
    /// <param name="page">The page that was posted.</param>
    /// <param name="list">The list of the row.</param>
    /// <param name="form">The form as typed.</param>
    /// <param name="now">The form as the row fills it now; null: others took the row away.</param>
    /// <param name="id">The row; null: a new one.</param>
    /// <param name="conflict">What was changed by whom.</param>
    public static void OvertakenRow(this PageModel page, RowList list, RowForm form, RowForm? now, Guid? id, EditConflict conflict)
    {
        if (now is null || id is not { } row)
        {
            form.AddsAnew = id is not null;
            return;
        }

        var key = row.ToString();
        var ofStep = conflict.OthersChanged.Where(v => v.Property == nameof(AttributionScope.StepId) && (v.Theirs ?? v.Base) == key).Select(v => v.Id).ToHashSet();
        form.ScopeIds = (conflict with { OthersChanged = [.. conflict.OthersChanged.Where(v => ofStep.Contains(v.Id))] })
            .WithTheirs(form.ScopeIds, nameof(AttributionScope), nameof(AttributionScope.SourceId));
        page.Overtaken(form, now, conflict, _ => false);
        page.TakeRow(list, form, now, conflict.OthersChanged.Where(v => v.Id == key).Select(v => v.Property));
    }

    /// <summary>Takes properties of the row by their names in the record; some stand beside the row's own fields, under a name of the form.</summary>
    public static void TakeRow(this PageModel page, RowList list, RowForm form, RowForm? now, IEnumerable<string> paths)
    {
        if (now is null)
        {
            return;
        }

        var fields = paths.Select(p => FieldOf(list, p)).ToList();
        page.TakeTheirs(form, now, fields);
        page.TakeTheirs(form.Row(list), now.Row(list), fields, $"Input.{list}[0]");
    }

    private static string FieldOf(RowList list, string path) => path.Split('.')[0] switch
    {
        nameof(Figure.Note) when list is RowList.Figures => path.Replace(nameof(Figure.Note), nameof(RowForm.FigureNote), StringComparison.Ordinal),
        nameof(AttributionStep.PartyId) => "Party",
        nameof(AttributionStep.Order) => nameof(RowForm.Place),
        _ => path,
    };
}
