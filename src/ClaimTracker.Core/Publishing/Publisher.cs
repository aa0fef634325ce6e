using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Makes publications and the public rows derived from them, in the caller's transaction: what is published and what was
/// decided are saved together or not at all. Call it after the decision itself was saved in that transaction.
/// </summary>
public sealed class Publisher(ClaimDbContext db)
{
    private const int ClaimsAtATime = 100;

    /// <summary>Publishes claims as the model now stands: a first listing, an import, a decided verdict.</summary>
    public async Task PublishAsync(IReadOnlyCollection<int> numbers, PublicationKind kind, CancellationToken ct) =>
        await PublishAsync(numbers, _ => kind, static document => document, ct);

    /// <summary>The same for many claims of different kinds, such as an import.</summary>
    public Task PublishAsync(IReadOnlyCollection<int> numbers, Func<PublicDocument, PublicationKind> kindOf, CancellationToken ct) =>
        PublishAsync(numbers, kindOf, static document => document, ct);

    /// <summary>Publishes documents made before; the caller has seen to it that nothing they hold has changed since.</summary>
    internal async Task PublishAsync(List<PublicDocument> documents, PublicationKind kind, CancellationToken ct)
    {
        if (documents.Count > 0)
        {
            await AddAsync(documents, _ => kind, ct);
        }
    }

    /// <summary>Version number the claim's next publication gets.</summary>
    public async Task<int> NextVersionAsync(int number, CancellationToken ct) =>
        (await db.Publications.Where(p => p.Number == number).MaxAsync(p => (int?)p.Version, ct) ?? 0) + 1;

    /// <summary>Publishes one claim as the model now stands, after a last change to its document.</summary>
    public Task PublishAsync(int number, PublicationKind kind, Func<PublicDocument, PublicDocument> change, CancellationToken ct) =>
        PublishAsync([number], _ => kind, change, ct);

    /// <summary>
    /// Publishes the claim's current document again with a change: a mark, a withdrawal, a correction. What the desk has
    /// meanwhile changed on the claim stays on the desk.
    /// </summary>
    public async Task RepublishAsync(int number, PublicationKind kind, Func<PublicDocument, PublicDocument> change, CancellationToken ct)
    {
        var current = await (kind is PublicationKind.Restored ? LastShownDocumentAsync(number, ct) : CurrentDocumentAsync(number, ct))
            ?? throw new InvalidOperationException($"Claim {number} was never published.");
        await AddAsync([change(current)], _ => kind, ct);
    }

    /// <summary>The same for many claims, each with the document that readers have now.</summary>
    internal async Task RepublishAsync(IReadOnlyList<int> numbers, PublicationKind kind, Func<PublicDocument, PublicDocument> change, CancellationToken ct)
    {
        foreach (var chunk in numbers.Order().Chunk(ClaimsAtATime))
        {
            var part = chunk.ToList();
            var current = await db.Publications.AsNoTracking()
                .Where(p => EF.Parameter(part).Contains(p.Number) && p.Version == db.Publications.Where(x => x.Number == p.Number).Max(x => x.Version))
                .OrderBy(p => p.Number).Select(p => p.Document).ToListAsync(ct);
            await AddAsync(current.ConvertAll(json => change(PublicDocument.FromJson(json))), _ => kind, ct);
        }
    }

    /// <summary>The document readers have now, or null.</summary>
    public async Task<PublicDocument?> CurrentDocumentAsync(int number, CancellationToken ct)
    {
        var json = await db.Publications.AsNoTracking().Where(p => p.Number == number)
            .OrderByDescending(p => p.Version).Select(p => p.Document).FirstOrDefaultAsync(ct);
        return json is null ? null : PublicDocument.FromJson(json);
    }

    /// <summary>The newest document that shows the claim itself: what restoring brings back.</summary>
    public async Task<PublicDocument?> LastShownDocumentAsync(int number, CancellationToken ct)
    {
        var json = await db.Publications.AsNoTracking()
            .Where(p => p.Number == number && p.Kind != PublicationKind.Withdrawn && p.Kind != PublicationKind.Removed)
            .OrderByDescending(p => p.Version).Select(p => p.Document).FirstOrDefaultAsync(ct);
        return json is null ? null : PublicDocument.FromJson(json);
    }

    /// <summary>What deciding a verdict now would publish, to be shown before it is done.</summary>
    public async Task<PublicDocument?> PreviewAsync(int number, Guid verdictId, IReadOnlyList<string> languages, CancellationToken ct) =>
        (await new PublicDocumentBuilder(db).BuildAsync([number], ct, verdictId)).SingleOrDefault()?.InLanguages(languages);

    private async Task PublishAsync(
        IReadOnlyCollection<int> numbers, Func<PublicDocument, PublicationKind> kindOf, Func<PublicDocument, PublicDocument> change, CancellationToken ct)
    {
        var builder = new PublicDocumentBuilder(db);
        foreach (var part in numbers.Order().Chunk(ClaimsAtATime))
        {
            var documents = await builder.BuildAsync(part, ct);
            await AddAsync(documents.ConvertAll(d => change(d)), kindOf, ct);
        }
    }

    private async Task AddAsync(List<PublicDocument> documents, Func<PublicDocument, PublicationKind> kindOf, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Publishing belongs into the transaction of the decision.");
        }

        var numbers = documents.ConvertAll(d => d.Number);
        var heads = await db.Publications.AsNoTracking()
            .Where(p => EF.Parameter(numbers).Contains(p.Number) && p.Version == db.Publications.Where(x => x.Number == p.Number).Max(x => x.Version))
            .Select(p => new { p.Number, p.Version, p.Hash })
            .ToDictionaryAsync(p => p.Number, ct);
        var publications = new List<(Publication Publication, PublicDocument Document)>();
        foreach (var document in documents)
        {
            var head = heads.GetValueOrDefault(document.Number);
            publications.Add((Make(document, kindOf(document), (head?.Version ?? 0) + 1, head?.Hash ?? PublicationHash.NoPredecessor), document));
        }

        db.Publications.AddRange(publications.Select(p => p.Publication));
        await new PublicProjection(db).ApplyAsync(publications, ct);
        if (documents.Exists(d => d.State is PublicState.Removed || d is { State: PublicState.None, MergedIntoNumber: null }))
        {
            await PublicEpoch.TakeAwayAsync(db, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    private Publication Make(PublicDocument document, PublicationKind kind, int version, string previousHash)
    {
        var at = db.Now;
        var json = document.ToJson();
        var documentHash = PublicationHash.OfDocument(json);
        return new Publication
        {
            Number = document.Number,
            Version = version,
            Kind = kind,
            Schema = PublicDocument.CurrentSchema,
            At = at,
            Document = json,
            DocumentHash = documentHash,
            PreviousHash = previousHash,
            Hash = PublicationHash.Of(document.Number, version, kind, PublicDocument.CurrentSchema, at, documentHash, previousHash),
        };
    }
}
