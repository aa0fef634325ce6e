using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Sources;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Sources;

/// <summary>The desk's lists of sources, parties and outlets.</summary>
public sealed class DeskSourceListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Sources_EachFilter_KeepsWhatFitsAndNothingElse(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outlet = new NewOutlet { Kind = OutletKind.Newspaper, Name = LocalizedText.Of(("ar", "اندبندنت عربية")) };
        var agency = new NewParty { Kind = PartyKind.Agency, Name = LocalizedText.Of(("en", "Yonhap")) };
        var wanted = Newsroom.ASource("https://www.example.org/news/a?utm_source=mail") with
        {
            Title = LocalizedText.Of(("ar", "كوريا الشمالية أرسلت إلى روسيا")),
            Outlet = outlet,
            Origin = agency,
            Language = "ar",
            Level = SourceLevel.Secondary,
            Author = "Salma",
        };
        var id = await MadeAsync(room, wanted);
        await MadeAsync(room, Newsroom.ASource("https://example.com/b") with { Kind = SourceKind.Report });
        var source = await room.WithAsync(db => db.Sources.AsNoTracking().SingleAsync(s => s.Id == id, Ct));

        DeskSourceQuery[] fitting =
        [
            new() { Text = "كوريا الشماليه" },
            new() { Text = "salma" },
            new() { Text = "https://example.org/news" },
            new() { Text = "http://example.org/news/a/#top" },
            new() { Kind = SourceKind.Article },
            new() { Level = SourceLevel.Secondary },
            new() { OutletId = source.OutletId },
            new() { OriginId = source.OriginPartyId },
            new() { Language = "ar" },
        ];
        foreach (var query in fitting)
        {
            Assert.Equal(id, Assert.Single((await PageAsync(room, query)).Rows).Id);
        }

        Assert.Equal("اندبندنت عربية", (await PageAsync(room, fitting[0])).Rows[0].Outlet?.In("ar"));
        DeskSourceQuery[] empty =
        [
            new() { Text = "طهران" }, new() { Text = "https://example.org/other" }, new() { Status = SourceStatus.Retracted }, new() { Level = SourceLevel.Primary },
            new() { OutletId = Guid.CreateVersion7() }, new() { OriginId = Guid.CreateVersion7() }, new() { Language = "ko" }, new() { Visibility = SourceVisibility.Withheld, SeesWithheld = true },
        ];
        foreach (var query in empty)
        {
            Assert.Empty((await PageAsync(room, query)).Rows);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Sources_CountClaimsOnce_AndSortByThem(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var busy = await MadeAsync(room, Newsroom.ASource());
        var idle = await MadeAsync(room, Newsroom.ASource());
        await room.LoggedAsync(Newsroom.AClaim() with { Appearances = [new AppearanceRow { Source = busy }], Evidence = [new EvidenceRow { Source = busy }] });
        await room.LoggedAsync(Newsroom.AClaim() with { Appearances = [], Evidence = [new EvidenceRow { Source = busy }] });

        var rows = (await PageAsync(room, new DeskSourceQuery { Sort = DeskSourceSort.Used })).Rows;

        Assert.Equal((busy, 2), (rows[0].Id, rows[0].Claims));
        Assert.Equal(0, rows.Single(r => r.Id == idle).Claims);
        Assert.Equal([busy, idle], (await PageAsync(room, new DeskSourceQuery { Sort = DeskSourceSort.Oldest })).Rows.Take(2).Select(r => r.Id));
        Assert.Equal(2, await room.WithAsync(db => db.OpenClaimsRestingOn(busy).CountAsync(Ct)));
    }

    [Theory]
    [DatabaseData]
    public async Task Sources_SortedByChange_PutTheLatestChangeFirst(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var early = await MadeAsync(room, Newsroom.ASource());
        var late = await MadeAsync(room, Newsroom.ASource());
        await MadeAsync(room, Newsroom.ASource());
        await ChangeAsync(room, early, new DateOnly(2026, 11, 1));
        await ChangeAsync(room, late, new DateOnly(2026, 11, 20));

        var rows = (await PageAsync(room, new DeskSourceQuery { Sort = DeskSourceSort.Changed })).Rows;

        Assert.Equal([late, early], rows.Take(2).Select(r => r.Id));
    }

    [Theory]
    [DatabaseData]
    public async Task Sources_Withheld_AreForStaffOnly(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = await MadeAsync(room, Newsroom.ASource());
        await room.WithAsync(db => new SourceService(db).WithholdAsync(id, 1, "She is at risk", room.Editor, Ct));

        Assert.Empty((await PageAsync(room, new DeskSourceQuery())).Rows);
        Assert.Equal(id, Assert.Single((await PageAsync(room, new DeskSourceQuery { SeesWithheld = true, Visibility = SourceVisibility.Withheld })).Rows).Id);
    }

    [Theory]
    [DatabaseData]
    public async Task Parties_AreFoundBySpelling_AndSortByName(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var shin = new NewParty
        {
            Kind = PartyKind.Person,
            Name = LocalizedText.Of(("en", "Shin Won-sik"), ("ar", "شين وون سيك")),
            Country = "KR",
            Variants = [new VariantRow { Text = "شين وونسك", Language = "ar", IsWrong = true }],
        };
        await room.WithAsync(db => new PartyService(db).CreateAsync(shin, Guid.CreateVersion7(), room.Checker, Ct));
        await room.WithAsync(db => new PartyService(db).CreateAsync(new NewParty { Kind = PartyKind.Ministry, Name = LocalizedText.Of(("en", "A ministry")) }, Guid.CreateVersion7(), room.Checker, Ct));

        foreach (var query in new[] { Named("شين وونسك"), Named("won sik"), Named(null) with { Kind = PartyKind.Person }, Named(null) with { Country = "KR" } })
        {
            Assert.Equal("Shin Won-sik", Assert.Single((await room.WithAsync(db => new DeskPartyList(db).PartiesAsync(query, Ct))).Rows).Name["en"]);
        }

        Assert.Equal(["A ministry", "Shin Won-sik"], (await room.WithAsync(db => new DeskPartyList(db).PartiesAsync(Named(null), Ct))).Rows.Select(p => p.Name["en"] ?? ""));
    }

    [Theory]
    [DatabaseData]
    public async Task Outlets_CountTheirSources(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var outlet = new NewOutlet { Kind = OutletKind.Newspaper, Name = LocalizedText.Of(("en", "A newspaper")), Country = "EG" };
        var hidden = await MadeAsync(room, Newsroom.ASource() with { Outlet = outlet });
        var outletId = await room.WithAsync(db => db.Outlets.Select(o => o.Id).SingleAsync(Ct));
        await MadeAsync(room, Newsroom.ASource() with { Outlet = outletId });
        await room.WithAsync(db => new SourceService(db).WithholdAsync(hidden, 1, "She is at risk", room.Editor, Ct));
        var query = new DeskNameQuery<OutletKind> { Language = "en", Kind = OutletKind.Newspaper, Country = "EG", Sort = DeskNameSort.Used };

        Assert.Equal(2, Assert.Single((await room.WithAsync(db => new DeskPartyList(db).OutletsAsync(query, seesWithheld: true, Ct))).Rows).Sources);
        Assert.Equal(1, Assert.Single((await room.WithAsync(db => new DeskPartyList(db).OutletsAsync(query, seesWithheld: false, Ct))).Rows).Sources);
    }

    [Theory]
    [DatabaseData]
    public async Task AddError_SentTwice_IsAddedOnce(DatabaseProvider provider)
    {
        await using var room = await Newsroom.OpenAsync(provider);
        var id = await MadeAsync(room, Newsroom.ASource());
        var submission = Guid.CreateVersion7();
        var row = new ArticleErrorRow { Kind = "actors-swapped", Published = TextEdit.Of(("en", "South")), Harm = Harm.High };

        for (var i = 0; i < 2; i++)
        {
            Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).AddErrorAsync(id, 1, row, submission, room.Checker, Ct)));
        }

        Assert.Equal(1, await room.WithAsync(db => db.ArticleErrors.CountAsync(e => e.SourceId == id, Ct)));
        Assert.Empty(await room.VerifyAsync());
    }

    private static DeskNameQuery<PartyKind> Named(string? text) => new() { Text = text, Language = "en" };

    private static Task<DeskPage<DeskSourceRow>> PageAsync(Newsroom room, DeskSourceQuery query) => room.WithAsync(db => new DeskSourceList(db).PageAsync(query, Ct));

    private static Task<Outcome> ChangeAsync(Newsroom room, Guid id, DateOnly on) =>
        room.WithAsync(db => new SourceService(db).ChangeStatusAsync(id, 1, new SourceStatusChange(SourceStatus.Retracted, on, null), room.Checker, Ct));

    private static async Task<Guid> MadeAsync(Newsroom room, NewSource source) =>
        Assert.IsType<Outcome.Done>(await room.WithAsync(db => new SourceService(db).CreateAsync(source, Guid.CreateVersion7(), room.Checker, Ct))).Id;
}
