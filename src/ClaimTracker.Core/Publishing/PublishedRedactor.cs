using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Takes fields out of every published version of a claim, in the caller's transaction. A version keeps its number and its place in
/// the chain; the hash of the document as it now stands is kept as an audited record.
/// </summary>
public sealed class PublishedRedactor(ClaimDbContext db)
{
    /// <summary>Prepares the redacted versions; the caller's save writes them, with their audit entry.</summary>
    public async Task RedactAsync(int number, IReadOnlyCollection<RedactableField> fields, CancellationToken ct)
    {
        var known = await db.PublicationRedactions.Where(r => r.ClaimNumber == number).ToDictionaryAsync(r => r.PublicationVersion, ct);
        foreach (var publication in await db.Publications.Where(p => p.Number == number).OrderBy(p => p.Version).ToListAsync(ct))
        {
            var json = Redaction.Redact(PublicDocument.FromJson(publication.Document), fields).ToJson();
            if (json == publication.Document)
            {
                continue;
            }

            publication.Document = json;
            publication.RedactedAt = db.Now;
            if (!known.TryGetValue(publication.Version, out var redaction))
            {
                redaction = new PublicationRedaction { Id = Guid.CreateVersion7(), ClaimNumber = number, PublicationVersion = publication.Version, DocumentHash = "", At = db.Now };
                db.PublicationRedactions.Add(redaction);
            }

            redaction.DocumentHash = PublicationHash.OfDocument(json);
            redaction.At = db.Now;
        }
    }

    /// <summary>Lists and pages follow at once.</summary>
    public async Task ShowAsync(int number, CancellationToken ct)
    {
        if (await db.Publications.Where(p => p.Number == number).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct) is { } newest)
        {
            await new PublicProjection(db).ApplyAsync([(newest, PublicDocument.FromJson(newest.Document))], ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
