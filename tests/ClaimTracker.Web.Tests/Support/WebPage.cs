using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>What a browser shows: status, address and document.</summary>
public sealed class WebPage(Browser browser, Uri address, HttpResponseMessage response, string text, IHtmlDocument html)
{
    public HttpStatusCode Status => response.StatusCode;

    /// <summary>After redirects.</summary>
    public string Path => address.PathAndQuery;

    public HttpResponseMessage Response => response;

    public string Text => text;

    public IHtmlDocument Html => html;

    public string Heading => Words("h1");

    /// <summary>The visible words of the first element that fits, with single spaces.</summary>
    public string Words(string selector) => Plain(html.QuerySelector(selector)?.TextContent);

    public IReadOnlyList<string> AllWords(string selector) => [.. html.QuerySelectorAll(selector).Select(e => Plain(e.TextContent))];

    /// <summary>The error at a field, or null.</summary>
    public string? ErrorAt(string field) => html.GetElementById(field.Replace('.', '_').Replace('[', '_').Replace(']', '_') + "-error") is { } error ? Plain(error.TextContent) : null;

    public IReadOnlyList<string> Errors => AllWords(".error-summary__list li");

    /// <summary>What a refusal says (403, 409).</summary>
    public string Refusal => Words(".notice--refused p");

    public string Notice => Words(".notice--done");

    /// <summary>The same address again.</summary>
    public Task<WebPage> ReloadAsync() => browser.GetAsync(Path);

    /// <summary>The form that holds a field of that name, or a button with those words, or fits the selector.</summary>
    public WebForm Form(string fieldOrButtonOrSelector)
    {
        var form = html.Forms.FirstOrDefault(f => f.Elements.Any(e => e.GetAttribute("name") == fieldOrButtonOrSelector))
            ?? html.Forms.FirstOrDefault(f => f.QuerySelectorAll("button").Any(b => Plain(b.TextContent) == fieldOrButtonOrSelector))
            ?? (fieldOrButtonOrSelector.AsSpan().ContainsAny('#', '.', '[') ? html.QuerySelector(fieldOrButtonOrSelector) as IHtmlFormElement : null);
        Assert.True(form is not null, $"No form with “{fieldOrButtonOrSelector}” on {Path} ({(int)Status}): {Words("main")}");
        return new WebForm(browser, address, form);
    }

    public Task<WebPage> FollowAsync(string words)
    {
        var link = html.QuerySelectorAll("a[href]").FirstOrDefault(a => Plain(a.TextContent) == words);
        Assert.True(link is not null, $"No link “{words}” on {Path}");
        return browser.GetAsync(new Uri(address, link.GetAttribute("href")).PathAndQuery);
    }

    public WebPage AssertStatus(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"{Path}: {(int)Status} instead of {(int)expected}. {Words("main")}");
        return this;
    }

    public WebPage AssertOk() => AssertStatus(HttpStatusCode.OK);

    internal static string Plain(string? words) => string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
