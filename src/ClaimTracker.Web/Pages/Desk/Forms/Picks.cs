using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Forms;

/// <summary>
/// A record chosen by what people know of it (a name, an address) or described anew, without a script: <see cref="Find"/> is looked up by
/// <see cref="RecordFinder"/>; where several fit, the form comes back with them as buttons, which post <see cref="Chosen"/>.
/// </summary>
public abstract class RecordPick
{
    public abstract string? Find { get; set; }

    /// <summary>The record taken from those that were offered.</summary>
    public Guid? Chosen { get; set; }

    /// <summary>Look again: the record chosen before is not meant.</summary>
    public bool Unchoose { get; set; }

    public abstract bool IsNew { get; }

    public bool IsBlank => Find is null && Taken is null && !IsNew;

    public Guid? Taken => Unchoose ? null : Chosen;
}

/// <summary>Somebody who says things.</summary>
public sealed class PartyPick : RecordPick
{
    [Display(Name = nameof(DeskText.PartyFind), ResourceType = typeof(DeskText))]
    public override string? Find { get; set; }

    public PartyFields New { get; set; } = new();

    public override bool IsNew => !New.IsBlank;

    /// <summary>By what name somebody new would be made.</summary>
    public string? NewName => New.Name.ToText().In(Cultures.Current) is { Length: > 0 } name ? name : Find;
}

/// <summary>A party described while something else is being written.</summary>
public sealed class PartyFields
{
    [Display(Name = nameof(DeskText.PartyKind), ResourceType = typeof(DeskText))]
    public PartyKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.PartyName), ResourceType = typeof(DeskText))]
    public TextInput Name { get; set; } = new();

    [Display(Name = nameof(DeskText.PartyCountry), ResourceType = typeof(DeskText))]
    public string? Country { get; set; }

    public bool IsBlank => Kind is null && Name.ToText().IsEmpty;
}

/// <summary>A publisher.</summary>
public sealed class OutletPick : RecordPick
{
    [Display(Name = nameof(DeskText.OutletFind), ResourceType = typeof(DeskText))]
    public override string? Find { get; set; }

    public OutletFields New { get; set; } = new();

    public override bool IsNew => !New.IsBlank;
}

/// <summary>An outlet described while something else is being written.</summary>
public sealed class OutletFields
{
    [Display(Name = nameof(DeskText.OutletKind), ResourceType = typeof(DeskText))]
    public OutletKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.OutletName), ResourceType = typeof(DeskText))]
    public TextInput Name { get; set; } = new();

    [Display(Name = nameof(DeskText.OutletCountry), ResourceType = typeof(DeskText))]
    public string? Country { get; set; }

    public bool IsBlank => Kind is null && Name.ToText().IsEmpty;
}

/// <summary>Something published: an address or a title that is here already, or an address with what is new about it.</summary>
public sealed class SourcePick : RecordPick
{
    [Display(Name = nameof(DeskText.SourceFind), ResourceType = typeof(DeskText))]
    public override string? Find { get; set; }

    public SourceFields New { get; set; } = new();

    public override bool IsNew => !New.IsBlank;
}

/// <summary>A source described while a claim is being written; its address is what was looked for.</summary>
public sealed class SourceFields
{
    [Display(Name = nameof(DeskText.SourceKind), ResourceType = typeof(DeskText))]
    public SourceKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.SourceNoAddressReason), ResourceType = typeof(DeskText))]
    public TextInput NoAddressReason { get; set; } = new();

    public OutletPick Outlet { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceTitleField), ResourceType = typeof(DeskText))]
    public string? Title { get; set; }

    [Display(Name = nameof(DeskText.SourceLanguage), ResourceType = typeof(DeskText))]
    public string? Language { get; set; }

    [Display(Name = nameof(DeskText.SourceLevel), ResourceType = typeof(DeskText))]
    public SourceLevel? Level { get; set; }

    [Display(Name = nameof(DeskText.SourcePublishedOn), ResourceType = typeof(DeskText))]
    public string? PublishedOn { get; set; }

    public PartyPick Origin { get; set; } = new();

    public bool IsBlank => Kind is null && NoAddressReason.ToText().IsEmpty && Outlet.IsBlank && Title is null && Level is null && PublishedOn is null && Origin.IsBlank;
}
