using ClaimTracker.Core.Data;
using ClaimTracker.Core.Users;
using ClaimTracker.Web.Tests.Desk;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>A desk on each database, started when it is first asked for.</summary>
public sealed class DeskPrograms : IAsyncDisposable
{
    private readonly Dictionary<DatabaseProvider, WebApp> apps = [];

    public async Task<WebApp> OnAsync(DatabaseProvider provider)
    {
        if (!apps.TryGetValue(provider, out var app))
        {
            apps[provider] = app = provider is DatabaseProvider.Postgres ? new PostgresDesk() : new WebApp();
            await app.InitializeAsync();
        }

        return app;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps.Values)
        {
            await app.DisposeAsync();
        }
    }
}

/// <summary>A program of one person, which writes to the desk with a token.</summary>
internal sealed class DeskProgram(WebApp app, TestUser user, string token)
{
    private readonly ApiClient api = new(app.NewBrowser());

    public const TokenScopes All = TokenScopes.ReadDesk | TokenScopes.WriteClaims | TokenScopes.ReviewWorkflow;

    public TestUser User => user;

    public string Token => token;

    public static async Task<DeskProgram> OfAsync(WebApp app, Roles roles, TokenScopes scopes = All, string name = "Script")
    {
        var user = await app.CreateUserAsync(roles);
        return new DeskProgram(app, user, await app.TokenAsync(user, scopes, name));
    }

    public Task<ApiReply> AsksAsync(string address) => api.SendAsync(token, HttpMethod.Get, address, null);

    public Task<ApiReply> SendsAsync(string address, string json, params (string Name, string Value)[] headers) => api.SendAsync(token, HttpMethod.Post, address, json, headers);

    /// <summary>Writes to the claim as it is now; it has to succeed.</summary>
    public async Task<ApiReply> MustAsync(string claim, string part, string json)
    {
        var reply = await TriesAsync(claim, part, json);
        Assert.True(reply.Status is 200 or 201, $"{part} {json}: {reply.Status} {reply.Text}");
        return reply;
    }

    public async Task<ApiReply> TriesAsync(string claim, string part, string json) => await SendsAsync($"{claim}/{part}", json, ("If-Match", await TagAsync(claim)));

    public async Task<string> TagAsync(string claim) => (await AsksAsync(claim)).AssertOk().Response.Headers.ETag?.ToString() ?? "";
}

/// <summary>What programs send in tests; each key is another story.</summary>
internal static class DeskTexts
{
    public const string Marked = "STAFFONLY";

    public static string Claim(string key) =>
        $$"""
        {
          "statement": { "en": "The shipping ministry says ninety containers left port {{key}} in March.", "ar": "وزارة النقل البحري تقول إن تسعين حاوية غادرت الميناء {{key}} في مارس." },
          "originalLanguage": "en", "kind": "Quantity", "aspect": "Content",
          "claimants": [{ "party": { "name": { "en": "Ministry of Shipping {{key}}" }, "kind": "Ministry" } }],
          "selectionReason": { "en": "Many outlets repeat the number." },
          "assertedOn": { "from": "2026-03" },
          "figures": [{ "value": 90, "modifier": "About", "unit": { "en": "container {{key}}", "ar": "حاوية {{key}}" } }],
          "appearances": [{{Appearance(key)}}]
        }
        """;

    public static string Appearance(string key, string page = "ninety-containers") =>
        $$"""
        { "source": {{Source($"https://news{key}.example.org/{page}", "Article", "Secondary", $"Harbour Agency {key}")}}, "quote": "ninety containers left the port", "paragraphFrom": 2, "strength": "Reported" }
        """;

    public static string Evidence(string key, string office, string stance) =>
        $$"""
        { "source": {{Source($"https://{office}.example.org/port-{key}", "Report", "Primary", $"{office} office {key}")}}, "stance": "{{stance}}", "quote": "forty containers are listed", "sourceGrade": "B" }
        """;

    public const string Verdict =
        """
        {
          "basedOn": 0, "rating": "False",
          "headline": { "en": "Port registers list forty containers, less than half of what the ministry names" },
          "explanation": { "en": "Two registers list forty containers in March. The ministry published no register of its own." },
          "confidence": "High", "asOf": "2026-04-02",
          "waivers": [{ "condition": "Contact", "reason": "ContactImpossible", "explanation": { "en": "The ministry has published no address or number, and its offices were closed." } }]
        }
        """;

    private static string Source(string address, string kind, string level, string origin) =>
        $$"""
        { "address": "{{address}}", "kind": "{{kind}}", "level": "{{level}}", "language": "en", "title": { "en": "Report at {{address}}" }, "origin": { "name": { "en": "{{origin}}" }, "kind": "NewsOrganisation" } }
        """;
}
