using System.Globalization;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Account;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClaimTracker.Web.Forms;

/// <summary>A form that was overtaken (409): the page again, with what was typed, under both versions (<c>_Conflict</c>, which the layout shows).</summary>
public static class EditConflicts
{
    private const string Key = "Conflict";

    private static readonly Dictionary<string, Type> CoreTypes =
        typeof(Actor).Assembly.GetExportedTypes().Where(t => typeof(IAudited).IsAssignableFrom(t) && t.IsClass).ToDictionary(t => t.Name);

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

    /// <summary>A stored value in the words of the page: yes and no, roles, dates, names of lists.</summary>
    public static string ValueWords(string record, string property, string value, Formats formats)
    {
        var type = CoreTypes.GetValueOrDefault(record)?.GetProperty(property)?.PropertyType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => value == "true" ? CommonText.Yes : CommonText.No,
            _ when type == typeof(Roles) && Enum.TryParse<Roles>(value, out var roles) => AccountWords.Of(roles, null, formats),
            _ when type == typeof(DateOnly) && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => formats.Date(day),
            _ when type == typeof(DateTime) && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) => formats.Time(at),
            { IsEnum: true } when Enum.TryParse(type, value, out var named) => ReviewWords.Of((Enum)named),
            _ => value,
        };
    }

    private static string? Find(string key) => CommonText.ResourceManager.GetString(key, Cultures.Info(Cultures.Current));
}
