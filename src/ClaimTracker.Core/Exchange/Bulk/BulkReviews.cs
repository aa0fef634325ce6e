using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange.Bulk.Reviews;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A row of another publisher's checks beside its claim; the page of the check is the row's source.</summary>
internal sealed record ReviewInput
{
    public required string Address { get; init; }

    public required string EntryKey { get; init; }

    public required string ContentHash { get; init; }

    public required string Publisher { get; init; }

    public required string RatingWords { get; init; }

    public string? RatingCode { get; init; }

    public string? Title { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public LocalizedText Explanation { get; init; } = LocalizedText.Empty;

    /// <summary>Reads the entry's own cells and says what is wrong with them without looking anything up; null: it says too little to be one.</summary>
    public static ReviewInput? Read(BulkCells cells, LocalizedText statement)
    {
        foreach (var field in new[] { BulkFields.Address, BulkFields.OutletName, BulkFields.RatingWords }.Where(f => cells[f] is null))
        {
            cells.Fault(field, FaultCode.Required);
        }

        TooLong(cells, BulkFields.OutletName, OutsideReview.PublisherMaxLength);
        TooLong(cells, BulkFields.RatingWords, OutsideReview.RatingWordsMaxLength);
        if (cells[BulkFields.Address] is not { } address || SourceAddress.KeyOf(address) is not { } page || cells[BulkFields.OutletName] is not { } publisher
            || cells[BulkFields.RatingWords] is not { } words || statement.IsEmpty)
        {
            return null;
        }

        var language = statement.Languages.First();
        return new ReviewInput
        {
            Address = address,
            // The anchor too: some pages review each claim at its own. What the claim says, since others do not.
            EntryKey = Hash($"{page}{new Uri(address.Trim()).Fragment}\u001F{TextFold.Fold(statement.First().Value)}"),
            ContentHash = Hash(cells.Own),
            Publisher = publisher,
            RatingWords = words,
            RatingCode = OutsideRatings.CodeOf(words, cells[BulkFields.RatingValue], cells[BulkFields.RatingWorst], cells[BulkFields.RatingBest]),
            Title = Clip(cells[BulkFields.Title], OutsideReview.TitleMaxLength),
            PublishedOn = cells[BulkFields.PublishedOn] is { } day && DateParser.TryParseDay(day, out var on) ? on : null,
            Explanation = LocalizedText.Of((language, Clip(cells[BulkFields.Explanation], Verdict.ExplanationMaxLength))),
        };
    }

    private static void TooLong(BulkCells cells, string field, int limit)
    {
        if (cells[field]?.Length > limit)
        {
            cells.Fault(field, FaultCode.TooLong, limit);
        }
    }

    /// <summary>Whole words of it, as many as there is room for; the rest is on the publisher's page.</summary>
    private static string? Clip(string? text, int room)
    {
        if (text is null || text.Length <= room)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', room - 2);
        return text[..(end > 0 ? end : room - 2)] + " …";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..OutsideReview.HashLength];
}

/// <summary>Says of new rows of others' checks what only the database knows: whether the check is here, and which rating is meant.</summary>
internal sealed class BulkReviewJudge(ClaimDbContext db, ArchiveHosts ours)
{
    public async Task JudgeAsync(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        var keys = rows.Select(r => r.Input.Review?.EntryKey).OfType<string>().Distinct().ToList();
        var here = await db.OutsideReviews.AsNoTracking().Where(r => EF.Parameter(keys).Contains(r.EntryKey))
            .Select(r => new { r.EntryKey, r.ClaimNumber, r.ContentHash }).ToDictionaryAsync(r => r.EntryKey, ct);
        var ratings = await db.Ratings.AsNoTracking().Where(r => r.IsActive).Select(r => new { r.Id, r.Code, r.Aspect }).ToListAsync(ct);
        foreach (var row in rows.Where(r => r.Fate is BulkFate.New))
        {
            if (row.Input is not { Review: { } review, Claim: { } claim })
            {
                continue;
            }

            if (here.TryGetValue(review.EntryKey, out var known))
            {
                row.IsSameAs(known.ClaimNumber, null);
                if (known.ContentHash != review.ContentHash)
                {
                    // What is here stays as it is, as with every import; a person is told where to look.
                    row.Faults.Add(new BulkFault("", FaultCode.ChangedByPublisher));
                }

                continue;
            }

            if (ours.Hold(review.Address))
            {
                // Feeds of everybody's checks hold ours too.
                row.Fault(BulkFields.Address, FaultCode.OwnCheck);
            }

            if (review.PublishedOn > db.Today.AddDays(1))
            {
                row.Fault(BulkFields.PublishedOn, FaultCode.InTheFuture);
            }

            row.RatingId = ratings.Find(r => r.Aspect == claim.Aspect && r.Code == review.RatingCode)?.Id;
        }
    }
}

/// <summary>Makes what a row of others' checks has beside its claim: the verdict as imported, and whose it is.</summary>
internal static class BulkReviewMaker
{
    /// <summary>True of every row.</summary>
    public static readonly LocalizedText SelectionReason = LocalizedText.Of(
        ("en", "Checked by another publisher; not chosen by this newsroom."), ("ar", "تحققت منه جهة أخرى، ولم تختره غرفة التحرير هذه."));

    public static void Add(ClaimDbContext db, BulkImport import, Claim claim, ReviewInput input, Guid? ratingId)
    {
        claim.PublicState = PublicState.Imported;
        var verdict = new Verdict
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = claim.Number,
            Number = 1,
            State = VerdictState.Imported,
            RatingId = ratingId,
            Explanation = TextRules.Clean(input.Explanation),
            AsOf = input.PublishedOn,
            JudgedClaimVersion = 1,
            CreatedAt = db.Now,
            DataSetId = import.DataSetId,
        };
        db.Verdicts.Add(verdict);
        db.OutsideReviews.Add(new OutsideReview
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = claim.Number,
            VerdictId = verdict.Id,
            Address = input.Address,
            EntryKey = input.EntryKey,
            ContentHash = input.ContentHash,
            Publisher = input.Publisher,
            RatingWords = input.RatingWords,
            Title = input.Title,
            PublishedOn = input.PublishedOn,
            ImportId = import.Id,
        });
    }
}
