using System.Globalization;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Intake;

/// <summary>Hands the address of a source to a web archive and keeps the answer: the copy's address with the source, and a line in the custody record of our own copy.</summary>
public sealed class ArchiveService(ClaimDbContext db, ArchiveClient archive)
{
    private const string Action = "source.archive";

    /// <summary>The outcome of keeping the answer, and the answer itself, which may be the archive's refusal; null where it was not asked.</summary>
    public async Task<(Outcome Outcome, ArchiveAnswer? Answer)> HandOverAsync(Guid sourceId, Actor actor, CancellationToken ct)
    {
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sourceId, ct);
        if (source is null || !archive.IsOn)
        {
            return (new Outcome.NotFound(), null);
        }

        if (!Permissions.CanEditSources(actor))
        {
            return (await Refusals.NotPermittedAsync(db, source.AuditStream, actor, Action, RefusalReason.CheckersOnly, ct), null);
        }

        // What is kept from readers is not handed to the whole world.
        if (source.Visibility is SourceVisibility.Withheld)
        {
            return (await Refusals.RefuseAsync(db, source.AuditStream, actor, Action, new Refusal(RefusalKind.NotNow, RefusalReason.SourceWithheld), [], ct), null);
        }

        if (source.Address is not { } address)
        {
            return (new Outcome.NotFound(), null);
        }

        var answer = await archive.HandOverAsync(address, ct);
        return (await KeepAsync(sourceId, answer, actor, ct), answer);
    }

    private Task<Outcome> KeepAsync(Guid sourceId, ArchiveAnswer answer, Actor actor, CancellationToken ct) => Retry.RunAsync<Outcome>(db, async () =>
    {
        var source = await db.Sources.SingleAsync(s => s.Id == sourceId, ct);
        var copy = (answer as ArchiveAnswer.Taken)?.Address;
        if (copy is not null && source.ArchiveLinks.Count < Source.MaxArchiveLinks && source.ArchiveLinks.All(l => l.Address != copy))
        {
            source.ArchiveLinks = [.. source.ArchiveLinks, ArchiveAddress.Dated(new ArchiveLink(copy, null))];
        }

        var capture = await db.Captures.Where(c => c.SourceId == sourceId).OrderByDescending(c => c.CapturedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        if (capture is not null)
        {
            CaptureService.AddEvent(db, capture, CustodyKind.HandedToArchive, actor, copy ?? Detail(answer));
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(new ChangeContext(actor, Action), ct);
        }

        return new Outcome.Done(Id: sourceId);
    }, ct);

    private string Detail(ArchiveAnswer answer) => answer is ArchiveAnswer.Refused refused
        ? string.Create(CultureInfo.InvariantCulture, $"{archive.Host}: {refused.Code} {refused.Status}").TrimEnd()
        : archive.Host;
}
