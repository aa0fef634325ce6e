using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.History;

/// <summary>Two editors open the same claim; the first saves, then the second. Granularity: one property, one language, one row.</summary>
public sealed class StaleMergeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Name, what the first editor saves, what the second saves, and what comes of it: merged, or a conflict at these paths.</summary>
    public static readonly IReadOnlyDictionary<string, Case> Cases = new Dictionary<string, Case>
    {
        ["different properties both survive"] = new(
            _ => new ClaimEdit { Triage = Triage.High },
            _ => new ClaimEdit { Due = new DateOnly(2027, 1, 1) },
            c => Assert.Equal((Triage.High, new DateOnly(2027, 1, 1)), (c.Triage, c.Due))),
        ["what the second form held unchanged does not undo the first"] = new(
            _ => new ClaimEdit { Triage = Triage.High },
            c => new ClaimEdit { Triage = c.Triage, Due = new DateOnly(2027, 1, 1), Statement = c.Statement },
            c => Assert.Equal((Triage.High, new DateOnly(2027, 1, 1)), (c.Triage, c.Due))),
        ["the same change twice is no conflict"] = new(
            _ => new ClaimEdit { Triage = Triage.High },
            _ => new ClaimEdit { Triage = Triage.High, PlaceCountry = "RU" },
            c => Assert.Equal((Triage.High, "RU"), (c.Triage, c.PlaceCountry))),
        ["the same property changed differently conflicts"] = new(
            _ => new ClaimEdit { Triage = Triage.High },
            _ => new ClaimEdit { Triage = Triage.Low, PlaceCountry = "RU" },
            "Claim.Triage|Normal|High|Low"),
        ["two languages of one text both survive"] = new(
            _ => new ClaimEdit { PlaceName = TextEdit.Of(("ar", "راجين")) },
            _ => new ClaimEdit { PlaceName = TextEdit.Of(("en", "Rajin")) },
            c => Assert.Equal(LocalizedText.Of(("ar", "راجين"), ("en", "Rajin")), c.PlaceName)),
        ["one language changed differently conflicts"] = new(
            _ => new ClaimEdit { PlaceName = TextEdit.Of(("en", "Rason")) },
            _ => new ClaimEdit { PlaceName = TextEdit.Of(("en", "Rajin"), ("ar", "راجين")) },
            "Claim.PlaceName.en||Rason|Rajin"),
        ["taking a language away and changing it conflicts"] = new(
            _ => new ClaimEdit { Statement = TextEdit.Of(("ar", null)) },
            _ => new ClaimEdit { Statement = TextEdit.Of(("ar", "شُحنت آلاف الحاويات")) },
            "Claim.Statement.ar|شُحنت مئات الحاويات||شُحنت آلاف الحاويات"),
        ["a row added by one and a row changed by the other both survive"] = new(
            c => new ClaimEdit { Figures = [new FigureRow { Value = 3, Unit = c.Figures[0].UnitId }] },
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Value = 7000, Unit = c.Figures[0].UnitId, Modifier = FigureModifier.About }] },
            c => Assert.Equal([3m, 7000m], c.Figures.Select(f => f.Value ?? 0).Order())),
        ["two rows added at once both survive"] = new(
            _ => new ClaimEdit { Evidence = [new EvidenceRow { Source = Newsroom.ASource(), Stance = Stance.Refutes }] },
            _ => new ClaimEdit { Evidence = [new EvidenceRow { Source = Newsroom.ASource(), Stance = Stance.Context }] },
            c => Assert.Equal(3, c.Evidence.Count)),
        ["the same row added twice is there once"] = new(
            c => new ClaimEdit { Evidence = [new EvidenceRow { Source = c.Evidence[0].SourceId, Stance = Stance.Refutes, Locator = "p. 4" }] },
            c => new ClaimEdit { Evidence = [new EvidenceRow { Source = c.Evidence[0].SourceId, Stance = Stance.Refutes, Locator = "p. 4" }], Triage = Triage.Low },
            c => Assert.Equal((2, Triage.Low), (c.Evidence.Count, c.Triage))),
        ["the same row added differently conflicts"] = new(
            c => new ClaimEdit { Evidence = [new EvidenceRow { Source = c.Evidence[0].SourceId, Stance = Stance.Refutes, Locator = "p. 4" }] },
            c => new ClaimEdit { Evidence = [new EvidenceRow { Source = c.Evidence[0].SourceId, Stance = Stance.Refutes, Locator = "p. 5" }] },
            "Evidence.Locator||p. 4|p. 5"),
        ["two properties of one row both survive"] = new(
            c => new ClaimEdit { Figures = [Same(c) with { Value = 7000 }] },
            c => new ClaimEdit { Figures = [Same(c) with { IsCapacity = true }] },
            c => Assert.Equal((7000m, true), (c.Figures[0].Value, c.Figures[0].IsCapacity))),
        ["one property of one row changed differently conflicts"] = new(
            c => new ClaimEdit { Figures = [Same(c) with { Value = 7000 }] },
            c => new ClaimEdit { Figures = [Same(c) with { Value = 8000 }] },
            "Figure.Value|6700|7000|8000"),
        ["a row taken away stays away for a form that held it unchanged"] = new(
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Remove = true }] },
            c => new ClaimEdit { Figures = [Same(c)], Triage = Triage.Low },
            c => Assert.Equal((0, Triage.Low), (c.Figures.Count, c.Triage))),
        ["a row taken away and changed conflicts"] = new(
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Remove = true }] },
            c => new ClaimEdit { Figures = [Same(c) with { Value = 8000 }] },
            "Figure.Value|6700||8000"),
        ["a row changed and taken away conflicts"] = new(
            c => new ClaimEdit { Figures = [Same(c) with { Value = 7000 }] },
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Remove = true }] },
            "Figure.Value|6700|7000|"),
        ["a row both took away is gone"] = new(
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Remove = true }] },
            c => new ClaimEdit { Figures = [new FigureRow { Id = c.Figures[0].Id, Remove = true }] },
            c => Assert.Empty(c.Figures)),
        ["a set: a topic one added survives the other's form without it"] = new(
            c => new ClaimEdit { Topics = [c.Topics[0].TopicId, new NewTopic { Name = LocalizedText.Of(("en", "Second topic")) }] },
            c => new ClaimEdit { Topics = [c.Topics[0].TopicId], Triage = Triage.Low },
            c => Assert.Equal((2, Triage.Low), (c.Topics.Count, c.Triage))),
        ["a set: a topic one took away does not come back with the other's form"] = new(
            _ => new ClaimEdit { Topics = [] },
            c => new ClaimEdit { Topics = [c.Topics[0].TopicId], Triage = Triage.Low },
            c => Assert.Equal((0, Triage.Low), (c.Topics.Count, c.Triage))),
        ["a step taken away while another limits it to a source conflicts"] = new(
            c => new ClaimEdit { Attribution = [new AttributionRow { Id = c.Attribution[0].Id, Remove = true }] },
            c => new ClaimEdit { Attribution = [new AttributionRow { Id = c.Attribution[0].Id, Party = c.Attribution[0].PartyId, Verb = "said", Scopes = [c.Appearances[0].SourceId] }] },
            "AttributionStep.Scopes|||"),
        ["a step limited to a source while another takes it away conflicts"] = new(
            c => new ClaimEdit { Attribution = [new AttributionRow { Id = c.Attribution[0].Id, Party = c.Attribution[0].PartyId, Verb = "said", Scopes = [c.Appearances[0].SourceId] }] },
            c => new ClaimEdit { Attribution = [new AttributionRow { Id = c.Attribution[0].Id, Remove = true }] },
            "AttributionScope"),
    };

    public static IEnumerable<ITheoryDataRow> Rows() =>
        from name in Cases.Keys
        from provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres }
        select new TheoryDataRow<string, DatabaseProvider>(name, provider) { Skip = provider == DatabaseProvider.Postgres && !Requirement.MustBeMet ? PostgresServer.WhyMissing : null };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Revise_FromAnOlderVersion(string name, DatabaseProvider provider)
    {
        var test = Cases[name];
        await using var room = await Newsroom.OpenAsync(provider);
        var form = await room.LoggedAsync();
        Assert.IsType<Outcome.Done>(await room.ReviseAsync(form.Number, form.Version, test.First(form)));

        var outcome = await room.ReviseAsync(form.Number, form.Version, test.Second(form));

        if (test.Merged is { } merged)
        {
            Assert.True(outcome is Outcome.Done { IsMerged: true }, outcome.ToString());
            merged(await room.LoadAsync(form.Number));
        }
        else
        {
            var conflict = Assert.IsType<Outcome.Stale>(outcome).Conflict;
            Assert.Equal((1, 2), (conflict.PostedVersion, conflict.CurrentVersion));
            Assert.Contains(conflict.Values, v => $"{v.Record}.{v.Property}|{v.Base}|{v.Theirs}|{v.Yours}".StartsWith(test.Conflict!, StringComparison.Ordinal));
            Assert.All(conflict.Values, v => Assert.Equal(room.Editor.UserId, v.ChangedById));
            Assert.Equal(2, (await room.LoadAsync(form.Number)).Version);
        }

        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_PostedAgainWithTheCurrentVersion_SettlesTheConflict(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var form = await room.LoggedAsync();
        await room.ReviseAsync(form.Number, 1, new ClaimEdit { Triage = Triage.High });
        var conflict = Assert.IsType<Outcome.Stale>(await room.ReviseAsync(form.Number, 1, new ClaimEdit { Triage = Triage.Low })).Conflict;

        Assert.IsType<Outcome.Done>(await room.ReviseAsync(form.Number, conflict.CurrentVersion, new ClaimEdit { Triage = Triage.Low }));

        Assert.Equal(Triage.Low, (await room.LoadAsync(form.Number)).Triage);
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_WhenTheBaseWasErased_ConflictsRatherThanGuesses(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var form = await room.LoggedAsync();
        await room.ReviseAsync(form.Number, 1, new ClaimEdit { Statement = TextEdit.Of(("en", "Another statement altogether")) });
        await room.WithAsync(db => new AuditEraser(db).EraseAsync(form.AuditStream, nameof(Claim), "1", "Statement.en", "A court ordered it", room.Editor, Ct));

        // The form held the statement as it was: without the trail nobody can tell.
        var outcome = await room.ReviseAsync(form.Number, 1, new ClaimEdit { Statement = form.Statement, Triage = Triage.Low });

        var value = Assert.Single(Assert.IsType<Outcome.Stale>(outcome).Conflict.Values);
        Assert.Equal(("Statement.en", true, (string?)null), (value.Property, value.IsBaseErased, value.Base));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_FromAVersionThatNeverWas_ConflictsWhereItDiffers(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var form = await room.LoggedAsync();

        var outcome = await room.ReviseAsync(form.Number, 77, new ClaimEdit { Triage = Triage.Low });

        Assert.Equal("Triage", Assert.Single(Assert.IsType<Outcome.Stale>(outcome).Conflict.Values).Property);
    }

    [Theory]
    [DatabaseData]
    public async Task Source_RevisedByTwo_IsMergedByRelayAndLanguage(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var party = (await room.WithAsync(db => new PartyService(db).CreateAsync(AParty("One"), Guid.CreateVersion7(), room.Checker, Ct)) as Outcome.Done)!.Id;
        var id = (await room.WithAsync(db => new SourceService(db).CreateAsync(Newsroom.ASource(), Guid.CreateVersion7(), room.Checker, Ct)) as Outcome.Done)!.Id;
        await room.WithAsync(db => new SourceService(db).ReviseAsync(id, 1, new SourceEdit { Relays = [party], Says = TextEdit.Of(("en", "That it happened")) }, room.Checker, Ct));

        var outcome = await room.WithAsync(db => new SourceService(db).ReviseAsync(
            id, 1, new SourceEdit { Relays = [AParty("Two")], Says = TextEdit.Of(("ar", "أنه حدث")), IsPartial = true }, room.Editor, Ct));

        Assert.Equal(new Outcome.Done(Id: id) { IsMerged = true }, outcome);
        await using var db = room.Database.CreateContext();
        var source = await db.Sources.Include(s => s.Relays).SingleAsync(s => s.Id == id, Ct);
        Assert.Equal((2, 2, true), (source.Relays.Count, source.Says.Languages.Count(), source.IsPartial));
        Assert.Empty(await room.VerifyAsync());
    }

    private static NewParty AParty(string name) => new() { Kind = PartyKind.Agency, Name = LocalizedText.Of(("en", name)) };

    private static FigureRow Same(Claim claim)
    {
        var figure = claim.Figures[0];
        return new FigureRow { Id = figure.Id, Value = figure.Value, Unit = figure.UnitId, Modifier = figure.Modifier, IsCapacity = figure.IsCapacity };
    }

    public sealed record Case(Func<Claim, ClaimEdit> First, Func<Claim, ClaimEdit> Second, Action<Claim>? Merged, string? Conflict)
    {
        public Case(Func<Claim, ClaimEdit> first, Func<Claim, ClaimEdit> second, Action<Claim> merged)
            : this(first, second, merged, null)
        {
        }

        public Case(Func<Claim, ClaimEdit> first, Func<Claim, ClaimEdit> second, string conflict)
            : this(first, second, null, conflict)
        {
        }
    }
}
