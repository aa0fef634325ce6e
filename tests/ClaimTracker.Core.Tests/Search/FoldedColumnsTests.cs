using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Search;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

public sealed class FoldedColumnsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData("كيم يونغ أون")]
    [DatabaseData("يُونغ كيم اون")]
    [DatabaseData("JONG kim")]
    public async Task Matching_FindsANameHoweverItIsTyped(DatabaseProvider provider, string query)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await SaveAsync(database, Person("كيم يونغ أون", "Kim Jong Un"), Person("فلاديمير بوتين", "Vladimir Putin"));

        await using var db = database.CreateContext();
        var found = await db.Parties.AsNoTracking().Matching(query).ToListAsync(Ct);

        Assert.Equal("Kim Jong Un", Assert.Single(found).Name["en"]);
    }

    [Theory, DatabaseData]
    public async Task Save_ChangedName_IsFoundByTheNewOneOnly(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await SaveAsync(database, Person("هيئة الأركان", "Staff"));
        await using (var db = database.CreateContext())
        {
            (await db.Parties.SingleAsync(Ct)).Name = LocalizedText.Of(("en", "Joint Chiefs"));
            await db.SaveAsync(new ChangeContext(Actor.System, "party.edit"), Ct);
        }

        await using var after = database.CreateContext();
        Assert.True(await after.Parties.Matching("chiefs").AnyAsync(Ct));
        Assert.False(await after.Parties.Matching("staff").AnyAsync(Ct));
    }

    [Theory, DatabaseData]
    public async Task SortFor_Arabic_LeavesTheArticleOut(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await SaveAsync(database, Person("الكرملين", "The Kremlin"), Person("بيونغيانغ", "Pyongyang"), Person("واشنطن", "Washington"));

        await using var db = database.CreateContext();
        var names = await db.Parties.OrderBy(p => EF.Property<string>(p, FoldedColumns.SortFor("ar"))).Select(p => p.Name).ToListAsync(Ct);

        Assert.Equal(["بيونغيانغ", "الكرملين", "واشنطن"], names.Select(n => n["ar"]));
    }

    private static Party Person(string arabic, string english) =>
        new() { Id = Guid.CreateVersion7(), Kind = PartyKind.Person, Name = LocalizedText.Of(("ar", arabic), ("en", english)) };

    private static async Task SaveAsync(TestDatabase database, params Party[] parties)
    {
        await using var db = database.CreateContext();
        db.AddRange(parties);
        await db.SaveAsync(new ChangeContext(Actor.System, "party.create"), Ct);
    }
}
