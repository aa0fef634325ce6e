using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>The statistics say what plain SQL counts in the publications themselves.</summary>
public sealed class StatisticsTests
{
    private const int Claims = 160;

    private static readonly DateOnly FirstDay = new(2025, 11, 20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Statistics_OfRandomPublications_EqualPlainSqlOverTheirDocuments(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var random = new Random(7);
        await PublishAsync(database, random);

        await AssertEqualAsync(database, null, null);
        for (var i = 0; i < 12; i++)
        {
            var from = FirstDay.AddDays(random.Next(400));
            await AssertEqualAsync(database, from, from.AddDays(random.Next(i < 4 ? 40 : 400)));
        }

        await AssertEqualAsync(database, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28));
        await AssertEqualAsync(database, new DateOnly(2026, 2, 1), null);
        await AssertEqualAsync(database, null, new DateOnly(2026, 2, 3));

        // Rebuilt from publications alone, they are the same.
        await using var db = database.CreateContext();
        await new PublicProjection(db).RebuildAsync(Ct);
        await AssertEqualAsync(database, null, null);
        Assert.DoesNotContain(await db.PublicTallies.Select(t => t.Count).ToListAsync(Ct), c => c < 0);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", "M2024-01-01/2024-12-01")]
    [InlineData("2024-01-02", "2024-12-30", "M2024-02-01/2024-11-01 D2024-01-02/2024-01-31 D2024-12-01/2024-12-30")]
    [InlineData("2024-02-10", "2024-02-20", "D2024-02-10/2024-02-20")]
    [InlineData("2024-02-10", "2024-03-20", "D2024-02-10/2024-03-20")]
    [InlineData("2024-02-01", "2024-02-29", "M2024-02-01/2024-02-01")]
    [InlineData("2024-02-01", "2024-02-01", "D2024-02-01/2024-02-01")]
    [InlineData("2024-02-02", "2024-02-01", "")]
    [InlineData("0001-01-01", "9999-12-31", "M0001-01-01/9999-12-01")]
    [InlineData("0001-01-01", "0001-01-05", "D0001-01-01/0001-01-05")]
    [InlineData("9999-12-05", "9999-12-31", "D9999-12-05/9999-12-31")]
    public void Range_IsReadAsWholeMonths_AndTheDaysAtItsEnds(string from, string to, string parts)
    {
        var read = StatisticsReader.Parts(Day(from), Day(to)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{(p.IsMonth ? 'M' : 'D')}{p.From:yyyy-MM-dd}/{p.To:yyyy-MM-dd}"));

        Assert.Equal(parts, string.Join(' ', read));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One to three versions of each claim, in any state: the first ones found by a start that derives them, the later ones as the desk publishes.</summary>
    private static async Task PublishAsync(TestDatabase database, Random random)
    {
        var at = FirstDay.ToDateTime(new TimeOnly(22, 0), DateTimeKind.Utc);
        var sides = Enumerable.Range(0, 4).Select(i => new PublicParty(Guid.CreateVersion7(), LocalizedText.Of(("en", $"Side {i}")), PartyKind.Government, i == 0 ? null : "RU")).ToList();
        var later = new List<(PublicationKind Kind, PublicDocument Document)>();
        await using var db = database.CreateContext();
        foreach (var document in new GeneratedClaims(3).Take(Claims))
        {
            at += TimeSpan.FromHours(random.Next(60));
            var current = Vary(document, random, sides, at);
            var checkedAs = (Kind: current.Archive is not null ? PublicationKind.Archive : current.State is PublicState.Imported ? PublicationKind.Imported : PublicationKind.Verdict, Document: current);
            var isListedFirst = random.Next(4) == 0;
            var (kind, first) = isListedFirst ? (PublicationKind.Listed, current with { State = PublicState.Listed, Verdict = null, Archive = null }) : checkedAs;
            db.Publications.Add(GeneratedClaims.PublicationOf(first, 1, kind, at));
            later.AddRange(isListedFirst ? [checkedAs] : []);
            later.AddRange(random.Next(3) == 0 ? [Later(current, random)] : []);
        }

        await db.SaveChangesAsync(Ct);
        await new PublicProjection(db).RebuildAsync(Ct);
        foreach (var (kind, document) in later)
        {
            database.Clock.Advance(TimeSpan.FromHours(random.Next(12)));
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            await new Publisher(db).RepublishAsync(document.Number, kind, _ => document, Ct);
            await transaction.CommitAsync(Ct);
            db.ChangeTracker.Clear();
        }
    }

    private static (PublicationKind, PublicDocument) Later(PublicDocument current, Random random) => random.Next(4) switch
    {
        0 => (PublicationKind.Withdrawn, current with { State = PublicState.Withdrawn }),
        1 => (PublicationKind.Merged, current with { State = PublicState.None, MergedIntoNumber = 1 }),
        2 => (PublicationKind.Verdict, current with { State = PublicState.Published, Archive = null, Verdict = current.Verdict! with { IsImported = false } }), // every one has a verdict
        _ => (PublicationKind.Correction, current with { Topics = [.. current.Topics.Take(1)] }),
    };

    private static PublicDocument Vary(PublicDocument document, Random random, List<PublicParty> sides, DateTime at)
    {
        var day = DateOnly.FromDateTime(at);
        var isImported = random.Next(8) == 0;
        var claimants = document.Claimants.Concat(random.Next(4) == 0 ? [new PublicClaimant(sides[1], LocalizedText.Empty)] : [])
            .Select(c => c with { Side = random.Next(3) == 0 ? null : sides[random.Next(sides.Count)] });
        var notice = new PublicCorrectionNotice { Id = Guid.CreateVersion7(), Kind = (CorrectionKind)random.Next(1, 6), Cause = CorrectionCause.OurError, At = at + TimeSpan.FromDays(random.Next(90)), Version = 1 };
        return document with
        {
            State = isImported ? PublicState.Imported : random.Next(20) == 0 ? PublicState.Removed : PublicState.Published,
            Aspect = random.Next(5) == 0 ? RatedAspect.Saying : RatedAspect.Content,
            LoggedOn = random.Next(4) == 0 ? null : day.AddDays(-random.Next(60)),
            Claimants = random.Next(9) == 0 ? [] : [.. claimants],
            Sources = [.. document.Sources.Select(s => s with { Level = random.Next(2) == 0 ? SourceLevel.Primary : null })],
            Corrections = random.Next(6) == 0 ? [notice] : [],
            Archive = !isImported && random.Next(12) == 0 ? new PublicArchiveEntry("https://example.org/old", null, day.AddDays(-200), "A. Writer", "False", day) : null,
            Verdict = document.Verdict! with // generated with one
            {
                IsImported = isImported,
                Waivers = [.. Enumerable.Range(0, random.Next(3)).Select(i => new PublicWaiver($"Condition{i}", WaiverReason.Urgent, LocalizedText.Empty))],
            },
        };
    }

    private static async Task AssertEqualAsync(TestDatabase database, DateOnly? from, DateOnly? to)
    {
        await using var read = database.CreateReadContext();
        var found = await new StatisticsReader(new PublicReader(read)).ReadAsync(from, to, Ct);
        await using var db = database.CreateContext();
        var (sql, days) = await StatisticsSql.CountAsync(db, from, to, Ct);

        var told = new List<string> { $"Check  {found.Checks}", $"Primary  {found.WithPrimarySource}", $"Imported  {found.Imported}" };
        told.AddRange(found.Ratings.SelectMany(r => r.Value.Select(l => $"Rating {r.Key}:{l.Value} {l.Count}")));
        told.AddRange(found.Topics.Select(l => $"Topic {l.Value} {l.Count}"));
        told.AddRange(found.Sides.Select(l => $"Side {l.Value} {l.Count}"));
        told.AddRange(found.Countries.Select(l => $"Country {l.Value} {l.Count}"));
        told.AddRange(found.Corrections.Select(l => $"Correction {l.Value} {l.Count}"));
        told.AddRange(found.Waivers.Select(l => $"Waiver {l.Value} {l.Count}"));
        told.AddRange(found.Months.Where(m => m.Count > 0).Select(m => string.Create(CultureInfo.InvariantCulture, $"Month {m.Month:yyyy-MM} {m.Count}")));
        Assert.Equal(sql.Order(StringComparer.Ordinal), told.Where(t => !t.EndsWith(" 0", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(days.Count, found.Timed);
        days.Sort();
        Assert.Equal(days.Count == 0 ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0, found.MedianDays);
    }
}
