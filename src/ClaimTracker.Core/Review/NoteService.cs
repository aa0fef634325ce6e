using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Notifications;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>A note to be written; an answer names the thread's first note. People are mentioned by choosing them, or by <c>@Display Name</c> in the body.</summary>
public sealed record NewNote(int ClaimNumber, string Body, string Language)
{
    public Guid? ThreadId { get; init; }

    public IReadOnlyList<Guid> MentionedIds { get; init; } = [];
}

/// <summary>Writes reviewers' notes: threads, mentions, resolving, publishing.</summary>
public sealed class NoteService(ClaimDbContext db)
{
    public const int MaxMentions = 20;

    public async Task<Outcome> WriteAsync(NewNote note, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanWriteNote(actor) || actor.UserId is not { } author)
        {
            return await Refusals.NotPermittedAsync(db, Claim.StreamOf(note.ClaimNumber), actor, "note.write", RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (!await db.Claims.AnyAsync(c => c.Number == note.ClaimNumber, ct))
            {
                return new Outcome.NotFound();
            }

            if (await FaultsAsync(note, ct) is { Count: > 0 } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var id = Guid.CreateVersion7();
            var mentioned = await MentionedAsync(note.Body, note.MentionedIds, ct);
            var written = new Note
            {
                Id = id,
                ClaimNumber = note.ClaimNumber,
                ThreadId = note.ThreadId,
                AuthorId = author,
                Body = TextRules.Clean(note.Body) ?? "",
                Language = note.Language,
                WrittenAt = db.Now,
                Mentions = mentioned.ConvertAll(u => MentionOf(note.ClaimNumber, id, u)),
            };
            db.Notes.Add(written);
            await Notices.OfNoteAsync(db, written, actor, ct);
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(note.ClaimNumber, id));
            await db.SaveAsync(new ChangeContext(actor, "note.write"), ct);
            return done;
        }, ct);
    }

    public Task<Outcome> EditAsync(Guid id, int postedVersion, string body, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, "note.edit", actor, n => Permissions.CanEditNote(actor, n.AuthorId == actor.UserId), RefusalReason.NotAnAuthor, async (note, maker) =>
        {
            if (BodyFault(body) is { } code)
            {
                maker.AddFault(nameof(NewNote.Body), code, Note.BodyMaxLength);
                return;
            }

            note.Body = TextRules.Clean(body) ?? "";
            var known = note.Mentions.Select(m => m.UserId).ToHashSet();
            var added = (await MentionedAsync(body, [], ct)).Where(u => !known.Contains(u)).ToList();
            added.ForEach(user => db.Add(MentionOf(note.ClaimNumber, note.Id, user)));
            await Notices.OfMentionsAsync(db, note.ClaimNumber, added, actor, ct);
        }, ct);

    public Task<Outcome> ResolveAsync(Guid id, bool resolved, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, null, resolved ? "note.resolve" : "note.reopen", actor, _ => Permissions.CanResolveNote(actor), RefusalReason.CheckersOnly, (note, _) =>
        {
            note.IsResolved = resolved;
            return Task.CompletedTask;
        }, ct);

    /// <summary>Makes it a public reviewer's note, or a staff note again; readers get it with the claim's next publication.</summary>
    public Task<Outcome> PublishAsync(Guid id, int postedVersion, bool isPublic, Actor actor, CancellationToken ct) =>
        ChangeAsync(id, postedVersion, isPublic ? "note.publish" : "note.unpublish", actor, _ => Permissions.CanPublishNote(actor), RefusalReason.EditorsOnly, (note, _) =>
        {
            note.IsPublic = isPublic;
            return Task.CompletedTask;
        }, ct);

    /// <summary>The person read the notes of a claim that mention them.</summary>
    public Task<Outcome> MarkSeenAsync(int claimNumber, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            var unseen = await db.NoteMentions.Where(m => m.ClaimNumber == claimNumber && m.UserId == actor.UserId && !m.IsSeen).ToListAsync(ct);
            unseen.ForEach(m => m.IsSeen = true);
            if (unseen.Count > 0)
            {
                await db.SaveAsync(new ChangeContext(actor, "note.seen"), ct);
            }

            return new Outcome.Done(claimNumber);
        }, ct);

    private Task<Outcome> ChangeAsync(
        Guid id, int? postedVersion, string action, Actor actor, Func<Note, bool> permitted, RefusalReason refused, Func<Note, RecordMaker, Task> apply, CancellationToken ct) =>
        Retry.RunAsync(db, async () =>
        {
            var note = await db.Notes.Include(n => n.Mentions).SingleOrDefaultAsync(n => n.Id == id, ct);
            if (note is null)
            {
                return new Outcome.NotFound();
            }

            if (!permitted(note))
            {
                return await Refusals.NotPermittedAsync(db, note.AuditStream, actor, action, refused, ct);
            }

            var maker = new RecordMaker(db);
            var merge = await StaleMerge.StartAsync(db, note, postedVersion ?? note.Version, ct);
            await apply(note, maker);
            return await MergedSave.RunAsync(db, note, merge, maker, new ChangeContext(actor, action), new Outcome.Done(note.ClaimNumber, id), ct);
        }, ct);

    private async Task<List<Fault>> FaultsAsync(NewNote note, CancellationToken ct)
    {
        List<Fault> faults = [];
        if (BodyFault(note.Body) is { } code)
        {
            faults.Add(new Fault(nameof(NewNote.Body), code, Note.BodyMaxLength));
        }

        if (!Glossary.Has(Glossary.Languages, note.Language))
        {
            faults.Add(new Fault(nameof(NewNote.Language), FaultCode.UnknownCode));
        }

        if (note.ThreadId is { } thread && !await db.Notes.AnyAsync(n => n.Id == thread && n.ClaimNumber == note.ClaimNumber && n.ThreadId == null, ct))
        {
            faults.Add(new Fault(nameof(NewNote.ThreadId), FaultCode.UnknownRecord));
        }

        if (note.MentionedIds.Count > MaxMentions)
        {
            faults.Add(new Fault(nameof(NewNote.MentionedIds), FaultCode.TooMany, MaxMentions));
        }
        else if (await db.Users.CountAsync(u => note.MentionedIds.Contains(u.Id), ct) < note.MentionedIds.Distinct().Count())
        {
            faults.Add(new Fault(nameof(NewNote.MentionedIds), FaultCode.UnknownRecord));
        }

        return faults;
    }

    private static FaultCode? BodyFault(string? body) => string.IsNullOrWhiteSpace(body) ? FaultCode.Required : TextRules.FaultOf(body, Note.BodyMaxLength);

    /// <summary>Everyone chosen, and everyone whose display name follows an @ in the text; nobody twice, nobody suspended.</summary>
    private async Task<List<Guid>> MentionedAsync(string body, IReadOnlyList<Guid> chosen, CancellationToken ct)
    {
        var mentioned = chosen.Distinct().ToList();
        if (body.Contains('@', StringComparison.Ordinal))
        {
            var people = await db.Users.AsNoTracking().Where(u => !u.IsSuspended).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
            // “@Sara Ali” is Sara Ali, not Sara: the longest name that fits is meant.
            var rest = body;
            foreach (var person in people.OrderByDescending(p => p.DisplayName.Length).ThenBy(p => p.Id))
            {
                var call = "@" + person.DisplayName;
                if (rest.Contains(call, StringComparison.OrdinalIgnoreCase))
                {
                    mentioned.Add(person.Id);
                    rest = rest.Replace(call, " ", StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        return mentioned.Distinct().Take(MaxMentions).ToList();
    }

    private static NoteMention MentionOf(int claimNumber, Guid note, Guid user) =>
        new() { Id = Guid.CreateVersion7(), ClaimNumber = claimNumber, NoteId = note, UserId = user };
}
