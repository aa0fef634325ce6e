using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>The desk's pages of sources.</summary>
public sealed class SourcePagesTests(WebApp app) : IClassFixture<WebApp>
{
    private const string New = "/en/desk/sources/new";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_EveryField_IsKeptAndShown()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();

        var page = await (await checker.GetAsync(New)).Form("Input.Address")
            .Fill("Input.Kind", "Report").Fill("Input.Level", "Primary").Fill("Input.Address", address).Fill("Input.Title.Ar", "تقرير عن الشحنات").Fill("Input.Title.En", "A report on shipments")
            .Fill("Input.TitleSource", "Address").Fill("Input.Language", "ko").Fill("Input.Author", "A reporter")
            .Fill("Input.Outlet.New.Kind", "Newspaper").Fill("Input.Outlet.New.Name.En", "The Daily Sample")
            .Fill("Input.PublishedOn.From", "فبراير 2024").Fill("Input.PublishedOn.Words", "last month").Fill("Input.AccessedOn", "٢٦ فبراير ٢٠٢٤")
            .Fill("Input.Origin.New.Kind", "Agency").Fill("Input.Origin.New.Name.En", "A news wire")
            .Fill("Input.Relays[0].New.Kind", "Ministry").Fill("Input.Relays[0].New.Name.En", "Ministry of Defence")
            .Fill("Input.Says.En", "Containers were moved by rail.").Check("Input.IsPartial")
            .Fill("Input.ArchiveLinks[0].Address", "https://archive.example.org/1").Fill("Input.ArchiveLinks[0].ArchivedOn", "2024-02-27")
            .Fill("Input.InterestNote.En", "State owned").Fill("Input.MachineTranslated", "Likely").Fill("Input.TranslationNote.En", "From Korean")
            .Fill("Input.Credits[0].Find", "A news wire")
            .SubmitAsync("Save");

        Assert.Equal("A report on shipments", page.AssertOk().Heading);
        Assert.Equal("The source was added.", page.Notice);
        var facts = page.Words(".facts");
        foreach (var shown in new[]
        {
            "The Daily Sample", "تقرير عن الشحنات", "From the address", "Korean", "A reporter", "February 2024", "last month", "26 February 2024", "A news wire", "Ministry of Defence",
            "Containers were moved by rail.", "Only excerpts were seen", "available", "State owned", "probably", "From Korean",
        })
        {
            Assert.Contains(shown, facts, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(address, page.Html.QuerySelector(".page-head a.source-address")?.GetAttribute("href"));
        Assert.NotNull(page.Html.QuerySelector("a[href='https://archive.example.org/1']"));
        var source = await SourceAsync(address);
        Assert.Equal((SourceKind.Report, SourceLevel.Primary, "ko", true), (source.Kind, source.Level, source.Language, source.IsPartial));
        Assert.Equal(source.OriginPartyId, Assert.Single(source.Credits).PartyId);
        Assert.Equal(new DateOnly(2024, 2, 27), Assert.Single(source.ArchiveLinks).ArchivedOn);
        Assert.Contains("A report on shipments", (await checker.GetAsync("/en/desk/sources?q=shipments")).AssertOk().Words("tbody"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("en")]
    public async Task Edit_FormWithDaysSentAsItCame_IsTaken(string language)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();
        var id = await MadeAsync(address, s => s with { AccessedOn = new DateOnly(2024, 2, 26), ArchiveLinks = [new ArchiveLink("https://archive.example.org/days", new DateOnly(2024, 2, 27))] });

        (await (await checker.GetAsync($"/{language}/desk/sources/{id}/edit")).Form("Input.Address").SubmitAsync()).AssertOk();

        var source = await SourceAsync(address);
        Assert.Equal(new DateOnly(2024, 2, 26), source.AccessedOn);
        Assert.Equal(new DateOnly(2024, 2, 27), Assert.Single(source.ArchiveLinks).ArchivedOn);
    }

    [Fact]
    public async Task Create_AddressThatIsThere_OffersItAndLosesNothing()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();
        var existing = await MadeAsync(address);

        var page = await (await checker.GetAsync("/ar/desk/sources/new")).Form("Input.Address")
            .Fill("Input.Kind", "Article").Fill("Input.Address", address.Replace("https://", "http://www.", StringComparison.Ordinal) + "/?utm_source=mail")
            .Fill("Input.Title.Ar", "عنوان كتبته").Fill("Input.Author", "كاتب").SubmitAsync("حفظ");

        page.AssertStatus(HttpStatusCode.Conflict);
        Assert.Equal($"/ar/desk/sources/{existing}", page.Html.QuerySelector("#existing ~ p a")?.GetAttribute("href"));
        Assert.NotNull(page.ErrorAt("Input.Address"));
        Assert.Equal(("عنوان كتبته", "كاتب"), (page.Form("Input.Address")["Input.Title.Ar"], page.Form("Input.Address")["Input.Author"]));
    }

    [Fact]
    public async Task Create_SentTwice_MakesOne()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();
        var form = (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Kind", "Article").Fill("Input.Address", address);

        var first = await form.SubmitAsync("Save");
        var second = await form.SubmitAsync("Save");

        Assert.Equal(first.AssertOk().Path, second.AssertOk().Path);
        Assert.Equal(1, await app.WithDbAsync(db => db.Sources.CountAsync(s => s.Address == address, Ct)));
    }

    [Theory]
    [InlineData("Input.Address", "not an address")]
    [InlineData("Input.Address", "")]
    [InlineData("Input.AccessedOn", "yesterday")]
    [InlineData("Input.PublishedOn.From", "once upon a time")]
    [InlineData("Input.Outlet.Find", "An outlet nobody knows")]
    [InlineData("Input.Origin.Find", "A party nobody knows")]
    [InlineData("Input.Relays[0].Find", "A party nobody knows")]
    [InlineData("Input.Original.Find", "https://nowhere.example.org/")]
    [InlineData("Input.ArchiveLinks[0].Address", "ftp://example.org")]
    public async Task Create_WhatCannotBeRead_IsSaidAtTheField(string field, string value)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Kind", "Article").Fill("Input.Address", Address()).Fill(field, value).SubmitAsync("Save");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt(value.Length == 0 ? "Input.NoAddressReason" : field));
        Assert.Equal(value, page.Form("Input.Address")[field]);
    }

    [Fact]
    public async Task Create_EverythingTooLong_IsSaidAtEveryFieldAtOnce()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Address", "https://example.org/" + new string('a', Source.AddressMaxLength))
            .Fill("Input.Title.En", new string('t', Source.TitleMaxLength + 1)).Fill("Input.Says.Ar", new string('ق', Source.SaysMaxLength + 1)).Fill("Input.Author", new string('a', Source.AuthorMaxLength + 1))
            .SubmitAsync("Save");

        page.AssertStatus(HttpStatusCode.BadRequest);
        foreach (var field in new[] { "Input.Kind", "Input.Address", "Input.Title.En", "Input.Says.Ar", "Input.Author" })
        {
            Assert.NotNull(page.ErrorAt(field));
        }
    }

    [Theory]
    [InlineData("Input.Origin.Chosen", "Input.Origin.Find")]
    [InlineData("Input.Outlet.Chosen", "Input.Outlet.Find")]
    [InlineData("Input.Original.Chosen", "Input.Original.Find")]
    [InlineData("Input.Relays[0].Chosen", "Input.Relays[0].Find")]
    public async Task Create_IdThatLeadsNowhere_IsRefused(string name, string field)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Kind", "Article").Fill("Input.Address", Address()).Add(name, Guid.NewGuid().ToString()).SubmitAsync("Save");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Contains(page.Html.QuerySelectorAll(".error-summary__list a"), a => a.GetAttribute("href") == "#" + field.Replace('.', '_').Replace('[', '_').Replace(']', '_'));
    }

    [Fact]
    public async Task Create_ControlCharacters_AreNotKept()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();

        await (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Kind", "Article").Fill("Input.Address", address).Fill("Input.Title.En", "A\u0007 title\u202e").SubmitAsync("Save");

        Assert.Equal("A title", (await SourceAsync(address)).Title["en"]);
    }

    [Fact]
    public async Task AddRow_WithoutScript_KeepsWhatWasTyped()
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await (await checker.GetAsync(New)).Form("Input.Address").Fill("Input.Address", "half an addr").SubmitAsync("Add another one");

        Assert.Equal("half an addr", page.AssertOk().Form("Input.Address")["Input.Address"]);
        Assert.Contains("Input.Relays[1].Find", page.Form("Input.Address").Fields);
    }

    [Fact]
    public async Task Edit_AsItWas_ChangesNothing()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await MadeAsync(Address(), s => s with
        {
            PublishedOn = FuzzyDate.OnDay(new DateOnly(2024, 2, 26)) with { Words = "Monday", Rule = "D-WED" },
            Relays = [new NewParty { Kind = PartyKind.Ministry, Name = LocalizedText.Of(("ru", "Министерство")) }],
        });

        var page = await (await checker.GetAsync($"/en/desk/sources/{id}/edit")).Form("Input.Address").SubmitAsync("Save");

        page.AssertOk();
        Assert.Equal(1, await app.WithDbAsync(db => db.Sources.Where(s => s.Id == id).Select(s => s.Version).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Edit_Stale_MergesOtherFieldsAndShowsBothOfTheSame()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var address = Address();
        var id = await MadeAsync(address);
        var edit = $"/en/desk/sources/{id}/edit";
        var (first, second) = (await checker.GetAsync(edit), await checker.GetAsync(edit));
        await (await checker.GetAsync(edit)).Form("Input.Author").Fill("Input.Author", "Salma").SubmitAsync("Save");

        var merged = await first.Form("Input.Author").Fill("Input.Says.En", "It says so.").SubmitAsync("Save");
        var conflict = await second.Form("Input.Author").Fill("Input.Author", "Omar").SubmitAsync("Save");

        merged.AssertOk();
        var stored = await SourceAsync(address);
        Assert.Equal(("Salma", "It says so."), (stored.Author, stored.Says["en"]));
        conflict.AssertStatus(HttpStatusCode.Conflict);
        Assert.Contains("Author", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Contains("Salma", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Contains("Omar", conflict.Words(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Omar", conflict.Form("Input.Author")["Input.Author"]);
        (await conflict.Form("Input.Author").SubmitAsync("Save")).AssertOk();
        stored = await SourceAsync(address);
        Assert.Equal(("Omar", "It says so."), (stored.Author, stored.Says["en"]));
    }

    [Fact]
    public async Task Status_Retracted_PutsItsClaimsInMyWork()
    {
        var editor = await app.SignedInAsync(Roles.Editor);
        var id = await MadeAsync(Address());
        var number = await LoggedAsync(id);
        var form = await editor.GetAsync($"/en/desk/sources/{id}/status");
        Assert.Contains("One open claim rests on this source", form.AssertOk().Text, StringComparison.Ordinal);

        var page = await form.Form("Input.Status").Fill("Input.Status", "Retracted").Fill("Input.On", "2026-11-20").Fill("Input.Note.En", "Withdrawn by the agency").SubmitAsync("Save");

        Assert.Contains("retracted by its publisher", page.AssertOk().Words(".page-head"), StringComparison.Ordinal);
        Assert.Contains("Withdrawn by the agency", page.Words(".facts"), StringComparison.Ordinal);
        Assert.Contains($"/en/desk/claims/{number}", page.Html.QuerySelectorAll("#claims a").Select(a => a.GetAttribute("href")));
        var work = await editor.GetAsync("/en/desk");
        Assert.NotNull(work.Html.QuerySelector($"a[href='/en/desk/sources/{id}']"));
    }

    [Fact]
    public async Task Status_DayToCome_IsSaidAtTheField()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await MadeAsync(Address());

        var page = await (await checker.GetAsync($"/ar/desk/sources/{id}/status")).Form("Input.Status").Fill("Input.Status", "Deleted").Fill("Input.On", "2099-01-01").SubmitAsync("حفظ");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt("Input.On"));
    }

    [Theory]
    [InlineData("en", "Save")]
    [InlineData("ar", "حفظ")]
    public async Task StoredDays_StandInTheFormsAsTheyAreRead(string language, string save)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await MadeAsync(Address(), s => s with { AccessedOn = new DateOnly(2024, 2, 26), ArchiveLinks = [new ArchiveLink("https://archive.example.org/1", new DateOnly(2024, 2, 27))] });
        await (await checker.GetAsync($"/{language}/desk/sources/{id}/status")).Form("Input.Status").Fill("Input.Status", "Updated").Fill("Input.On", "2024-02-28").SubmitAsync(save);

        (await (await checker.GetAsync($"/{language}/desk/sources/{id}/status")).Form("Input.Status").SubmitAsync(save)).AssertOk();
        (await (await checker.GetAsync($"/{language}/desk/sources/{id}/edit")).Form("Input.Address").SubmitAsync(save)).AssertOk();
    }

    [Fact]
    public async Task Withhold_NeedsAReasonAndAnEditor_AndHidesItFromObservers()
    {
        var (editor, checker, observer) = (await app.SignedInAsync(Roles.Editor), await app.SignedInAsync(Roles.Checker), await app.SignedInAsync(Roles.Observer));
        var id = await MadeAsync(Address());
        var address = $"/en/desk/sources/{id}/visibility";
        (await checker.GetAsync(address)).AssertStatus(HttpStatusCode.Forbidden);
        var form = (await editor.GetAsync(address)).Form("Input.Reason");
        (await form.SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);

        var page = await form.Fill("Input.Reason", "She is at risk").SubmitAsync();

        Assert.Contains("She is at risk", page.AssertOk().Words(".notice--warning"), StringComparison.Ordinal);
        (await observer.GetAsync($"/en/desk/sources/{id}")).AssertStatus(HttpStatusCode.NotFound);
        (await checker.GetAsync($"/en/desk/sources/{id}")).AssertOk();

        await (await editor.GetAsync(address)).Form("Input.Reason").Fill("Input.Reason", "She agreed").SubmitAsync();
        var seen = (await observer.GetAsync($"/en/desk/sources/{id}")).AssertOk();
        Assert.DoesNotContain("at risk", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_AreAddedOnceChangedAndTakenAway()
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var id = await MadeAsync(Address());
        var number = await LoggedAsync(id);
        var form = (await checker.GetAsync($"/en/desk/sources/{id}/errors")).Form("Input.Harm").Fill("Input.Kind", "actors-swapped").Fill("Input.Harm", "High")
            .Fill("Input.Published.En", "South").Fill("Input.Intended.En", "North").Fill("Input.Paragraphs", "٣، 5").Fill("Input.Claims", $"CT-{number}").Check("Input.Basis", "internal");

        var page = await form.SubmitAsync("Save");
        await form.SubmitAsync("Save");

        var error = await app.WithDbAsync(db => db.ArticleErrors.AsNoTracking().SingleAsync(e => e.SourceId == id, Ct));
        Assert.Equal([3, 5], error.Paragraphs);
        foreach (var shown in new[] { "paragraphs 3, 5", "South", "North", $"CT-{number}", "Shown by the article itself" })
        {
            Assert.Contains(shown, page.AssertOk().Words("#errors"), StringComparison.Ordinal);
        }

        var address = $"/en/desk/sources/{id}/errors/{error.Id}";
        var wrong = await (await checker.GetAsync(address)).Form("Input.Harm").Fill("Input.Claims", "999999").Fill("Input.Paragraphs", "0").SubmitAsync("Save");
        Assert.Equal("3, 5", (await checker.GetAsync(address)).Form("Input.Harm")["Input.Paragraphs"]);
        Assert.NotNull(wrong.AssertStatus(HttpStatusCode.BadRequest).ErrorAt("Input.Paragraphs"));
        await (await checker.GetAsync(address)).Form("Input.Harm").Fill("Input.Harm", "Low").SubmitAsync("Save");
        Assert.Equal(Harm.Low, (await app.WithDbAsync(db => db.ArticleErrors.AsNoTracking().SingleAsync(e => e.SourceId == id, Ct))).Harm);
        (await (await checker.GetAsync(address)).Form("Input.Harm").SubmitAsync("Remove")).AssertOk();
        Assert.False(await app.WithDbAsync(db => db.ArticleErrors.AnyAsync(e => e.SourceId == id, Ct)));
    }

    [Theory]
    [InlineData("en", "new")]
    [InlineData("ar", "new")]
    [InlineData("en", "edit")]
    [InlineData("ar", "status")]
    [InlineData("en", "visibility")]
    [InlineData("ar", "errors")]
    public async Task Observer_WritesNothing_AndIsToldSo(string language, string form)
    {
        var observer = await app.SignedInAsync(Roles.Observer);
        var id = await MadeAsync(Address());
        var address = form == "new" ? $"/{language}/desk/sources/new" : $"/{language}/desk/sources/{id}/{form}";

        var page = await observer.GetAsync(address);
        var sent = await observer.PostAsync(address, [KeyValuePair.Create("Input.Kind", "Article"), KeyValuePair.Create("Input.Address", Address())]);

        Assert.Equal(language == "ar" ? "هذه الصفحة غير متاحة لك" : "This page is not open to you", page.AssertStatus(HttpStatusCode.Forbidden).Heading);
        Assert.True(sent.Status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{sent.Status}");
        Assert.Equal(1, await app.WithDbAsync(db => db.Sources.Where(s => s.Id == id).Select(s => s.Version).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Observer_SeesNoStaffNamesAndNoButtons()
    {
        var editor = await app.SignedInAsync(Roles.Editor, "Noura the editor");
        var id = await MadeAsync(Address());
        await (await editor.GetAsync($"/en/desk/sources/{id}/edit")).Form("Input.Author").Fill("Input.Author", "Salma").SubmitAsync("Save");

        var page = await (await app.SignedInAsync(Roles.Observer)).GetAsync($"/en/desk/sources/{id}");

        Assert.Contains("An editor", page.AssertOk().Words(".history"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Noura", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main .button, main form"));
    }

    [Theory]
    [InlineData("?status=retracted&level=primary&language=ko&visibility=withheld&kind=report&outlet=nonsense&origin=nonsense&p=-3&sort=nonsense")]
    [InlineData("?q=%25&p=999999999999")]
    [InlineData("?q=https%3A%2F%2Fexample.org%2F_%25")]
    public async Task List_WhateverTheAddressSays_IsAList(string query)
    {
        await MadeAsync(Address());
        (await (await app.SignedInAsync(Roles.Observer)).GetAsync("/ar/desk/sources" + query)).AssertOk();
    }

    private static string Address() => $"https://example.org/{Guid.NewGuid():N}";

    private async Task<Guid> MadeAsync(string address, Func<NewSource, NewSource>? change = null)
    {
        var source = new NewSource { Kind = SourceKind.Article, Address = address, Title = LocalizedText.Of(("en", "An article")), Language = "en" };
        var actor = await CheckerAsync();
        return Assert.IsType<Outcome.Done>(await app.WithAsync<SourceService, Outcome>(s => s.CreateAsync(change?.Invoke(source) ?? source, Guid.CreateVersion7(), actor, Ct))).Id;
    }

    private async Task<int> LoggedAsync(Guid source)
    {
        var actor = await CheckerAsync();
        var claim = new NewClaim
        {
            Statement = LocalizedText.Of(("en", "Containers were shipped")),
            OriginalLanguage = "en",
            Kind = ClaimKind.Quantity,
            Aspect = RatedAspect.Content,
            SelectionReason = LocalizedText.Of(("en", "Widely repeated")),
            Appearances = [new AppearanceRow { Source = source, Strength = AppearanceStrength.Reported }],
        };
        return Assert.IsType<Outcome.Done>(await app.WithAsync<ClaimService, Outcome>(s => s.LogAsync(claim, Guid.CreateVersion7(), actor, Ct))).Number;
    }

    private async Task<Actor> CheckerAsync()
    {
        var user = await app.CreateUserAsync(Roles.Checker);
        return new Actor(user.Id, user.DisplayName, user.Roles);
    }

    private Task<Source> SourceAsync(string address) => app.WithDbAsync(db => db.Sources.AsNoTracking().Include(s => s.Credits).SingleAsync(s => s.Address == address, Ct));
}
