using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>A row of our own archive beside its claim: the check as it was published.</summary>
internal sealed record ArchiveInput
{
    public string? Address { get; init; }

    public string? Title { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public string? Byline { get; init; }

    public string? RatingWords { get; init; }

    /// <summary>Our rating by code or by what people call it; null: as the printed words mean it.</summary>
    public string? Rating { get; init; }

    public LocalizedText Headline { get; init; } = LocalizedText.Empty;

    public LocalizedText Explanation { get; init; } = LocalizedText.Empty;

    /// <summary>The page; where one page checks several claims, each at its own anchor, the anchor too.</summary>
    public string? AddressKey => SourceAddress.KeyOf(Address) is { } page ? page + new Uri(Address ?? "").Fragment : null;

    /// <summary>Reads the entry's own cells and says what is wrong with them without looking anything up.</summary>
    public static ArchiveInput Read(BulkCells cells, LocalizedText headline, LocalizedText explanation, LocalizedText statement)
    {
        var input = new ArchiveInput
        {
            Address = cells[BulkFields.CanonicalAddress],
            Title = cells[BulkFields.CheckTitle],
            PublishedOn = cells.Day(BulkFields.CheckedOn),
            Byline = cells[BulkFields.Byline],
            RatingWords = cells[BulkFields.RatingWords],
            Rating = cells[BulkFields.OurRating],
            Headline = headline,
            Explanation = explanation,
        };
        foreach (var field in new[] { BulkFields.CanonicalAddress, BulkFields.CheckedOn, BulkFields.Byline, BulkFields.RatingWords }.Where(f => cells[f] is null))
        {
            cells.Fault(field, FaultCode.Required);
        }

        if (SourceRules.AddressFault(input.Address) is { } wrong)
        {
            cells.Fault(BulkFields.CanonicalAddress, wrong, wrong is FaultCode.TooLong ? Source.AddressMaxLength : null);
        }

        TooLong(cells, BulkFields.CheckTitle, ArchiveEntry.TitleMaxLength, input.Title);
        TooLong(cells, BulkFields.Byline, ArchiveEntry.BylineMaxLength, input.Byline);
        TooLong(cells, BulkFields.RatingWords, ArchiveEntry.RatingWordsMaxLength, input.RatingWords);
        foreach (var fault in new VerdictDraftValidator().Faults(new VerdictDraft { Headline = headline, Explanation = explanation }) ?? [])
        {
            cells.Fault(FieldOf(cells, fault.Path), fault.Code, fault.Limit);
        }

        if (headline.IsEmpty || explanation.IsEmpty)
        {
            cells.Fault(headline.IsEmpty ? BulkFields.Headline : BulkFields.Explanation, FaultCode.Required);
        }
        else if (!statement.IsEmpty && !headline.Languages.Any(l => explanation.Has(l) && statement.Has(l)))
        {
            cells.Fault(BulkFields.Headline, FaultCode.NotInOneLanguage);
        }

        return input;
    }

    /// <summary>The column that a text in one language came from.</summary>
    private static string FieldOf(BulkCells cells, string path)
    {
        var field = path.StartsWith(nameof(Headline), StringComparison.Ordinal) ? BulkFields.Headline : BulkFields.Explanation;
        var own = field + (path.EndsWith(".ar", StringComparison.Ordinal) ? "Ar" : "En");
        return cells[own] is null ? field : own;
    }

    private static void TooLong(BulkCells cells, string field, int limit, string? text)
    {
        if (text?.Length > limit)
        {
            cells.Fault(field, FaultCode.TooLong, limit);
        }
    }
}

/// <summary>Says of new rows of our own archive what only the database and the settings know: whose page it is, whether it is here, what rating is meant.</summary>
internal sealed class BulkArchiveJudge(ClaimDbContext db, ArchiveHosts hosts)
{
    public async Task JudgeAsync(IReadOnlyList<JudgedRow> rows, CancellationToken ct)
    {
        var keys = rows.Select(r => r.Input.Archive?.AddressKey).OfType<string>().ToList();
        var here = await db.ArchiveEntries.AsNoTracking().Where(a => EF.Parameter(keys).Contains(a.AddressKey)).ToDictionaryAsync(a => a.AddressKey, a => a.ClaimNumber, ct);
        var ratings = await db.Ratings.AsNoTracking().Where(r => r.IsActive).ToListAsync(ct);
        foreach (var row in rows.Where(r => r.Fate is BulkFate.New))
        {
            if (row.Input is not { Archive: { } archive, Claim: { } claim })
            {
                continue;
            }

            if (archive.AddressKey is { } key && here.TryGetValue(key, out var number))
            {
                row.IsSameAs(number, null);
                continue;
            }

            if (!hosts.Hold(archive.Address))
            {
                row.Fault(BulkFields.CanonicalAddress, FaultCode.NotOurAddress);
            }

            if (archive.PublishedOn > db.Today)
            {
                row.Fault(BulkFields.CheckedOn, FaultCode.InTheFuture);
            }

            row.RatingId = RatingOf(archive.Rating ?? archive.RatingWords ?? "", claim.Aspect, ratings);
            if (row.RatingId is null)
            {
                row.Fault(archive.Rating is null ? BulkFields.RatingWords : BulkFields.OurRating, FaultCode.NoRatingForWords);
            }
        }
    }

    /// <summary>By code or label, else by what else people call it. Words that could mean several of the ratings in use mean none: a person has to say which.</summary>
    private static Guid? RatingOf(string words, RatedAspect aspect, List<Rating> ratings)
    {
        var folded = TextFold.Fold(words);
        var ours = ratings.Where(r => r.Aspect == aspect).ToList();
        var named = ours.Where(r => TextFold.Fold(r.Code) == folded || r.Label.Any(l => TextFold.Fold(l.Value) == folded)).ToList();
        var meant = named.Count > 0 ? named : [.. ours.Where(r => RatingWords.Of(words).Contains(r.Code))];
        return meant is [var one] ? one.Id : null;
    }
}

/// <summary>Makes what a row of our own archive has beside its claim: the check as it was published, which waits for a signature.</summary>
internal static class BulkArchiveMaker
{
    /// <summary>True of every row, for those that do not say why their claim was chosen.</summary>
    public static readonly LocalizedText SelectionReason = LocalizedText.Of(
        ("en", "Checked and published by this newsroom before; taken from its own archive."), ("ar", "سبق أن تحققت منه غرفة التحرير هذه ونشرته، وهو مأخوذ من أرشيفها."));

    public static void Add(ClaimDbContext db, BulkImport import, int number, ArchiveInput input, Guid? ratingId)
    {
        var verdict = new Verdict
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = number,
            Number = 1,
            State = VerdictState.Archived,
            RatingId = ratingId,
            Headline = TextRules.Clean(input.Headline),
            Explanation = TextRules.Clean(input.Explanation),
            AsOf = input.PublishedOn,
            JudgedClaimVersion = 1,
            CreatedAt = db.Now,
        };
        db.Verdicts.Add(verdict);
        db.ArchiveEntries.Add(new ArchiveEntry
        {
            Id = Guid.CreateVersion7(),
            ClaimNumber = number,
            VerdictId = verdict.Id,
            Address = Judged(input.Address),
            AddressKey = Judged(input.AddressKey),
            Title = input.Title,
            PublishedOn = input.PublishedOn ?? throw new InvalidOperationException(JudgedBefore),
            Byline = Judged(input.Byline),
            RatingWords = Judged(input.RatingWords),
            ImportId = import.Id,
        });
    }

    private const string JudgedBefore = "Judged before: what an entry needs is there.";

    private static string Judged(string? value) => value ?? throw new InvalidOperationException(JudgedBefore);
}
