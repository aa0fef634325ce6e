using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Publishing;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.History;

public sealed class AuditVerifierTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Verify_RowsOfEveryRecordType_FindsNothing(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider);
        Assert.Empty(await VerifyAsync(database));
    }

    /// <summary>Every audited column of every audited table, changed by raw SQL.</summary>
    [Theory]
    [DatabaseData]
    public async Task Verify_ChangedRow_NamesRecordIdAndProperty(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider);
        var before = await RowsAsync(database);
        var expected = new HashSet<(string Record, string Id, string Property)>();
        await using (var tampering = await Tampering.OpenAsync(database))
        {
            foreach (var type in tampering.Model.GetEntityTypes().Where(t => before.ContainsKey(t.ClrType.Name)))
            {
                var (id, row) = before[type.ClrType.Name];
                foreach (var property in type.GetProperties().Where(p => AuditText.AuditedProperties(type).Contains(p)))
                {
                    Assert.Equal(1, await tampering.SetAsync(property, EveryRecord.Other(property, property.PropertyInfo!.GetValue(row))));
                    expected.Add((type.ClrType.Name, id, property.Name));
                }
            }
        }

        var findings = await VerifyAsync(database);

        Assert.All(findings, f => Assert.Equal(AuditFindingKind.RowChanged, f.Kind));
        Assert.Equal(expected.Order(), findings.Select(f => (f.Record!, f.Id!, f.Property!.Split('.')[0])).Distinct().Order());
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_DeletedRow_NamesIt(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider);
        var before = await RowsAsync(database);
        await using (var tampering = await Tampering.OpenAsync(database))
        {
            foreach (var type in tampering.Model.GetEntityTypes().Where(t => before.ContainsKey(t.ClrType.Name)))
            {
                Assert.Equal(1, await tampering.DeleteAllAsync(type));
            }
        }

        var findings = await VerifyAsync(database);

        Assert.Equal(before.Select(b => (AuditFindingKind.RowDeleted, b.Key, b.Value.Id)).Order(), findings.Select(f => (f.Kind, f.Record!, f.Id!)).Order());
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_InsertedRow_NamesIt(DatabaseProvider provider)
    {
        await using var database = await FilledAsync(provider);
        var before = await RowsAsync(database);
        var expected = new List<(AuditFindingKind, string, string)>();
        await using (var tampering = await Tampering.OpenAsync(database))
        {
            foreach (var type in tampering.Model.GetEntityTypes().Where(t => before.ContainsKey(t.ClrType.Name)))
            {
                object key = type.ClrType == typeof(Claim) ? 999 : Guid.CreateVersion7();
                Assert.Equal(1, await tampering.CopyAllAsync(type, key));
                expected.Add((AuditFindingKind.RowInserted, type.ClrType.Name, AuditText.Of(key)));
            }
        }

        var findings = await VerifyAsync(database);

        Assert.Equal(expected.Order(), findings.Select(f => (f.Kind, f.Record!, f.Id!)).Order());
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_WhileOthersSave_FindsNothing_AndLeavesTheContextUsable(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        await using var db = room.Database.CreateContext();
        await using (var findings = new AuditVerifier(db).VerifyAsync(Ct).GetAsyncEnumerator(Ct))
        {
            var walk = findings.MoveNextAsync();
            Assert.IsType<Outcome.Done>(await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Triage = Triage.High }));
            Assert.False(await walk);
        }

        await db.RecordEventAsync("day:2026-11-22", new ChangeContext(room.Admin, "audit.verify") { Kind = AuditKind.Export }, Ct);
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_UnreadableRow_NamesIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        await using (var tampering = await Tampering.OpenAsync(room.Database))
        {
            await tampering.RunAsync("UPDATE \"Claims\" SET \"Statement\" = 'no JSON'");
        }

        Assert.Contains(await room.VerifyAsync(), f => f is { Kind: AuditFindingKind.RowUnreadable, Record: nameof(Claim), Id: "1" } && f.Stream == claim.AuditStream);
    }

    /// <summary>What is done to the middle entry of a claim's three, and what is found.</summary>
    [Theory]
    [DatabaseData("\"Canonical\" = replace(\"Canonical\", 'claim.edit', 'claim.edid')", AuditFindingKind.EntryChanged)]
    [DatabaseData("\"Hash\" = 'x' || substr(\"Hash\", 2)", AuditFindingKind.EntryChanged)]
    [DatabaseData("\"PreviousHash\" = 'x' || substr(\"PreviousHash\", 2)", AuditFindingKind.WrongPredecessor)]
    [DatabaseData("\"Action\" = 'claim.log'", AuditFindingKind.ColumnDiffers)]
    [DatabaseData("\"Kind\" = 'Import'", AuditFindingKind.ColumnDiffers)]
    [DatabaseData("\"ActorId\" = NULL", AuditFindingKind.ColumnDiffers)]
    [DatabaseData("\"Stream\" = 'claim:77'", AuditFindingKind.EntryMissing)]
    [DatabaseData("\"Sequence\" = 9", AuditFindingKind.EntryMissing)]
    [DatabaseData("\"Values\" = replace(\"Values\", 'High', 'Low')", AuditFindingKind.ValueDiffers)]
    [DatabaseData("\"Values\" = '[]'", AuditFindingKind.ValueDiffers)]
    [DatabaseData("\"Values\" = 'no JSON'", AuditFindingKind.EntryChanged)]
    public async Task Verify_ChangedEntry_NamesIt(DatabaseProvider provider, string change, AuditFindingKind kind)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await ThreeEntriesAsync(room);
        await using (var tampering = await Tampering.OpenAsync(room.Database))
        {
            Assert.Equal(1, await tampering.RunAsync($"UPDATE \"AuditEntries\" SET {change} WHERE \"Stream\" = '{claim.AuditStream}' AND \"Sequence\" = 2"));
        }

        Assert.Contains(await room.VerifyAsync(), f => f.Kind == kind && (f.Stream == claim.AuditStream || f.Stream == "claim:77"));
    }

    [Theory]
    [DatabaseData(1, AuditFindingKind.EntryMissing)]
    [DatabaseData(2, AuditFindingKind.EntryMissing)]
    [DatabaseData(3, AuditFindingKind.RowChanged)] // The tail leaves no gap, but the row has moved on.
    public async Task Verify_DeletedEntry_IsFound(DatabaseProvider provider, int sequence, AuditFindingKind kind)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await ThreeEntriesAsync(room);
        await using (var tampering = await Tampering.OpenAsync(room.Database))
        {
            await tampering.RunAsync(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM \"AuditEntries\" WHERE \"Stream\" = '{claim.AuditStream}' AND \"Sequence\" = {sequence}"));
        }

        Assert.Contains(await room.VerifyAsync(), f => f.Kind == kind && f.Stream == claim.AuditStream);
    }

    [Theory]
    [DatabaseData]
    public async Task Erase_KeepsEveryChainValid_AndIsAudited(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await ThreeEntriesAsync(room);
        var secret = claim.Statement["en"]!;

        var outcome = await room.WithAsync(db => new AuditEraser(db).EraseAsync(claim.AuditStream, nameof(Claim), "1", "Statement.en", "A court ordered it", room.Editor, Ct));

        Assert.IsType<Outcome.Done>(outcome);
        Assert.Empty(await room.VerifyAsync());
        await using var db = room.Database.CreateContext();
        var entries = await db.AuditEntries.Where(e => e.Stream == claim.AuditStream).OrderBy(e => e.Sequence).ToListAsync(Ct);
        Assert.DoesNotContain(entries, e => e.Values.Contains(secret, StringComparison.Ordinal));
        Assert.Equal((AuditEraser.Action, room.Editor.UserId), (entries[^1].Action, entries[^1].ActorId));
        Assert.Contains(entries[^1].ReadValues(), v => v.New == "A court ordered it");
    }

    [Theory]
    [DatabaseData]
    public async Task Erase_ByAChecker_IsRefused(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var outcome = await room.WithAsync(db => new AuditEraser(db).EraseAsync(claim.AuditStream, nameof(Claim), "1", "Statement.en", "Because", room.Checker, Ct));
        Assert.IsType<Outcome.NotPermitted>(outcome);
    }

    [Theory]
    [DatabaseData]
    public async Task Verify_ValueErasedPastTheProgram_IsFound(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await ThreeEntriesAsync(room);
        await using (var db = room.Database.CreateContext())
        {
            var entry = await db.AuditEntries.SingleAsync(e => e.Stream == claim.AuditStream && e.Sequence == 2, Ct);
            entry.Values = JsonSerializer.Serialize(entry.ReadValues().Select(v => new AuditValue(v.Record, v.Id, v.Property) { IsErased = true }), CoreJson.Options);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains(await room.VerifyAsync(), f => f is { Kind: AuditFindingKind.ErasedWithoutEntry, Sequence: 2 });
    }

    [Theory]
    [DatabaseData("UPDATE \"Publications\" SET \"Document\" = '{}' WHERE \"Version\" = 2", AuditFindingKind.PublicationDocumentDiffers)]
    [DatabaseData("UPDATE \"Publications\" SET \"Document\" = '{}', \"RedactedAt\" = \"At\" WHERE \"Version\" = 2", AuditFindingKind.PublicationDocumentDiffers)] // Posing as a redaction.
    [DatabaseData("UPDATE \"Publications\" SET \"Kind\" = 'Mark' WHERE \"Version\" = 2", AuditFindingKind.PublicationChanged)]
    [DatabaseData("DELETE FROM \"Publications\" WHERE \"Version\" = 2", AuditFindingKind.PublicationMissing)]
    public async Task Verify_ChangedPublication_NamesIt(DatabaseProvider provider, string sql, AuditFindingKind kind)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        await using (var db = room.Database.CreateContext())
        {
            var previous = PublicationHash.NoPredecessor;
            for (var version = 1; version <= 3; version++)
            {
                var document = $"{{\"version\":{version}}}";
                var hash = PublicationHash.OfDocument(document);
                var chained = PublicationHash.Of(5, version, PublicationKind.Verdict, 1, db.Now, hash, previous);
                db.Publications.Add(new Publication
                {
                    Number = 5,
                    Version = version,
                    Kind = PublicationKind.Verdict,
                    Schema = 1,
                    At = db.Now,
                    Document = document,
                    DocumentHash = hash,
                    PreviousHash = previous,
                    Hash = chained,
                });
                previous = chained;
            }

            await db.SaveChangesAsync(Ct);
        }

        Assert.Empty(await room.VerifyAsync());
        await using (var tampering = await Tampering.OpenAsync(room.Database))
        {
            Assert.Equal(1, await tampering.RunAsync(sql));
        }

        Assert.Contains(await room.VerifyAsync(), f => f.Kind == kind && f is { Record: nameof(Publication), Id: "5" });
    }

    private static async Task<Claim> ThreeEntriesAsync(Newsroom room)
    {
        var claim = await room.LoggedAsync();
        await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Triage = Triage.High });
        await room.ReviseAsync(claim.Number, 2, new ClaimEdit { PlaceCountry = "RU" });
        return claim;
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await EveryRecord.SaveAsync(database, Ct);
        return database;
    }

    private static async Task<List<AuditFinding>> VerifyAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        return await new AuditVerifier(db).VerifyAsync(Ct).ToListAsync(Ct);
    }

    /// <summary>The one row of every audited type, with its id.</summary>
    private static async Task<Dictionary<string, (string Id, object Row)>> RowsAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var rows = new Dictionary<string, (string, object)>();
        foreach (var type in EveryRecord.Types(db))
        {
            var set = (IQueryable<object>)db.GetType().GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, [])!;
            var row = await set.AsNoTracking().SingleAsync(Ct);
            rows[type.ClrType.Name] = (AuditText.Of(type.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(row)!), row);
        }

        return rows;
    }
}
