using System.Net;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>A reader or a colleague at a browser without scripts: keeps cookies, follows redirects, sends forms as they stand.</summary>
public sealed class Browser(HttpClient client)
{
    private const int MaxRedirects = 5;

    public HttpClient Client => client;

    public Task<WebPage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Without following a redirect.</summary>
    public Task<WebPage> GetOnceAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), follow: false);

    public Task<WebPage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> values) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values) });

    public async Task<WebPage> SignInAsync(TestUser user, string language = "en") => await SignInAsync(user.Email, TestUser.Password, language);

    public async Task<WebPage> SignInAsync(string email, string password, string language = "en")
    {
        var page = await GetAsync($"/{language}/account/sign-in");
        return await page.Form("Input.Email").Fill("Input.Email", email).Fill("Input.Password", password).SubmitAsync();
    }

    public async Task<WebPage> SendAsync(HttpRequestMessage request, bool follow = true)
    {
        var ct = TestContext.Current.CancellationToken;
        var response = await client.SendAsync(request, ct);
        var address = new Uri(client.BaseAddress!, request.RequestUri!); // both are set
        for (var i = 0; follow && i < MaxRedirects && response.Headers.Location is { } next && IsRedirect(response.StatusCode); i++)
        {
            address = new Uri(address, next);
            response = await client.GetAsync(address, ct);
        }

        var text = await response.Content.ReadAsStringAsync(ct);
        return new WebPage(this, address, response, text, await new HtmlParser().ParseDocumentAsync(text, ct));
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is >= 300 and < 400;
}
