using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.History;

/// <summary>One value of one entry: the place in the trail that <see cref="ClaimHistory.RestoreAsync"/> goes back behind.</summary>
public sealed record HistoryRef(long Sequence, string Record, string Id, string Property);

/// <summary>One change of one value, as the trail holds it.</summary>
/// <param name="Language">Of a text in several languages; else null.</param>
public sealed record HistoryChange(string Record, string Id, string Property, string? Language, string? Old, string? New)
{
    public bool IsErased { get; init; }

    /// <summary>The value before this change can be set again.</summary>
    public bool CanRestore { get; init; }
}

/// <summary>Who did what to a claim, when and why.</summary>
public sealed record HistoryEntry(long Sequence, AuditKind Kind, DateTime At, Guid? ActorId, string Action, string? Reason, IReadOnlyList<HistoryChange> Changes)
{
    /// <summary>The token it was done by.</summary>
    public Guid? TokenId { get; init; }
}

/// <summary>Entries, newest first, with the names of everything their values refer to by id.</summary>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, IReadOnlyDictionary<Guid, LocalizedText> Names, IReadOnlyDictionary<Guid, string> People, long? Before)
{
    /// <summary>Of what the entries name: withheld sources, and the appearances and evidence in them.</summary>
    public required IReadOnlySet<Guid> Withheld { get; init; }

    /// <summary>What the tokens are called that entries were made by.</summary>
    public required IReadOnlyDictionary<Guid, string> Tokens { get; init; }
}

/// <summary>Reads a claim's trail for people, or another record's, and sets an earlier value of a claim again.</summary>
public sealed class ClaimHistory(ClaimDbContext db, ClaimService claims)
{
    private const int MaxEntries = 200;

    // What the workflow, imports and the program itself set is not set back by hand.
    private static readonly HashSet<string> Restorable =
    [
        nameof(Claim.Statement), nameof(Claim.Summary), nameof(Claim.OriginalLanguage), nameof(Claim.Kind), nameof(Claim.Aspect), nameof(Claim.Hedge),
        nameof(Claim.AssertedOn), nameof(Claim.EventOn), nameof(Claim.PlaceCountry), nameof(Claim.PlaceName), nameof(Claim.Flags), nameof(Claim.AsPublished),
        nameof(Claim.Due), nameof(Claim.RecheckOn), nameof(Claim.Triage), nameof(Claim.SelectionReason),
    ];

    private static readonly HashSet<string> RestorableRows =
        [nameof(Claimant), nameof(Figure), nameof(Appearance), nameof(AttributionStep), nameof(Evidence), nameof(ClaimLink)];

    /// <summary>The entries before a number, newest first; from the newest when null.</summary>
    public Task<HistoryPage> ReadAsync(int number, long? before, int take, CancellationToken ct) => ReadAsync(Claim.StreamOf(number), before, take, ct);

    /// <summary>The same of any record's trail, such as a source's.</summary>
    public async Task<HistoryPage> ReadAsync(string stream, long? before, int take, CancellationToken ct)
    {
        var upTo = before ?? long.MaxValue;
        var count = Math.Clamp(take, 1, MaxEntries);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Stream == stream && e.Sequence < upTo)
            .OrderByDescending(e => e.Sequence).Take(count).ToListAsync(ct);
        var history = entries.ConvertAll(Describe);
        var ids = history.SelectMany(e => e.Changes).SelectMany(c => new[] { c.Old, c.New }).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>().ToHashSet();
        var people = ids.Concat(history.Select(e => e.ActorId).OfType<Guid>()).ToHashSet();
        var tokens = history.Select(e => e.TokenId).OfType<Guid>().ToHashSet();
        return new HistoryPage(
            history,
            await RecordNames.ReadAsync(db, ids, ct),
            await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct),
            entries.Count == count ? entries[^1].Sequence : null)
        {
            Withheld = await new WithheldRecords(db).OfAsync(stream, history, ct),
            Tokens = tokens.Count == 0 ? new Dictionary<Guid, string>() : await db.ApiTokens.Where(t => tokens.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct),
        };
    }

    /// <summary>Sets a value back to what it was before an entry, as an edit like any other: merged, checked, audited.</summary>
    public async Task<Outcome> RestoreAsync(int number, int postedVersion, HistoryRef value, bool confirmVoids, Actor actor, CancellationToken ct)
    {
        var stream = Claim.StreamOf(number);
        var entry = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Stream == stream && e.Sequence == value.Sequence, ct);
        var change = entry?.ReadValues().FirstOrDefault(v => v.Record == value.Record && v.Id == value.Id && v.Property == value.Property);
        if (change is null)
        {
            return new Outcome.NotFound();
        }

        return !CanRestore(change)
            ? new Outcome.NotNow("CannotRestore")
            : await claims.RestoreAsync(number, postedVersion, confirmVoids, $"#{value.Sequence}", (claim, maker) => ApplyAsync(claim, change, maker, ct), actor, ct);
    }

    private async Task ApplyAsync(Claim claim, AuditValue change, RecordMaker maker, CancellationToken ct)
    {
        var entry = Aggregates.EntriesOf(db, claim).FirstOrDefault(e => e.Metadata.ClrType.Name == change.Record && AuditText.Of(Aggregates.KeyOf(e)) == change.Id);
        if (entry is null)
        {
            maker.AddFault(change.Property, FaultCode.UnknownRecord);
            return;
        }

        var (name, language) = Split(change.Property);
        var property = entry.Property(name);
        property.CurrentValue = property.CurrentValue is LocalizedText text && language is not null
            ? text.With(language, change.Old)
            : change.Old is { } old ? AuditText.Parse(property.Metadata.ClrType, old) : null;
        switch (property.CurrentValue)
        {
            case Guid id when name == nameof(Claimant.PartyId):
                await maker.RequireAsync<Party>(id, change.Property, ct);
                break;
            case Guid id when name == nameof(Figure.UnitId):
                await maker.RequireAsync<Unit>(id, change.Property, ct);
                break;
            case Guid id when name == nameof(Figure.MeasureId):
                await maker.RequireAsync<Measure>(id, change.Property, ct);
                break;
        }
    }

    private HistoryEntry Describe(AuditEntry entry)
    {
        var values = entry.ReadValues();
        return new HistoryEntry(
            entry.Sequence,
            entry.Kind,
            entry.At,
            entry.ActorId,
            entry.Action,
            values.FirstOrDefault(v => v is { Record: AuditValue.EntryRecord, Property: AuditValue.Reason })?.New,
            [
                .. values.Where(v => v.Record != AuditValue.EntryRecord && v.Property != nameof(IVersioned.Version))
                    .Select(v =>
                    {
                        var (name, language) = Split(v.Property);
                        return new HistoryChange(v.Record, v.Id, name, language, v.Old, v.New) { IsErased = v.IsErased, CanRestore = CanRestore(v) };
                    }),
            ])
        {
            TokenId = AuditEntry.TokenOf(values),
        };
    }

    private bool CanRestore(AuditValue value)
    {
        var (name, language) = Split(value.Property);
        if (value.IsErased || (value.Record == nameof(Claim) ? !Restorable.Contains(name) : !RestorableRows.Contains(value.Record)))
        {
            return false;
        }

        var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == value.Record);
        var property = type.FindProperty(name);
        // What identifies a row, such as its source, is never set on the row itself.
        var settable = property?.PropertyInfo?.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
        return settable && (value.Old is not null || language is not null || property is { IsNullable: true });
    }

    private static (string Name, string? Language) Split(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (path, null) : (path[..dot], path[(dot + 1)..]);
    }
}
