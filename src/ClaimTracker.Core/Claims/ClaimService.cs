using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;

namespace ClaimTracker.Core.Claims;

/// <summary>Writes claims with everything that hangs on them. Stage and public state are moved by the services of Review.</summary>
public sealed partial class ClaimService(ClaimDbContext db, Publisher publisher)
{
    private const string LogAction = "claim.log";

    /// <summary>The number the form already got, when it arrives a second time; null: it is the first.</summary>
    public async Task<int?> NumberOfAsync(Guid submissionId, Actor actor, CancellationToken ct) =>
        await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is Outcome.Done done ? done.Number : null;

    /// <summary>Logs a claim; sources, parties, topics and outlets named anew are made in the same save.</summary>
    public async Task<Outcome> LogAsync(NewClaim claim, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.CanLogClaim(actor))
        {
            return await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, LogAction, RefusalReason.CheckersOnly, ct);
        }

        return await Retry.RunAsync(db, () => LogOnceAsync(claim, submissionId, actor, ct), ct);
    }

    private async Task<Outcome> LogOnceAsync(NewClaim input, Guid submissionId, Actor actor, CancellationToken ct)
    {
        if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
        {
            return answer;
        }

        if (ClaimRules.FaultsOf(input) is { Count: > 0 } faults)
        {
            return new Outcome.Invalid(faults);
        }

        var allocator = await db.NumberAllocators.FindAsync([NumberAllocator.Claims], ct)
            ?? throw new InvalidOperationException("The row that hands out claim numbers is missing.");
        var claim = Make(db, input, allocator.Next++, actor);
        db.Claims.Add(claim);
        var maker = new RecordMaker(db);
        await new ClaimRowWriter(db, maker, null, claim).ApplyAsync(input, ct);
        ClaimChecks.Judge(db, claim, maker);
        if (maker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (input.SuggestionId is { } suggestion)
        {
            await SuggestionService.FollowAsync(db, suggestion, claim.Number, actor, ct);
        }

        var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(claim.Number));
        await db.SaveAsync(new ChangeContext(actor, LogAction), ct);
        return done;
    }

    /// <summary>The claim itself, without what hangs on it.</summary>
    internal static Claim Make(ClaimDbContext db, NewClaim input, int number, Actor actor) => new()
    {
        Number = number,
        Statement = TextRules.Clean(input.Statement),
        Summary = TextRules.Clean(input.Summary),
        OriginalLanguage = input.OriginalLanguage,
        Kind = input.Kind,
        Aspect = input.Aspect,
        Hedge = TextRules.Clean(input.Hedge),
        AssertedOn = input.AssertedOn,
        EventOn = input.EventOn,
        PlaceCountry = TextRules.Clean(input.PlaceCountry),
        PlaceName = TextRules.Clean(input.PlaceName),
        Flags = input.Flags,
        AsPublished = input.AsPublished,
        Due = input.Due,
        Triage = input.Triage,
        SelectionReason = TextRules.Clean(input.SelectionReason),
        DataSetId = input.Origin?.DataSetId,
        ExternalKey = input.Origin?.Key,
        LoggedAt = db.Now,
        LoggedById = actor.UserId,
    };
}
