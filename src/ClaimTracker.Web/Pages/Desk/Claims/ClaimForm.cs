using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>A claim as it is typed in on one page. Blank rows are no rows.</summary>
public sealed class ClaimForm
{
    [Display(Name = nameof(DeskText.ClaimFormStatement), ResourceType = typeof(DeskText))]
    public TextInput Statement { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormSummary), ResourceType = typeof(DeskText))]
    public TextInput Summary { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormOriginalLanguage), ResourceType = typeof(DeskText))]
    public string? OriginalLanguage { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormKind), ResourceType = typeof(DeskText))]
    public ClaimKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormAspect), ResourceType = typeof(DeskText))]
    public RatedAspect? Aspect { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormHedge), ResourceType = typeof(DeskText))]
    public TextInput Hedge { get; set; } = new();

    /// <summary>Nobody known makes the claim.</summary>
    [Display(Name = nameof(DeskText.ClaimFormNoClaimant), ResourceType = typeof(DeskText))]
    public bool HasNoClaimant { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormClaimants), ResourceType = typeof(DeskText))]
    public List<ClaimantFields> Claimants { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormAppearances), ResourceType = typeof(DeskText))]
    public List<AppearanceFields> Appearances { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormFigures), ResourceType = typeof(DeskText))]
    public List<FigureFields> Figures { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormAttribution), ResourceType = typeof(DeskText))]
    public List<StepFields> Attribution { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormEvidence), ResourceType = typeof(DeskText))]
    public List<EvidenceFields> Evidence { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormAssertedOn), ResourceType = typeof(DeskText))]
    public DateFields AssertedOn { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormEventOn), ResourceType = typeof(DeskText))]
    public DateFields EventOn { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormPlaceCountry), ResourceType = typeof(DeskText))]
    public string? PlaceCountry { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormPlaceName), ResourceType = typeof(DeskText))]
    public TextInput PlaceName { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormTopics), ResourceType = typeof(DeskText))]
    public List<Guid> TopicIds { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormNewTopic), ResourceType = typeof(DeskText))]
    public List<TextInput> NewTopics { get; set; } = [];

    [Display(Name = nameof(DeskText.ClaimFormSelectionReason), ResourceType = typeof(DeskText))]
    public TextInput SelectionReason { get; set; } = new();

    [Display(Name = nameof(DeskText.ClaimFormTriage), ResourceType = typeof(DeskText))]
    public Triage Triage { get; set; }

    [Display(Name = nameof(DeskText.ClaimFormDue), ResourceType = typeof(DeskText))]
    public DateOnly? Due { get; set; }

    /// <summary>Every field in which a record is chosen, with its name.</summary>
    public IEnumerable<(RecordPick Pick, string Field)> Picks() =>
    [
        .. Claimants.Index().Select(r => ((RecordPick)r.Item.Party, $"Input.Claimants[{r.Index}].Party")),
        .. Attribution.Index().Select(r => ((RecordPick)r.Item.Party, $"Input.Attribution[{r.Index}].Party")),
        .. SourcePicks().SelectMany(s => new (RecordPick, string)[] { (s.Pick, s.Field), (s.Pick.New.Outlet, s.Field + ".New.Outlet"), (s.Pick.New.Origin, s.Field + ".New.Origin") }),
    ];

    public IEnumerable<(SourcePick Pick, string Field)> SourcePicks() =>
    [
        .. Appearances.Index().Select(r => (r.Item.Source, $"Input.Appearances[{r.Index}].Source")),
        .. Evidence.Index().Select(r => (r.Item.Source, $"Input.Evidence[{r.Index}].Source")),
    ];

    /// <summary>At least the rows a new form starts with, at most what one form may hold.</summary>
    public void FillUp()
    {
        FormRows.Fill(Claimants, 1);
        FormRows.Fill(Appearances, 1);
        FormRows.Fill(Figures, 1);
        FormRows.Fill(Attribution, 2);
        FormRows.Fill(Evidence, 1);
        FormRows.Fill(NewTopics, 1);
    }

    /// <summary>One more row of that list, for those without a script; false: no such list, or it is full.</summary>
    public bool Add(string list) => list switch
    {
        nameof(Claimants) => FormRows.Add(Claimants),
        nameof(Appearances) => FormRows.Add(Appearances),
        nameof(Figures) => FormRows.Add(Figures),
        nameof(Attribution) => FormRows.Add(Attribution),
        nameof(Evidence) => FormRows.Add(Evidence),
        nameof(NewTopics) => FormRows.Add(NewTopics),
        _ => false,
    };
}
