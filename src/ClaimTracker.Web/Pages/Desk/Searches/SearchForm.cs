using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Searches;

/// <summary>A saved search as it is typed in: on the list of claims when it is saved, on its own page when it is changed.</summary>
public sealed class SearchForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.SearchesName), ResourceType = typeof(DeskText))]
    public string? Name { get; set; }

    [Display(Name = nameof(DeskText.SearchesShare), ResourceType = typeof(DeskText))]
    public bool IsShared { get; set; }

    public static SearchForm Of(SavedSearchRow search) => new() { Version = search.Version, Name = search.Name, IsShared = search.IsShared };

    /// <summary>The field on the list of claims for a path of Core's input.</summary>
    public static string FieldOf(string path) => path == nameof(NewSavedSearch.Name) ? "Save.Name" : "";

    /// <summary>Too many are no fault of the name.</summary>
    public static string? WordsOf(Fault fault) =>
        fault.Code is FaultCode.TooMany ? string.Format(CultureInfo.InvariantCulture, DeskText.SearchesTooMany, fault.Limit) : null;

    public SavedSearchEdit ToEdit() => new() { Name = Name, IsShared = IsShared };
}
