using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Takes fields out of every published version of a claim, in the caller's transaction. A version keeps its number and its
/// place in the chain; the hash of the document as it now stands lies beside the one it was published with.
/// </summary>
public sealed class PublishedRedactor(ClaimDbContext db)
{
    public async Task RedactAsync(int number, IReadOnlyCollection<RedactableField> fields, CancellationToken ct)
    {
        var publications = await db.Publications.Where(p => p.Number == number).OrderBy(p => p.Version).ToListAsync(ct);
        foreach (var publication in publications)
        {
            var json = Redaction.Redact(PublicDocument.FromJson(publication.Document), fields).ToJson();
            if (json != publication.Document)
            {
                publication.Document = json;
                publication.RedactedAt = db.Now;
                publication.RedactedHash = PublicationHash.OfDocument(json);
            }
        }

        if (publications is [.., var newest])
        {
            await new PublicProjection(db).ApplyAsync([(newest, PublicDocument.FromJson(newest.Document))], ct);
            await db.SaveChangesAsync(ct);
            await PublicEpoch.RaiseAsync(db, ct);
        }
    }
}
