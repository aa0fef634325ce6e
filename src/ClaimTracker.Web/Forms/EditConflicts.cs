using ClaimTracker.Core.History;
using ClaimTracker.Web.Format;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClaimTracker.Web.Forms;

/// <summary>A form that was overtaken (409): the page again, with what was typed, under the values of all sides (component <c>Conflict</c>, which the layout shows).</summary>
public static class EditConflicts
{
    /// <summary>Id of the form that the choice between the sides is sent with, on pages that offer it.</summary>
    public const string FormId = "edit";

    /// <summary>Name of a choice's controls, before its number; the value is the property's path where the other side's is taken.</summary>
    public const string ChoicePrefix = "Settle.";

    private const string Key = "Conflict";
    private const string ChoiceKey = "ConflictChoice";

    public static PageResult ConflictPage(this PageModel page, EditConflict conflict)
    {
        page.ViewData[Key] = conflict;
        // What was typed stays in the fields; the version now becomes the one that was seen, so that sending again settles it.
        page.ModelState.Remove("Input.Version");
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    public static EditConflict? Of(ViewDataDictionary viewData) => viewData[Key] as EditConflict;

    public static bool OffersChoice(ViewDataDictionary viewData) => viewData[ChoiceKey] is true;

    /// <summary>
    /// Before a conflict is shown: what only others changed takes their values in the form, so that sending it again does not undo them,
    /// and for what both changed the page lets the person choose.
    /// </summary>
    /// <param name="page">The page that was posted.</param>
    /// <param name="form">The form as typed.</param>
    /// <param name="now">The form as the record fills it now.</param>
    /// <param name="conflict">What was changed by whom.</param>
    /// <param name="isOfForm">Whether a value belongs to this form.</param>
    /// <param name="prefix">Name of the form's fields.</param>
    /// <param name="nameOf">The form's name of a record's property, where it is another.</param>
    public static void Overtaken(
        this PageModel page, object form, object now, EditConflict conflict, Func<ConflictingValue, bool> isOfForm, string prefix = "Input", Func<string, string>? nameOf = null)
    {
        page.ViewData[ChoiceKey] = true;
        page.TakeTheirs(form, now, conflict.OthersChanged.Where(isOfForm).Select(v => nameOf?.Invoke(v.Property) ?? v.Property), prefix);
    }

    /// <summary>A set of ids as typed, with what others added to it and without what they took away.</summary>
    public static List<Guid> WithTheirs(this EditConflict conflict, IEnumerable<Guid> typed, string record, string property)
    {
        var changes = conflict.OthersChanged.Where(v => v.Record == record && v.Property == property).ToList();
        var added = changes.Where(v => v.Theirs is not null).Select(v => Guid.Parse(v.Theirs ?? ""));
        var removed = changes.Where(v => v.Theirs is null && v.Base is not null).Select(v => Guid.Parse(v.Base ?? ""));
        return [.. typed.Union(added).Except(removed)];
    }

    /// <summary>The paths for which the person chose the other side's value on the conflict page.</summary>
    public static IReadOnlyList<string> ChosenTheirs(this PageModel page) =>
        [.. page.Request.Form.Where(f => f.Key.StartsWith(ChoicePrefix, StringComparison.Ordinal)).Select(f => f.Value.ToString()).Where(path => path.Length > 0)];

    /// <summary>Sets properties of a form to what another holds: whole ones, or one language of a text (<c>Statement.ar</c>).</summary>
    public static void TakeTheirs(this PageModel page, object form, object now, IEnumerable<string> paths, string prefix = "Input")
    {
        foreach (var path in paths.Select(p => p.Split('.', 2)))
        {
            if (form.GetType().GetProperty(path[0]) is not { CanWrite: true } property)
            {
                continue;
            }

            var field = $"{prefix}.{path[0]}";
            if (path.Length == 2 && property.GetValue(form) is TextInput mine && property.GetValue(now) is TextInput theirs)
            {
                mine.Set(path[1], theirs.In(path[1]));
                field += "." + TextInput.NameOf(path[1]);
            }
            else
            {
                property.SetValue(form, property.GetValue(now));
            }

            page.Forget(field);
        }
    }

    /// <summary>Fields show what the form holds now, not what was typed.</summary>
    public static void Forget(this PageModel page, params IReadOnlyList<string> fields)
    {
        foreach (var typed in page.ModelState.Keys.Where(k => fields.Any(f => k == f || k.StartsWith(f + ".", StringComparison.Ordinal) || k.StartsWith(f + "[", StringComparison.Ordinal))).ToList())
        {
            page.ModelState.Remove(typed);
        }
    }

    /// <summary>A stored value in the words of the page, ids as they stand.</summary>
    public static string ValueWords(string record, string property, string value, Formats formats) =>
        new RecordWords(formats, id => id.ToString()).Value(record, property, value) ?? value;
}
