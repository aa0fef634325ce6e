using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Notifications;

/// <summary>
/// Tells colleagues, in the caller's transaction: it adds to what the caller is about to save, so that a write and the news of it
/// are saved together or not at all. Two who tell one person the same at once collide, and one of them starts again (<see cref="Retry"/>).
/// </summary>
internal static class Notices
{
    /// <summary>What an action of the workflow means for others; asked before the save.</summary>
    public static Task OfStepAsync(ClaimDbContext db, StepContext context, CancellationToken ct)
    {
        var (claim, @case) = (context.Case.Claim, context.Case);
        // Whose work it was, also where the action takes the claim away from them.
        var concerned = (@case.InQuestion?.Authors.Select(a => (Guid?)a.UserId) ?? []).Append(claim.AssigneeId).Append(db.Entry(claim).Property(c => c.AssigneeId).OriginalValue);
        return context.Step.Action switch
        {
            ClaimAction.Assign or ClaimAction.Reassign => TellAsync(db, NotificationKind.Assigned, claim.Number, [claim.AssigneeId], context.Step.Actor, ct),
            ClaimAction.Return => TellAsync(db, NotificationKind.Returned, claim.Number, concerned, context.Step.Actor, ct),
            ClaimAction.Propose => TellAsync(db, NotificationKind.Proposed, claim.Number, @case.Eligible.Select(e => (Guid?)e), context.Step.Actor, ct),
            ClaimAction.Contest => TellAsync(db, NotificationKind.VoteNeeded, claim.Number, @case.Eligible.Select(e => (Guid?)e), context.Step.Actor, ct),
            ClaimAction.Approve or ClaimAction.ClosePanel => TellAsync(db, NotificationKind.Decided, claim.Number, concerned, context.Step.Actor, ct),
            ClaimAction.Correct or ClaimAction.Withdraw or ClaimAction.Restore or ClaimAction.Remove when context.Transition.NeedsSecondPerson =>
                TellAsync(db, NotificationKind.SecondPersonNeeded, claim.Number, @case.Editors.Select(e => (Guid?)e), context.Step.Actor, ct),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>People whom a note mentions only now.</summary>
    public static Task OfMentionsAsync(ClaimDbContext db, int claim, IEnumerable<Guid> people, Actor actor, CancellationToken ct) =>
        TellAsync(db, NotificationKind.Mentioned, claim, people.Select(p => (Guid?)p), actor, ct);

    /// <summary>A note: those it mentions, and those who wrote in its thread before.</summary>
    public static async Task OfNoteAsync(ClaimDbContext db, Note note, Actor actor, CancellationToken ct)
    {
        var mentioned = note.Mentions.Select(m => (Guid?)m.UserId).ToList();
        await TellAsync(db, NotificationKind.Mentioned, note.ClaimNumber, mentioned, actor, ct);
        if (note.ThreadId is { } thread)
        {
            var writers = await db.Notes.Where(n => n.Id == thread || n.ThreadId == thread).Select(n => (Guid?)n.AuthorId).Distinct().ToListAsync(ct);
            await TellAsync(db, NotificationKind.NoteAnswered, note.ClaimNumber, writers.Except(mentioned), actor, ct);
        }
    }

    /// <summary>A source that is no longer what it was: whoever checks a claim that rests on it.</summary>
    public static async Task OfSourceAsync(ClaimDbContext db, Guid sourceId, Actor actor, CancellationToken ct)
    {
        var claims = await db.Claims
            .Where(c => c.AssigneeId != null && (c.Appearances.Any(a => a.SourceId == sourceId) || c.Evidence.Any(e => e.SourceId == sourceId)))
            .Select(c => new { c.Number, c.AssigneeId }).ToListAsync(ct);
        foreach (var claim in claims)
        {
            await TellAsync(db, NotificationKind.SourceChanged, claim.Number, [claim.AssigneeId], actor, ct);
        }
    }

    /// <summary>A reader's report came in: whoever may answer it. Any number of them is one row per person while it is unread.</summary>
    public static async Task OfReportAsync(ClaimDbContext db, CancellationToken ct) =>
        await TellAsync(db, NotificationKind.ReportReceived, new About(), await PeopleAsync(db, Permissions.CanHandleChallenges, ct), Actor.Reader, ct);

    /// <summary>The same of what a reader asks us to check.</summary>
    public static async Task OfSuggestionAsync(ClaimDbContext db, CancellationToken ct) =>
        await TellAsync(db, NotificationKind.SuggestionReceived, new About(), await PeopleAsync(db, Permissions.CanHandleSuggestions, ct), Actor.Reader, ct);

    /// <summary>A report was given to somebody.</summary>
    public static Task OfReportOwnerAsync(ClaimDbContext db, Guid challenge, Guid? owner, Actor actor, CancellationToken ct) =>
        TellAsync(db, NotificationKind.ReportAssigned, new About { Record = challenge }, [owner], actor, ct);

    /// <summary>A watched search found that many claims more.</summary>
    public static Task OfSearchAsync(ClaimDbContext db, SavedSearch search, int claims, CancellationToken ct) => claims == 0
        ? Task.CompletedTask
        : TellAsync(db, NotificationKind.SearchFound, new About { Record = search.Id, Times = claims }, [search.OwnerId], Actor.System, ct);

    private static async Task<IEnumerable<Guid?>> PeopleAsync(ClaimDbContext db, Func<Actor, bool> may, CancellationToken ct) =>
        // Everybody: newsrooms are small.
        (await db.Users.AsNoTracking().Where(u => !u.IsSuspended).ToListAsync(ct)).Where(u => may(u.ToActor(db.Today))).Select(u => (Guid?)u.Id);

    private static Task TellAsync(ClaimDbContext db, NotificationKind kind, int claim, IEnumerable<Guid?> people, Actor actor, CancellationToken ct) =>
        TellAsync(db, kind, new About { Claim = claim }, people, actor, ct);

    private static async Task TellAsync(ClaimDbContext db, NotificationKind kind, About about, IEnumerable<Guid?> people, Actor actor, CancellationToken ct)
    {
        var told = people.OfType<Guid>().Where(p => p != actor.UserId).Distinct().ToList();
        if (told.Count == 0)
        {
            return;
        }

        var active = await db.Users.AsNoTracking().Where(u => told.Contains(u.Id) && !u.IsSuspended).Select(u => u.Id).ToListAsync(ct);
        var unread = (await db.Notifications
            .Where(n => told.Contains(n.UserId) && n.Kind == kind && n.ClaimNumber == about.Claim && n.RecordId == about.Record && n.ReadAt == null).ToListAsync(ct))
            .ToLookup(n => n.UserId);
        var notifications = new List<Notification>(active.Count);
        foreach (var person in active)
        {
            if (unread[person].FirstOrDefault() is { } known)
            {
                (known.Count, known.At, known.ActorId) = (known.Count + about.Times, db.Now, actor.UserId);
                notifications.Add(known);
            }
            else
            {
                var added = Notification.Of(person, kind, about.Claim, about.Record, actor.UserId, about.Times, db.Now);
                db.Notifications.Add(added);
                notifications.Add(added);
            }
        }

        await MailNotices.OfAsync(db, kind, notifications, ct);
    }

    /// <summary>What people are told of: a claim, another record, or what readers sent as a whole.</summary>
    private sealed record About
    {
        public int? Claim { get; init; }

        public Guid? Record { get; init; }

        public int Times { get; init; } = 1;
    }
}
