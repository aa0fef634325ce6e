using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Outlets;

/// <summary>An outlet as it is typed in, new or changed.</summary>
public sealed class OutletForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.OutletKind), ResourceType = typeof(DeskText))]
    public OutletKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.OutletName), ResourceType = typeof(DeskText))]
    public TextInput Name { get; set; } = new();

    [Display(Name = nameof(DeskText.OutletCountry), ResourceType = typeof(DeskText))]
    public string? Country { get; set; }

    /// <summary>The same organisation as one that says things.</summary>
    [Display(Name = nameof(DeskText.OutletParty), ResourceType = typeof(DeskText))]
    public PartyPick Party { get; set; } = new();

    public static OutletForm Of(Outlet outlet) => new()
    {
        Version = outlet.Version,
        Kind = outlet.Kind,
        Name = TextInput.Of(outlet.Name),
        Country = outlet.Country,
        Party = new PartyPick { Chosen = outlet.PartyId },
    };

    /// <summary>The form's name of a property of the record.</summary>
    public static string NameOf(string property) => property is nameof(Outlet.PartyId) ? nameof(Party) : property;

    /// <summary>The form's field for a path of Core's input.</summary>
    public static string FieldOf(string path) => path switch
    {
        "SubmissionId" => "",
        nameof(OutletEdit.PartyId) => "Input.Party.Find",
        _ => "Input." + path,
    };

    public NewOutlet ToNew(Guid? party) => new() { Kind = Kind ?? default, Name = Name.ToText(), Country = Country, PartyId = party };

    public OutletEdit ToEdit(Guid? party) => new() { Kind = Kind ?? default, Name = Name.ToEdit(), Country = Country, PartyId = party };
}
