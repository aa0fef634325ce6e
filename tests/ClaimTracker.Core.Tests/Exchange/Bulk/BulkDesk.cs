using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

/// <summary>A newsroom into which files are brought.</summary>
public sealed class BulkDesk : IAsyncDisposable
{
    public static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<string, string> { [BulkFields.Reason] = "Came with the file", [BulkFields.Language] = "en" };

    private static readonly ArchiveHosts OurHosts = new(["checks.example"]);

    private BulkDesk(Newsroom room) => Room = room;

    public Newsroom Room { get; }

    /// <summary>The process at work; another one after a kill.</summary>
    public BulkMemory Memory { get; set; } = new(new BackgroundWrites());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BulkDesk> OpenAsync(DatabaseProvider provider) => new(await Newsroom.OpenAsync(provider));

    public Task<Outcome> StageAsync(BulkKind kind, string text, Actor? actor = null, string name = "rows.csv") => StageAsync(kind, Encoding.UTF8.GetBytes(text), actor, name);

    public async Task<Outcome> StageAsync(BulkKind kind, byte[] bytes, Actor? actor = null, string name = "rows.csv")
    {
        await using var db = Room.Database.CreateContext();
        using var file = new MemoryStream(bytes);
        return await new BulkImportService(db).StageAsync(kind, name, file, Guid.CreateVersion7(), actor ?? Room.Checker, Ct);
    }

    public async Task<BulkImport> StagedAsync(BulkKind kind, string text) => await LoadAsync(Assert.IsType<Outcome.Done>(await StageAsync(kind, text)).Id);

    public async Task<BulkImport> CheckedAsync(BulkKind kind, string text, bool allOrNothing = false, string? dataSet = "A file")
    {
        var import = await StagedAsync(kind, text);
        var constants = kind is BulkKind.Claims ? Defaults : new Dictionary<string, string>();
        Assert.IsType<Outcome.Done>(await DoAsync(s => s.CheckAsync(import.Id, new BulkSettings(import.Columns, constants, dataSet, allOrNothing), Room.Checker, Ct)));
        await WorkAsync();
        return await LoadAsync(import.Id);
    }

    public async Task<BulkImport> DoneAsync(BulkKind kind, string text, bool allOrNothing = false)
    {
        var import = await CheckedAsync(kind, text, allOrNothing);
        Assert.IsType<Outcome.Done>(await DoAsync(s => s.RunAsync(import.Id, Room.Editor, Ct)));
        await WorkAsync();
        return await LoadAsync(import.Id);
    }

    public async Task<Outcome> DoAsync(Func<BulkImportService, Task<Outcome>> act)
    {
        await using var db = Room.Database.CreateContext();
        return await act(new BulkImportService(db));
    }

    /// <summary>One batch, as the program does it by itself.</summary>
    public async Task<bool> StepAsync()
    {
        await using var db = Room.Database.CreateContext();
        return await new BulkWork(db, OurHosts).StepAsync(Memory, Ct);
    }

    public async Task WorkAsync()
    {
        while (await StepAsync())
        {
        }
    }

    public Task<BulkImport> LoadAsync(Guid id) => Room.WithAsync(db => db.BulkImports.AsNoTracking().SingleAsync(i => i.Id == id, Ct));

    public Task<List<BulkRow>> RowsAsync(Guid id) => Room.WithAsync(db => db.BulkRows.AsNoTracking().Where(r => r.ImportId == id).OrderBy(r => r.Number).ToListAsync(Ct));

    /// <summary>A file that another person has staged.</summary>
    public async Task<Guid> StagedElsewhereAsync(string text) => (await StagedAsync(BulkKind.Sources, text)).Id;

    /// <summary>A source of an import that is not finished.</summary>
    public async Task HideAsync(Guid importId, string address)
    {
        await using var db = Room.Database.CreateContext();
        var source = new Core.Sources.Source { Id = Guid.CreateVersion7(), Kind = Core.Sources.SourceKind.Article, Address = address, AddressKey = Core.Sources.SourceAddress.KeyOf(address) };
        db.Sources.Add(source);
        db.Entry(source).Property("PendingImportId").CurrentValue = importId;
        await db.SaveAsync(new Core.History.ChangeContext(Room.Editor, BulkWork.MakeAction), Ct);
    }

    public ValueTask DisposeAsync() => Room.DisposeAsync();

    /// <summary>A file of that many good claims, every third of them by the same speaker and every fifth in the same source.</summary>
    public static string Claims(int count)
    {
        var text = new StringBuilder("key,statement en,claimant,url,title,outlet,quote\r\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"k{i},Shipment number {i} left the harbour,Speaker {i % 3},https://example.org/{i % 5},\"Article, {i % 5}\",Daily {i % 2},{i} ships\r\n");
        }

        return text.ToString();
    }
}
