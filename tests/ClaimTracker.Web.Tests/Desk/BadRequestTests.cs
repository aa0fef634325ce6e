using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Desk;

/// <summary>Requests no page can answer are refused in words, never with a failure or a page without its data.</summary>
public sealed class BadRequestTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string UnknownId = "00000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("")]
    [InlineData("/claims")]
    [InlineData("/claims/1")]
    [InlineData("/claims/1/v/1")]
    [InlineData("/sources/" + UnknownId)]
    [InlineData("/desk")]
    [InlineData("/desk/claims")]
    [InlineData("/desk/claims/1")]
    [InlineData("/desk/claims/1/history")]
    [InlineData("/desk/sources/" + UnknownId)]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    public async Task MethodThePageDoesNotHave_Is405InItsLanguage(string address)
    {
        var person = await room.JoinsAsync(Roles.Editor | Roles.Admin);
        foreach (var (language, heading) in new[] { ("en", "This page cannot be used in this way"), ("ar", "لا يمكن استخدام الصفحة بهذه الطريقة") })
        {
            foreach (var method in new[] { "POST", "PUT", "TRACE", "DELETE" })
            {
                var page = await person.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/{language}{address}"));

                page.AssertStatus(HttpStatusCode.MethodNotAllowed);
                Assert.Equal(heading, page.Heading);
                Assert.Contains("GET", page.Response.Content.Headers.Allow);
            }
        }
    }

    [Fact]
    public async Task HandlerThePageDoesNotHave_Is404()
    {
        var person = await room.JoinsAsync(Roles.Checker);
        var number = await room.DraftedAsync(person);

        (await person.PostsAsync(number, "verdict?handler=unknown", ("Verdict.Version", "1"))).AssertStatus(HttpStatusCode.NotFound);
        (await person.PostsAsync(number, "notes?handler=seen")).AssertOk();
    }

    [Fact]
    public async Task HeadOfAPage_IsAnswered()
    {
        var page = await room.NewBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Head, "/en/claims"));

        page.AssertOk();
    }

    [Theory]
    [InlineData("en", "This request cannot be read")]
    [InlineData("ar", "تعذرت قراءة الطلب")]
    public async Task FormWithFarTooManyRows_Is400(string language, string heading)
    {
        var person = await room.JoinsAsync(Roles.Checker, language);

        var page = await person.PostsToAsync(
            "/claims/new", [.. Enumerable.Range(0, 1990).Select(i => (string.Create(CultureInfo.InvariantCulture, $"Input.Evidence[{i}].Quote"), "x"))]);

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.Equal(heading, page.Heading);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "Input.Kind=Quantity")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "Input.Kind=%ff%fe", false)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbroken")]
    [InlineData("multipart/form-data", "--x")]
    public async Task FormThatCannotBeRead_Is400(string type, string body, bool isOurs = true)
    {
        var person = await room.JoinsAsync(Roles.Checker);
        var token = (await person.OpensAsync("/claims/new")).Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var request = new HttpRequestMessage(HttpMethod.Post, "/en/desk/claims/new") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("RequestVerificationToken", token);

        var page = (await person.Browser.SendAsync(request)).AssertStatus(HttpStatusCode.BadRequest);

        if (isOurs)
        {
            Assert.Equal("This request cannot be read", page.Heading);
        }
    }

    [Theory]
    [InlineData("77", "Urgent")]
    [InlineData("Headline", "Urgent")]
    public async Task WaiverOfNoSuchCondition_Is400(string condition, string reason)
    {
        var person = await room.JoinsAsync(Roles.Checker);
        var number = await room.DraftedAsync(person);

        var page = await person.PostsAsync(number, "verdict", ("Verdict.Version", "1"), ("Verdict.Waivers[0].Condition", condition), ("Verdict.Waivers[0].Reason", reason));

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.Errors);
    }

    [Theory]
    [InlineData("en", "Thread")]
    [InlineData("ar", "النقاش")]
    public async Task NoteInNoSuchThread_Is400_AndIsNotWritten(string language, string field)
    {
        var person = await room.JoinsAsync(Roles.Checker, language);
        var number = await room.DraftedAsync(person);

        var page = await person.PostsAsync(number, "notes", ("Input.ThreadId", "zz"), ("Input.Body", "An answer to nobody."), ("SubmissionId", Guid.NewGuid().ToString()));

        page.AssertStatus(HttpStatusCode.BadRequest);
        Assert.StartsWith(field, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await room.WithDbAsync(db => db.Notes.CountAsync(n => n.ClaimNumber == number)));
    }
}
