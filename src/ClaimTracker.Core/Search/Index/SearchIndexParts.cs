using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Search;

/// <summary>Claims on their way into an index, by number; of published ones what they become there, and the epoch at which they were read.</summary>
internal sealed record SearchIndexPart(IReadOnlyList<int> Numbers, SearchBatch Entries, long Epoch);

/// <summary>
/// All claims of a scope in parts. One core reads and folds the next while the database writes these, on a connection of its own.
/// What the desk's index holds is read by whoever writes it: its claims change more often, and are fewer.
/// </summary>
internal static class SearchIndexParts
{
    private const int PartsAhead = 1;

    public static async IAsyncEnumerable<SearchIndexPart> ReadAheadAsync(
        ClaimDbContext db, SearchScope scope, int after, int atATime, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var parts = Channel.CreateBounded<SearchIndexPart>(PartsAhead);
        var reading = Task.Run(() => ReadAsync(db, scope, after, atATime, parts.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(ct))
            {
                yield return part;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    public static Task<int> CountAsync(ClaimDbContext db, SearchScope scope, int after, CancellationToken ct) => scope is SearchScope.Public
        ? db.PublicClaims.CountAsync(c => c.Number > after, ct)
        : db.Claims.CountAsync(c => c.Number > after, ct);

    /// <summary>What of these claims readers have now.</summary>
    public static async Task<SearchBatch> ReadPublicAsync(ClaimDbContext db, IReadOnlyList<int> numbers, CancellationToken ct)
    {
        var published = await (
            from claim in db.PublicClaims
            join publication in db.Publications on new { claim.Number, claim.Version } equals new { publication.Number, publication.Version }
            where numbers.Contains(claim.Number)
            select publication.Document).ToListAsync(ct);
        var withheld = await WithheldSources.IdsAsync(db, ct);
        return new SearchBatch(published.Select(json => WithheldSources.Blank(PublicDocument.FromJson(json), withheld)).Select(ClaimDocuments.OfPublished).OfType<SearchDocument>());
    }

    /// <summary>Never fails by itself: what went wrong meets whoever takes the parts.</summary>
    private static async Task ReadAsync(ClaimDbContext db, SearchScope scope, int after, int atATime, ChannelWriter<SearchIndexPart> parts, CancellationToken ct)
    {
        try
        {
            await using var beside = db.Beside();
            beside.Database.SetCommandTimeout(db.Database.GetCommandTimeout());
            while (await NumbersAsync(beside, scope, after, atATime, ct) is { Count: > 0 } numbers)
            {
                // The epoch first: what changes while we read raises it.
                var epoch = scope is SearchScope.Public ? await beside.Epochs.AsNoTracking().Select(e => e.Value).SingleAsync(ct) : 0;
                var entries = scope is SearchScope.Public ? await ReadPublicAsync(beside, numbers, ct) : SearchBatch.Empty;
                await parts.WriteAsync(new SearchIndexPart(numbers, entries, epoch), ct);
                after = numbers[^1];
            }

            parts.TryComplete();
        }
        catch (Exception e)
        {
            parts.TryComplete(e);
        }
    }

    private static Task<List<int>> NumbersAsync(ClaimDbContext db, SearchScope scope, int after, int atATime, CancellationToken ct) => scope is SearchScope.Public
        ? db.PublicClaims.Where(c => c.Number > after).OrderBy(c => c.Number).Select(c => c.Number).Take(atATime).ToListAsync(ct)
        : db.Claims.Where(c => c.Number > after).OrderBy(c => c.Number).Select(c => c.Number).Take(atATime).ToListAsync(ct);
}
