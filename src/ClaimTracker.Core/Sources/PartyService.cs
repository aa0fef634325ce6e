using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>Writes parties with their spellings, and outlets.</summary>
public sealed class PartyService(ClaimDbContext db)
{
    private static readonly PartyEditValidator EditRules = new();
    private static readonly OutletEditValidator OutletEditRules = new();

    public Task<Outcome> CreateAsync(NewParty party, Guid submissionId, Actor actor, CancellationToken ct) =>
        MakeAsync("party.create", submissionId, actor, NewPartyValidator.Instance.Faults(party), maker => maker.MakePartyAsync(party, "", ct), ct);

    public Task<Outcome> CreateOutletAsync(NewOutlet outlet, Guid submissionId, Actor actor, CancellationToken ct) =>
        MakeAsync("outlet.create", submissionId, actor, NewOutletValidator.Instance.Faults(outlet), maker => maker.MakeOutletAsync(outlet, "", ct), ct);

    public Task<Outcome> ReviseAsync(Guid id, int postedVersion, PartyEdit edit, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, () => ReviseOnceAsync(id, postedVersion, edit, actor, ct), ct);

    public Task<Outcome> ReviseOutletAsync(Guid id, int postedVersion, OutletEdit edit, Actor actor, CancellationToken ct) =>
        Retry.RunAsync(db, () => ReviseOutletOnceAsync(id, postedVersion, edit, actor, ct), ct);

    private async Task<Outcome> MakeAsync(
        string action, Guid submissionId, Actor actor, IReadOnlyList<Fault>? faults, Func<RecordMaker, Task<Guid>> make, CancellationToken ct)
    {
        if (!Permissions.CanEditSources(actor))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, action, RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (faults is not null)
            {
                return new Outcome.Invalid(faults);
            }

            var maker = new RecordMaker(db);
            var id = await make(maker);
            if (maker.Refusal is { } refusal)
            {
                return refusal;
            }

            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            await db.SaveAsync(new ChangeContext(actor, action), ct);
            return done;
        }, ct);
    }

    private async Task<Outcome> ReviseOnceAsync(Guid id, int postedVersion, PartyEdit edit, Actor actor, CancellationToken ct)
    {
        var party = await db.Parties.Include(p => p.Variants).SingleOrDefaultAsync(p => p.Id == id, ct);
        if (party is null)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanEditSources(actor))
        {
            return await Refusals.NotPermittedAsync(db, party.AuditStream, actor, "party.edit", RefusalReason.CheckersOnly, ct);
        }

        if (EditRules.Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var maker = new RecordMaker(db);
        var merge = await StaleMerge.StartAsync(db, party, postedVersion, ct);
        party.Kind = edit.Kind.Or(party.Kind);
        party.Name = edit.Name?.Apply(party.Name) ?? party.Name;
        party.Role = edit.Role?.Apply(party.Role) ?? party.Role;
        party.Country = edit.Country.TryGet(out var country) ? TextRules.Clean(country) : party.Country;
        if (edit.MemberOfId.TryGet(out var memberOf))
        {
            party.MemberOfId = memberOf;
            await JudgeMembershipAsync(id, memberOf, maker, ct);
        }

        ApplyVariants(party, edit.Variants, merge, maker);
        if (party.Name.IsEmpty)
        {
            maker.AddFault(nameof(PartyEdit.Name), FaultCode.Required);
        }

        return await MergedSave.RunAsync(db, party, merge, maker, new ChangeContext(actor, "party.edit"), new Outcome.Done(Id: id), ct);
    }

    private void ApplyVariants(Party party, IReadOnlyList<VariantRow> rows, StaleMerge merge, RecordMaker maker)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var tracked = party.Variants.Find(v => v.Id == row.Id);
            var variant = tracked ?? (row.Id is { } gone ? merge.Gone<PartyVariant>(gone) : null);
            if (row.Remove)
            {
                db.RemoveRange(tracked is null ? [] : [tracked]);
            }
            else if (row.Id is not null && variant is null)
            {
                maker.AddFault($"{nameof(PartyEdit.Variants)}[{i}].Id", FaultCode.UnknownRecord);
            }
            else
            {
                variant ??= Added(new PartyVariant
                {
                    Id = Guid.CreateVersion7(),
                    PartyId = party.Id,
                    Order = party.Variants.Select(v => v.Order).DefaultIfEmpty(-1).Max() + 1,
                    Text = "",
                    Language = row.Language,
                });
                variant.Text = TextRules.Clean(row.Text) ?? "";
                variant.Language = row.Language;
                variant.IsWrong = row.IsWrong;
                variant.Order = row.Order ?? variant.Order;
            }
        }

        if (party.Variants.Count > SourceRules.MaxRows)
        {
            maker.AddFault(nameof(PartyEdit.Variants), FaultCode.TooMany, SourceRules.MaxRows);
        }
    }

    private async Task JudgeMembershipAsync(Guid id, Guid? memberOf, RecordMaker maker, CancellationToken ct)
    {
        await maker.RequireAsync<Party>(memberOf, nameof(PartyEdit.MemberOfId), ct);
        var seen = new HashSet<Guid>();
        for (var above = memberOf; above is { } party; above = await db.Parties.Where(p => p.Id == party).Select(p => p.MemberOfId).SingleOrDefaultAsync(ct))
        {
            if (party == id)
            {
                maker.AddFault(nameof(PartyEdit.MemberOfId), FaultCode.RefersToItself);
            }

            if (!seen.Add(party))
            {
                return;
            }
        }
    }

    private async Task<Outcome> ReviseOutletOnceAsync(Guid id, int postedVersion, OutletEdit edit, Actor actor, CancellationToken ct)
    {
        var outlet = await db.Outlets.SingleOrDefaultAsync(o => o.Id == id, ct);
        if (outlet is null)
        {
            return new Outcome.NotFound();
        }

        if (!Permissions.CanEditSources(actor))
        {
            return await Refusals.NotPermittedAsync(db, outlet.AuditStream, actor, "outlet.edit", RefusalReason.CheckersOnly, ct);
        }

        if (OutletEditRules.Faults(edit) is { } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var maker = new RecordMaker(db);
        var merge = await StaleMerge.StartAsync(db, outlet, postedVersion, ct);
        outlet.Kind = edit.Kind.Or(outlet.Kind);
        outlet.Name = edit.Name?.Apply(outlet.Name) ?? outlet.Name;
        outlet.Country = edit.Country.TryGet(out var country) ? TextRules.Clean(country) : outlet.Country;
        if (edit.PartyId.TryGet(out var party))
        {
            outlet.PartyId = party;
            await maker.RequireAsync<Party>(party, nameof(OutletEdit.PartyId), ct);
        }

        if (outlet.Name.IsEmpty)
        {
            maker.AddFault(nameof(OutletEdit.Name), FaultCode.Required);
        }

        return await MergedSave.RunAsync(db, outlet, merge, maker, new ChangeContext(actor, "outlet.edit"), new Outcome.Done(Id: id), ct);
    }

    private T Added<T>(T record)
        where T : class
    {
        db.Add(record);
        return record;
    }
}
