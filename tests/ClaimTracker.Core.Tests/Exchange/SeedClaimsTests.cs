using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

/// <summary>The hard claims of the five articles, by what a reader would look for.</summary>
public sealed class SeedClaimsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task ContainerClaim_HasFigureSpeakerAndSources(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var claim = await SeedDatabase.ClaimAsync(db, "sk-6700-containers-shipped");

        Assert.Equal((RatedAspect.Saying, ClaimKind.Quantity, "ar", "C050"), (claim.Aspect, claim.Kind, claim.OriginalLanguage, claim.ExternalReference));
        var figure = Assert.Single(claim.Figures);
        Assert.Equal((6700m, FigureModifier.About, false), (figure.Value, figure.Modifier, figure.IsCapacity));
        Assert.Equal(("container", "containers-shipped"), (figure.Unit!.Code, figure.Measure!.Code));
        Assert.Equal(new FuzzyDate(new(2023, 8, 1), new(2024, 2, 29), DatePrecision.Month), figure.Period);
        Assert.Equal("{0} حاويات", figure.Unit.Plurals["ar.few"]);
        Assert.Equal("rok-mnd", Assert.Single(claim.Claimants).Party!.ExternalKey);
        Assert.Equal("putin-arrives-pyongyang", Assert.Single(claim.Appearances).Source!.ExternalKey);
        Assert.Equal(4, claim.Evidence.Count);
        Assert.Contains(claim.Evidence, e => e.Source!.ExternalKey == "the-star-2024-02-27-reuters-6700");
        var verdict = await db.Verdicts.Include(v => v.Rating).SingleAsync(v => v.ClaimNumber == claim.Number, Ct);
        Assert.Equal(("Said", RatedAspect.Saying), (verdict.Rating!.Code, verdict.Rating.Aspect));

        var others = await db.Figures.Where(f => f.Measure!.Code == "containers-shipped" && f.ClaimNumber != claim.Number).Select(f => f.Value).ToListAsync(Ct);
        Assert.Superset(new HashSet<decimal?> { 1000, 5000, 7000, 10_000, 11_000 }, others.ToHashSet());
    }

    [Theory]
    [DatabaseData]
    public async Task CapacityClaims_AreEitherOr(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();

        var shells = Assert.Single((await SeedDatabase.ClaimAsync(db, "sk-capacity-3m-152mm")).Figures);
        var rockets = Assert.Single((await SeedDatabase.ClaimAsync(db, "sk-capacity-500k-122mm")).Figures);

        Assert.Equal((3_000_000m, "152 mm artillery shell"), (shells.Value, shells.Unit!.Code));
        Assert.Equal((500_000m, "122 mm rocket"), (rockets.Value, rockets.Unit!.Code));
        Assert.True(shells.IsCapacity && rockets.IsCapacity);
        Assert.Equal("shin-feb-2024-capacity", shells.AlternativeGroup);
        Assert.Equal(shells.AlternativeGroup, rockets.AlternativeGroup);
    }

    [Theory]
    [DatabaseData]
    public async Task Denial_OfMoscowAndPyongyang_NamesBothAndWhatItDenies(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var denial = await SeedDatabase.ClaimAsync(db, "moscow-pyongyang-deny-arms-transfers");

        Assert.Equal((ClaimKind.Denial, RatedAspect.Saying), (denial.Kind, denial.Aspect));
        Assert.Equal(["government-of-russia", "government-of-north-korea"], denial.Claimants.Select(c => c.Party!.ExternalKey));
        Assert.NotEmpty(denial.Attribution);
        var numbers = denial.Links.Where(l => l.Kind is LinkKind.Denies).Select(l => l.ToNumber).ToList();
        var denied = await db.Claims.Where(c => numbers.Contains(c.Number)).Select(c => c.ExternalKey).ToListAsync(Ct);
        Assert.Superset(new HashSet<string?> { "sk-6700-containers-shipped", "dprk-supplied-arms-to-russia" }, denied.ToHashSet());
    }

    [Theory]
    [DatabaseData]
    public async Task GarbledClaims_HaveWhatWasPublishedAndWhatWasMeant(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var garbled = await db.Claims.Include(c => c.Links).Where(c => c.AsPublished).ToListAsync(Ct);
        var errors = await db.ArticleErrors.Include(e => e.Claims).ToListAsync(Ct);

        Assert.All(garbled, claim =>
        {
            Assert.False(claim.Statement.IsEmpty);
            Assert.True(
                claim.Links.Exists(l => l.Kind is LinkKind.GarbledFormOf)
                || errors.Exists(e => e.Claims.Exists(c => c.ClaimNumber == claim.Number) && e.Intended.Has("ar") && e.Intended.Has("en")),
                $"What {claim.ExternalKey} was meant to say is not stored.");
        });

        var kim = await SeedDatabase.ClaimAsync(db, "kim-called-south-korean-leader");
        Assert.True(kim.AsPublished);
        var error = errors.Single(e => e.Claims.Exists(c => c.ClaimNumber == kim.Number));
        Assert.Equal("err-23", error.ExternalKey);
        Assert.Contains("الجنوبي", error.Published["ar"], StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData]
    public async Task ClaimFromEvidenceOnly_HasNoAppearance_AndTheLanguageOfItsEvidence(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var claim = await SeedDatabase.ClaimAsync(db, "sk-5000-containers-dec-2023");

        Assert.Empty(claim.Appearances);
        Assert.Equal(("en", PublicState.Listed), (claim.OriginalLanguage, claim.PublicState));
        Assert.Contains("from-evidence", claim.Flags);
        Assert.False(claim.HoldingNote.IsEmpty);
        Assert.Equal(new DateOnly(2026, 11, 22), claim.HoldingNoteAsOf);
        Assert.Equal(19, await db.Claims.CountAsync(c => c.Appearances.Count == 0, Ct));
        Assert.Equal(157, await db.Claims.CountAsync(c => c.OriginalLanguage == "ar", Ct));
    }

    [Theory]
    [DatabaseData]
    public async Task Sources_KeepOriginRelaysAndOriginal(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var sources = await db.Sources.Include(s => s.Outlet!.Party).Include(s => s.OriginParty).Include(s => s.Relays).ThenInclude(r => r.Party)
            .Include(s => s.Original).ToDictionaryAsync(s => s.ExternalKey!, Ct);

        var kbs = sources["kbs-2024-02-shin-6700-containers"];
        Assert.Equal(("kbs-world", "rok-mnd"), (kbs.OriginParty!.ExternalKey, Assert.Single(kbs.Relays).Party!.ExternalKey));
        Assert.Equal("kbs-world", kbs.Outlet!.Party!.ExternalKey);
        Assert.Equal("putin-kim-space-base", sources["al-mojaaz-putin-kim-space-base"].Original!.ExternalKey);
        Assert.Equal("cnn-2024-06-18", sources["putin-arrives-pyongyang"].Original!.ExternalKey);
        Assert.Equal(38, sources["putin-arrives-pyongyang"].Layout?.Paragraphs);
        Assert.Equal(TitleSource.Address, sources["il-fatto-2023-09-13"].TitleSource);
        Assert.Equal(5, sources.Values.Count(s => s.Kind is not SourceKind.Article));
        Assert.All(sources.Values, s => Assert.NotEqual(s.Address is null, s.NoAddressReason.IsEmpty));
        Assert.All(sources.Values, s => Assert.Equal(SourceAddress.KeyOf(s.Address), s.AddressKey));
    }

    [Theory]
    [DatabaseData]
    public async Task WronglyNamedSpeaker_IsAStepOfTheChain(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();

        var steps = await db.AttributionSteps.Where(s => s.Verb == AttributionStep.MisattributedVerb).CountAsync(Ct);
        Assert.True(steps > 0);
        var summit = await SeedDatabase.ClaimAsync(db, "vostochny-summit-2023-09-13");
        Assert.Empty(summit.Attribution[0].Scopes);
        Assert.Equal(["putin-kim-space-base", "kim-full-support-west"], summit.Attribution[1].Scopes.OrderBy(s => s.Id).Select(s => s.Source!.ExternalKey));
        Assert.Equal(14, summit.Attribution.Count);
    }
}
