using System.Globalization;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Tests.Exchange;
using ClaimTracker.TestKit;
using ClaimTracker.TestKit.Matching;

namespace ClaimTracker.Core.Tests.Search.Matching;

/// <summary>The matcher over the first data as it lies in a database: the index brings the candidates, on both databases alike.</summary>
public sealed class ClaimMatcherTests
{
    private const int Shown = 5;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Find_ParaphraseOfASeedClaim_RanksThatClaimFirst(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        var missed = new List<string>();
        foreach (var paraphrase in SeedParaphrases.Load())
        {
            if (await FindAsync(database, paraphrase.Text) is not [{ } first, ..] || first.Number != paraphrase.Claim)
            {
                missed.Add(paraphrase.Text);
            }
        }

        Assert.True(missed.Count <= 5, string.Join('\n', missed));
    }

    [Theory, DatabaseData]
    public async Task Find_ParaphraseWithAnotherNumber_IsRelatedAndNamesIt(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        var missed = new List<string>();
        foreach (var paraphrase in SeedParaphrases.Load().Where(p => p.ChangedText is not null))
        {
            var match = (await FindAsync(database, paraphrase.ChangedText!)).FirstOrDefault(m => m.Number == paraphrase.Claim); // not null, by the filter
            if (match is not { Band: MatchBand.Related } || !match.Differences.Any(d => Names(d, paraphrase)))
            {
                missed.Add(paraphrase.ChangedText!); // as above
            }
        }

        Assert.True(missed.Count <= 2, string.Join('\n', missed));
    }

    [Fact]
    public async Task Find_AnyParaphrase_IsAnsweredAlikeByBothDatabases()
    {
        TestKit.Requirement.Check(PostgresServer.WhyMissing);
        var (sqlite, postgres) = (await SeedDatabase.ToReadAsync(DatabaseProvider.Sqlite), await SeedDatabase.ToReadAsync(DatabaseProvider.Postgres));
        var faults = new List<string>();
        foreach (var text in SeedParaphrases.Load().SelectMany(p => new[] { p.Text, p.ChangedText }).OfType<string>())
        {
            var (left, right) = (Shape(await FindAsync(sqlite, text)), Shape(await FindAsync(postgres, text)));
            if (left != right)
            {
                faults.Add($"{text}: {left} and {right}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory, DatabaseData]
    public async Task Find_TextOfNothingOrOfVeryMuch_FindsWithoutFault(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);

        Assert.Empty(await FindAsync(database, " … 🙂 "));
        Assert.Empty(await FindAsync(database, "qwxyz zzzyx"));
        Assert.NotEmpty(await FindAsync(database, string.Concat(Enumerable.Repeat("North Korea sent 6,700 containers to Russia. ", 500))));
    }

    [Theory, DatabaseData]
    public async Task Find_ClaimAtTheEndOfALongText_IsNotOverlooked(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        const string Said = "North Korea shipped about 6,700 containers of munitions to Russia between August and February";
        var alone = (await FindAsync(database, Said)).Select(m => m.Number);
        var before = string.Join(' ', Enumerable.Range(0, 1_000).Select(i => $"w{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}x"));

        var found = await FindAsync(database, $"{before[..(MatchText.MaxLength - Said.Length - 4)]}. {Said}.");

        Assert.NotEmpty(found.Select(m => m.Number).Intersect(alone));
    }

    [Theory, DatabaseData]
    public async Task Find_OldClaimWithARareWord_IsNotCrowdedOutByNewerOnesWithCommonWords(DatabaseProvider provider)
    {
        const int Many = 8_500;
        const int Old = 20_000;
        await using var database = await TestDatabase.CreateAsync(provider);
        var generated = new GeneratedClaims().Take(Many).ToList();
        var old = generated[0] with
        {
            Number = Old,
            ReviewedAt = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Statement = LocalizedText.Of(("en", "Records show that the shipyard of Vladivostok built another number of frigates.")),
        };
        await FilledSearch.PublishAsync(database, [.. generated, old]);

        var found = await FindAsync(database, "Records show another number of frigates from the shipyard of Vladivostok");

        Assert.Equal(Old, found[0].Number);
    }

    private static async Task<IReadOnlyList<Match>> FindAsync(TestDatabase database, string text)
    {
        await using var db = database.CreateReadContext();
        return await new ClaimMatcher(db, SearchScope.Public).FindAsync(text, Shown, Ct);
    }

    private static string Shape(IReadOnlyList<Match> matches) => string.Join(' ', matches.Select(m => $"{m.Number}:{m.Band}:{m.Differences.Count}"));

    private static bool Names(MatchDifference difference, SeedParaphrase paraphrase) => difference switch
    {
        OtherNumber number => number.InText.ToString("0.######", CultureInfo.InvariantCulture) == paraphrase.ChangedTo,
        OtherDate date => date.InText.ToString() == paraphrase.ChangedTo,
        _ => false,
    };
}
