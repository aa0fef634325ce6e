using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>A search to be saved, with its filters as the list's address holds them.</summary>
public sealed record NewSavedSearch(string? Name, string Address, bool IsShared);

/// <summary>What its owner can change of a saved search; other filters are another search.</summary>
public sealed record SavedSearchEdit
{
    public Posted<string?> Name { get; init; }

    public Posted<bool> IsShared { get; init; }
}

/// <summary>Saves searches of the desk, shares them, and remembers who looked when.</summary>
public sealed class SavedSearchService(ClaimDbContext db)
{
    public async Task<Outcome> CreateAsync(NewSavedSearch search, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanSaveSearch(actor) || actor.UserId is not { } owner || (search.IsShared && !Permissions.CanShareSearch(actor)))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, "search.save", RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (await FaultsAsync(search, owner, ct) is { Count: > 0 } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var id = Guid.CreateVersion7();
            db.SavedSearches.Add(new SavedSearch
            {
                Id = id,
                OwnerId = owner,
                Name = TextRules.Clean(search.Name) ?? "",
                IsShared = search.IsShared,
                Address = search.Address,
                CreatedAt = db.Now,
            });
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            await db.SaveAsync(new ChangeContext(actor, "search.save"), ct);
            return done;
        }, ct);
    }

    public Task<Outcome> ReviseAsync(Guid id, int postedVersion, SavedSearchEdit edit, Actor actor, CancellationToken ct) =>
        OwnAsync(id, "search.edit", actor, async search =>
        {
            if (edit.IsShared.Or(search.IsShared) && !search.IsShared && !Permissions.CanShareSearch(actor))
            {
                return await Refusals.NotPermittedAsync(db, search.AuditStream, actor, "search.edit", RefusalReason.CheckersOnly, ct);
            }

            if (NameFault(edit.Name.Or(search.Name)) is { } code)
            {
                return new Outcome.Invalid([new Fault(nameof(SavedSearchEdit.Name), code, SavedSearch.NameMaxLength)]);
            }

            var merge = await StaleMerge.StartAsync(db, search, postedVersion, ct);
            search.Name = TextRules.Clean(edit.Name.Or(search.Name)) ?? search.Name;
            search.IsShared = edit.IsShared.Or(search.IsShared);
            return await MergedSave.RunAsync(db, search, merge, new RecordMaker(db), new ChangeContext(actor, "search.edit"), new Outcome.Done(Id: id), ct);
        }, ct);

    public Task<Outcome> DeleteAsync(Guid id, Actor actor, CancellationToken ct) =>
        OwnAsync(id, "search.delete", actor, async search =>
        {
            db.Remove(search);
            await db.SaveAsync(new ChangeContext(actor, "search.delete"), ct);
            return new Outcome.Done(Id: id);
        }, ct);

    /// <summary>The person opens the search now: what is logged from here on is new to them.</summary>
    public Task<Outcome> LookAsync(Guid id, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            var search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
            if (search is null || actor.UserId is not { } user || !Sees(actor, search))
            {
                return new Outcome.NotFound();
            }

            if (await db.SavedSearchLooks.SingleOrDefaultAsync(l => l.SavedSearchId == id && l.UserId == user, ct) is { } look)
            {
                look.LookedAt = db.Now;
            }
            else
            {
                db.SavedSearchLooks.Add(new SavedSearchLook { SavedSearchId = id, UserId = user, LookedAt = db.Now });
            }

            await db.SaveChangesAsync(ct);
            return new Outcome.Done(Id: id);
        }, ct);

    /// <summary>Its owner is told from now on of claims that it finds and that were added or changed, or no more.</summary>
    public Task<Outcome> WatchAsync(Guid id, bool isWatched, Actor actor, CancellationToken ct) =>
        OwnAsync(id, "search.watch", actor, async search =>
        {
            var watch = await db.SearchWatches.SingleOrDefaultAsync(w => w.SavedSearchId == id, ct);
            if (isWatched && watch is null)
            {
                db.SearchWatches.Add(new SearchWatch { SavedSearchId = id, Since = db.Now, LookedAt = db.Now });
            }
            else if (!isWatched && watch is not null)
            {
                db.SearchWatches.Remove(watch);
            }

            await db.SaveChangesAsync(ct);
            return new Outcome.Done(Id: search.Id);
        }, ct);

    private Task<Outcome> OwnAsync(Guid id, string action, Actor actor, Func<SavedSearch, Task<Outcome>> change, CancellationToken ct) =>
        Retry.RunAsync(db, async () =>
        {
            var search = await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == id, ct);
            if (search is null || !Sees(actor, search))
            {
                return new Outcome.NotFound();
            }

            return Permissions.CanChangeSavedSearch(actor, search.OwnerId == actor.UserId)
                ? await change(search)
                : await Refusals.NotPermittedAsync(db, search.AuditStream, actor, action, RefusalReason.NotTheOwner, ct);
        }, ct);

    private async Task<List<Fault>> FaultsAsync(NewSavedSearch search, Guid owner, CancellationToken ct)
    {
        List<Fault> faults = [];
        if (NameFault(search.Name) is { } code)
        {
            faults.Add(new Fault(nameof(NewSavedSearch.Name), code, SavedSearch.NameMaxLength));
        }
        else if (await db.SavedSearches.CountAsync(s => s.OwnerId == owner, ct) >= SavedSearch.MaxPerPerson)
        {
            faults.Add(new Fault(nameof(NewSavedSearch.Name), FaultCode.TooMany, SavedSearch.MaxPerPerson));
        }

        if (search.Address.Length is 0 or > SavedSearch.AddressMaxLength)
        {
            faults.Add(new Fault(nameof(NewSavedSearch.Address), search.Address.Length == 0 ? FaultCode.Required : FaultCode.TooLong, SavedSearch.AddressMaxLength));
        }

        return faults;
    }

    private static FaultCode? NameFault(string? name) => string.IsNullOrWhiteSpace(name) ? FaultCode.Required : TextRules.FaultOf(name, SavedSearch.NameMaxLength);

    private static bool Sees(Actor actor, SavedSearch search) => Permissions.SeesSavedSearch(actor, search.OwnerId == actor.UserId, search.IsShared);
}
