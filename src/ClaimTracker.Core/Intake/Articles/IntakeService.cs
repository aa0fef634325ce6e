using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>
/// Brings articles in: held until somebody has checked what was read from them, then taken in as a source with its capture and
/// working text in one save, or as another copy of a source that is here.
/// </summary>
public sealed class IntakeService(ClaimDbContext db)
{
    private const string TakeAction = "article.take-in";

    /// <summary>Holds an article until it is checked; what nobody came back to is forgotten on the way.</summary>
    public async Task<Outcome> HoldAsync(PendingArticle article, Actor actor, CancellationToken ct)
    {
        if (await RefusalAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (article.Bytes.Length is 0 or > Capture.MaxBytes)
        {
            return new Outcome.Invalid([new Fault(nameof(article.Bytes), article.Bytes.Length == 0 ? FaultCode.Required : FaultCode.TooLong, Capture.MaxBytes)]);
        }

        return await Retry.RunAsync<Outcome>(db, async () =>
        {
            var old = db.Now - PendingArticle.MaxAge;
#pragma warning disable RS0030 // What waits is no audited record, and its bytes need not be read to be forgotten.
            await db.PendingArticles.Where(p => p.CapturedAt < old).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
            db.PendingArticles.Add(article);
            await db.SaveAsync(new ChangeContext(actor, "article.hold"), ct);
            return new Outcome.Done(Id: article.Id);
        }, ct);
    }

    /// <summary>Why this person brings nothing in, to be asked before anything is fetched; null: they may.</summary>
    public async Task<Outcome?> RefusalAsync(Actor actor, CancellationToken ct) =>
        Permissions.CanEditSources(actor) ? null : await Refusals.NotPermittedAsync(db, Refusals.DayStream(db), actor, TakeAction, RefusalReason.CheckersOnly, ct);

    /// <summary>The article if this person brought it in and it still waits.</summary>
    public async Task<PendingArticle?> PendingAsync(Guid id, Actor actor, CancellationToken ct) =>
        await db.PendingArticles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.MadeById == actor.UserId, ct);

    /// <summary>What this form already made, when it arrives a second time; null: it is the first.</summary>
    public async Task<Guid?> TakenAsync(Guid submissionId, Actor actor, CancellationToken ct) =>
        await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is Outcome.Done done ? done.Id : null;

    /// <summary>Makes the source and keeps the article as its capture, or as another capture of a source that is here.</summary>
    /// <param name="id">The article that waits.</param>
    /// <param name="source">New, as checked by a person, or one that is here.</param>
    /// <param name="text">The working text as corrected.</param>
    /// <param name="submissionId">Of the form.</param>
    /// <param name="actor">Who takes it in.</param>
    /// <param name="ct">Stops it.</param>
    public Task<Outcome> TakeInAsync(Guid id, Choice<NewSource> source, string? text, Guid submissionId, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await RefusalAsync(actor, ct) is { } no)
            {
                return no;
            }

            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (await db.PendingArticles.SingleOrDefaultAsync(p => p.Id == id && p.MadeById == actor.UserId, ct) is not { } article)
            {
                return new Outcome.NotFound();
            }

            var capture = CaptureOf(article, text);
            List<Fault> faults =
            [
                .. source.New is { } made ? SourceRules.FaultsOf(made) : [],
                .. CaptureService.FaultsOf(capture),
                .. string.IsNullOrWhiteSpace(text) ? [new Fault(nameof(NewCapture.WorkingText), FaultCode.Required)] : Array.Empty<Fault>(),
            ];
            if (faults.Count > 0)
            {
                return new Outcome.Invalid(faults);
            }

            var maker = new RecordMaker(db);
            var sourceId = await maker.SourceAsync(source, "Source", ct);
            if (maker.Refusal is { } refusal)
            {
                return refusal;
            }

            await CaptureService.MakeAsync(db, sourceId, capture, actor, ct);
            db.PendingArticles.Remove(article);
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: sourceId));
            await db.SaveAsync(new ChangeContext(actor, TakeAction), ct);
            return done;
        }, ct);

    /// <summary>Marks a sentence as looked at and let go, or takes that back; the same mark twice is one.</summary>
    public Task<Outcome> SkipAsync(Guid sourceId, string sentence, bool isSkipped, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Sources.FindAsync([sourceId], ct) is not { } source)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanLogClaim(actor))
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, "passage.skip", RefusalReason.CheckersOnly, ct);
            }

            if (!IsKey(sentence))
            {
                return new Outcome.Invalid("Sentence", FaultCode.UnknownRecord);
            }

            var present = await db.SkippedPassages.SingleOrDefaultAsync(p => p.SourceId == sourceId && p.Sha256 == sentence, ct);
            if (present is not null == isSkipped)
            {
                return new Outcome.Done(Id: sourceId);
            }

            if (present is not null)
            {
                db.SkippedPassages.Remove(present);
            }
            else
            {
                db.SkippedPassages.Add(new SkippedPassage
                {
                    Id = Guid.CreateVersion7(),
                    SourceId = sourceId,
                    Sha256 = sentence,
                    SkippedAt = db.Now,
                    SkippedById = actor.UserId,
                });
            }

            await db.SaveAsync(new ChangeContext(actor, isSkipped ? "passage.skip" : "passage.unskip"), ct);
            return new Outcome.Done(Id: sourceId);
        }, ct);

    /// <summary>What a skipped sentence is known by.</summary>
    public static string KeyOf(string sentence) => CaptureService.HashOf(System.Text.Encoding.UTF8.GetBytes(TextFold.Fold(sentence)));

    private static bool IsKey(string key) => key.Length == Limits.Hash && key.All(char.IsAsciiHexDigitLower);

    private static NewCapture CaptureOf(PendingArticle article, string? text) => new()
    {
        Bytes = article.Bytes,
        MediaType = article.MediaType,
        Tool = article.Tool,
        FileName = article.FileName,
        FinalAddress = article.FinalAddress,
        CapturedAt = article.CapturedAt,
        WorkingText = text,
    };
}
