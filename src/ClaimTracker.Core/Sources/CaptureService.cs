using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Sources;

/// <summary>A copy to be kept, as it came.</summary>
public sealed record NewCapture
{
    public required byte[] Bytes { get; init; }

    public required string MediaType { get; init; }

    /// <summary>What made the copy: the user agent, or <c>paste</c> or <c>upload</c>.</summary>
    public required string Tool { get; init; }

    public string? FileName { get; init; }

    /// <summary>Where the redirects ended, for what was fetched.</summary>
    public string? FinalAddress { get; init; }

    /// <summary>When it was fetched; null: now.</summary>
    public DateTime? CapturedAt { get; init; }

    /// <summary>The text that claims will be anchored in; null for what has none, such as a picture.</summary>
    public string? WorkingText { get; init; }
}

/// <summary>What verification found of one capture.</summary>
/// <param name="Damaged">Hashes whose bytes are gone or are others; empty when all is as it was.</param>
public sealed record CaptureCheck(Guid CaptureId, IReadOnlyList<string> Damaged);

/// <summary>
/// Keeps copies of sources as evidence: bytes by their hash and untouched, the working text apart, and a custody record that only grows.
/// Capturing again adds another copy and takes nothing away.
/// </summary>
public sealed class CaptureService(ClaimDbContext db)
{
    public Task<Outcome> AddAsync(Guid sourceId, NewCapture capture, Guid submissionId, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Sources.FindAsync([sourceId], ct) is not { } source)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanEditSources(actor))
            {
                return await Refusals.NotPermittedAsync(db, source.AuditStream, actor, "capture.add", RefusalReason.CheckersOnly, ct);
            }

            if (await Submissions.AnswerOfAsync(db, submissionId, actor, ct) is { } answer)
            {
                return answer;
            }

            if (FaultsOf(capture) is { Count: > 0 } faults)
            {
                return new Outcome.Invalid(faults);
            }

            var id = await MakeAsync(db, sourceId, capture, actor, ct);
            var done = Submissions.Remember(db, submissionId, actor, new Outcome.Done(Id: id));
            await db.SaveAsync(new ChangeContext(actor, "capture.add"), ct);
            return done;
        }, ct);

    /// <summary>Adds the next working text of a capture; the one before stays. The number posted is of the text that was corrected.</summary>
    public Task<Outcome> CorrectTextAsync(Guid captureId, int postedNumber, string? text, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (await db.Captures.FindAsync([captureId], ct) is not { } capture)
            {
                return new Outcome.NotFound();
            }

            if (!Permissions.CanEditSources(actor))
            {
                return await Refusals.NotPermittedAsync(db, capture.AuditStream, actor, "capture.text", RefusalReason.CheckersOnly, ct);
            }

            if (TextFaultOf(text, isRequired: true) is { } fault)
            {
                return new Outcome.Invalid([fault]);
            }

            var last = await db.WorkingTexts.Where(t => t.CaptureId == captureId).MaxAsync(t => (int?)t.Number, ct) ?? 0;
            if (last != postedNumber)
            {
                return new Outcome.NotNow(nameof(RefusalReason.TextChanged));
            }

            var made = await MakeTextAsync(db, capture, last + 1, text ?? "", actor, ct);
            AddEvent(db, capture, CustodyKind.TextCorrected, actor, made.Sha256);
            await db.SaveAsync(new ChangeContext(actor, "capture.text"), ct);
            return new Outcome.Done(Id: made.Id);
        }, ct);

    /// <summary>Writes into the custody record that a copy was taken, or the address handed to an archive.</summary>
    public Task<Outcome> RecordAsync(Guid captureId, CustodyKind kind, string? detail, Actor actor, CancellationToken ct) =>
        Retry.RunAsync<Outcome>(db, async () =>
        {
            if (!Permissions.SeesStaffOnly(actor) || await db.Captures.FindAsync([captureId], ct) is not { } capture)
            {
                return new Outcome.NotFound();
            }

            if (kind is not (CustodyKind.Downloaded or CustodyKind.HandedToArchive) || TextRules.FaultOf(detail, CustodyEvent.DetailMaxLength) is not null)
            {
                return new Outcome.Invalid("Detail", FaultCode.UnknownCode);
            }

            AddEvent(db, capture, kind, actor, TextRules.Clean(detail));
            await db.SaveAsync(new ChangeContext(actor, "capture.custody"), ct);
            return new Outcome.Done(Id: captureId);
        }, ct);

    /// <summary>Computes every hash of a source's captures and working texts again, and writes into the custody record what was found.</summary>
    public async Task<IReadOnlyList<CaptureCheck>> VerifyAsync(Guid sourceId, Actor actor, CancellationToken ct)
    {
        if (!Permissions.SeesStaffOnly(actor))
        {
            return [];
        }

        var checks = new List<CaptureCheck>();
        var ids = await db.Captures.Where(c => c.SourceId == sourceId).OrderBy(c => c.CapturedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            // One capture at a time in memory and in a transaction: they may be 20 MB each.
            checks.Add(await Retry.RunAsync(db, async () =>
            {
                var capture = await db.Captures.SingleAsync(c => c.Id == id, ct);
                var hashes = await db.WorkingTexts.Where(t => t.CaptureId == id).OrderBy(t => t.Number).Select(t => t.Sha256).ToListAsync(ct);
                var damaged = new List<string>();
                foreach (var hash in hashes.Prepend(capture.Sha256).Distinct())
                {
                    var bytes = await BytesAsync(hash, ct);
                    if (bytes is null || HashOf(bytes) != hash || (hash == capture.Sha256 && bytes.Length != capture.ByteLength))
                    {
                        damaged.Add(hash);
                    }
                }

                AddEvent(db, capture, damaged.Count == 0 ? CustodyKind.Verified : CustodyKind.FoundDamaged, actor, damaged.FirstOrDefault());
                await db.SaveAsync(new ChangeContext(actor, "capture.verify"), ct);
                return new CaptureCheck(id, damaged);
            }, ct));
        }

        return checks;
    }

    /// <summary>The working text that counts, or null when the capture has none.</summary>
    public async Task<string?> TextAsync(Guid captureId, CancellationToken ct) =>
        await db.WorkingTexts.AsNoTracking().Where(t => t.CaptureId == captureId).OrderByDescending(t => t.Number).Select(t => t.Sha256).FirstOrDefaultAsync(ct) is { } hash
        && await BytesAsync(hash, ct) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The hash that bytes are kept by.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Adds a capture to the save under way, so that a source and its first copy are kept together or not at all.</summary>
    internal static async Task<Guid> MakeAsync(ClaimDbContext db, Guid sourceId, NewCapture fresh, Actor actor, CancellationToken ct)
    {
        var capture = new Capture
        {
            Id = Guid.CreateVersion7(),
            SourceId = sourceId,
            Sha256 = await KeepAsync(db, fresh.Bytes, ct),
            MediaType = fresh.MediaType,
            ByteLength = fresh.Bytes.Length,
            FileName = TextRules.Clean(fresh.FileName),
            FinalAddress = TextRules.Clean(fresh.FinalAddress),
            CapturedAt = fresh.CapturedAt ?? db.Now,
            CapturedById = actor.UserId,
            Tool = fresh.Tool,
        };
        db.Captures.Add(capture);
        AddEvent(db, capture, CustodyKind.Captured, actor, capture.Sha256);
        if (!string.IsNullOrWhiteSpace(fresh.WorkingText))
        {
            await MakeTextAsync(db, capture, 1, fresh.WorkingText, actor, ct);
        }

        return capture.Id;
    }

    /// <summary>What is wrong with a copy; empty when nothing is.</summary>
    internal static List<Fault> FaultsOf(NewCapture capture)
    {
        var faults = new List<Fault?>
        {
            capture.Bytes.Length == 0 ? new Fault(nameof(NewCapture.Bytes), FaultCode.Required) : null,
            capture.Bytes.Length > Capture.MaxBytes ? new Fault(nameof(NewCapture.Bytes), FaultCode.TooLong, Capture.MaxBytes) : null,
            TextFaultOf(capture.WorkingText, isRequired: false),
        };
        foreach (var (name, text, limit, isRequired) in new[]
        {
            (nameof(NewCapture.MediaType), capture.MediaType, Capture.MediaTypeMaxLength, true),
            (nameof(NewCapture.Tool), capture.Tool, Capture.ToolMaxLength, true),
            (nameof(NewCapture.FileName), capture.FileName, Capture.FileNameMaxLength, false),
            (nameof(NewCapture.FinalAddress), capture.FinalAddress, Source.AddressMaxLength, false),
        })
        {
            var fault = isRequired && string.IsNullOrWhiteSpace(text) ? FaultCode.Required : TextRules.FaultOf(text, limit);
            faults.Add(fault is { } code ? new Fault(name, code, limit) : null);
        }

        return [.. faults.OfType<Fault>()];
    }

    private static Fault? TextFaultOf(string? text, bool isRequired) =>
        isRequired && string.IsNullOrWhiteSpace(text) ? new Fault(nameof(NewCapture.WorkingText), FaultCode.Required)
        : TextRules.FaultOf(text, WorkingText.MaxLength) is { } code ? new Fault(nameof(NewCapture.WorkingText), code, WorkingText.MaxLength)
        : null;

    private static async Task<WorkingText> MakeTextAsync(ClaimDbContext db, Capture capture, int number, string text, Actor actor, CancellationToken ct)
    {
        var made = new WorkingText
        {
            Id = Guid.CreateVersion7(),
            SourceId = capture.SourceId,
            CaptureId = capture.Id,
            Number = number,
            Sha256 = await KeepAsync(db, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), ct),
            MadeAt = db.Now,
            MadeById = actor.UserId,
        };
        db.WorkingTexts.Add(made);
        LikeTexts.Keep(db, made.Id, text);
        return made;
    }

    /// <summary>The same bytes are kept once.</summary>
    private static async Task<string> KeepAsync(ClaimDbContext db, byte[] bytes, CancellationToken ct)
    {
        var hash = HashOf(bytes);
        if (!db.CaptureContents.Local.Any(c => c.Sha256 == hash) && !await db.CaptureContents.AnyAsync(c => c.Sha256 == hash, ct))
        {
            db.CaptureContents.Add(new CaptureContent { Sha256 = hash, Bytes = bytes });
        }

        return hash;
    }

    internal static void AddEvent(ClaimDbContext db, Capture capture, CustodyKind kind, Actor actor, string? detail) => db.CustodyEvents.Add(new CustodyEvent
    {
        Id = Guid.CreateVersion7(),
        SourceId = capture.SourceId,
        CaptureId = capture.Id,
        Kind = kind,
        At = db.Now,
        ById = actor.UserId,
        Detail = detail,
    });

    private Task<byte[]?> BytesAsync(string hash, CancellationToken ct) =>
        db.CaptureContents.AsNoTracking().Where(c => c.Sha256 == hash).Select(c => c.Bytes).SingleOrDefaultAsync(ct);
}
