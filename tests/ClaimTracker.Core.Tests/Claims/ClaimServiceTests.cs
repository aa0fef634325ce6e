using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Claims;

public sealed class ClaimServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Log_FromScratch_MakesSourcePartyTopicAndOutletOnTheWay(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var source = Newsroom.ASource() with { Outlet = new NewOutlet { Kind = OutletKind.NewsSite, Name = LocalizedText.Of(("ar", "موقع")) } };
        var logged = await room.LogAsync(Newsroom.AClaim() with
        {
            Appearances = [new AppearanceRow { Source = source, Strength = AppearanceStrength.Fact }],
            Evidence = [new EvidenceRow { Source = source, Stance = Stance.Context }],
        });

        var done = Assert.IsType<Outcome.Done>(logged);
        var claim = await room.LoadAsync(done.Number);
        Assert.Equal((1, 1, Stage.Logged, room.Checker.UserId), (claim.Number, claim.Version, claim.Stage, claim.LoggedById));
        Assert.Equal(claim.Appearances.Single().SourceId, claim.Evidence.Single().SourceId);
        Assert.Equal(6700, claim.Figures.Single().Value);
        await using var db = room.Database.CreateContext();
        Assert.Equal((1, 1, 1, 2), (await db.Sources.CountAsync(Ct), await db.Outlets.CountAsync(Ct), await db.Topics.CountAsync(Ct), await db.Parties.CountAsync(Ct)));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_SentTwiceAtOnce_MakesOneClaim(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var submission = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => room.LogAsync(Newsroom.AClaim(), submission), Ct)));

        Assert.All(answers, a => Assert.Equal(new Outcome.Done(1), a));
        Assert.Equal(1, await room.WithAsync(db => db.Claims.CountAsync(Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Log_ManyAtOnce_GivesEveryClaimItsOwnNumber(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => room.LogAsync(Newsroom.AClaim()), Ct)));

        Assert.Equal(Enumerable.Range(1, 24), answers.Select(a => Assert.IsType<Outcome.Done>(a).Number).Order());
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Log_AddressOfAnExistingSource_OffersIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var first = await room.LoggedAsync(Newsroom.AClaim() with { Evidence = [], Appearances = [new AppearanceRow { Source = Newsroom.ASource("https://example.org/story?id=1") }] });

        var again = await room.LogAsync(Newsroom.AClaim() with { Appearances = [new AppearanceRow { Source = Newsroom.ASource("http://www.example.org/story/?utm_source=x&id=1#top") }] });

        Assert.Equal(new Outcome.Duplicate(first.Appearances.Single().SourceId), again);
        Assert.Equal(1, await room.WithAsync(db => db.Claims.CountAsync(Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Log_BadInput_NamesEveryFieldAndSavesNothing(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outcome = await room.LogAsync(Newsroom.AClaim() with
        {
            Statement = LocalizedText.Of(("en", new string('x', 601)), ("ar", "only Latin letters")),
            Summary = LocalizedText.Of(("en", "a\u0007bell")),
            OriginalLanguage = "xx",
            PlaceCountry = "QQ",
            Flags = ["no-such-flag"],
            SelectionReason = LocalizedText.Empty,
            AssertedOn = new FuzzyDate(new DateOnly(2024, 2, 2), new DateOnly(2024, 1, 1), DatePrecision.Range),
            Claimants = [new ClaimantRow { Party = Guid.NewGuid() }],
            Figures = [new FigureRow { Value = 1, Min = 1, Max = 2, Unit = Guid.NewGuid() }],
            Attribution = [new AttributionRow { Party = Guid.NewGuid(), Verb = "shouted" }],
            Appearances = [new AppearanceRow { Source = new NewSource { Kind = SourceKind.Article, Address = "javascript:alert(1)" } }],
            Evidence = [],
        });

        var faults = Assert.IsType<Outcome.Invalid>(outcome).Faults.Select(f => (f.Path, f.Code)).ToHashSet();
        Assert.Superset(
            new HashSet<(string, FaultCode)>
            {
                ("Statement.en", FaultCode.TooLong),
                ("Statement.ar", FaultCode.WrongScript),
                ("Summary.en", FaultCode.ControlCharacters),
                ("OriginalLanguage", FaultCode.UnknownCode),
                ("PlaceCountry", FaultCode.UnknownCode),
                ("Flags", FaultCode.UnknownCode),
                ("SelectionReason", FaultCode.Required),
                ("AssertedOn", FaultCode.EndsBeforeItStarts),
                ("Figures[0].Value", FaultCode.ValueOrRange),
                ("Attribution[0].Verb", FaultCode.UnknownCode),
                ("Appearances[0].Source.New.Address", FaultCode.NotAWebAddress),
            },
            faults);
        Assert.False(await room.WithAsync(db => db.Claims.AnyAsync(Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Log_DanglingReferences_AreNamed(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outcome = await room.LogAsync(Newsroom.AClaim() with
        {
            Claimants = [new ClaimantRow { Party = Guid.NewGuid() }],
            Links = [new LinkRow { ToNumber = 99, Kind = LinkKind.Denies }],
            Topics = [Guid.NewGuid()],
        });

        var faults = Assert.IsType<Outcome.Invalid>(outcome).Faults;
        Assert.Equal(
            [new Fault("Claimants[0].Party", FaultCode.UnknownRecord), new Fault("Links[0].ToNumber", FaultCode.UnknownRecord), new Fault("Topics[0]", FaultCode.UnknownRecord)],
            faults.OrderBy(f => f.Path, StringComparer.Ordinal));
    }

    [Theory]
    [DatabaseData]
    public async Task Log_WithoutAppearanceOrEvidence_IsRefused(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outcome = await room.LogAsync(Newsroom.AClaim() with { Appearances = [], Evidence = [] });
        Assert.Equal(FaultCode.NeedsAppearanceOrEvidence, Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults).Code);
    }

    [Theory]
    [DatabaseData(Roles.Observer)]
    [DatabaseData(Roles.Admin)]
    [DatabaseData(Roles.None)]
    public async Task Log_ByOthersThanCheckers_IsRefusedAndRecorded(DatabaseProvider provider, Roles roles)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outcome = await room.LogAsync(Newsroom.AClaim(), actor: room.Checker with { Roles = roles });

        Assert.IsType<Outcome.NotPermitted>(outcome);
        await using var db = room.Database.CreateContext();
        var entry = await db.AuditEntries.SingleAsync(e => e.Kind == AuditKind.Refusal, Ct);
        Assert.Equal(("claim.log", room.Checker.UserId), (entry.Action, entry.ActorId));
        Assert.False(await db.Claims.AnyAsync(Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_ChangesAddsAndRemovesRowsById(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var figure = claim.Figures.Single();
        var evidence = claim.Evidence.Single();

        var outcome = await room.ReviseAsync(claim.Number, claim.Version, new ClaimEdit
        {
            Statement = TextEdit.Of(("en", "Seven thousand containers were shipped")),
            Due = new DateOnly(2026, 12, 1),
            Figures = [new FigureRow { Id = figure.Id, Min = 6000, Max = 7000, Unit = figure.UnitId }],
            Evidence = [new EvidenceRow { Id = evidence.Id, Remove = true }, new EvidenceRow { Source = Newsroom.ASource(), Stance = Stance.Refutes, Quote = "no\r\nsuch thing" }],
        });

        Assert.Equal(new Outcome.Done(claim.Number), outcome);
        var saved = await room.LoadAsync(claim.Number);
        Assert.Equal(2, saved.Version);
        Assert.Equal("Seven thousand containers were shipped", saved.Statement["en"]);
        Assert.Equal(claim.Statement["ar"], saved.Statement["ar"]);
        Assert.Equal(((decimal?)null, 6000m, 7000m), (saved.Figures.Single().Value, saved.Figures.Single().Min, saved.Figures.Single().Max));
        Assert.Equal((Stance.Refutes, "no\nsuch thing"), (saved.Evidence.Single().Stance, saved.Evidence.Single().Quote));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_WithNothingChanged_RaisesNoVersion(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();

        Assert.IsType<Outcome.Done>(await room.ReviseAsync(claim.Number, claim.Version, new ClaimEdit { Statement = claim.Statement, Kind = claim.Kind }));

        Assert.Equal(1, (await room.LoadAsync(claim.Number)).Version);
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_UnknownClaimOrRow_IsSaid(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();

        Assert.IsType<Outcome.NotFound>(await room.ReviseAsync(404, 1, new ClaimEdit { Due = new DateOnly(2027, 1, 1) }));
        var outcome = await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Figures = [new FigureRow { Id = Guid.NewGuid(), Unit = claim.Figures[0].UnitId }] });
        Assert.Equal(new Fault("Figures[0].Id", FaultCode.UnknownRecord), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_SameEvidenceTwice_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var outcome = await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Evidence = [new EvidenceRow { Source = claim.Evidence[0].SourceId, Stance = claim.Evidence[0].Stance }] });
        Assert.Equal(new Fault("Evidence[1]", FaultCode.Duplicate), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_BySomebodyElsesChecker_MayOnlyAdd(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var other = room.Editor with { Roles = Roles.Checker };

        Assert.IsType<Outcome.Done>(await room.ReviseAsync(claim.Number, 1, new ClaimEdit { Evidence = [new EvidenceRow { Source = Newsroom.ASource(), Stance = Stance.Context }] }, other));
        Assert.Equal(new Outcome.NotPermitted("NotYourClaim"), await room.ReviseAsync(claim.Number, 2, new ClaimEdit { Triage = Triage.High }, other));
        Assert.Equal(Triage.Normal, (await room.LoadAsync(claim.Number)).Triage);
    }
}
