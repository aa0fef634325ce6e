using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Forms;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Import;

/// <summary>One file on its way in: what its columns hold, the dry run, the run with its progress, and undoing it as one.</summary>
public sealed class ImportModel(ClaimDbContext db, BulkImportService service, BulkImportList list, ArchiveHosts archiveHosts, Links links) : PageModel
{
    public sealed class InputModel
    {
        public List<string?> Columns { get; set; } = [];

        public Dictionary<string, string?> Constants { get; set; } = [];

        public string? DataSetName { get; set; }

        public bool IsAllOrNothing { get; set; }
    }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Only rows of this fate.</summary>
    [BindProperty(SupportsGet = true, Name = "fate")]
    public BulkFate? Fate { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public int? After { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What an editor writes beside a signature.</summary>
    [BindProperty]
    public string? SigningNote { get; set; }

    /// <summary>The dry run that an editor starts.</summary>
    [BindProperty]
    public string? Judged { get; set; }

    [BindProperty]
    public Guid SubmissionId { get; set; }

    public required ImportView View { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetRowsAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Id, ct) is not { } import || !await service.RecordDownloadAsync(import, User.ToActor(), ct))
        {
            return NotFound();
        }

        return new ImportRowsFile(import, list.AllRowsAsync(Id, Fate));
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        var settings = new BulkSettings(
            Input.Columns.ConvertAll(c => c ?? ""),
            Input.Constants.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => c.Key, c => c.Value ?? ""),
            Input.DataSetName,
            Input.IsAllOrNothing);
        return await AnswerAsync(await service.CheckAsync(Id, settings, User.ToActor(), ct), ct);
    }

    public async Task<IActionResult> OnPostRunAsync(CancellationToken ct) => await AnswerAsync(await service.RunAsync(Id, User.ToActor(), ct, Judged ?? ""), ct);

    public async Task<IActionResult> OnPostStopAsync(CancellationToken ct) => await AnswerAsync(await service.StopAsync(Id, User.ToActor(), ct), ct);

    public async Task<IActionResult> OnPostContinueAsync(CancellationToken ct) => await AnswerAsync(await service.ContinueAsync(Id, User.ToActor(), ct), ct);

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct) => await AnswerAsync(await service.SignAsync(Id, SigningNote, SubmissionId, User.ToActor(), ct), ct);

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken ct) => await AnswerAsync(await service.UndoAsync(Id, User.ToActor(), ct), ct);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        var outcome = await service.DiscardAsync(Id, User.ToActor(), ct);
        if (outcome is not Outcome.Done)
        {
            return await AnswerAsync(outcome, ct);
        }

        this.Done(DeskText.ImportDiscarded);
        return Redirect(links.Desk.Imports());
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome is Outcome.Done)
        {
            return Redirect(links.Desk.Import(Id));
        }

        if (!await ShowAsync(ct))
        {
            return NotFound();
        }

        return this.Answer(outcome, path => path == nameof(SigningNote) ? path : "Input." + path, Words);
    }

    private static string? Words(Fault fault) => fault switch
    {
        { Path: nameof(BulkSettings.DataSetName), Code: FaultCode.Required } => DeskText.ImportDataSetMissing,
        { Path: nameof(BulkSettings.Columns), Code: FaultCode.Duplicate } => DeskText.ImportFieldTwice,
        _ => null,
    };

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Id, ct) is not { } import)
        {
            return false;
        }

        var rows = await list.RowsAsync(Id, Fate, Math.Max(After ?? 0, 0), ct);
        View = new ImportView(import, rows, await list.SameFileAsync(import, ct), await StaffNames.ReadAsync(db, User.ToActor(), ct))
        {
            CanRun = Permissions.CanRunImport(User.ToActor()),
            CanDiscard = Permissions.CanDiscardImport(User.ToActor(), import.CreatedById),
            CanSign = Permissions.CanSignArchive(User.ToActor()),
            ArchiveHosts = archiveHosts.Names,
            Signing = import is { Kind: BulkKind.Archive, State: BulkState.Done } ? await list.SigningAsync(Id, ct) : null,
            SigningNote = SigningNote,
            Faults = import.Faulty > 0 && !BulkImport.IsAtWork(import.State) ? await list.FaultsAsync(Id, ct) : [],
            Fate = Fate,
            Examples = BulkImport.IsAtWork(import.State) ? [] : (await list.RowsAsync(Id, null, 0, ct)).Rows,
            Columns = Input.Columns.Count > 0 ? Input.Columns.ConvertAll(c => c ?? "") : import.Columns,
            Constants = Input.Columns.Count > 0 ? Input.Constants.ToDictionary(c => c.Key, c => c.Value ?? "") : BulkMapping.ConstantsOf(import),
            DataSetName = Input.Columns.Count > 0 ? Input.DataSetName : import.DataSetName,
            IsAllOrNothing = Input.Columns.Count > 0 ? Input.IsAllOrNothing : import.IsAllOrNothing,
        };
        return true;
    }
}
