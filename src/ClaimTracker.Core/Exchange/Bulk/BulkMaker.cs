using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Adds the records of judged rows to the save under way, through the same rules and writers as the forms for one record. Sources,
/// parties and outlets that several rows name are made by the first of them.
/// </summary>
internal sealed class BulkMaker(ClaimDbContext db, BulkImport import, BulkNames names, Actor actor)
{
    private readonly Dictionary<string, Guid> sourcesByKey = [];
    private readonly Dictionary<string, Guid> sourcesByAddress = [];
    private HashSet<Guid> withoutCopy = [];

    /// <summary>The first row that cannot be made after all, with its faults; null: all of them are in the save.</summary>
    public async Task<(JudgedRow Row, IReadOnlyList<BulkFault> Faults)?> MakeAsync(IReadOnlyList<JudgedRow> rows, Func<JudgedRow, int> numberOf, CancellationToken ct)
    {
        await LoadAsync(rows, ct);
        var free = rows.Where(r => r.SourceId is null).Select(r => r.AddressKey).OfType<string>().ToHashSet();
        foreach (var row in rows)
        {
            var maker = new RecordMaker(db, free) { SourcesWithoutCopy = withoutCopy };
            var beside = new List<string>();
            await MakeAsync(row, maker, beside, numberOf, ct);
            switch (maker.Refusal)
            {
                case Outcome.Invalid invalid:
                    return (row, [.. invalid.Faults.Select(f => new BulkFault(BulkPaths.FieldOf(import.Kind, f.Path), f.Code, f.Limit))]);
                case not null:
                    return (row, [new BulkFault(BulkFields.Address, FaultCode.Duplicate)]);
            }

            row.Row.MadeBeside = beside;
            row.Row.Fate = BulkFate.Made;
        }

        return null;
    }

    /// <summary>What the rows refer to, so that no row has to ask for it by itself.</summary>
    private async Task LoadAsync(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        var sources = rows.Select(r => r.SourceId).OfType<Guid>().Distinct().ToList();
        var parties = rows.SelectMany(r => r.Input.Claimants).Select(c => names.Party(BulkJudge.NameOf(c.Name)).Id).OfType<Guid>().Distinct().ToList();
        var outlets = rows.Select(r => r.Input.Outlet is { } outlet ? names.Outlet(BulkJudge.NameOf(outlet.Name)).Id : null).OfType<Guid>().Distinct().ToList();
        var copied = await db.Set<WorkingText>().Where(t => EF.Parameter(sources).Contains(t.SourceId)).Select(t => t.SourceId).ToListAsync(ct);
        withoutCopy = [.. sources.Except(copied)];
        await db.Sources.WithOwn(import.Id).Where(s => EF.Parameter(sources).Contains(s.Id)).LoadAsync(ct);
        await db.Parties.WithOwn(import.Id).Where(p => EF.Parameter(parties).Contains(p.Id)).LoadAsync(ct);
        await db.Outlets.WithOwn(import.Id).Where(o => EF.Parameter(outlets).Contains(o.Id)).LoadAsync(ct);
        if (rows.Any(r => r.Input.TopicNames.Count > 0))
        {
            var topics = rows.SelectMany(r => r.Input.TopicNames).Select(t => names.Topic(t).Id).OfType<Guid>().Distinct().ToList();
            await db.Topics.Where(t => EF.Parameter(topics).Contains(t.Id)).LoadAsync(ct);
        }

        if (import.Kind is BulkKind.Appearances or BulkKind.Evidence)
        {
            var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().Distinct().ToList();
            await db.Claims.IgnoreQueryFilters().Include(c => c.Appearances).Include(c => c.Evidence).Where(c => EF.Parameter(numbers).Contains(c.Number)).LoadAsync(ct);
        }
    }

    private async Task MakeAsync(JudgedRow row, RecordMaker maker, List<string> beside, Func<JudgedRow, int> numberOf, CancellationToken ct)
    {
        var (source, isMade) = row.Input is { Source: null, SourceKey: null } ? (Guid.Empty, false) : await SourceAsync(row, maker, beside, ct);
        if (import.Kind is BulkKind.Sources)
        {
            row.Row.RecordId = source;
            return;
        }

        if (isMade)
        {
            beside.Add($"{nameof(Source)}:{source}");
        }

        if (import.MakesClaims && row.Input.Claim is { } claim)
        {
            await ClaimAsync(row, claim, source, maker, beside, numberOf(row), ct);
            return;
        }

        var number = row.ClaimNumber ?? throw new InvalidOperationException("Judged before: the claim is there.");
        var record = db.Claims.Local.First(c => c.Number == number);
        var writer = new ClaimRowWriter(db, maker, null, record);
        await writer.ApplyAsync(
            new ClaimEdit
            {
                Appearances = row.Input.Appearance is { } appearance && import.Kind is BulkKind.Appearances ? [appearance with { Source = source }] : [],
                Evidence = row.Input.Evidence is { } evidence ? [evidence with { Source = source }] : [],
            }, ct);
        ClaimChecks.Judge(db, record, maker);
        row.Row.ClaimNumber = number;
        row.Row.RecordId = import.Kind is BulkKind.Appearances ? record.Appearances[^1].Id : record.Evidence[^1].Id;
    }

    private async Task ClaimAsync(JudgedRow row, NewClaim input, Guid source, RecordMaker maker, List<string> beside, int number, CancellationToken ct)
    {
        var claim = ClaimService.Make(db, input with { Origin = OriginOf(row.Input.Key ?? row.Input.Review?.EntryKey) }, number, actor);
        db.Claims.Add(claim);
        var claimants = new OrderedDictionary<Guid, ClaimantRow>();
        foreach (var (party, claimant) in row.Input.Claimants.Zip(input.Claimants))
        {
            // Two names may be those of one party.
            var id = await PartyAsync(party, maker, beside, ct);
            claimants.TryAdd(id, claimant with { Party = id });
        }

        var lists = new NewClaim
        {
            Statement = input.Statement,
            OriginalLanguage = input.OriginalLanguage,
            Kind = input.Kind,
            Aspect = input.Aspect,
            Topics = [.. row.Input.TopicNames.Select(t => names.Topic(t).Id).OfType<Guid>().Select(id => new Choice<NewTopic> { Id = id })],
            Claimants = [.. claimants.Values],
            Figures = row.Figures,
            Appearances = [.. input.Appearances.Select(a => a with { Source = source })],
            Evidence = [.. input.Evidence.Select(e => e with { Source = source })],
        };
        await new ClaimRowWriter(db, maker, null, claim).ApplyAsync(lists, ct);
        ClaimChecks.Judge(db, claim, maker);
        if (row.Input.Archive is { } archive)
        {
            BulkArchiveMaker.Add(db, import, number, archive, row.RatingId);
        }

        if (row.Input.Review is { } review)
        {
            BulkReviewMaker.Add(db, import, claim, review, row.RatingId);
        }

        row.Row.ClaimNumber = number;
    }

    private async Task<(Guid Id, bool IsMade)> SourceAsync(JudgedRow row, RecordMaker maker, List<string> beside, CancellationToken ct)
    {
        var known = row.SourceId
            ?? (row.Input.SourceKey is { } key && sourcesByKey.TryGetValue(key, out var byKey) ? byKey
                : row.AddressKey is { } address && sourcesByAddress.TryGetValue(address, out var byAddress) ? byAddress
                : (Guid?)null);
        if (known is { } there)
        {
            return (there, false);
        }

        var source = row.Input.Source ?? throw new InvalidOperationException("Judged before: a source that is not here is described.");
        var outlet = row.Input.Outlet is { } named ? await OutletAsync(named, maker, beside, ct) : (Guid?)null;
        var id = await maker.MakeSourceAsync(
            source with { FromDataSet = OriginOf(row.Input.SourceKey), Outlet = outlet is { } published ? published : null }, nameof(NewSource), ct);
        withoutCopy.Add(id);
        if (row.Input.SourceKey is { } ownKey)
        {
            sourcesByKey[ownKey] = id;
        }

        if (row.AddressKey is { } ownAddress)
        {
            sourcesByAddress[ownAddress] = id;
        }

        return (id, true);
    }

    private async Task<Guid> PartyAsync(NewParty party, RecordMaker maker, List<string> beside, CancellationToken ct)
    {
        var name = BulkJudge.NameOf(party.Name);
        if (names.Party(name).Id is { } known)
        {
            return known;
        }

        var id = await maker.MakePartyAsync(party, nameof(ClaimLists.Claimants), ct);
        names.PartyMade(name, id);
        beside.Add($"{nameof(Party)}:{id}");
        return id;
    }

    private async Task<Guid> OutletAsync(NewOutlet outlet, RecordMaker maker, List<string> beside, CancellationToken ct)
    {
        var name = BulkJudge.NameOf(outlet.Name);
        if (names.Outlet(name).Id is { } known)
        {
            return known;
        }

        var id = await maker.MakeOutletAsync(outlet, nameof(NewSource.Outlet), ct);
        names.OutletMade(name, id);
        beside.Add($"{nameof(Outlet)}:{id}");
        return id;
    }

    private RecordOrigin? OriginOf(string? key) => import.DataSetId is { } dataSet ? new RecordOrigin(dataSet, key) : null;
}
