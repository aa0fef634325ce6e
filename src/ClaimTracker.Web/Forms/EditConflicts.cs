using ClaimTracker.Core;
using ClaimTracker.Core.History;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClaimTracker.Web.Forms;

/// <summary>A form that was overtaken (409): the page again, with what was typed, under both versions (<c>_Conflict</c>, which the layout shows).</summary>
public static class EditConflicts
{
    private const string Key = "Conflict";

    public static PageResult ConflictPage(this PageModel page, EditConflict conflict)
    {
        page.ViewData[Key] = conflict;
        // What was typed stays in the fields; the version now becomes the one that was seen, so that sending again settles it.
        page.ModelState.Remove("Input.Version");
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    public static EditConflict? Of(ViewDataDictionary viewData) => viewData[Key] as EditConflict;

    /// <summary>A property's name in words, from texts named <c>Field{Record}{Property}</c>; the language of a text in brackets.</summary>
    public static string FieldWords(string record, string property)
    {
        var parts = property.Split('.', 2);
        var name = Find($"Field{record}{parts[0]}") ?? Find($"Field{parts[0]}") ?? parts[0];
        return parts.Length == 1 ? name : $"{name} ({Find("Language_" + parts[1]) ?? parts[1]})";
    }

    private static string? Find(string key) => CommonText.ResourceManager.GetString(key, Cultures.Info(Cultures.Current));
}
