using System.ComponentModel.DataAnnotations;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Pages.Desk.Forms;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Desk.Workbench;

/// <summary>The lists of a claim whose rows have a form.</summary>
public enum RowList
{
    Claimants,
    Figures,
    Appearances,
    Attribution,
    Evidence,
}

/// <summary>One row of one of the lists: that list holds one item, the others none.</summary>
public sealed class RowForm
{
    public int Version { get; set; }

    public List<ClaimantFields> Claimants { get; set; } = [];

    public List<FigureFields> Figures { get; set; } = [];

    public List<AppearanceFields> Appearances { get; set; } = [];

    public List<StepFields> Attribution { get; set; } = [];

    public List<EvidenceFields> Evidence { get; set; } = [];

    [Display(Name = nameof(DeskText.WorkbenchNote), ResourceType = typeof(DeskText))]
    public TextInput FigureNote { get; set; } = new();

    [Display(Name = nameof(DeskText.FactsFlags), ResourceType = typeof(DeskText))]
    public List<string> Flags { get; set; } = [];

    [Display(Name = nameof(DeskText.RowSourceGrade), ResourceType = typeof(DeskText))]
    public string? SourceGrade { get; set; }

    [Display(Name = nameof(DeskText.RowInformationGrade), ResourceType = typeof(DeskText))]
    public int? InformationGrade { get; set; }

    /// <summary>Sources an attribution step holds in; none: in all.</summary>
    [Display(Name = nameof(DeskText.RowScopes), ResourceType = typeof(DeskText))]
    public List<Guid> ScopeIds { get; set; } = [];

    /// <summary>Place of an attribution step, from 1.</summary>
    [Display(Name = nameof(DeskText.RowPlace), ResourceType = typeof(DeskText))]
    public int? Place { get; set; }

    /// <summary>The person was told that this voids a proposal or panel.</summary>
    public bool ConfirmVoids { get; set; }

    public bool TellReaders { get; set; }

    /// <summary>Others took the row away, and the person was told: saving adds it again.</summary>
    public bool AddsAnew { get; set; }

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

    /// <summary>The form of a new row; also fills in what a sender left out.</summary>
    public RowForm WithRow(RowList list)
    {
        if (list is RowList.Claimants && Claimants.Count == 0)
        {
            Claimants.Add(new ClaimantFields());
        }
        else if (list is RowList.Figures && Figures.Count == 0)
        {
            Figures.Add(new FigureFields());
        }
        else if (list is RowList.Appearances && Appearances.Count == 0)
        {
            Appearances.Add(new AppearanceFields());
        }
        else if (list is RowList.Attribution && Attribution.Count == 0)
        {
            Attribution.Add(new StepFields());
        }
        else if (list is RowList.Evidence && Evidence.Count == 0)
        {
            Evidence.Add(new EvidenceFields());
        }

        return this;
    }

    /// <summary>The fields of the row.</summary>
    public object Row(RowList list) => list switch
    {
        RowList.Claimants => Claimants[0],
        RowList.Figures => Figures[0],
        RowList.Appearances => Appearances[0],
        RowList.Attribution => Attribution[0],
        RowList.Evidence => Evidence[0],
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
    };

    /// <summary>The form's own name of a field; a fault of the row as a whole, or of its list, stands at what the row is about.</summary>
    public static string FieldOf(RowList list, string field)
    {
        var parts = field.Split('.', 4);
        return parts.Length < 2 || !parts[1].StartsWith(list.ToString(), StringComparison.Ordinal) ? ""
            : parts.Length == 2 ? $"Input.{list}[0]." + MainFieldOf(list)
            : parts[2] switch
            {
                "Flags" or "SourceGrade" or "InformationGrade" => "Input." + parts[2],
                "Note" when list is RowList.Figures => string.Join('.', ["Input.FigureNote", .. parts[3..]]),
                "Order" => "Input.Place",
                var scopes when scopes.StartsWith("Scopes", StringComparison.Ordinal) => "Input.ScopeIds",
                _ => field,
            };
    }

    /// <summary>A row that is there, as its form shows it; null: there is none.</summary>
    public static RowForm? Of(Claim claim, RowList list, Guid id) => list switch
    {
        RowList.Claimants => claim.Claimants.Find(c => c.Id == id) is { } claimant
            ? new RowForm { Claimants = [new ClaimantFields { Party = new PartyPick { Chosen = claimant.PartyId }, Role = TextInput.Of(claimant.Role) }] }
            : null,
        RowList.Figures => claim.Figures.Find(f => f.Id == id) is { } figure ? Of(figure) : null,
        RowList.Appearances => claim.Appearances.Find(a => a.Id == id) is { } appearance ? Of(appearance) : null,
        RowList.Attribution => claim.Attribution.Find(s => s.Id == id) is { } step ? Of(step, claim) : null,
        RowList.Evidence => claim.Evidence.Find(e => e.Id == id) is { } evidence ? Of(evidence) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
    };

    private static RowForm Of(Figure figure) => new()
    {
        Figures =
        [
            new FigureFields
            {
                Value = Plain(figure.Value),
                Min = Plain(figure.Min),
                Max = Plain(figure.Max),
                Modifier = figure.Modifier,
                UnitId = figure.UnitId,
                MeasureId = figure.MeasureId,
                IsCapacity = figure.IsCapacity,
                AlternativeGroup = figure.AlternativeGroup,
                Period = DateFields.Of(figure.Period),
            },
        ],
        FigureNote = TextInput.Of(figure.Note),
    };

    /// <summary>Without the zeros a database keeps behind the point: 6700, not 6700.0.</summary>
    private static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;

    private static RowForm Of(Appearance appearance) => new()
    {
        Appearances =
        [
            new AppearanceFields
            {
                Source = new SourcePick { Chosen = appearance.SourceId },
                Quote = appearance.Quote,
                ParagraphFrom = appearance.ParagraphFrom,
                ParagraphTo = appearance.ParagraphTo,
                Timecode = appearance.Timecode,
                Strength = appearance.Strength,
                IsFirst = appearance.IsFirst,
                WordingNote = TextInput.Of(appearance.WordingNote),
            },
        ],
        Flags = [.. appearance.Flags],
    };

    private static RowForm Of(AttributionStep step, Claim claim) => new()
    {
        Attribution = [new StepFields { Party = new PartyPick { Chosen = step.PartyId }, Verb = step.Verb, Note = TextInput.Of(step.Note) }],
        ScopeIds = step.Scopes.ConvertAll(s => s.SourceId),
        Place = claim.Attribution.OrderBy(s => s.Order).ToList().IndexOf(step) + 1,
    };

    private static RowForm Of(Evidence evidence) => new()
    {
        Evidence =
        [
            new EvidenceFields
            {
                Source = new SourcePick { Chosen = evidence.SourceId },
                Stance = evidence.Stance,
                Quote = evidence.Quote,
                Locator = evidence.Locator,
                Note = TextInput.Of(evidence.Note),
            },
        ],
        SourceGrade = evidence.SourceGrade,
        InformationGrade = evidence.InformationGrade,
    };

    private static string MainFieldOf(RowList list) => list switch
    {
        RowList.Claimants or RowList.Attribution => "Party.Find",
        RowList.Figures => nameof(FigureFields.Value),
        _ => "Source.Find",
    };
}
