using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Parties, outlets and topics by their folded names, right spellings only, and units, as they stood when the work on an import began and with what
/// it made since. Read once: a name is looked up for every row.
/// </summary>
internal sealed class BulkNames
{
    /// <summary>Stands for several records of one name.</summary>
    private static readonly Guid Several = Guid.Empty;

    private readonly Dictionary<string, Guid> parties = [];
    private readonly Dictionary<string, Guid> outlets = [];
    private readonly Dictionary<string, Guid> topics = [];

    private BulkFigures figures = new([]);

    // Made by a save that is under way; forgotten when it fails.
    private readonly List<(Dictionary<string, Guid> Names, string Name)> fresh = [];

    public static async Task<BulkNames> ReadAsync(ClaimDbContext db, Guid importId, CancellationToken ct)
    {
        var names = new BulkNames();
        await foreach (var party in db.Parties.Select(p => new { p.Id, Text = EF.Property<string>(p, FoldedColumns.Text) }).AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(names.parties, party.Text, party.Id);
        }

        await foreach (var variant in db.Set<PartyVariant>().Where(v => !v.IsWrong).Select(v => new { v.PartyId, Text = EF.Property<string>(v, FoldedColumns.Text) }).AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(names.parties, variant.Text, variant.PartyId);
        }

        await foreach (var outlet in db.Outlets.Select(o => new { o.Id, Text = EF.Property<string>(o, FoldedColumns.Text) }).AsAsyncEnumerable().WithCancellation(ct))
        {
            Add(names.outlets, outlet.Text, outlet.Id);
        }

        // Nobody else sees what this import holds back: what others have named like it since is not a second one, but the one to use from now on.
        foreach (var party in await db.Parties.PendingOf(importId).Select(p => new { p.Id, Text = EF.Property<string>(p, FoldedColumns.Text) }).ToListAsync(ct))
        {
            AddMissing(names.parties, party.Text, party.Id);
        }

        foreach (var outlet in await db.Outlets.PendingOf(importId).Select(o => new { o.Id, Text = EF.Property<string>(o, FoldedColumns.Text) }).ToListAsync(ct))
        {
            AddMissing(names.outlets, outlet.Text, outlet.Id);
        }

        foreach (var topic in await db.Topics.Select(t => new { t.Id, t.Slug, Text = EF.Property<string>(t, FoldedColumns.Text) }).ToListAsync(ct))
        {
            Add(names.topics, topic.Text, topic.Id);
            Add(names.topics, TextFold.Fold(topic.Slug), topic.Id);
        }

        names.figures = new BulkFigures(await db.Units.AsNoTracking().ToListAsync(ct));
        return names;
    }

    public (Guid? Id, bool IsAmbiguous) Party(string name) => Find(parties, name);

    public (Guid? Id, bool IsAmbiguous) Outlet(string name) => Find(outlets, name);

    public (Guid? Id, bool IsAmbiguous) Topic(string name) => Find(topics, name);

    public (FigureRow? Row, FaultCode? Fault) Figure(string text) => figures.Read(text);

    public void PartyMade(string name, Guid id) => Made(parties, name, id);

    public void OutletMade(string name, Guid id) => Made(outlets, name, id);

    /// <summary>The save is done: what it made is here to stay.</summary>
    public void Keep() => fresh.Clear();

    /// <summary>The save failed, or is begun again.</summary>
    public void Forget()
    {
        foreach (var (names, name) in fresh)
        {
            names.Remove(name);
        }

        fresh.Clear();
    }

    private void Made(Dictionary<string, Guid> names, string name, Guid id)
    {
        var folded = TextFold.Fold(name);
        names[folded] = id;
        fresh.Add((names, folded));
    }

    private static void Add(Dictionary<string, Guid> names, string folded, Guid id)
    {
        foreach (var name in folded.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            names[name] = names.TryGetValue(name, out var other) && other != id ? Several : id;
        }
    }

    private static void AddMissing(Dictionary<string, Guid> names, string folded, Guid id)
    {
        foreach (var name in folded.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            names.TryAdd(name, id);
        }
    }

    private static (Guid? Id, bool IsAmbiguous) Find(Dictionary<string, Guid> names, string name) =>
        names.TryGetValue(TextFold.Fold(name), out var id) ? (id == Several ? null : id, id == Several) : (null, false);
}
