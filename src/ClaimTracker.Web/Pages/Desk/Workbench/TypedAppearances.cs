using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>What of a form for logging a claim belongs to a claim that turns out to be here already: where it appears.</summary>
public static class TypedAppearances
{
    private const string Rows = "Input.Appearances[";

    /// <summary>The appearances that were typed, at least one row; where none was, its note holds the wording that was found.</summary>
    public static RowForm Take(RowForm typed, TextInput statement, ModelStateDictionary fields)
    {
        foreach (var other in fields.Keys.Where(f => !f.StartsWith(Rows, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            fields.Remove(other);
        }

        var form = new RowForm { Appearances = [.. typed.Appearances] };
        while (form.Appearances.Count > 0 && form.Appearances[^1].IsBlank)
        {
            form.Appearances.RemoveAt(form.Appearances.Count - 1);
        }

        form.WithRow(RowList.Appearances);
        if (form.Appearances is [{ IsBlank: true } only] && Fits(statement.ToText()))
        {
            only.WordingNote = statement;
            foreach (var note in fields.Keys.Where(f => f.Contains(".WordingNote", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                fields.Remove(note);
            }
        }

        return form;
    }

    /// <summary>Every appearance has the two things without which it says nothing: where, and in which words.</summary>
    public static bool IsComplete(RowForm form) => form.Appearances.TrueForAll(a => !a.Source.IsBlank && a.Quote is not null);

    private static bool Fits(LocalizedText statement) => statement.All(t => t.Value.Length <= Appearance.WordingNoteMaxLength);
}
