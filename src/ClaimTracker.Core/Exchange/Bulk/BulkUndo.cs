using System.Diagnostics;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>
/// Takes away what rows made, last row first, in one transaction, which begins when all that is to be read of claims is read. What somebody has edited, linked or published since, or what
/// something else uses, is left, and the row says why.
/// </summary>
internal sealed class BulkUndo(ClaimDbContext db, BulkImport import, BackgroundWrites writes)
{
    public async Task UndoAsync(IReadOnlyList<BulkRow> rows, ChangeContext change, Stopwatch clock, CancellationToken ct)
    {
        // What goes is marked here, record by record, so that the audit trail names it.
        db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Never;
        try
        {
            switch (import.Kind)
            {
                case BulkKind.Claims or BulkKind.Archive or BulkKind.Reviews:
                    await ClaimsAsync(rows, ct);
                    break;
                case BulkKind.Appearances or BulkKind.Evidence:
                    await BearingsAsync(rows, ct);
                    break;
            }

            using var turn = await writes.TakeTurnAsync(ct);
            clock.Restart();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.SaveAsync(change, ct);
            await TakeFromReadersAsync(rows, ct);
            await SourcesAsync(rows, ct);
            await db.SaveAsync(change, ct);
            await NamesAsync(rows, ct);
            import.Signed -= rows.Count(r => r.Fate is BulkFate.Signed);
            foreach (var row in rows)
            {
                row.Fate = row.LeftBecause is null ? BulkFate.Undone : BulkFate.Left;
            }

            import.Undone += rows.Count(r => r.Fate is BulkFate.Undone);
            import.Left += rows.Count(r => r.Fate is BulkFate.Left);
            import.Position = rows[^1].Number;
            await db.SaveAsync(change, ct);
            await transaction.CommitAsync(ct);
        }
        finally
        {
            db.ChangeTracker.CascadeDeleteTiming = CascadeTiming.Immediate;
        }
    }

    /// <summary>What others have checked was shown; what was shown is never unsaid without a publication that says so.</summary>
    private async Task TakeFromReadersAsync(IReadOnlyList<BulkRow> rows, CancellationToken ct)
    {
        if (import.Kind is not BulkKind.Reviews)
        {
            return;
        }

        var numbers = rows.Where(r => r.LeftBecause is null).Select(r => r.ClaimNumber).OfType<int>().ToList();
        var shown = await db.PublicClaims.Where(c => EF.Parameter(numbers).Contains(c.Number)).Select(c => c.Number).ToListAsync(ct);
        await new Publisher(db).RepublishAsync(shown, PublicationKind.Unlisted, d => d with { State = PublicState.None }, ct);
    }

    private async Task ClaimsAsync(IReadOnlyList<BulkRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().ToList();
        var claims = await db.Claims.IgnoreQueryFilters()
            .Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Topics).Include(c => c.Appearances)
            .Include(c => c.Attribution).ThenInclude(s => s.Scopes).Include(c => c.Evidence).Include(c => c.Links)
            .Where(c => EF.Parameter(numbers).Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        var published = await SetAsync(db.Publications.Where(p => EF.Parameter(numbers).Contains(p.Number) && (import.Kind != BulkKind.Reviews || p.Kind != PublicationKind.Imported)).Select(p => p.Number), ct);
        var linked = await SetAsync(
            db.ClaimLinks.Where(l => EF.Parameter(numbers).Contains(l.ToNumber)).Select(l => l.ToNumber)
                .Union(db.Claims.Where(c => c.MergedIntoNumber != null && EF.Parameter(numbers).Contains(c.MergedIntoNumber.Value)).Select(c => c.MergedIntoNumber ?? 0))
                .Union(db.Set<ArticleErrorClaim>().Where(e => EF.Parameter(numbers).Contains(e.ClaimNumber)).Select(e => e.ClaimNumber)), ct);
        var asItCame = import.Kind is BulkKind.Reviews ? VerdictState.Imported : VerdictState.Archived;
        var worked = await SetAsync(
            db.Verdicts.Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber) && (v.State != asItCame || v.Version != 1)).Select(v => v.ClaimNumber)
                .Union(db.Notes.Where(n => EF.Parameter(numbers).Contains(n.ClaimNumber)).Select(n => n.ClaimNumber))
                .Union(db.ContactAttempts.Where(a => EF.Parameter(numbers).Contains(a.ClaimNumber)).Select(a => a.ClaimNumber))
                .Union(db.Corrections.Where(x => EF.Parameter(numbers).Contains(x.ClaimNumber)).Select(x => x.ClaimNumber))
                .Union(db.PendingDecisions.Where(p => EF.Parameter(numbers).Contains(p.ClaimNumber)).Select(p => p.ClaimNumber))
                .Union(db.Challenges.Where(x => x.ClaimNumber != null && EF.Parameter(numbers).Contains(x.ClaimNumber.Value)).Select(x => x.ClaimNumber ?? 0))
                .Union(db.Suggestions.Where(x => x.ClaimNumber != null && EF.Parameter(numbers).Contains(x.ClaimNumber.Value)).Select(x => x.ClaimNumber ?? 0))
                .Union(db.Panels.Where(p => EF.Parameter(numbers).Contains(p.ClaimNumber)).Select(p => p.ClaimNumber)), ct);
        var verdicts = (import.Kind is not (BulkKind.Archive or BulkKind.Reviews) ? [] : await db.Verdicts.Include(v => v.Archive).Include(v => v.Outside).Where(v => EF.Parameter(numbers).Contains(v.ClaimNumber) && v.State == asItCame).ToListAsync(ct)).ToLookup(v => v.ClaimNumber);
        foreach (var row in rows)
        {
            if (row.ClaimNumber is not { } number || !claims.TryGetValue(number, out var claim))
            {
                continue;
            }

            row.LeftBecause = published.Contains(number) ? BulkLeft.Published
                : claim.Version != 1 || worked.Contains(number) ? BulkLeft.Edited
                : linked.Contains(number) ? BulkLeft.Linked
                : null;
            if (row.LeftBecause is null)
            {
                db.RemoveRange(verdicts[number].Select(v => v.Archive).OfType<ArchiveEntry>());
                db.RemoveRange(verdicts[number].Select(v => v.Outside).OfType<OutsideReview>());
                db.RemoveRange(verdicts[number]);
                db.RemoveRange([.. claim.Claimants, .. claim.Figures, .. claim.Topics, .. claim.Appearances, .. claim.Attribution.SelectMany(s => s.Scopes), .. claim.Attribution, .. claim.Evidence, .. claim.Links, claim]);
            }
        }
    }

    private async Task BearingsAsync(IReadOnlyList<BulkRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.ClaimNumber).OfType<int>().Distinct().ToList();
        var ids = rows.Select(r => r.RecordId).OfType<Guid>().ToList();
        await db.Claims.Where(c => EF.Parameter(numbers).Contains(c.Number)).LoadAsync(ct);
        var records = import.Kind is BulkKind.Appearances
            ? (await db.Appearances.IgnoreQueryFilters().Where(a => EF.Parameter(ids).Contains(a.Id)).ToListAsync(ct)).ToDictionary(a => a.Id, a => (object)a)
            : (await db.Evidence.IgnoreQueryFilters().Where(e => EF.Parameter(ids).Contains(e.Id)).ToListAsync(ct)).ToDictionary(e => e.Id, e => (object)e);
        var published = await SetAsync(db.Publications.Where(p => EF.Parameter(numbers).Contains(p.Number) && p.At > import.StartedAt).Select(p => p.Number), ct);
        foreach (var row in rows)
        {
            if (row is not { ClaimNumber: { } number, RecordId: { } id } || !records.TryGetValue(id, out var record))
            {
                continue;
            }

            row.LeftBecause = published.Contains(number) ? BulkLeft.Published : await WasEditedAsync(Claim.StreamOf(number), id, ct) ? BulkLeft.Edited : null;
            if (row.LeftBecause is null)
            {
                db.Remove(record);
            }
        }
    }

    /// <summary>A row of a claim has no version of its own; the claim's trail tells whether it was saved again.</summary>
    private async Task<bool> WasEditedAsync(string stream, Guid id, CancellationToken ct)
    {
        var text = AuditText.Of(id);
        return await db.AuditEntries.CountAsync(e => e.Stream == stream && e.Values.Contains(text), ct) > 1;
    }

    private async Task SourcesAsync(IReadOnlyList<BulkRow> rows, CancellationToken ct)
    {
        var ids = import.Kind is BulkKind.Sources ? rows.Select(r => r.RecordId).OfType<Guid>().ToList() : Beside(rows, nameof(Source));
        if (ids.Count == 0)
        {
            return;
        }

        var used = await SetAsync(
            db.Appearances.IgnoreQueryFilters().Where(a => EF.Parameter(ids).Contains(a.SourceId)).Select(a => a.SourceId)
                .Union(db.Evidence.IgnoreQueryFilters().Where(e => EF.Parameter(ids).Contains(e.SourceId)).Select(e => e.SourceId))
                .Union(db.Set<AttributionScope>().Where(s => EF.Parameter(ids).Contains(s.SourceId)).Select(s => s.SourceId))
                .Union(db.ArticleErrors.Where(e => EF.Parameter(ids).Contains(e.SourceId)).Select(e => e.SourceId))
                .Union(db.Captures.Where(c => EF.Parameter(ids).Contains(c.SourceId)).Select(c => c.SourceId))
                .Union(db.Sources.IgnoreQueryFilters().Where(s => s.OriginalId != null && EF.Parameter(ids).Contains(s.OriginalId.Value)).Select(s => s.OriginalId ?? Guid.Empty)), ct);
        var gone = new HashSet<Guid>();
        var sources = await db.Sources.IgnoreQueryFilters().Include(s => s.Relays).Include(s => s.Credits).Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(ct);
        foreach (var source in sources)
        {
            if (source.Version == 1 && !used.Contains(source.Id))
            {
                gone.Add(source.Id);
                db.RemoveRange([.. source.Relays, .. source.Credits, source]);
            }
            else if (import.Kind is BulkKind.Sources)
            {
                rows.First(r => r.RecordId == source.Id).LeftBecause = used.Contains(source.Id) ? BulkLeft.Used : BulkLeft.Edited;
            }
        }

        Drop(rows, nameof(Source), gone);
    }

    private async Task NamesAsync(IReadOnlyList<BulkRow> rows, CancellationToken ct)
    {
        var outletIds = Beside(rows, nameof(Outlet));
        if (outletIds.Count > 0)
        {
            var used = await SetAsync(db.Sources.IgnoreQueryFilters().Where(s => s.OutletId != null && EF.Parameter(outletIds).Contains(s.OutletId.Value)).Select(s => s.OutletId ?? Guid.Empty), ct);
            var outlets = await db.Outlets.IgnoreQueryFilters().Where(o => EF.Parameter(outletIds).Contains(o.Id) && o.Version == 1).ToListAsync(ct);
            db.RemoveRange(outlets.Where(o => !used.Contains(o.Id)));
            Drop(rows, nameof(Outlet), outlets.Select(o => o.Id).Where(id => !used.Contains(id)).ToHashSet());
        }

        var partyIds = Beside(rows, nameof(Party));
        if (partyIds.Count > 0)
        {
            var used = await SetAsync(
                db.Claimants.Where(c => EF.Parameter(partyIds).Contains(c.PartyId)).Select(c => c.PartyId)
                    .Union(db.AttributionSteps.Where(s => EF.Parameter(partyIds).Contains(s.PartyId)).Select(s => s.PartyId))
                    .Union(db.ContactAttempts.Where(a => a.PartyId != null && EF.Parameter(partyIds).Contains(a.PartyId.Value)).Select(a => a.PartyId ?? Guid.Empty))
                    .Union(db.Sources.IgnoreQueryFilters().Where(s => s.OriginPartyId != null && EF.Parameter(partyIds).Contains(s.OriginPartyId.Value)).Select(s => s.OriginPartyId ?? Guid.Empty))
                    .Union(db.Set<SourceRelay>().Where(r => EF.Parameter(partyIds).Contains(r.PartyId)).Select(r => r.PartyId))
                    .Union(db.Set<SourceCredit>().Where(c => EF.Parameter(partyIds).Contains(c.PartyId)).Select(c => c.PartyId))
                    .Union(db.Outlets.IgnoreQueryFilters().Where(o => o.PartyId != null && EF.Parameter(partyIds).Contains(o.PartyId.Value)).Select(o => o.PartyId ?? Guid.Empty))
                    .Union(db.Parties.IgnoreQueryFilters().Where(p => p.MemberOfId != null && EF.Parameter(partyIds).Contains(p.MemberOfId.Value)).Select(p => p.MemberOfId ?? Guid.Empty)), ct);
            var parties = await db.Parties.IgnoreQueryFilters().Include(p => p.Variants).Where(p => EF.Parameter(partyIds).Contains(p.Id) && p.Version == 1).ToListAsync(ct);
            var gone = parties.Where(p => !used.Contains(p.Id)).ToList();
            db.RemoveRange(gone);
            Drop(rows, nameof(Party), gone.Select(p => p.Id).ToHashSet());
        }
    }

    private static List<Guid> Beside(IReadOnlyList<BulkRow> rows, string type) =>
        [.. rows.SelectMany(r => r.MadeBeside).Select(BesideRecord.Parse).Where(b => b.Type == type).Select(b => b.Id)];

    /// <summary>A row keeps naming what it made on the way and what stays.</summary>
    private static void Drop(IReadOnlyList<BulkRow> rows, string type, HashSet<Guid> gone)
    {
        foreach (var row in rows.Where(r => r.MadeBeside.Count > 0))
        {
            row.MadeBeside = [.. row.MadeBeside.Where(b => BesideRecord.Parse(b) is var record && (record.Type != type || !gone.Contains(record.Id)))];
        }
    }

    private static async Task<HashSet<T>> SetAsync<T>(IQueryable<T> values, CancellationToken ct) => [.. await values.ToListAsync(ct)];
}
