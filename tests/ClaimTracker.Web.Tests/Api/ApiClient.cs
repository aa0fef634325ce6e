using System.Net;
using System.Text.Json;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>What a machine was answered.</summary>
internal sealed record ApiReply(string Address, HttpResponseMessage Response, string Text)
{
    public int Status => (int)Response.StatusCode;

    public string? Type => Response.Content.Headers.ContentType?.MediaType;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Items => Json.GetProperty("items");

    public ApiReply AssertOk()
    {
        Assert.True(Response.StatusCode is HttpStatusCode.OK, $"{Address}: {Status} {Text}");
        return this;
    }

    /// <summary>A refusal that says what it is and what to do, in the shape of its address.</summary>
    public ApiReply AssertProblem(int status)
    {
        Assert.True(Status == status, $"{Address}: {Status} instead of {status}. {Text}");
        if (Address.StartsWith("/v1alpha1", StringComparison.Ordinal))
        {
            var error = Json.GetProperty("error");
            Assert.Equal(status, error.GetProperty("code").GetInt32());
            Assert.NotEqual("", error.GetProperty("message").GetString());
            Assert.NotEqual("", error.GetProperty("status").GetString());
            return this;
        }

        Assert.Equal("application/problem+json", Type);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.StartsWith("/api/problems/", Json.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", Json.GetProperty("title").GetString());
        Assert.NotEqual("", Json.GetProperty("detail").GetString());
        return this;
    }

    public ApiReply AssertWrong(string parameter)
    {
        AssertProblem(400);
        var named = Address.StartsWith("/v1alpha1", StringComparison.Ordinal)
            ? Json.GetProperty("error").GetProperty("details")[0].GetProperty("fieldViolations").EnumerateArray().Select(v => v.GetProperty("field").GetString())
            : Json.GetProperty("errors").EnumerateObject().Select(e => e.Name);
        Assert.True(named.Contains(parameter), $"{Address} does not name {parameter}: {Text}");
        return this;
    }
}

/// <summary>A machine that asks the API.</summary>
internal sealed class ApiClient(Browser browser)
{
    public async Task<ApiReply> AskAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var ct = TestContext.Current.CancellationToken;
        var response = await browser.Client.SendAsync(request, ct);
        return new ApiReply(address, response, await response.Content.ReadAsStringAsync(ct));
    }

    /// <summary>Sends JSON under a token; null: without one, or nothing to send.</summary>
    public async Task<ApiReply> SendAsync(string? token, HttpMethod method, string address, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var ct = TestContext.Current.CancellationToken;
        var response = await browser.Client.SendAsync(request, ct);
        return new ApiReply(address, response, await response.Content.ReadAsStringAsync(ct));
    }

    public async Task<JsonElement> GetAsync(string address) => (await AskAsync(address)).AssertOk().Json;

    /// <summary>Every entry of a list, page by page.</summary>
    public async Task<List<JsonElement>> AllAsync(string address)
    {
        const int most = 60;
        var all = new List<JsonElement>();
        string? next = address;
        for (var i = 0; next is not null; i++)
        {
            Assert.True(i < most, $"{address} has no end.");
            var page = await GetAsync(next);
            all.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString() is { } whole ? new Uri(whole).PathAndQuery : null;
        }

        return all;
    }
}
