using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// Derives the public rows from publications: row, folded text, facets with their counts, links and correction notices.
/// Nothing here reads the desk's tables, so that everything can be rebuilt from publications alone.
/// </summary>
public sealed class PublicProjection(ClaimDbContext db)
{
    private const int ClaimsAtATime = 200;

    /// <summary>Throws all public rows away and makes them again from each claim's newest publication.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable RS0030 // Derived rows are not audited records.
        await db.PublicFacets.ExecuteDeleteAsync(ct);
        await db.PublicCounts.ExecuteDeleteAsync(ct);
        await db.PublicLinks.ExecuteDeleteAsync(ct);
        await db.PublicCorrections.ExecuteDeleteAsync(ct);
        await db.PublicTexts.ExecuteDeleteAsync(ct);
        await db.PublicClaims.ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        var numbers = await db.Publications.Select(p => p.Number).Distinct().Order().ToListAsync(ct);
        foreach (var part in numbers.Chunk(ClaimsAtATime))
        {
            var newest = await db.Publications.AsNoTracking()
                .Where(p => part.Contains(p.Number) && p.Version == db.Publications.Where(x => x.Number == p.Number).Max(x => x.Version))
                .ToListAsync(ct);
            await ApplyAsync(newest.ConvertAll(p => (p, PublicDocument.FromJson(p.Document))), ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await PublicEpoch.RaiseAsync(db, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Brings the rows of these claims in step with their newest publication; the caller saves.</summary>
    internal async Task ApplyAsync(List<(Publication Publication, PublicDocument Document)> newest, CancellationToken ct)
    {
        var numbers = newest.ConvertAll(n => n.Document.Number);
        var rows = await db.PublicClaims.Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct);
        var texts = await db.PublicTexts.Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct);
        var facets = (await db.PublicFacets.Where(p => numbers.Contains(p.Number)).ToListAsync(ct)).ToLookup(f => f.Number);
        var links = (await db.PublicLinks.Where(p => numbers.Contains(p.FromNumber)).ToListAsync(ct)).ToLookup(l => l.FromNumber);
        var notices = (await db.PublicCorrections.Where(p => numbers.Contains(p.Number)).ToListAsync(ct)).ToLookup(c => c.Number);
        var change = new Dictionary<(string Facet, string Value), int>();
        foreach (var (publication, document) in newest)
        {
            db.RemoveRange(links[document.Number]);
            db.RemoveRange(notices[document.Number]);
            db.RemoveRange(facets[document.Number]);
            foreach (var facet in facets[document.Number])
            {
                Add(change, facet, -1);
            }

            Replace(rows.GetValueOrDefault(document.Number), texts.GetValueOrDefault(document.Number), publication, document);
            if (document.State is PublicState.Removed or PublicState.None)
            {
                continue;
            }

            db.PublicLinks.AddRange(document.Links.Select(l => new PublicLink { FromNumber = document.Number, Kind = l.Kind, ToNumber = l.Number }));
            db.PublicCorrections.AddRange(document.Corrections.Select(c => NoticeOf(document.Number, c)));
            foreach (var facet in FacetsOf(document).ToList())
            {
                db.PublicFacets.Add(facet);
                Add(change, facet, 1);
            }
        }

        // Rows taken away and put back under the same key must not meet in one statement order we do not control.
        await SaveRemovalsFirstAsync(ct);
        await CountAsync(change, ct);
    }

    private static void Add(Dictionary<(string Facet, string Value), int> change, PublicFacet facet, int by)
    {
        var key = (facet.Facet, facet.Value);
        change[key] = change.GetValueOrDefault(key) + by;
    }

    private void Replace(PublicClaim? row, PublicText? text, Publication publication, PublicDocument document)
    {
        if (document is { State: PublicState.None, MergedIntoNumber: null })
        {
            if (row is not null)
            {
                db.Remove(row);
            }

            if (text is not null)
            {
                db.Remove(text);
            }

            return;
        }

        var isHidden = document.State is PublicState.Removed or PublicState.None;
        row ??= db.PublicClaims.Add(NewRow(document)).Entity;
        row.Version = publication.Version;
        row.State = document.State;
        row.IsContested = document.IsContested;
        row.IsUnderReexamination = document.IsUnderReexamination;
        row.IsCorrected = document.Corrections.Count > 0;
        row.RatingCode = document.Verdict?.Rating.Code;
        row.Aspect = document.Aspect;
        row.Kind = document.Kind;
        row.Language = document.OriginalLanguage;
        row.AssertedFrom = document.AssertedOn?.From ?? document.AssertedOn?.To;
        row.AssertedTo = document.AssertedOn?.To ?? document.AssertedOn?.From;
        row.AssertedSort = SortDateOf(document);
        row.ReviewedAt = document.ReviewedAt;
        row.Repeats = document.Appearances.Count;
        row.Card = isHidden ? "{}" : PublicCard.Of(document).ToJson();
        row.MergedIntoNumber = document.MergedIntoNumber;

        text ??= db.PublicTexts.Add(new PublicText { Number = document.Number, Folded = "", FoldVersion = 0 }).Entity;
        text.Folded = isHidden ? "" : PublicTextOf.Document(document);
        text.FoldVersion = TextFold.Version;
    }

    private static PublicClaim NewRow(PublicDocument document) => new()
    {
        Number = document.Number,
        Version = 0,
        State = document.State,
        Aspect = document.Aspect,
        Kind = document.Kind,
        Language = document.OriginalLanguage,
        AssertedSort = PublicClaim.UnknownDate,
        ReviewedAt = document.ReviewedAt,
        Repeats = 0,
        Card = "{}",
    };

    private static PublicCorrection NoticeOf(int number, PublicCorrectionNotice notice) => new()
    {
        Id = notice.Id,
        Number = number,
        Version = notice.Version,
        Kind = notice.Kind,
        At = notice.At,
        Notice = System.Text.Json.JsonSerializer.Serialize(notice, CoreJson.Options),
    };

    private static DateOnly SortDateOf(PublicDocument document) => document.AssertedOn?.From ?? document.AssertedOn?.To ?? PublicClaim.UnknownDate;

    private static IEnumerable<PublicFacet> FacetsOf(PublicDocument document)
    {
        var isListed = document is { State: PublicState.Listed or PublicState.Imported or PublicState.Published, MergedIntoNumber: null };
        var values = PublicFacetValues.Mentions(document).Concat(isListed ? PublicFacetValues.Listed(document) : []);
        return values.Distinct().Select(v => new PublicFacet
        {
            Facet = v.Facet,
            Value = v.Value,
            Number = document.Number,
            ReviewedAt = document.ReviewedAt,
            AssertedSort = SortDateOf(document),
            Repeats = document.Appearances.Count,
        });
    }

    private async Task SaveRemovalsFirstAsync(CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added && e.Entity is PublicFacet or PublicLink or PublicCorrection).ToList();
        var removed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Deleted).ToList();
        if (removed.Count == 0)
        {
            return;
        }

        foreach (var entry in added)
        {
            entry.State = EntityState.Detached;
        }

        await db.SaveChangesAsync(ct);
        db.AddRange(added.Select(e => e.Entity));
    }

    private async Task CountAsync(Dictionary<(string Facet, string Value), int> change, CancellationToken ct)
    {
        foreach (var ((facet, value), by) in change.Where(c => c.Value != 0).OrderBy(c => c.Key))
        {
#pragma warning disable RS0030 // Counts are not audited records; adding in the statement loses no concurrent change.
            var counted = await db.PublicCounts.Where(c => c.Facet == facet && c.Value == value)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Count, c => c.Count + by), ct);
#pragma warning restore RS0030
            if (counted == 0)
            {
                db.PublicCounts.Add(new PublicCount { Facet = facet, Value = value, Count = by });
            }
        }
    }
}
