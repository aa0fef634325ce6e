using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>
/// Turns a form's choices into ids: looks up what is there, and adds what is new to the save under way, so that a source, party, topic
/// or outlet can be made while a claim is logged. Collects every fault instead of stopping at the first.
/// </summary>
/// <param name="db">The context of the save.</param>
/// <param name="freeAddresses">Keys of addresses that are known to belong to no source; others are looked up.</param>
internal sealed class RecordMaker(ClaimDbContext db, IReadOnlySet<string>? freeAddresses = null)
{
    private readonly Dictionary<object, Guid> made = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> newAddresses = [];
    private readonly List<Fault> faults = [];
    private Guid? existingSource;

    /// <summary>Sources of which we are known to have no copy; of others it is looked up.</summary>
    public IReadOnlySet<Guid>? SourcesWithoutCopy { get; init; }

    /// <summary>Why nothing may be saved, or null.</summary>
    public Outcome? Refusal =>
        faults.Count > 0 ? new Outcome.Invalid([.. faults])
        : existingSource is { } id ? new Outcome.Duplicate(id)
        : null;

    public void AddFault(string path, FaultCode code, int? limit = null) => faults.Add(new Fault(path, code, limit));

    public Task<Guid> PartyAsync(Choice<NewParty>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewParty, Party>(choice, path, MakePartyAsync, ct);

    public Task<Guid> OutletAsync(Choice<NewOutlet>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewOutlet, Outlet>(choice, path, MakeOutletAsync, ct);

    public Task<Guid> SourceAsync(Choice<NewSource>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewSource, Source>(choice, path, MakeSourceAsync, ct);

    public Task<Guid> TopicAsync(Choice<NewTopic>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewTopic, Topic>(choice, path, MakeTopicAsync, ct);

    public Task<Guid> UnitAsync(Choice<NewUnit>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewUnit, Unit>(choice, path, MakeUnitAsync, ct);

    public Task<Guid> MeasureAsync(Choice<NewMeasure>? choice, string path, CancellationToken ct) =>
        ResolveAsync<NewMeasure, Measure>(choice, path, MakeMeasureAsync, ct);

    /// <summary>Reports an id that leads nowhere; null is for other rules.</summary>
    public async Task RequireAsync<TRecord>(Guid? id, string path, CancellationToken ct)
        where TRecord : class
    {
        if (id is { } wanted && await db.FindAsync<TRecord>([wanted], ct) is null)
        {
            AddFault(path, FaultCode.UnknownRecord);
        }
    }

    public async Task RequireClaimAsync(int number, string path, CancellationToken ct)
    {
        if (!await db.Claims.AnyAsync(c => c.Number == number, ct))
        {
            AddFault(path, FaultCode.UnknownRecord);
        }
    }

    /// <summary>The key of an address; reports the source that already has it.</summary>
    public async Task<string?> AddressKeyAsync(string? address, Guid own, string path, CancellationToken ct)
    {
        var key = SourceAddress.KeyOf(address);
        if (key is null)
        {
            return null;
        }

        if (freeAddresses?.Contains(key) is not true)
        {
            // Also one that belongs to an import under way: two sources cannot have the address.
            existingSource ??= await db.Sources.IgnoreQueryFilters().Where(s => s.AddressKey == key && s.Id != own).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(ct);
        }

        if (!newAddresses.Add(key))
        {
            AddFault(path, FaultCode.Duplicate);
        }

        return key;
    }

    private async Task<Guid> ResolveAsync<TNew, TRecord>(
        Choice<TNew>? choice, string path, Func<TNew, string, CancellationToken, Task<Guid>> make, CancellationToken ct)
        where TNew : class
        where TRecord : class
    {
        if (choice?.New is { } fresh)
        {
            if (!made.TryGetValue(fresh, out var id))
            {
                made[fresh] = id = await make(fresh, At(path, "New"), ct);
            }

            return id;
        }

        if (choice?.Id is not { } existing)
        {
            AddFault(path, FaultCode.Required);
            return Guid.Empty;
        }

        await RequireAsync<TRecord>(existing, path, ct);
        return existing;
    }

    public async Task<Guid> MakePartyAsync(NewParty party, string path, CancellationToken ct)
    {
        await RequireAsync<Party>(party.MemberOfId, At(path, "MemberOfId"), ct);
        var id = Guid.CreateVersion7();
        db.Parties.Add(new Party
        {
            Id = id,
            Kind = party.Kind,
            Name = TextRules.Clean(party.Name),
            Role = TextRules.Clean(party.Role),
            Country = TextRules.Clean(party.Country),
            MemberOfId = party.MemberOfId,
            Variants =
            [
                .. party.Variants.Select((v, i) => new PartyVariant
                {
                    Id = Guid.CreateVersion7(),
                    PartyId = id,
                    Order = i,
                    Text = TextRules.Clean(v.Text) ?? "",
                    Language = v.Language,
                    IsWrong = v.IsWrong,
                }),
            ],
        });
        return id;
    }

    public async Task<Guid> MakeOutletAsync(NewOutlet outlet, string path, CancellationToken ct)
    {
        await RequireAsync<Party>(outlet.PartyId, At(path, "PartyId"), ct);
        var id = Guid.CreateVersion7();
        db.Outlets.Add(new Outlet
        {
            Id = id,
            Kind = outlet.Kind,
            Name = TextRules.Clean(outlet.Name),
            Country = TextRules.Clean(outlet.Country),
            PartyId = outlet.PartyId,
        });
        return id;
    }

    public async Task<Guid> MakeSourceAsync(NewSource source, string path, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var address = TextRules.Clean(source.Address);
        await RequireAsync<Source>(source.OriginalId, At(path, "OriginalId"), ct);
        db.Sources.Add(new Source
        {
            Id = id,
            Kind = source.Kind,
            Address = address,
            AddressKey = await AddressKeyAsync(address, id, At(path, "Address"), ct),
            NoAddressReason = TextRules.Clean(source.NoAddressReason),
            OutletId = source.Outlet is null ? null : await OutletAsync(source.Outlet, At(path, "Outlet"), ct),
            Title = TextRules.Clean(source.Title),
            TitleSource = source.TitleSource,
            Language = TextRules.Clean(source.Language),
            Author = TextRules.Clean(source.Author),
            PublishedOn = source.PublishedOn,
            AccessedOn = source.AccessedOn,
            Level = source.Level,
            OriginPartyId = source.Origin is null ? null : await PartyAsync(source.Origin, At(path, "Origin"), ct),
            OriginalId = source.OriginalId,
            Says = TextRules.Clean(source.Says),
            IsPartial = source.IsPartial,
            InterestNote = TextRules.Clean(source.InterestNote),
            MachineTranslated = source.MachineTranslated,
            TranslationNote = TextRules.Clean(source.TranslationNote),
            ArchiveLinks = [.. source.ArchiveLinks.Select(ArchiveAddress.Dated)],
            DataSetId = source.FromDataSet?.DataSetId,
            ExternalKey = source.FromDataSet?.Key,
            Relays = [.. (await PartiesAsync(source.Relays, At(path, "Relays"), ct)).Select((p, i) => new SourceRelay { Id = Guid.CreateVersion7(), SourceId = id, PartyId = p, Order = i })],
            Credits = [.. (await PartiesAsync(source.Credits, At(path, "Credits"), ct)).Select((p, i) => new SourceCredit { Id = Guid.CreateVersion7(), SourceId = id, PartyId = p, Order = i })],
        });
        return id;
    }

    /// <summary>A set of parties, each once.</summary>
    public async Task<List<Guid>> PartiesAsync(IReadOnlyList<Choice<NewParty>> choices, string path, CancellationToken ct)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < choices.Count; i++)
        {
            var id = await PartyAsync(choices[i], $"{path}[{i}]", ct);
            if (!ids.Contains(id))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    public async Task<Guid> MakeTopicAsync(NewTopic topic, string path, CancellationToken ct)
    {
        var slug = string.IsNullOrEmpty(topic.Slug) ? Slugs.Of(topic.Name, Topic.SlugMaxLength) : topic.Slug;
        if (slug.Length == 0)
        {
            AddFault(At(path, "Name"), FaultCode.Required);
        }

        if (db.Topics.Local.Any(t => t.Slug == slug) || await db.Topics.AnyAsync(t => t.Slug == slug, ct))
        {
            AddFault(string.IsNullOrEmpty(topic.Slug) ? At(path, "Name") : At(path, "Slug"), FaultCode.Duplicate);
        }

        var id = Guid.CreateVersion7();
        db.Topics.Add(new Topic { Id = id, Slug = slug, Name = TextRules.Clean(topic.Name), IsPublicInterest = topic.IsPublicInterest });
        return id;
    }

    private async Task<Guid> MakeUnitAsync(NewUnit unit, string path, CancellationToken ct)
    {
        var label = TextRules.Clean(unit.Label);
        var code = Slugs.Of(label, Unit.CodeMaxLength);
        if (db.Units.Local.FirstOrDefault(u => u.Code == code) is { } made)
        {
            return made.Id;
        }

        if (await db.Units.Where(u => u.Code == code).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct) is { } existing)
        {
            return existing;
        }

        var id = Guid.CreateVersion7();
        var plurals = unit.Plurals.IsEmpty ? LocalizedText.From(label.Select(l => KeyValuePair.Create($"{l.Key}.other", (string?)$"{{0}} {l.Value}"))) : unit.Plurals;
        db.Units.Add(new Unit { Id = id, Code = code, Label = label, Plurals = plurals });
        if (code.Length == 0)
        {
            AddFault(At(path, "Label"), FaultCode.Required);
        }

        return id;
    }

    private async Task<Guid> MakeMeasureAsync(NewMeasure measure, string path, CancellationToken ct)
    {
        var label = TextRules.Clean(measure.Label);
        var code = Slugs.Of(label, Measure.CodeMaxLength);
        if (db.Measures.Local.FirstOrDefault(m => m.Code == code) is { } made)
        {
            return made.Id;
        }

        if (await db.Measures.Where(m => m.Code == code).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct) is { } existing)
        {
            return existing;
        }

        var id = Guid.CreateVersion7();
        db.Measures.Add(new Measure { Id = id, Code = code, Label = label });
        if (code.Length == 0)
        {
            AddFault(At(path, "Label"), FaultCode.Required);
        }

        return id;
    }

    private static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
