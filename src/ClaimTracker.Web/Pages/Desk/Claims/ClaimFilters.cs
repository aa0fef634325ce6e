using System.Globalization;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>The list's filters as they stand in its address. A value the list does not know is no filter.</summary>
public sealed class ClaimFilters
{
    public const string Me = "me";
    public const string Nobody = "nobody";
    public const string Unknown = "unknown";
    public const string Own = "own";

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "stage")]
    public string? Stage { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [FromQuery(Name = "assignee")]
    public string? Assignee { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "aspect")]
    public string? Aspect { get; set; }

    [FromQuery(Name = "topic")]
    public string? Topic { get; set; }

    [FromQuery(Name = "claimant")]
    public string? Claimant { get; set; }

    [FromQuery(Name = "outlet")]
    public string? Outlet { get; set; }

    [FromQuery(Name = "source")]
    public string? Source { get; set; }

    [FromQuery(Name = "triage")]
    public string? Triage { get; set; }

    [FromQuery(Name = "due")]
    public string? Due { get; set; }

    [FromQuery(Name = "set")]
    public string? DataSet { get; set; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; set; }

    [FromQuery(Name = "p")]
    public string? Page { get; set; }

    /// <summary>Anything but the order and the page.</summary>
    public bool IsFiltered => Pairs().Any(p => p.Name is not "sort" && p.Value is not null);

    /// <summary>Best fit first of a search, else the newest: that order needs no word in the address.</summary>
    public DeskClaimSort UsualSort => Text is null ? DeskClaimSort.Newest : DeskClaimSort.Relevance;

    public DeskClaimQuery ToQuery(Actor reader) => new()
    {
        Text = Text,
        SeesStaffOnly = Permissions.SeesStaffOnly(reader),
        Stage = Glossary.Parse<Stage>(Stage),
        PublicState = Glossary.Parse<PublicState>(State),
        // An observer does not learn who works on what.
        AssigneeId = Assignee == Me ? reader.UserId : Permissions.SeesStaffNames(reader) ? Id(Assignee) : null,
        IsUnassigned = Assignee == Nobody,
        Kind = Glossary.Parse<ClaimKind>(Kind),
        Aspect = Glossary.Parse<RatedAspect>(Aspect),
        TopicId = Id(Topic),
        ClaimantId = Id(Claimant),
        HasNoClaimant = Claimant == Unknown,
        OutletId = Id(Outlet),
        SourceId = Id(Source),
        Triage = Glossary.Parse<Triage>(Triage),
        Due = Glossary.Parse<DueFilter>(Due),
        DataSetId = Id(DataSet),
        IsOwn = DataSet == Own,
        Sort = Glossary.Parse<DeskClaimSort>(Sort) ?? UsualSort,
        Page = Format.NumberParser.TryParseWhole(Page, out var page) ? page : 1,
    };

    /// <summary>For the address of another page of the same list.</summary>
    public (string Name, string? Value)[] ToPage(int page) => [.. Pairs(), ("p", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];

    /// <summary>For the address of the same list for another text.</summary>
    public (string Name, string? Value)[] ToText(string text) => [("q", text), .. Pairs().Where(p => p.Name != "q")];

    public (string Name, string? Value)[] Pairs() =>
    [
        ("q", Text), ("stage", Stage), ("state", State), ("assignee", Assignee), ("kind", Kind), ("aspect", Aspect), ("topic", Topic), ("claimant", Claimant),
        ("outlet", Outlet), ("source", Source), ("triage", Triage), ("due", Due), ("set", DataSet), ("sort", Sort),
    ];

    /// <summary>The filters and the order as a saved search keeps them.</summary>
    public string ToAddress() => string.Join('&', Pairs().Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value ?? "")}"));

    /// <summary>The filters of a saved search; names the list does not know are left out.</summary>
    public static ClaimFilters FromAddress(string address)
    {
        var values = QueryHelpers.ParseQuery(address);
        return new ClaimFilters
        {
            Text = Of("q"),
            Stage = Of("stage"),
            State = Of("state"),
            Assignee = Of("assignee"),
            Kind = Of("kind"),
            Aspect = Of("aspect"),
            Topic = Of("topic"),
            Claimant = Of("claimant"),
            Outlet = Of("outlet"),
            Source = Of("source"),
            Triage = Of("triage"),
            Due = Of("due"),
            DataSet = Of("set"),
            Sort = Of("sort"),
        };

        string? Of(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
