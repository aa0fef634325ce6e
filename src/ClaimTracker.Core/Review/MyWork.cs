using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Review;

/// <summary>Reads the desk's start page: a fixed number of queries, however much work there is.</summary>
public sealed class MyWork(ClaimDbContext db)
{
    /// <summary>Rows of one list; beyond it the list of claims takes over.</summary>
    public const int MaxRows = 50;

    /// <summary>Days before a date on which it shows up.</summary>
    public const int DaysAhead = 7;

    private static readonly TimeSpan RemovalIsConfirmedWithin = TimeSpan.FromHours(24);

    private static readonly IReadOnlyList<Stage> OpenStages = [Stage.Logged, Stage.Checking, Stage.InReview, Stage.Returned, Stage.Contested];

    public async Task<MyWorkLists> ReadAsync(Actor actor, CancellationToken ct)
    {
        var person = Person.Of(actor);
        var assigned = await AssignedAsync(person, ct);
        var logged = await LoggedAsync(person, ct);
        var returned = await ReturnedAsync(person, ct);
        var review = await ReviewAsync(person, ct);
        var votes = await VotesAsync(person, ct);
        var confirmations = await ConfirmationsAsync(person, actor, ct);
        var changed = await ChangedSourcesAsync(person, Permissions.SeesStaffOnly(actor), ct);
        var contacts = await ContactsAsync(person, ct);
        var mentions = await MentionsAsync(person, ct);
        var dates = await DatesAsync(person, ct);

        int[] numbers =
        [
            .. assigned, .. logged, .. returned.Select(r => r.Claim), .. review.Select(r => r.Claim), .. votes.Select(r => r.Claim), .. confirmations.Select(r => r.Claim),
            .. changed.Select(r => r.Claim), .. contacts.Select(r => r.Claim), .. mentions.Select(r => r.Claim), .. dates.Select(r => r.Claim),
        ];
        var claims = await ClaimsAsync([.. numbers.Distinct()], ct);
        return new MyWorkLists
        {
            IsOverview = person.SeesAll,
            Assigned = [.. assigned.Select(n => claims[n])],
            Logged = [.. logged.Select(n => claims[n])],
            Returned = Rows(returned, claims),
            Review = Rows(review, claims),
            Votes = Rows(votes, claims),
            Confirmations = Rows(confirmations, claims),
            ChangedSources = Rows(changed, claims),
            Contacts = Rows(contacts, claims),
            Mentions = Rows(mentions, claims),
            Dates = Rows(dates, claims),
            Errors = await ErrorsAsync(person, Permissions.SeesStaffOnly(actor), ct),
        };
    }

    private static List<T> Rows<T>(IEnumerable<Pending<T>> rows, IReadOnlyDictionary<int, WorkClaim> claims) => [.. rows.Select(r => r.With(claims[r.Claim]))];

    private async Task<Dictionary<int, WorkClaim>> ClaimsAsync(IReadOnlyList<int> numbers, CancellationToken ct) =>
        await db.Claims.AsNoTracking().Where(c => numbers.Contains(c.Number))
            .Select(c => new WorkClaim(c.Number, c.Statement, c.Stage, c.PublicState)
            {
                IsContested = c.IsContested,
                IsUnderReexamination = c.IsUnderReexamination,
                Triage = c.Triage,
                Due = c.Due,
                RecheckOn = c.RecheckOn,
                AssigneeId = c.AssigneeId,
            })
            .ToDictionaryAsync(c => c.Number, ct);

    private Task<List<int>> AssignedAsync(Person person, CancellationToken ct) =>
        db.Claims
            .Where(c => OpenStages.Contains(c.Stage) && c.Stage != Stage.Returned && (person.SeesAll ? c.AssigneeId != null : c.AssigneeId == person.Id))
            .OrderBy(c => c.Triage == Triage.High ? 0 : c.Triage == Triage.Normal ? 1 : 2)
            .ThenBy(c => c.Due == null).ThenBy(c => c.Due).ThenBy(c => c.Number)
            .Select(c => c.Number).Take(MaxRows).ToListAsync(ct);

    /// <summary>One's own that wait for somebody to take them, the newest first.</summary>
    private Task<List<int>> LoggedAsync(Person person, CancellationToken ct) =>
        db.Claims.Where(c => c.Stage == Stage.Logged && c.AssigneeId == null && c.LoggedById == person.Id)
            .OrderByDescending(c => c.Number).Select(c => c.Number).Take(MaxRows).ToListAsync(ct);

    private async Task<List<Pending<ReturnedWork>>> ReturnedAsync(Person person, CancellationToken ct)
    {
        var rows = await (
            from claim in db.Claims
            where claim.Stage == Stage.Returned
            from verdict in db.Verdicts
            where verdict.ClaimNumber == claim.Number && verdict.State == VerdictState.Returned
                && (person.SeesAll || claim.AssigneeId == person.Id || verdict.Authors.Any(a => a.UserId == person.Id))
            from decision in verdict.Decisions
            where decision.Kind == DecisionKind.Return && decision.At == verdict.Decisions.Where(d => d.Kind == DecisionKind.Return).Max(d => d.At)
            orderby decision.At
            select new { claim.Number, decision.Reason, decision.ById, decision.At }).Take(MaxRows).ToListAsync(ct);
        return rows.ConvertAll(r => new Pending<ReturnedWork>(r.Number, claim => new ReturnedWork(claim, r.Reason, r.ById, r.At)));
    }

    /// <summary>Not one's own, neither as author nor as assignee: those one could not approve.</summary>
    private async Task<List<Pending<ReviewWork>>> ReviewAsync(Person person, CancellationToken ct)
    {
        if (!person.Decides && !person.SeesAll)
        {
            return [];
        }

        var rows = await (
            from claim in db.Claims
            where claim.Stage == Stage.InReview && (person.SeesAll || claim.AssigneeId == null || claim.AssigneeId != person.Id)
            from verdict in db.Verdicts
            where verdict.ClaimNumber == claim.Number && verdict.State == VerdictState.Proposed && (person.SeesAll || !verdict.Authors.Any(a => a.UserId == person.Id))
            orderby verdict.ProposedAt, claim.Number
            select new { claim.Number, verdict.ProposedAt, Authors = verdict.Authors.Select(a => a.UserId).ToList() }).Take(MaxRows).ToListAsync(ct);
        return rows.ConvertAll(r => new Pending<ReviewWork>(r.Number, claim => new ReviewWork(claim, r.ProposedAt, r.Authors)));
    }

    private async Task<List<Pending<VoteWork>>> VotesAsync(Person person, CancellationToken ct)
    {
        if (!person.Decides && !person.SeesAll)
        {
            return [];
        }

        var panels = await (
            from panel in db.Panels
            where panel.Outcome == PanelOutcome.Open
            join claim in db.Claims on panel.ClaimNumber equals claim.Number
            join verdict in db.Verdicts on panel.VerdictId equals verdict.Id
            orderby panel.Deadline == null, panel.Deadline, panel.OpenedAt
            select new
            {
                panel.ClaimNumber,
                panel.Reason,
                panel.OpenedAt,
                panel.Deadline,
                panel.Size,
                claim.AssigneeId,
                verdict.DecidedById,
                Authors = verdict.Authors.Select(a => a.UserId).ToList(),
                Voters = db.Decisions.Where(d => d.PanelId == panel.Id && d.Kind == DecisionKind.Vote).Select(d => d.ById).ToList(),
            }).AsSplitQuery().ToListAsync(ct);
        var editors = await EditorsAsync(ct);
        return
        [
            .. panels
                .Where(p => p.Voters.Count < p.Size && (person.SeesAll
                    || (!p.Voters.Contains(person.Id) && PanelRules.Eligible(editors, p.Authors, p.AssigneeId, p.DecidedById).Contains(person.Id))))
                .Take(MaxRows)
                .Select(p => new Pending<VoteWork>(p.ClaimNumber, claim => new VoteWork(claim, p.Reason, p.OpenedAt, p.Deadline, p.Voters.Count, p.Size))),
        ];
    }

    private async Task<List<Guid>> EditorsAsync(CancellationToken ct)
    {
        var today = db.Today;
        var users = await db.Users.AsNoTracking().Where(u => !u.IsSuspended).Select(u => new { u.Id, u.Roles, u.EditorUntil, u.IsSuspended }).ToListAsync(ct);
        return [.. users.Where(u => Permissions.RolesOn(u.Roles, u.EditorUntil, u.IsSuspended, today).IncludesEditor()).Select(u => u.Id)];
    }

    private async Task<List<Pending<ConfirmationWork>>> ConfirmationsAsync(Person person, Actor actor, CancellationToken ct)
    {
        if (!person.Decides && !person.SeesAll)
        {
            return [];
        }

        // An administrator confirms removals only, and sees the rest like any reader of the desk.
        var requests = await db.PendingDecisions.AsNoTracking()
            .Where(p => p.DecidedAt == null && (actor.UserId == null || p.RequestedById != actor.UserId))
            .OrderByDescending(p => p.Kind == PendingKind.Removal).ThenBy(p => p.RequestedAt).ThenBy(p => p.ClaimNumber)
            .Select(p => new { p.ClaimNumber, p.Kind, p.RequestedById, p.RequestedAt }).Take(MaxRows).ToListAsync(ct);
        var corrections = await db.Corrections.AsNoTracking()
            .Where(c => c.ApprovedAt == null && c.RejectedAt == null && c.Kind != CorrectionKind.Typo && c.RequestedById != person.Id)
            .OrderBy(c => c.RequestedAt).ThenBy(c => c.ClaimNumber)
            .Select(c => new { c.ClaimNumber, c.RequestedById, c.RequestedAt }).Take(MaxRows).ToListAsync(ct);
        // A new text that waits without a correction is a further language.
        var translations = await db.Verdicts.AsNoTracking()
            .Where(v => v.State == VerdictState.Revision && !v.Authors.Any(a => a.UserId == person.Id)
                && !db.Corrections.Any(c => c.VerdictId == v.Id && c.ApprovedAt == null && c.RejectedAt == null))
            .OrderBy(v => v.CreatedAt).ThenBy(v => v.ClaimNumber)
            .Select(v => new { v.ClaimNumber, ById = v.Authors.Select(a => (Guid?)a.UserId).FirstOrDefault(), v.CreatedAt }).Take(MaxRows).ToListAsync(ct);
        return
        [
            .. requests.Select(r => (r.ClaimNumber, Kind: KindOf(r.Kind), ById: (Guid?)r.RequestedById, At: r.RequestedAt))
                .Concat(corrections.Select(c => (c.ClaimNumber, Kind: ConfirmationKind.Correction, ById: (Guid?)c.RequestedById, At: c.RequestedAt)))
                .Concat(translations.Select(t => (t.ClaimNumber, Kind: ConfirmationKind.Translation, t.ById, At: t.CreatedAt)))
                .OrderByDescending(r => r.Kind is ConfirmationKind.Removal).ThenBy(r => r.At)
                .Select(r => new Pending<ConfirmationWork>(r.ClaimNumber, claim => new ConfirmationWork(claim, r.Kind, r.ById, r.At, UntilOf(r.Kind, r.At)))),
        ];
    }

    private static ConfirmationKind KindOf(PendingKind kind) => kind switch
    {
        PendingKind.Withdrawal => ConfirmationKind.Withdrawal,
        PendingKind.Restore => ConfirmationKind.Restore,
        PendingKind.Removal => ConfirmationKind.Removal,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static DateTime? UntilOf(ConfirmationKind kind, DateTime requestedAt) => kind is ConfirmationKind.Removal ? requestedAt + RemovalIsConfirmedWithin : null;

    /// <summary>For the assignee and for editors; for observers too, but without the names of withheld sources.</summary>
    private async Task<List<Pending<ChangedSourceWork>>> ChangedSourcesAsync(Person person, bool seesWithheld, CancellationToken ct)
    {
        var seesAll = person.SeesAll || person.Decides;
        var rows = await (
            from changed in db.ChangedSources()
            join claim in db.Claims on changed.ClaimNumber equals claim.Number
            join source in db.Sources on changed.SourceId equals source.Id
            where seesAll || claim.AssigneeId == person.Id
            orderby source.StatusOn descending, claim.Number
            select new { claim.Number, Note = new ChangedSourceNote(source.Id, source.Title, source.Address, source.Status, source.StatusOn), source.Visibility })
            .Take(MaxRows * 2).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(r => r.Number).Take(MaxRows)
                .Select(g => new Pending<ChangedSourceWork>(g.Key, claim => new ChangedSourceWork(claim, [.. g.Select(r => seesWithheld || r.Visibility is SourceVisibility.Public ? r.Note : r.Note.Hidden())]))),
        ];
    }

    private async Task<List<Pending<ContactWork>>> ContactsAsync(Person person, CancellationToken ct)
    {
        var now = db.Now;
        var rows = await (
            from attempt in db.ContactAttempts
            where attempt.Outcome == ContactOutcome.Waiting && attempt.Deadline != null
            join claim in db.Claims on attempt.ClaimNumber equals claim.Number
            where OpenStages.Contains(claim.Stage) && (person.SeesAll || claim.AssigneeId == person.Id || attempt.ById == person.Id)
            orderby attempt.Deadline
            select new { attempt.ClaimNumber, attempt.Party, attempt.Channel, attempt.SentAt, attempt.Deadline }).Take(MaxRows).ToListAsync(ct);
        return
        [
            .. from row in rows
               let deadline = row.Deadline ?? now
               select new Pending<ContactWork>(row.ClaimNumber, claim => new ContactWork(claim, row.Party?.Name, row.Channel, row.SentAt, deadline, deadline < now)),
        ];
    }

    private async Task<List<Pending<MentionWork>>> MentionsAsync(Person person, CancellationToken ct)
    {
        var rows = await (
            from mention in db.NoteMentions
            where mention.UserId == person.Id && !mention.IsSeen
            join note in db.Notes on mention.NoteId equals note.Id
            orderby note.WrittenAt descending
            select new { note.ClaimNumber, note.Id, note.Body, note.Language, note.AuthorId, note.WrittenAt }).Take(MaxRows).ToListAsync(ct);
        return rows.ConvertAll(r => new Pending<MentionWork>(r.ClaimNumber, claim => new MentionWork(claim, r.Id, r.Body, r.Language, r.AuthorId, r.WrittenAt)));
    }

    /// <summary>Not one's own: those need somebody else. Of sources the reader may see.</summary>
    private async Task<List<ErrorWork>> ErrorsAsync(Person person, bool seesWithheld, CancellationToken ct)
    {
        if (!person.Decides && !person.SeesAll)
        {
            return [];
        }

        var waiting = await (
            from error in db.ArticleErrors.Where(ArticleError.IsAwaited)
            where error.ProposedById == null || error.ProposedById != person.Id
            join source in db.Sources on error.SourceId equals source.Id
            where seesWithheld || source.Visibility == SourceVisibility.Public
            orderby error.ProposedAt == null descending, error.ProposedAt, error.Id
            select new ErrorWork(source.Id, source.Title, source.Address, error.Id, error.Kind, error.ProposedById, error.ProposedAt)).Take(MaxRows).ToListAsync(ct);
        var authors = waiting.Count == 0 ? null : await ErrorLooks.AuthorsAsync(db, waiting.Select(w => w.SourceId), ct);
        return waiting.FindAll(w => authors?[w.ErrorId].Any(a => a == person.Id) is not true);
    }

    /// <summary>One's own; for editors also the rechecks of everybody, and what is due and nobody's.</summary>
    private async Task<List<Pending<DateWork>>> DatesAsync(Person person, CancellationToken ct)
    {
        var today = db.Today;
        var until = today.AddDays(DaysAhead);
        var dues = await db.Claims
            .Where(c => c.Due <= until && OpenStages.Contains(c.Stage) && (person.SeesAll || c.AssigneeId == person.Id || (person.Decides && c.AssigneeId == null)))
            .OrderBy(c => c.Due).Select(c => new { c.Number, On = c.Due }).Take(MaxRows).ToListAsync(ct);
        var rechecks = await db.Claims
            .Where(c => c.RecheckOn <= until && c.Stage != Stage.Closed && (person.SeesAll || person.Decides || c.AssigneeId == person.Id))
            .OrderBy(c => c.RecheckOn).Select(c => new { c.Number, On = c.RecheckOn }).Take(MaxRows).ToListAsync(ct);
        return
        [
            .. dues.Select(d => (d.Number, d.On, IsRecheck: false)).Concat(rechecks.Select(r => (r.Number, r.On, IsRecheck: true)))
                .OrderBy(d => d.On).Take(MaxRows)
                .Select(d => new Pending<DateWork>(d.Number, claim => new DateWork(claim, d.IsRecheck, d.On ?? today, d.On < today))),
        ];
    }

    /// <summary>Who reads: an id that no account has stands for nobody.</summary>
    private sealed record Person(Guid Id, bool Decides, bool SeesAll)
    {
        public static Person Of(Actor actor) => new(actor.UserId ?? Guid.Empty, actor.IsEditor, !actor.IsChecker);
    }

    /// <summary>A row whose claim is read with all the others, in one query.</summary>
    private sealed record Pending<T>(int Claim, Func<WorkClaim, T> With);
}
