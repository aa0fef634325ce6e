using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Sources;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Pages.Desk.Import;

/// <summary>What the page of an import shows.</summary>
public sealed record ImportView(BulkImport Import, BulkRowPage Rows, BulkImport? SameFile, StaffNames Staff)
{
    private const int MaxShownColumns = 4;
    private const int MaxExamples = 3;

    public required bool CanRun { get; init; }

    public required bool CanSign { get; init; }

    public required bool CanDiscard { get; init; }

    /// <summary>Where pages of our own archive have to lie.</summary>
    public IReadOnlyList<string> ArchiveHosts { get; init; } = [];

    /// <summary>What waits for a signature; null: nothing does.</summary>
    public BulkSigningSummary? Signing { get; init; }

    public string? SigningNote { get; init; }

    public BulkFate? Fate { get; init; }

    public IReadOnlyList<BulkRowView> Examples { get; init; } = [];

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyDictionary<string, string> Constants { get; init; }

    /// <summary>What is wrong with faulty rows, rows of one fault together.</summary>
    public IReadOnlyList<BulkFaultGroup> Faults { get; init; } = [];

    public string? DataSetName { get; init; }

    public bool IsAllOrNothing { get; init; }

    public bool IsAtWork => BulkImport.IsAtWork(Import.State);

    /// <summary>What it has made so far is in no list yet.</summary>
    public bool IsHidden => Import is { IsHeldBack: true, State: BulkState.Running } or { IsHeldBack: true, State: BulkState.Stopped, StoppedIn: not BulkState.Releasing };

    /// <summary>What there is to do in the present state, and how much of it is done.</summary>
    public (int Done, int Of) Progress => Import.State switch
    {
        BulkState.Checking => (Import.Position, Import.Rows),
        BulkState.Releasing or BulkState.Signing => (Import.Position, Import.Rows),
        BulkState.Undoing => (Import.Undone + Import.Left, Import.Made),
        _ => (Import.Made, Import.New),
    };

    /// <summary>How many rows there are of each fate, as far as there are any.</summary>
    public IEnumerable<(BulkFate Fate, int Count)> Fates => new[]
    {
        (BulkFate.New, Import.State is BulkState.Checking or BulkState.Checked ? Import.New : Import.New - Import.Made),
        (BulkFate.Made, Import.State is BulkState.Signed ? 0 : Unsigned),
        (BulkFate.Signed, Import.Signed),
        (BulkFate.NotSigned, Import.State is BulkState.Signed ? Unsigned : 0),
        (BulkFate.Same, Import.Same),
        (BulkFate.Fault, Import.Faulty),
        (BulkFate.Undone, Import.Undone),
        (BulkFate.Left, Import.Left),
    }.Where(f => f.Item2 > 0);

    private int Unsigned => Import.Made - Import.Signed - Import.Undone - Import.Left;

    /// <summary>The columns a row is told by: the first few that hold something.</summary>
    public IReadOnlyList<int> ShownColumns => [.. Enumerable.Range(0, Import.Heads.Count).Where(i => Import.Columns.Count <= i || Import.Columns[i].Length > 0).Take(MaxShownColumns)];

    public IEnumerable<string> ExamplesOf(int column) => Examples.Select(r => column < r.Cells.Count ? r.Cells[column] : "").Where(c => c.Length > 0).Distinct().Take(MaxExamples);

    public IEnumerable<BulkField> ConstantFields => BulkFields.Of(Import.Kind).Where(f => f.MayBeConstant);

    /// <summary>What every row needs: the names of the fields one of which does it, and whether a column or a value for all rows holds one.</summary>
    public IEnumerable<(IReadOnlyList<string> Names, bool IsHeld)> Needed => BulkFields.NeededOf(Import.Kind)
        .Select(fields => ((IReadOnlyList<string>)[.. fields.Select(FieldName)], fields.Any(f => Columns.Contains(f) || Constants.ContainsKey(f))));

    /// <summary>One of the fields without which, or without another in its place, no row can do.</summary>
    public bool IsNeeded(string field) => BulkFields.NeededOf(Import.Kind).Any(fields => fields.Contains(field));

    /// <summary>How far it has come; entries of our own archive are not done before an editor has signed them, and what no row of can be made is not ready.</summary>
    public static string StateOf(BulkImport import) => import switch
    {
        { Kind: BulkKind.Archive, State: BulkState.Done, Made: > 0 } => DeskText.ArchiveWaiting,
        { State: BulkState.Checked, New: 0, Faulty: > 0 } => DeskText.ImportCheckedFaulty,
        { State: BulkState.Checked, New: 0 } => DeskText.ImportCheckedNothing,
        { State: BulkState.Checked, IsAllOrNothing: true, Faulty: > 0 } => DeskText.ImportCheckedFaulty,
        _ => ReviewWords.Of(import.State),
    };

    public static string FieldName(string code) => DeskText.ResourceManager.GetString("ImportField_" + code, System.Globalization.CultureInfo.CurrentUICulture) ?? code;

    /// <summary>A fault in words, under the column's own name.</summary>
    public static string Words(BulkFault fault) =>
        fault.Field.Length == 0
            ? ReviewWords.Fault(fault.Code, fault.Limit)
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, DeskText.ImportRowColumnFault, FieldName(fault.Field), ReviewWords.Fault(fault.Code, fault.Limit));

    /// <summary>Codes with their labels where a constant is one of a list; none: any text.</summary>
    public static IReadOnlyList<(string Code, string Label)> Choices(string field) => field switch
    {
        BulkFields.Language or BulkFields.SourceLanguage => Terms(Glossary.Languages),
        BulkFields.ClaimKindCode => Terms(Glossary.ClaimKinds),
        BulkFields.Aspect => Terms(Glossary.RatedAspects),
        BulkFields.ClaimantKind => Terms(Glossary.PartyKinds),
        BulkFields.Level => Terms(Glossary.EvidenceLevels),
        BulkFields.Strength => Terms(Glossary.Strengths),
        BulkFields.StanceCode => Terms(Glossary.Stances),
        BulkFields.SourceKindCode => [.. Enum.GetValues<SourceKind>().Select(k => (Glossary.Code(k), ReviewWords.Of(k)))],
        _ => [],
    };

    private static IReadOnlyList<(string Code, string Label)> Terms(string list) => [.. Glossary.Terms(list).Select(t => (t.Code, t.Label.In(Cultures.Current)))];
}
