using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>Filters of the lists of parties and outlets as they stand in the address. A value the list does not know is no filter.</summary>
public sealed class NameFilters
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "country")]
    public string? Country { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "p")]
    public string? Page { get; set; }

    /// <summary>Anything but the order and the page.</summary>
    public bool IsFiltered => Text is not null || Kind is not null || Country is not null;

    public DeskNameQuery<TKind> ToQuery<TKind>()
        where TKind : struct, Enum => new()
        {
            Text = Text,
            Kind = Glossary.Parse<TKind>(Kind),
            Country = Glossary.Has(Glossary.Countries, Country) ? Country : null,
            Language = Cultures.Current,
            Sort = Glossary.Parse<DeskNameSort>(Sort) ?? DeskNameSort.Name,
            Page = Format.NumberParser.TryParseWhole(Page, out var page) ? page : 1,
        };

    /// <summary>For the address of another page of the same list.</summary>
    public (string Name, string? Value)[] ToPage(int page) =>
        [("q", Text), ("kind", Kind), ("country", Country), ("sort", Sort), ("p", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];
}
