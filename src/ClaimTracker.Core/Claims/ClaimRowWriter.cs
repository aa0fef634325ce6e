using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Claims;

/// <summary>
/// Applies a form's rows to a tracked claim: adds, changes and removes by id, and leaves alone what the form did not name. A row that
/// somebody else took away meanwhile is changed in its revived form, for <see cref="StaleMerge"/> to judge.
/// </summary>
internal sealed class ClaimRowWriter(ClaimDbContext db, RecordMaker maker, StaleMerge? merge, Claim claim)
{
    private readonly AppearanceAnchors anchors = new(db, maker);

    public async Task ApplyAsync(ClaimLists lists, CancellationToken ct)
    {
        await TopicsAsync(lists.Topics, ct);
        await EachAsync(lists.Claimants, claim.Claimants, nameof(ClaimLists.Claimants), Claim.MaxClaimants, ClaimantAsync, ct);
        await EachAsync(lists.Figures, claim.Figures, nameof(ClaimLists.Figures), Claim.MaxFigures, FigureAsync, ct);
        await EachAsync(lists.Appearances, claim.Appearances, nameof(ClaimLists.Appearances), ClaimRules.MaxRows, AppearanceAsync, ct);
        await EachAsync(lists.Evidence, claim.Evidence, nameof(ClaimLists.Evidence), ClaimRules.MaxRows, EvidenceAsync, ct);
        await EachAsync(lists.Attribution, claim.Attribution, nameof(ClaimLists.Attribution), ClaimRules.MaxRows, StepAsync, ct);
        await EachAsync(lists.Links, claim.Links, nameof(ClaimLists.Links), ClaimRules.MaxRows, LinkAsync, ct);
    }

    private async Task EachAsync<TRow, TRecord>(
        IReadOnlyList<TRow> rows, List<TRecord> records, string list, int max, Func<TRow, TRecord?, string, CancellationToken, Task> apply, CancellationToken ct)
        where TRow : Row
        where TRecord : class, IAudited
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, path) = (rows[i], $"{list}[{i}]");
            var tracked = row.Id is { } id ? records.Find(r => id.Equals(db.Entry(r).Property("Id").CurrentValue)) : null;
            var record = tracked ?? (row.Id is { } gone ? merge?.Gone<TRecord>(gone) : null);
            if (row.Id is not null && record is null && !row.Remove)
            {
                maker.AddFault($"{path}.Id", FaultCode.UnknownRecord);
            }
            else if (row.Remove)
            {
                if (tracked is not null)
                {
                    db.Remove(tracked);
                }
            }
            else
            {
                await apply(row, record, path, ct);
            }
        }

        if (records.Count(r => db.Entry(r).State is not EntityState.Deleted) > max)
        {
            maker.AddFault(list, FaultCode.TooMany, max);
        }
    }

    private async Task TopicsAsync(IReadOnlyList<Choice<NewTopic>>? topics, CancellationToken ct)
    {
        if (topics is null)
        {
            return;
        }

        var wanted = new List<Guid>();
        for (var i = 0; i < topics.Count; i++)
        {
            wanted.Add(await maker.TopicAsync(topics[i], $"{nameof(ClaimLists.Topics)}[{i}]", ct));
        }

        var order = Next(claim.Topics.Select(t => t.Order));
        db.RemoveRange(claim.Topics.Where(t => !wanted.Contains(t.TopicId)));
        foreach (var topic in wanted.Distinct().Except(claim.Topics.Select(t => t.TopicId)).ToList())
        {
            db.Add(new ClaimTopic { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, TopicId = topic, Order = order++ });
        }
    }

    private async Task ClaimantAsync(ClaimantRow row, Claimant? record, string path, CancellationToken ct)
    {
        var party = await maker.PartyAsync(row.Party, $"{path}.Party", ct);
        record ??= Added(new Claimant { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, PartyId = party, Order = Next(claim.Claimants.Select(c => c.Order)) });
        record.PartyId = party;
        record.Role = row.Role?.Apply(record.Role) ?? record.Role;
        record.Order = row.Order ?? record.Order;
    }

    private async Task FigureAsync(FigureRow row, Figure? record, string path, CancellationToken ct)
    {
        var unit = await maker.UnitAsync(row.Unit, $"{path}.Unit", ct);
        record ??= Added(new Figure { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, UnitId = unit, Order = Next(claim.Figures.Select(f => f.Order)) });
        record.UnitId = unit;
        record.MeasureId = row.Measure is null ? null : await maker.MeasureAsync(row.Measure, $"{path}.Measure", ct);
        (record.Value, record.Min, record.Max) = (row.Value, row.Min, row.Max);
        record.Modifier = row.Modifier;
        record.IsCapacity = row.IsCapacity;
        record.Period = row.Period;
        record.AlternativeGroup = TextRules.Clean(row.AlternativeGroup);
        record.Note = row.Note?.Apply(record.Note) ?? record.Note;
        record.Order = row.Order ?? record.Order;
    }

    private async Task AppearanceAsync(AppearanceRow row, Appearance? record, string path, CancellationToken ct)
    {
        var source = await SourceOfAsync(row.Source, record?.SourceId, path, ct);
        record ??= Added(new Appearance { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, SourceId = source, Order = Next(claim.Appearances.Select(a => a.Order)) });
        (record.ParagraphFrom, record.ParagraphTo) = (row.ParagraphFrom, row.ParagraphTo);
        record.Timecode = TextRules.Clean(row.Timecode);
        await anchors.ApplyAsync(row, record, path, ct);
        record.Strength = row.Strength;
        record.WordingNote = row.WordingNote?.Apply(record.WordingNote) ?? record.WordingNote;
        record.IsFirst = row.IsFirst;
        record.Flags = ClaimRules.InOrderOf(record.Flags, row.Flags);
        record.Order = row.Order ?? record.Order;
    }

    private async Task EvidenceAsync(EvidenceRow row, Evidence? record, string path, CancellationToken ct)
    {
        var source = await SourceOfAsync(row.Source, record?.SourceId, path, ct);
        record ??= Added(new Evidence { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, SourceId = source, Stance = row.Stance, Order = Next(claim.Evidence.Select(e => e.Order)) });
        record.Stance = row.Stance;
        record.Quote = TextRules.Clean(row.Quote);
        record.Locator = TextRules.Clean(row.Locator);
        record.Note = row.Note?.Apply(record.Note) ?? record.Note;
        record.SourceGrade = TextRules.Clean(row.SourceGrade);
        record.InformationGrade = row.InformationGrade;
        record.Order = row.Order ?? record.Order;
    }

    private async Task StepAsync(AttributionRow row, AttributionStep? record, string path, CancellationToken ct)
    {
        var party = await maker.PartyAsync(row.Party, $"{path}.Party", ct);
        record ??= Added(new AttributionStep { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, PartyId = party, Verb = row.Verb, Order = Next(claim.Attribution.Select(s => s.Order)) });
        record.PartyId = party;
        record.Verb = row.Verb;
        record.Note = row.Note?.Apply(record.Note) ?? record.Note;
        record.Order = row.Order ?? record.Order;
        if (row.Scopes is not null)
        {
            await ScopesAsync(record, row.Scopes, path, ct);
        }
    }

    private async Task ScopesAsync(AttributionStep step, IReadOnlyList<Choice<NewSource>> scopes, string path, CancellationToken ct)
    {
        var wanted = new List<Guid>();
        for (var i = 0; i < scopes.Count; i++)
        {
            wanted.Add(await maker.SourceAsync(scopes[i], $"{path}.Scopes[{i}]", ct));
        }

        if (merge?.IsGone(step) is true)
        {
            var before = merge.AllGone<AttributionScope>().Where(s => s.StepId == step.Id).Select(s => s.SourceId).ToHashSet();
            if (!before.SetEquals(wanted))
            {
                merge.MarkChanged(step, nameof(AttributionStep.Scopes));
            }

            return;
        }

        db.RemoveRange(step.Scopes.Where(s => !wanted.Contains(s.SourceId)));
        foreach (var source in wanted.Distinct().Except(step.Scopes.Select(s => s.SourceId)).ToList())
        {
            db.Add(new AttributionScope { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, StepId = step.Id, SourceId = source });
        }
    }

    private async Task LinkAsync(LinkRow row, ClaimLink? record, string path, CancellationToken ct)
    {
        if (record is null)
        {
            await maker.RequireClaimAsync(row.ToNumber, $"{path}.ToNumber", ct);
            record = Added(new ClaimLink { Id = Guid.CreateVersion7(), ClaimNumber = claim.Number, ToNumber = row.ToNumber, Kind = row.Kind });
        }

        if (record.ToNumber == claim.Number)
        {
            maker.AddFault($"{path}.ToNumber", FaultCode.RefersToItself);
        }

        record.Kind = row.Kind;
        record.Note = row.Note?.Apply(record.Note) ?? record.Note;
    }

    /// <summary>The source of a new row; that of a row that is there cannot change.</summary>
    private async Task<Guid> SourceOfAsync(Choice<NewSource>? choice, Guid? present, string path, CancellationToken ct)
    {
        if (present is not { } source)
        {
            return await maker.SourceAsync(choice, $"{path}.Source", ct);
        }

        if (choice is not null && choice.Id != source)
        {
            maker.AddFault($"{path}.Source", FaultCode.Contradictory);
        }

        return source;
    }

    private T Added<T>(T record)
        where T : class
    {
        db.Add(record);
        return record;
    }

    private static int Next(IEnumerable<int> orders) => orders.DefaultIfEmpty(-1).Max() + 1;
}
