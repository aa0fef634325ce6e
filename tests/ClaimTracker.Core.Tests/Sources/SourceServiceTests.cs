using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Sources;

public sealed class SourceServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Create_ManyTimesAtOnceWithOneAddress_MakesOneSource(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => CreateAsync(room, Newsroom.ASource("https://example.org/a")), Ct)));

        var made = Assert.IsType<Outcome.Done>(Assert.Single(answers, a => a is Outcome.Done)).Id;
        Assert.All(answers.Where(a => a is not Outcome.Done), a => Assert.Equal(new Outcome.Duplicate(made), a));
    }

    [Theory]
    [DatabaseData]
    public async Task Create_WithNeitherAddressNorReason_OrWithBoth_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var reason = LocalizedText.Of(("en", "A leaflet"));

        Assert.Equal(
            new Fault("NoAddressReason", FaultCode.Required),
            Assert.Single(Assert.IsType<Outcome.Invalid>(await CreateAsync(room, Newsroom.ASource() with { Address = " " })).Faults));
        Assert.Equal(
            new Fault("NoAddressReason", FaultCode.Contradictory),
            Assert.Single(Assert.IsType<Outcome.Invalid>(await CreateAsync(room, Newsroom.ASource() with { NoAddressReason = reason })).Faults));
        Assert.IsType<Outcome.Done>(await CreateAsync(room, Newsroom.ASource() with { Address = null, NoAddressReason = reason }));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_ToAnAddressThatIsThere_OffersIt(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var first = await MadeAsync(room, Newsroom.ASource("https://example.org/a"));
        var second = await MadeAsync(room, Newsroom.ASource("https://example.org/b"));

        Assert.Equal(new Outcome.Duplicate(first), await ReviseAsync(room, second, 1, new SourceEdit { Address = "https://www.example.org/a/" }));
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, second, 1, new SourceEdit { Address = "https://example.org/b/?utm_source=mail" }));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_OriginalInACircle_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var original = await MadeAsync(room, Newsroom.ASource());
        var copy = await MadeAsync(room, Newsroom.ASource() with { OriginalId = original });

        var outcome = await ReviseAsync(room, original, 1, new SourceEdit { OriginalId = copy });

        Assert.Equal(new Fault("OriginalId", FaultCode.RefersToItself), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory]
    [DatabaseData]
    public async Task ChangeStatus_Retracted_PutsEveryClaimThatUsesItOrItsCopiesAmongTheChanged(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var original = await MadeAsync(room, Newsroom.ASource());
        var copy = await MadeAsync(room, Newsroom.ASource() with { OriginalId = original });
        var direct = await room.LoggedAsync(Newsroom.AClaim() with { Appearances = [new AppearanceRow { Source = original }] });
        var throughCopy = await room.LoggedAsync(Newsroom.AClaim() with { Evidence = [new EvidenceRow { Source = copy }] });
        await room.LoggedAsync();

        var outcome = await room.WithAsync(db => new SourceService(db).ChangeStatusAsync(
            original, 1, new SourceStatusChange(SourceStatus.Retracted, null, TextEdit.Of(("en", "Withdrawn by the agency"))), room.Checker, Ct));

        Assert.IsType<Outcome.Done>(outcome);
        await using var db = room.Database.CreateContext();
        Assert.Equal([direct.Number, throughCopy.Number], (await db.ChangedSources().ToListAsync(Ct)).Select(c => c.ClaimNumber).Order());
        Assert.Equal(new DateOnly(2026, 11, 22), (await db.Sources.SingleAsync(s => s.Id == original, Ct)).StatusOn);
    }

    [Theory]
    [DatabaseData]
    public async Task Withhold_IsForEditors_AndAsksWhy(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = await MadeAsync(room, Newsroom.ASource());

        Assert.IsType<Outcome.NotPermitted>(await WithholdAsync(room, id, "She is at risk", room.Checker));
        Assert.Equal(FaultCode.Required, Assert.Single(Assert.IsType<Outcome.Invalid>(await WithholdAsync(room, id, " ", room.Editor)).Faults).Code);
        Assert.IsType<Outcome.Done>(await WithholdAsync(room, id, "She is at risk", room.Editor));

        await using var db = room.Database.CreateContext();
        var source = await db.Sources.SingleAsync(s => s.Id == id, Ct);
        Assert.Equal((SourceVisibility.Withheld, "She is at risk"), (source.Visibility, source.WithheldReason));
    }

    [Theory]
    [DatabaseData]
    public async Task Revise_ArticleErrors_AreAddedChangedAndRemoved(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var claim = await room.LoggedAsync();
        var id = claim.Appearances[0].SourceId;
        var row = new ArticleErrorRow
        {
            Kind = "actors-swapped",
            Paragraphs = [4],
            Published = TextEdit.Of(("en", "South")),
            Intended = TextEdit.Of(("en", "North")),
            Basis = ["internal"],
            Harm = Harm.High,
            Claims = [claim.Number],
        };

        Assert.IsType<Outcome.Done>(await ReviseAsync(room, id, 1, new SourceEdit { Errors = [row, row with { Paragraphs = [5], Claims = [] }] }));
        await using var db = room.Database.CreateContext();
        var errors = await db.ArticleErrors.AsNoTracking().Include(e => e.Claims).Where(e => e.SourceId == id).OrderBy(e => e.Order).ToListAsync(Ct);
        Assert.Equal([4, 5], errors.Select(e => e.Paragraph ?? 0));
        var second = new SourceEdit { Errors = [row with { Id = errors[0].Id, Harm = Harm.Low }, new ArticleErrorRow { Id = errors[1].Id, Remove = true }] };
        Assert.IsType<Outcome.Done>(await ReviseAsync(room, id, 2, second));

        var left = await db.ArticleErrors.AsNoTracking().Include(e => e.Claims).SingleAsync(e => e.SourceId == id, Ct);
        Assert.Equal((Harm.Low, claim.Number), (left.Harm, left.Claims.Single().ClaimNumber));
        Assert.Empty(await room.VerifyAsync());
    }

    [Theory]
    [DatabaseData]
    public async Task Party_MemberOfItself_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var ministry = Assert.IsType<Outcome.Done>(await PartyAsync(room, new NewParty { Kind = PartyKind.Ministry, Name = LocalizedText.Of(("en", "Ministry")) })).Id;
        var spokesman = new NewParty { Kind = PartyKind.Person, Name = LocalizedText.Of(("en", "A spokesman")), MemberOfId = ministry };
        var person = Assert.IsType<Outcome.Done>(await PartyAsync(room, spokesman)).Id;

        var outcome = await room.WithAsync(db => new PartyService(db).ReviseAsync(ministry, 1, new PartyEdit { MemberOfId = person }, room.Checker, Ct));

        Assert.Equal(new Fault("MemberOfId", FaultCode.RefersToItself), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    [Theory]
    [DatabaseData]
    public async Task Party_ForgedNameOfTwoScripts_IsAFault(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outcome = await PartyAsync(room, new NewParty { Kind = PartyKind.Person, Name = LocalizedText.Of(("en", "Pu\u0442in")) });
        Assert.Equal(new Fault("Name.en", FaultCode.MixedScripts), Assert.Single(Assert.IsType<Outcome.Invalid>(outcome).Faults));
    }

    private static Task<Outcome> CreateAsync(Newsroom room, NewSource source) =>
        room.WithAsync(db => new SourceService(db).CreateAsync(source, Guid.CreateVersion7(), room.Checker, Ct));

    private static async Task<Guid> MadeAsync(Newsroom room, NewSource source) => Assert.IsType<Outcome.Done>(await CreateAsync(room, source)).Id;

    private static Task<Outcome> PartyAsync(Newsroom room, NewParty party) =>
        room.WithAsync(db => new PartyService(db).CreateAsync(party, Guid.CreateVersion7(), room.Checker, Ct));

    private static Task<Outcome> ReviseAsync(Newsroom room, Guid id, int version, SourceEdit edit) =>
        room.WithAsync(db => new SourceService(db).ReviseAsync(id, version, edit, room.Checker, Ct));

    private static Task<Outcome> WithholdAsync(Newsroom room, Guid id, string reason, Actor actor) =>
        room.WithAsync(db => new SourceService(db).WithholdAsync(id, 1, reason, actor, Ct));
}
