using System.Globalization;
using System.Net;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Every kind of row of a claim added, changed and taken away through the pages, and what bad input is answered.</summary>
public sealed class EditingTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    /// <summary>A row of each list, with people and sources of its own.</summary>
    private static (string Field, string Value)[] NewRow(string list, int number) => list switch
    {
        "claimants" => [.. Story.Party("Input.Claimants[0].Party", "Person", $"Second Speaker {number}"), ("Input.Claimants[0].Role.En", "Harbour master")],
        "figures" => [("Input.Figures[0].Min", "3"), ("Input.Figures[0].Max", "٥"), ("Input.Figures[0].NewUnit.En", "crates"), ("Input.FigureNote.En", "Only the second ship")],
        "appearances" =>
        [
            .. Story.Source("Input.Appearances[0].Source", "Article", $"https://second.example.org/a{number}", "Secondary", "Second article", null),
            ("Input.Appearances[0].Strength", "Fact"), ("Input.Appearances[0].Quote", "ninety boxes sailed"),
        ],
        "attribution" => [.. Story.Party("Input.Attribution[0].Party", "NewsOrganisation", $"Second Agency {number}"), ("Input.Attribution[0].Verb", "reported"), ("Input.Place", "1")],
        _ =>
        [
            .. Story.Source("Input.Evidence[0].Source", "Report", $"https://second.example.org/e{number}", "Primary", "Second register", null),
            ("Input.Evidence[0].Stance", "Context"), ("Input.Evidence[0].Locator", "page 12"),
        ],
    };

    public static TheoryData<string, string, string, string, string> Rows { get; } = new()
    {
        // List, words of the new row on the workbench, the field changed, its value, words of the changed row.
        { "claimants", "Harbour master", "Input.Claimants[0].Role.En", "Harbour pilot", "Harbour pilot" },
        { "figures", "Only the second ship", "Input.FigureNote.En", "Only the third ship", "Only the third ship" },
        { "appearances", "ninety boxes sailed", "Input.Appearances[0].Quote", "ninety boxes left", "ninety boxes left" },
        { "attribution", "Second Agency", "Input.Attribution[0].Note.En", "By telephone", "By telephone" },
        { "evidence", "page 12", "Input.Evidence[0].Locator", "page 14", "page 14" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_AddedChangedAndRemoved_IsSeenOnTheWorkbench(string list, string added, string field, string value, string changed)
    {
        var (checker, number) = await TakenAsync();
        var before = await IdsAsync(number, list);

        var bench = await SendAsync(checker, number, $"rows/{list}", NewRow(list, number));
        Assert.Equal("Saved.", bench.Notice);
        Assert.Contains(added, bench.Words("main"), StringComparison.Ordinal);
        var id = Assert.Single(await IdsAsync(number, list), i => !before.Contains(i));
        Assert.Contains($"/en/desk/claims/{number}/rows/{list}/{id}", bench.Text, StringComparison.Ordinal);

        bench = await SendAsync(checker, number, $"rows/{list}/{id}", (field, value));
        Assert.Equal("Saved.", bench.Notice);
        Assert.Contains(changed, bench.Words("main"), StringComparison.Ordinal);

        bench = await (await checker.OpensAsync(number, $"rows/{list}/{id}")).Form("Input.Version").SubmitAsync("Remove");
        Assert.Equal("Saved.", bench.AssertOk().Notice);
        Assert.DoesNotContain($"rows/{list}/{id}", bench.Text, StringComparison.Ordinal);
        Assert.Equal(before, await IdsAsync(number, list));
    }

    [Fact]
    public async Task Facts_Changed_AreSeenOnTheWorkbench()
    {
        var (checker, number) = await TakenAsync();

        var bench = await SendAsync(
            checker, number, "facts",
            ("Input.Summary.En", "Ninety containers in March"), ("Input.AssertedOn.From", "٢٦ فبراير ٢٠٢٤"), ("Input.NewTopic.En", $"Harbours {number}"), ("Input.NewTopic.Ar", $"الموانئ {number}"),
            ("Input.Triage", "High"), ("Input.Due", "2027-03-01"), ("Input.PlaceCountry", "KR"));

        Assert.Equal("Saved.", bench.Notice);
        var words = bench.Words("#statement");
        Assert.Contains("26 February 2024", words, StringComparison.Ordinal);
        Assert.Contains($"Harbours {number}", words, StringComparison.Ordinal);
        Assert.Contains("1 March 2027", bench.Words("main"), StringComparison.Ordinal);

        // The topic is taken away again by its box.
        var form = (await checker.OpensAsync(number, "facts")).Form("Input.Version");
        var topic = await newsroom.WithDbAsync(db => db.ClaimTopics.Where(t => t.ClaimNumber == number).Select(t => t.TopicId).SingleAsync(Ct));
        bench = await form.Check("Input.TopicIds", topic.ToString(), isChecked: false).SubmitAsync();
        Assert.DoesNotContain($"Harbours {number}", bench.AssertOk().Words("#statement"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AddedAndRemoved_IsSeenAtBothEnds()
    {
        var (checker, number) = await TakenAsync();
        var (_, other) = await TakenAsync();

        var bench = await (await checker.OpensAsync(number, "links")).Form("LinkVersion").Fill("Link.Kind", "Contradicts").Fill("Link.To", $"CT-{other}").Fill("Link.Note.En", "Other numbers").SubmitAsync();
        Assert.Contains($"CT-{other}", bench.AssertOk().Words("#links"), StringComparison.Ordinal);
        Assert.Contains($"CT-{number}", (await checker.OpensAsync(other)).Words("#links"), StringComparison.Ordinal);

        var unknown = await (await checker.OpensAsync(number, "links")).Form("LinkVersion").Fill("Link.Kind", "Contradicts").Fill("Link.To", "CT-99999").SubmitAsync();
        unknown.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(unknown.ErrorAt("Link.To"));

        bench = await bench.Form("linkId").SubmitAsync();
        Assert.DoesNotContain($"CT-{other}", bench.AssertOk().Words("#links"), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> BadInput { get; } = new()
    {
        // List, field, value, what the field says.
        { "figures", "Input.Figures[0].Value", "ninety", "number" },
        { "figures", "Input.Figures[0].Max", "2", "range" },
        { "figures", "Input.Figures[0].Value", "99999999999999999999", "" },
        { "figures", "Input.Figures[0].AlternativeGroup", "long", "characters" },
        { "figures", "Input.Figures[0].UnitId", "01990000-0000-7000-8000-000000000001", "" },
        { "figures", "Input.Figures[0].Modifier", "Perhaps", "" },
        { "figures", "Input.FigureNote.En", "long", "characters" },
        { "figures", "Input.Figures[0].Period.From", "32 March 2024", "date" },
        { "claimants", "Input.Claimants[0].Role.En", "long", "characters" },
        { "claimants", "Input.Claimants[0].Party.Chosen", "01990000-0000-7000-8000-000000000001", "" },
        { "appearances", "Input.Appearances[0].ParagraphTo", "1", "" },
        { "appearances", "Input.Appearances[0].ParagraphFrom", "x", "number" },
        { "appearances", "Input.Appearances[0].Quote", "long", "characters" },
        { "appearances", "Input.Appearances[0].Strength", "", "" },
        { "appearances", "Input.Flags", "no-such-flag", "" },
        { "attribution", "Input.Attribution[0].Verb", "", "" },
        { "attribution", "Input.ScopeIds", "01990000-0000-7000-8000-000000000001", "" },
        { "evidence", "Input.Evidence[0].Stance", "", "" },
        { "evidence", "Input.SourceGrade", "G", "" },
        { "evidence", "Input.InformationGrade", "7", "" },
        { "evidence", "Input.Evidence[0].Locator", "long", "characters" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Row_BadInput_IsSaidAtTheFieldInWords(string list, string field, string value, string says)
    {
        var (checker, number) = await TakenAsync();
        var typed = value == "long" ? new string('a', 20_000) : value;
        var form = (await checker.OpensAsync(number, $"rows/{list}")).AssertOk().Form("Input.Version");
        List<(string Field, string Value)> fields =
            [.. NewRow(list, number).Where(f => f.Field != field && !(field.EndsWith("UnitId", StringComparison.Ordinal) && f.Field.Contains("NewUnit", StringComparison.Ordinal))
                && !(field.EndsWith("Chosen", StringComparison.Ordinal) && f.Field.Contains("Party", StringComparison.Ordinal)))];
        if (field == "Input.Appearances[0].ParagraphTo")
        {
            fields.Add(("Input.Appearances[0].ParagraphFrom", "3"));
        }

        // What no form offers is posted as a tampering sender would.
        var answer = IsChoice(field)
            ? await checker.PostsAsync(number, $"rows/{list}", [("Input.Version", form["Input.Version"] ?? ""), ("SubmissionId", form["SubmissionId"] ?? ""), .. fields, (field, typed)])
            : await DeskPerson.Filled(form, fields.Append((field, typed))).SubmitAsync();
        answer.AssertStatus(HttpStatusCode.BadRequest);

        var shown = field.Replace("Party.Chosen", "Party.Find", StringComparison.Ordinal);
        var said = answer.ErrorAt(shown);
        Assert.True(said is not null, $"Nothing at {shown}; the page says: {string.Join(" | ", answer.Errors)}");
        Assert.Contains(says, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Input", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Fault", said, StringComparison.Ordinal);
        var arabic = await SameInArabicAsync(checker, number, $"rows/{list}");
        Assert.Contains(arabic, c => c is >= '\u0600' and <= '\u06FF');
    }

    [Fact]
    public async Task Row_WithoutAnything_SaysSo()
    {
        var (checker, number) = await TakenAsync();

        var page = await (await checker.OpensAsync(number, "rows/figures")).Form("Input.Version").SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal("There is nothing in this form yet.", Assert.Single(page.Errors));
    }

    [Fact]
    public async Task Row_ControlCharacters_AreLeftOut()
    {
        var (checker, number) = await TakenAsync();

        var bench = await SendAsync(checker, number, "rows/figures", [.. NewRow("figures", number)[..3], ("Input.FigureNote.En", "Only the \u202Esecond ship\u0007")]);

        Assert.Contains("Only the second ship", bench.Words("#figures"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows/figures/01990000-0000-7000-8000-000000000001")]
    [InlineData("rows/nonsense")]
    [InlineData("rows/figures/7")]
    public async Task Row_Unknown_IsNotFound(string section)
    {
        var (checker, number) = await TakenAsync();

        (await checker.OpensAsync(number, section)).AssertStatus(HttpStatusCode.NotFound);
        (await checker.PostsAsync(number, section, ("Input.Version", "99"), ("Input.Figures[0].Value", "4"))).AssertStatus(HttpStatusCode.NotFound);
        (await checker.PostsAsync(number, section + "?handler=Remove", ("Input.Version", "99"))).AssertStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Claimant_NamedTwice_SaysSoAtTheName()
    {
        var (checker, number) = await TakenAsync();
        var party = await newsroom.WithDbAsync(db => db.Claimants.Where(c => c.ClaimNumber == number).Select(c => c.PartyId).SingleAsync(Ct));

        var page = await (await checker.OpensAsync(number, "rows/claimants")).Form("Input.Version").Add("Input.Claimants[0].Party.Chosen", party.ToString()).SubmitAsync();

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt("Input.Claimants[0].Party.Find"));
    }

    [Fact]
    public async Task LastAppearanceAndEvidence_CannotBeRemoved()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(newsroom.NewStory(), withEvidence: false);
        await checker.MustAsync(number, Core.Review.ClaimAction.Take);
        var id = Assert.Single(await IdsAsync(number, "appearances"));

        var page = await (await checker.OpensAsync(number, $"rows/appearances/{id}")).Form("Input.Version").SubmitAsync("Remove");

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.Errors);
        Assert.Single(await IdsAsync(number, "appearances"));
    }

    [Fact]
    public async Task Appearance_OfAnotherSource_ReplacesTheFirst()
    {
        var (checker, number) = await TakenAsync();
        var id = Assert.Single(await IdsAsync(number, "appearances"));
        var form = (await checker.OpensAsync(number, $"rows/appearances/{id}")).Form("Input.Version");

        // The other source is asked for, then described.
        var page = await form.Check("Input.Appearances[0].Source.Unchoose").SubmitAsync();
        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ErrorAt("Input.Appearances[0].Source.Find"));
        var bench = await DeskPerson.Filled(page.Form("Input.Version"), Story.Source("Input.Appearances[0].Source", "Article", $"https://third.example.org/{number}", "Secondary", "Third article", null)).SubmitAsync();

        Assert.Equal("Saved.", bench.AssertOk().Notice);
        Assert.Contains("Third article", bench.Words("#appearances"), StringComparison.Ordinal);
        Assert.NotEqual(id, Assert.Single(await IdsAsync(number, "appearances")));
    }

    [Fact]
    public async Task AnotherChecker_MayAddEvidence_ButNotChangeTheClaim()
    {
        var (_, number) = await TakenAsync();
        var other = await newsroom.JoinsAsync(Roles.Checker);

        Assert.Equal("Saved.", (await SendAsync(other, number, "rows/evidence", NewRow("evidence", number))).Notice);
        (await other.OpensAsync(number, "rows/figures")).AssertStatus(HttpStatusCode.Forbidden);
        (await other.OpensAsync(number, "facts")).AssertStatus(HttpStatusCode.Forbidden);
        var refused = await other.PostsAsync(number, "rows/figures", ("Input.Version", "99"), ("SubmissionId", Guid.NewGuid().ToString()), ("Input.Figures[0].Value", "4"), ("Input.Figures[0].NewUnit.En", "crates"));
        refused.AssertStatus(HttpStatusCode.Forbidden);
        var blank = await other.PostsAsync(number, "rows/figures", ("Input.Version", "99"), ("SubmissionId", Guid.NewGuid().ToString()), ("Input.Figures[0].Value", "many"));
        blank.AssertStatus(HttpStatusCode.Forbidden);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static bool IsChoice(string field) => field.EndsWith("Id", StringComparison.Ordinal) || field is "Input.SourceGrade" or "Input.InformationGrade" or "Input.Flags" or "Input.ScopeIds"
        || field.EndsWith("Modifier", StringComparison.Ordinal) || field.EndsWith("Chosen", StringComparison.Ordinal);

    private async Task<(DeskPerson Checker, int Number)> TakenAsync()
    {
        var checker = await newsroom.JoinsAsync(Roles.Checker);
        var number = await checker.LogsAsync(newsroom.NewStory());
        await checker.MustAsync(number, Core.Review.ClaimAction.Take);
        return (checker, number);
    }

    private static async Task<WebPage> SendAsync(DeskPerson person, int number, string section, params (string Field, string Value)[] fields) =>
        (await DeskPerson.Filled((await person.OpensAsync(number, section)).AssertOk().Form("Input.Version"), fields).SubmitAsync()).AssertOk();

    private static async Task<string> SameInArabicAsync(DeskPerson person, int number, string section) =>
        (await person.Browser.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/ar/desk/claims/{number}/{section}"))).AssertOk().Words("main");

    private Task<List<Guid>> IdsAsync(int number, string list) => newsroom.WithDbAsync(async db =>
    {
        var claim = await db.Claims.AsNoTracking().Include(c => c.Claimants).Include(c => c.Figures).Include(c => c.Appearances).Include(c => c.Attribution).Include(c => c.Evidence)
            .AsSplitQuery().SingleAsync(c => c.Number == number, Ct);
        return (List<Guid>)[.. list switch
        {
            "claimants" => claim.Claimants.Select(r => r.Id),
            "figures" => claim.Figures.Select(r => r.Id),
            "appearances" => claim.Appearances.Select(r => r.Id),
            "attribution" => claim.Attribution.Select(r => r.Id),
            _ => claim.Evidence.Select(r => r.Id),
        }];
    });
}
