using System.Globalization;
using System.Net;
using ClaimTracker.Core;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Sources;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>What the form proposes for a passage, and what it says about it before anything is logged.</summary>
public sealed class PassageFillTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Name = "Input.Claimants[0].Party.New.Name.";

    private static int articles;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "The Ministry of Ferries said 40 boats sank.", "Ministry of Ferries", "A new party will be made by this name: Ministry of Ferries (Ministry)")]
    [InlineData("ar", "قالت وزارة العبّارات إن 40 قاربًا غرقت.", "وزارة العبّارات", "سيُنشأ طرف جديد بهذا الاسم: وزارة العبّارات (وزارة)")]
    public async Task Open_SpeakerNobodyKnows_SaysAtTheFieldAndAtTheButtonThatAPartyWillBeMade(string language, string sentence, string name, string words)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await OpenedAsync(checker, language, sentence);

        Assert.Equal(name, page.Form("Input.Kind")[Name + (language == "ar" ? "Ar" : "En")]);
        Assert.StartsWith(words, page.Words("#Input_Claimants .pick__makes"), StringComparison.Ordinal);
        Assert.Equal(words, page.Words(".form__actions .logging__claimant"));
    }

    [Theory]
    [InlineData("en", "The Ministry of Tides said 41 boats sank.", "Known here already: nobody new is made.", "Claimant, known here:")]
    [InlineData("ar", "قالت وزارة المد إن 41 قاربًا غرقت.", "طرف معروف هنا، فلن يُنشأ طرف جديد.", "صاحب الادعاء معروف هنا:")]
    public async Task Open_SpeakerKnownHere_SaysSo(string language, string sentence, string atField, string atButton)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        (await (await OpenedAsync(checker, language, sentence)).Form("Input.Kind").Add("IsAnother", "true").SubmitAsync()).AssertOk();

        var page = await OpenedAsync(checker, language, sentence);

        Assert.Empty(page.AllWords("#Input_Claimants .pick__makes"));
        Assert.Contains(atField, page.Words("#Input_Claimants"), StringComparison.Ordinal);
        Assert.StartsWith(atButton, page.Words(".form__actions .logging__claimant"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "أكد الدعم الروسي المعزز أن 6700 حاوية نُقلت.", "الدعم الروسي المعزز")]
    [InlineData("ar", "أكد التقرير الذي نُشر أمس أن 6700 حاوية نُقلت.", null)]
    [InlineData("en", "A leaked memo said 6,700 containers were moved.", "leaked memo")]
    public async Task Open_WordsThatNameNoSpeaker_AreShownButMakeNobody(string language, string sentence, string? words)
    {
        var checker = await app.SignedInAsync(Roles.Checker);
        var before = await PartiesAsync();

        var page = await OpenedAsync(checker, language, sentence);
        var form = page.Form("Input.Kind");
        Assert.True(form[Name + "Ar"] + form[Name + "En"] is "", form[Name + "Ar"] + form[Name + "En"]);
        if (words is not null)
        {
            Assert.Contains(words, page.Words("#left-out"), StringComparison.Ordinal);
        }

        (await form.Add("IsAnother", "true").SubmitAsync()).AssertOk();

        Assert.Equal(before, await PartiesAsync());
    }

    [Theory]
    [InlineData("قال الوزير يان كوفال إن 12 قاربًا غرقت.", "الوزير يان كوفال")]
    [InlineData("قال محمد البرادعي إن 13 قاربًا غرقت.", "محمد البرادعي")]
    [InlineData("وقال الكابتن رومان فيلدا إن 14 قاربًا غرقت.", "الكابتن رومان فيلدا")]
    [InlineData("“We lost 15 boats,” said Moira Stagg.", "Moira Stagg")]
    [InlineData("Kurtz said 16 boats sank.", "Kurtz")]
    public async Task Open_ProperName_IsFilledIn(string sentence, string name)
    {
        var form = (await OpenedAsync(await app.SignedInAsync(Roles.Checker), "ar", sentence)).Form("Input.Kind");

        Assert.Equal(name, form[Name + "Ar"] + form[Name + "En"]);
    }

    [Theory]
    [InlineData("en", "Dravenko said 51 boats sank.", "Oleg Dravenko", null)]
    [InlineData("ar", "قال غرافينكو إن 52 قاربًا غرقت.", "Oleg Gravinko", null)]
    [InlineData("ar", "قال الرئيس بيلتاريف إن 53 قاربًا غرقت.", "أوليغ بيلتاريف", "Beltarev Institute")]
    [InlineData("en", "Maldarov said 54 boats sank.", "أوليغ مالداروف", null)]
    public async Task Open_SurnameOfOneKnownPerson_ProposesThatPerson(string language, string sentence, string known, string? institute)
    {
        await PersonAsync(known);
        if (institute is not null)
        {
            await PersonAsync(institute, PartyKind.Group);
        }

        var page = await OpenedAsync(await app.SignedInAsync(Roles.Checker), language, sentence);

        Assert.EndsWith(known, page.Words(".form__actions .logging__claimant"), StringComparison.Ordinal);
        Assert.Empty(page.AllWords("#Input_Claimants .pick__makes"));
    }

    [Theory]
    [InlineData("en", "Kolmarov said 55 boats sank.", "Several people known here have this surname, so none was filled in:")]
    [InlineData("ar", "قال كولماروف إن 56 قاربًا غرقت.", "يحمل أكثر من شخص معروف هنا هذا اللقب، فلم يُملأ اسم أي منهم:")]
    public async Task Open_SurnameOfSeveralKnownPeople_ProposesNoneAndSaysSo(string language, string sentence, string words)
    {
        await PersonAsync("Anna Kolmarov");
        await PersonAsync("Piotr Kolmarov");
        var before = await PartiesAsync();

        var page = await OpenedAsync(await app.SignedInAsync(Roles.Checker), language, sentence);

        Assert.StartsWith(words, page.Words("#left-out"), StringComparison.Ordinal);
        Assert.Contains("Anna Kolmarov", page.Words("#left-out"), StringComparison.Ordinal);
        Assert.Contains("Piotr Kolmarov", page.Words("#left-out"), StringComparison.Ordinal);
        Assert.Empty(page.AllWords(".form__actions .logging__claimant"));
        (await page.Form("Input.Kind").Add("IsAnother", "true").SubmitAsync()).AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(before, await PartiesAsync());
    }

    [Theory]
    [InlineData("ar", "قالت الولايات المتحدة إن 57 قاربًا غرقت.", "حكومة")]
    [InlineData("en", "The United Nations said 58 boats sank.", "International body")]
    public async Task Open_StateOrBodyNobodyKnows_IsNotTakenForAPerson(string language, string sentence, string kind)
    {
        var page = await OpenedAsync(await app.SignedInAsync(Roles.Checker), language, sentence);

        Assert.Contains($"({kind})", page.Words(".form__actions .logging__claimant"), StringComparison.OrdinalIgnoreCase);
    }

    // 1 March 2024 is a Friday.
    [Theory]
    [InlineData("انفجر المستودع يوم الثلاثاء، قال الوزير.", "2024-03-01", "2024-02-27", false)]
    [InlineData("قال الوزير إن المستودع انفجر يوم الثلاثاء.", "2024-03-01", "2024-02-27", false)]
    [InlineData("قال الوزير يوم الثلاثاء إن 17 مستودعًا انفجرت.", "2024-02-27", "", true)]
    [InlineData("قال يوم الثلاثاء إن 18 مستودعًا انفجرت في 5 فبراير 2024.", "2024-02-27", "2024-02-05", true)]
    [InlineData("The depot exploded on Tuesday, the minister said.", "2024-03-01", "2024-02-27", false)]
    [InlineData("The minister said on Tuesday that 19 depots exploded on 5 February 2024.", "2024-02-27", "2024-02-05", true)]
    [InlineData("The ministry on Tuesday denied that 20 depots exploded.", "2024-02-27", "", true)]
    [InlineData("The minister said Tuesday’s blast killed 21 people.", "2024-03-01", "2024-02-27", false)]
    public async Task Open_DatesInThePassage_AreOfTheSayingOnlyNextToItsVerb(string sentence, string said, string happened, bool isAtVerb)
    {
        var checker = await app.SignedInAsync(Roles.Checker);

        var page = await OpenedAsync(checker, "en", sentence);
        var form = page.Form("Input.Kind");

        Assert.Equal((said, happened), (form["Input.AssertedOn.From"], form["Input.EventOn.From"]));
        Assert.Equal(isAtVerb ? "Filled in: the date stands next to the verb of saying." : "Filled in: the day of the article. No date in the passage stands next to a verb of saying; dates elsewhere in it are proposed for the event.", page.Words("#asserted-on-rule"));

        var refused = await form.Fill("Input.AssertedOn.From", "2024-02-01").Fill("Input.Statement.En", "").Fill("Input.Statement.Ar", "").SubmitAsync("Log the claim");
        Assert.NotNull(refused.Html.QuerySelector(".error-summary"));
        Assert.Null(refused.Html.QuerySelector("#asserted-on-rule"));
    }

    private async Task<int> PartiesAsync()
    {
        await using var db = app.Database.CreateContext();
        return await db.Parties.CountAsync(Ct);
    }

    private async Task PersonAsync(string name, PartyKind kind = PartyKind.Person)
    {
        var person = new NewParty { Kind = kind, Name = LocalizedText.Of((name[0] < 'z' ? "en" : "ar", name)) };
        var user = await app.CreateUserAsync(Roles.Checker);
        await app.WithAsync<PartyService, Outcome>(s => s.CreateAsync(person, Guid.CreateVersion7(), new Actor(user.Id, user.DisplayName, user.Roles), Ct));
    }

    /// <summary>The form for the first sentence of an article of 1 March 2024.</summary>
    private static async Task<WebPage> OpenedAsync(Browser checker, string language, string sentence)
    {
        var number = Interlocked.Increment(ref articles);
        var own = string.Join(' ', Enumerable.Range(0, 40).Select(i => "كلمة" + string.Concat(((number * 1_000) + i).ToString(CultureInfo.InvariantCulture).Select(d => "ابتثجحخدذر"[d - '0']))));
        var check = (await (await checker.GetAsync($"/{language}/desk/intake")).Form("Input.Text").Fill("Input.Text", $"{sentence}\n\nهل {own}؟").SubmitAsync()).AssertOk();
        var form = check.Form("Input.Kind").Fill("Input.Address", $"https://news.example.org/fill/{number}").Fill("Input.PublishedOn.From", "2024-03-01").Fill("Input.Title.En", $"Article {number}");
        var read = (await form.SubmitAsync()).AssertOk();
        return (await checker.GetAsync($"{read.Path}/claim?from=0&to={sentence.EnumerateRunes().Count()}")).AssertOk();
    }
}
