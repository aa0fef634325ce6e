using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Sources;

/// <summary>A source as it is typed in, new or changed. Blank rows are no rows.</summary>
public sealed class SourceForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.SourceKind), ResourceType = typeof(DeskText))]
    public SourceKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.SourceAddressField), ResourceType = typeof(DeskText))]
    public string? Address { get; set; }

    [Display(Name = nameof(DeskText.SourceNoAddressReason), ResourceType = typeof(DeskText))]
    public TextInput NoAddressReason { get; set; } = new();

    public OutletPick Outlet { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceTitleField), ResourceType = typeof(DeskText))]
    public TextInput Title { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceTitleSourceField), ResourceType = typeof(DeskText))]
    public TitleSource TitleSource { get; set; }

    [Display(Name = nameof(DeskText.SourceLanguage), ResourceType = typeof(DeskText))]
    public string? Language { get; set; }

    [Display(Name = nameof(DeskText.SourceAuthor), ResourceType = typeof(DeskText))]
    public string? Author { get; set; }

    [Display(Name = nameof(DeskText.SourcePublishedOn), ResourceType = typeof(DeskText))]
    public DateFields PublishedOn { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceAccessedOn), ResourceType = typeof(DeskText))]
    public DateOnly? AccessedOn { get; set; }

    [Display(Name = nameof(DeskText.SourceLevel), ResourceType = typeof(DeskText))]
    public SourceLevel? Level { get; set; }

    public PartyPick Origin { get; set; } = new();

    /// <summary>The source this one copies or translates.</summary>
    [Display(Name = nameof(DeskText.SourceOriginal), ResourceType = typeof(DeskText))]
    public SourcePick Original { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceRelaysField), ResourceType = typeof(DeskText))]
    public List<PartyPick> Relays { get; set; } = [];

    [Display(Name = nameof(DeskText.SourceCredits), ResourceType = typeof(DeskText))]
    public List<PartyPick> Credits { get; set; } = [];

    [Display(Name = nameof(DeskText.SourceSaysField), ResourceType = typeof(DeskText))]
    public TextInput Says { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceIsPartial), ResourceType = typeof(DeskText))]
    public bool IsPartial { get; set; }

    [Display(Name = nameof(DeskText.SourceInterestNote), ResourceType = typeof(DeskText))]
    public TextInput InterestNote { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceMachineTranslated), ResourceType = typeof(DeskText))]
    public MachineTranslated? MachineTranslated { get; set; }

    [Display(Name = nameof(DeskText.SourceTranslationNote), ResourceType = typeof(DeskText))]
    public TextInput TranslationNote { get; set; } = new();

    [Display(Name = nameof(DeskText.SourceArchiveLinks), ResourceType = typeof(DeskText))]
    public List<ArchiveFields> ArchiveLinks { get; set; } = [];

    public bool HasMore => !InterestNote.ToText().IsEmpty || MachineTranslated is not null || !TranslationNote.ToText().IsEmpty || Credits.Any(c => !c.IsBlank);

    public static SourceForm Of(Source source) => new()
    {
        Version = source.Version,
        Kind = source.Kind,
        Address = source.Address,
        NoAddressReason = TextInput.Of(source.NoAddressReason),
        Outlet = new OutletPick { Chosen = source.OutletId },
        Title = TextInput.Of(source.Title),
        TitleSource = source.TitleSource,
        Language = source.Language,
        Author = source.Author,
        PublishedOn = DateFields.Of(source.PublishedOn),
        AccessedOn = source.AccessedOn,
        Level = source.Level,
        Origin = new PartyPick { Chosen = source.OriginPartyId },
        Original = new SourcePick { Chosen = source.OriginalId },
        Relays = [.. source.Relays.OrderBy(r => r.Order).Select(r => new PartyPick { Chosen = r.PartyId })],
        Credits = [.. source.Credits.OrderBy(c => c.Order).Select(c => new PartyPick { Chosen = c.PartyId })],
        Says = TextInput.Of(source.Says),
        IsPartial = source.IsPartial,
        InterestNote = TextInput.Of(source.InterestNote),
        MachineTranslated = source.MachineTranslated,
        TranslationNote = TextInput.Of(source.TranslationNote),
        ArchiveLinks = [.. source.ArchiveLinks.Select(a => new ArchiveFields { Address = a.Address, ArchivedOn = a.ArchivedOn })],
    };

    /// <summary>The form's name of a property of the record.</summary>
    public static string NameOf(string property) => property switch
    {
        nameof(Source.OutletId) => nameof(Outlet),
        nameof(Source.OriginPartyId) => nameof(Origin),
        nameof(Source.OriginalId) => nameof(Original),
        _ => property,
    };

    /// <summary>Parties as typed, with those others added and without those they took away.</summary>
    public static List<PartyPick> WithTheirs(List<PartyPick> typed, EditConflict conflict, string record)
    {
        var chosen = typed.Select(p => p.Taken).OfType<Guid>().ToList();
        var merged = conflict.WithTheirs(chosen, record, nameof(SourceRelay.PartyId));
        return [.. typed.Where(p => p.Taken is not { } id || merged.Contains(id)), .. merged.Except(chosen).Select(id => new PartyPick { Chosen = id })];
    }

    public IEnumerable<RecordPick> Picks() => [Outlet, Origin, Original, .. Relays, .. Credits];

    /// <summary>At least the rows a new form starts with.</summary>
    public void FillUp()
    {
        FormRows.Fill(Relays, 1);
        FormRows.Fill(Credits, 1);
        FormRows.Fill(ArchiveLinks, 1);
    }

    /// <summary>One more row of that list, for those without a script; false: no such list, or it is full.</summary>
    public bool Add(string list) => list switch
    {
        nameof(Relays) => FormRows.Add(Relays),
        nameof(Credits) => FormRows.Add(Credits),
        nameof(ArchiveLinks) => FormRows.Add(ArchiveLinks),
        _ => false,
    };
}

/// <summary>A copy kept by an archive.</summary>
public sealed class ArchiveFields
{
    [Display(Name = nameof(DeskText.SourceArchiveAddress), ResourceType = typeof(DeskText))]
    public string? Address { get; set; }

    [Display(Name = nameof(DeskText.SourceArchivedOn), ResourceType = typeof(DeskText))]
    public DateOnly? ArchivedOn { get; set; }

    public bool IsBlank => Address is null && ArchivedOn is null;
}
