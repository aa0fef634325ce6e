using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>The list's filters as they stand in its address. A value the list does not know is no filter.</summary>
public sealed class SourceFilters
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "level")]
    public string? Level { get; set; }

    [FromQuery(Name = "outlet")]
    public string? Outlet { get; set; }

    [FromQuery(Name = "origin")]
    public string? Origin { get; set; }

    [FromQuery(Name = "language")]
    public string? Language { get; set; }

    [FromQuery(Name = "visibility")]
    public string? Visibility { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "p")]
    public string? Page { get; set; }

    /// <summary>Anything but the order and the page.</summary>
    public bool IsFiltered => Pairs().Any(p => p.Name is not "sort" && p.Value is not null);

    public Guid? OriginId => Id(Origin);

    public DeskSourceQuery ToQuery(Actor reader) => new()
    {
        Text = Text,
        Kind = Glossary.Parse<SourceKind>(Kind),
        Status = Glossary.Parse<SourceStatus>(Status),
        Level = Glossary.Parse<SourceLevel>(Level),
        OutletId = Id(Outlet),
        OriginId = OriginId,
        Language = Glossary.Has(Glossary.Languages, Language) ? Language : null,
        Visibility = Glossary.Parse<SourceVisibility>(Visibility),
        SeesWithheld = Permissions.SeesStaffOnly(reader),
        Sort = Glossary.Parse<DeskSourceSort>(Sort) ?? DeskSourceSort.Newest,
        Page = Format.NumberParser.TryParseWhole(Page, out var page) ? page : 1,
    };

    /// <summary>For the address of another page of the same list.</summary>
    public (string Name, string? Value)[] ToPage(int page) => [.. Pairs(), ("p", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];

    private (string Name, string? Value)[] Pairs() =>
    [
        ("q", Text), ("kind", Kind), ("status", Status), ("level", Level), ("outlet", Outlet), ("origin", Origin), ("language", Language), ("visibility", Visibility), ("sort", Sort),
    ];

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
