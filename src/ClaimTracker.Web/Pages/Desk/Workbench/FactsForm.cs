using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>A claim's own facts; its rows have forms of their own.</summary>
public sealed class FactsForm
{
    public int Version { get; set; }

    [Display(Name = nameof(DeskText.FactsStatement), ResourceType = typeof(DeskText))]
    public TextInput Statement { get; set; } = new();

    /// <summary>The statement is only mended: the same meaning, so no verdict is voided.</summary>
    [Display(Name = nameof(DeskText.FactsMendsTypo), ResourceType = typeof(DeskText))]
    public bool MendsTypo { get; set; }

    [Display(Name = nameof(DeskText.FactsSummary), ResourceType = typeof(DeskText))]
    public TextInput Summary { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsKind), ResourceType = typeof(DeskText))]
    public ClaimKind? Kind { get; set; }

    [Display(Name = nameof(DeskText.FactsAspect), ResourceType = typeof(DeskText))]
    public RatedAspect? Aspect { get; set; }

    [Display(Name = nameof(DeskText.FactsOriginalLanguage), ResourceType = typeof(DeskText))]
    public string? OriginalLanguage { get; set; }

    [Display(Name = nameof(DeskText.FactsHedge), ResourceType = typeof(DeskText))]
    public TextInput Hedge { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsAssertedOn), ResourceType = typeof(DeskText))]
    public DateFields AssertedOn { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsEventOn), ResourceType = typeof(DeskText))]
    public DateFields EventOn { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsCountry), ResourceType = typeof(DeskText))]
    public string? PlaceCountry { get; set; }

    [Display(Name = nameof(DeskText.FactsPlace), ResourceType = typeof(DeskText))]
    public TextInput PlaceName { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsFlags), ResourceType = typeof(DeskText))]
    public List<string> Flags { get; set; } = [];

    [Display(Name = nameof(DeskText.FactsAsPublished), ResourceType = typeof(DeskText))]
    public bool AsPublished { get; set; }

    [Display(Name = nameof(DeskText.FactsTopics), ResourceType = typeof(DeskText))]
    public List<Guid> TopicIds { get; set; } = [];

    [Display(Name = nameof(DeskText.FactsNewTopic), ResourceType = typeof(DeskText))]
    public TextInput NewTopic { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsSelectionReason), ResourceType = typeof(DeskText))]
    public TextInput SelectionReason { get; set; } = new();

    [Display(Name = nameof(DeskText.WorkbenchTriage), ResourceType = typeof(DeskText))]
    public Triage Triage { get; set; }

    [Display(Name = nameof(DeskText.WorkbenchDue), ResourceType = typeof(DeskText))]
    public DateOnly? Due { get; set; }

    [Display(Name = nameof(DeskText.WorkbenchRecheckOn), ResourceType = typeof(DeskText))]
    public DateOnly? RecheckOn { get; set; }

    /// <summary>The person was told that this voids a proposal or panel.</summary>
    public bool ConfirmVoids { get; set; }

    public bool TellReaders { get; set; }

    public static FactsForm Of(Claim claim) => new()
    {
        Version = claim.Version,
        Statement = TextInput.Of(claim.Statement),
        Summary = TextInput.Of(claim.Summary),
        Kind = claim.Kind,
        Aspect = claim.Aspect,
        OriginalLanguage = claim.OriginalLanguage,
        Hedge = TextInput.Of(claim.Hedge),
        AssertedOn = DateFields.Of(claim.AssertedOn),
        EventOn = DateFields.Of(claim.EventOn),
        PlaceCountry = claim.PlaceCountry,
        PlaceName = TextInput.Of(claim.PlaceName),
        Flags = [.. claim.Flags],
        AsPublished = claim.AsPublished,
        TopicIds = claim.Topics.ConvertAll(t => t.TopicId),
        SelectionReason = TextInput.Of(claim.SelectionReason),
        Triage = claim.Triage,
        Due = claim.Due,
        RecheckOn = claim.RecheckOn,
    };

    public ClaimEdit ToEdit(FormFaults faults)
    {
        faults.Require(Kind, "Input.Kind");
        faults.Require(Aspect, "Input.Aspect");
        List<Choice<NewTopic>> topics = [.. TopicIds.Distinct().Select(id => (Choice<NewTopic>)id)];
        if (NewTopic.ToText() is { IsEmpty: false } topic)
        {
            topics.Add(new NewTopic { Name = topic });
        }

        return new ClaimEdit
        {
            Statement = Statement.ToEdit(),
            MendsTypo = MendsTypo,
            Summary = Summary.ToEdit(),
            Kind = Kind ?? default,
            Aspect = Aspect ?? default,
            OriginalLanguage = OriginalLanguage ?? "",
            Hedge = Hedge.ToEdit(),
            AssertedOn = Date(AssertedOn, "Input.AssertedOn", faults),
            EventOn = Date(EventOn, "Input.EventOn", faults),
            PlaceCountry = PlaceCountry,
            PlaceName = PlaceName.ToEdit(),
            Flags = Flags,
            AsPublished = AsPublished,
            Topics = topics,
            SelectionReason = SelectionReason.ToEdit(),
            Triage = Triage,
            Due = Due,
            RecheckOn = RecheckOn,
            ConfirmVoids = ConfirmVoids,
            TellReaders = TellReaders,
        };
    }

    public static string FieldOf(string path) => path switch
    {
        "AssertedOn" or "EventOn" => $"Input.{path}.From",
        _ when path.StartsWith("Topics[", StringComparison.Ordinal) => path.Contains(".New.", StringComparison.Ordinal) ? "Input.NewTopic" : "Input.TopicIds",
        _ => "Input." + path,
    };

    private static Posted<FuzzyDate?> Date(DateFields typed, string field, FormFaults faults) => typed.Kept ?? faults.Date(typed, field);
}
