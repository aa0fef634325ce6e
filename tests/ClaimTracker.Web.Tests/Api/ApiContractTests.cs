using System.Globalization;
using System.Text.Json;
using ClaimTracker.Web.Tests.Public;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>Every operation of the API as its description has it, asked rightly and wrongly: nothing fails, and whatever is refused says why.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class ApiContractTests(PublicSite site)
{
    private const int Seed = 20_261_123;
    private const int RandomRequests = 250;

    private static readonly string[] Nasty =
    [
        "", " ", "0", "-1", "99999999999999999999", "1e3", "٥٠", "null", "true", "[]", "{}", "../..", "%00", "%2F", "%E0%A4%A", "'; DROP TABLE \"Claims\"; --", "\" OR 1=1", "AND OR NOT (", "number>",
        "rating:", "صحيح", "é\u0301", "😀", "\u202e", "*", "a*", "~", "a~b~c", "2024-13-45", "0001-01-01", "9999-12-31", "9999", "1", "from", "ar", "en", "False", "0199a5a0-0000-7000-8000-000000000001", "<script>",
    ];

    private const string Desk = "/api/v1/desk/";

    private readonly ApiClient api = new(site.NewBrowser());

    private sealed record Parameter(string Name, string In, JsonElement Schema, string? Example, bool IsRequired)
    {
        public JsonElement One => Schema.TryGetProperty("items", out var items) ? items : Schema;
    }

    private sealed record Operation(string Path, string Id, IReadOnlyList<Parameter> Parameters);

    [Fact]
    public async Task EveryOperation_AskedAsDescribed_AnswersWithAllThatItsAnswersCarry()
    {
        var operations = await OperationsAsync();
        Assert.InRange(operations.Count, 18, 40);
        foreach (var operation in operations)
        {
            var reply = (await api.AskAsync(await ValidAsync(operation))).AssertOk();
            Assert.Equal("application/json", reply.Type);
            Assert.False(reply.Response.Headers.ETag?.IsWeak ?? true, reply.Address);
            Assert.NotNull(reply.Response.Headers.CacheControl);
            Assert.Contains("Accept-Language", reply.Response.Headers.Vary);
            Assert.Equal("*", Assert.Single(reply.Response.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.NotEmpty(reply.Response.Headers.GetValues("RateLimit-Remaining"));

            var again = await api.AskAsync(reply.Address, null, ("If-None-Match", reply.Response.Headers.ETag.ToString()));
            Assert.True(again.Status == 304, $"{reply.Address}: {again.Status}");
            Assert.Equal("", again.Text);
            var head = await api.AskAsync(reply.Address, HttpMethod.Head);
            Assert.Equal((200, ""), (head.Status, head.Text));
            Assert.Equal(reply.Response.Headers.ETag, head.Response.Headers.ETag);
            Assert.Equal(405, (await api.AskAsync(reply.Address, HttpMethod.Post)).AssertProblem(405).Status);
        }
    }

    /// <summary>With tokens they are asked where something may be written: <see cref="DeskApiTests"/>.</summary>
    [Fact]
    public async Task EveryOperationOfTheDesk_WithoutAToken_SaysThatItNeedsOne()
    {
        var paths = (await api.GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith(Desk, StringComparison.Ordinal)).ToList();
        Assert.Equal(7, paths.SelectMany(p => p.Value.EnumerateObject()).Count());
        var unknown = "ct_0123456789ab_" + new string('a', 43);
        foreach (var (path, method) in paths.SelectMany(p => p.Value.EnumerateObject(), (p, m) => (p.Name.Replace("{number}", "50", StringComparison.Ordinal), new HttpMethod(m.Name.ToUpperInvariant()))))
        {
            var json = method == HttpMethod.Post ? "{}" : null;
            var without = (await api.SendAsync(null, method, path, json)).AssertProblem(401);
            Assert.Equal("Bearer", without.Response.Headers.WwwAuthenticate.ToString());
            Assert.False(without.Response.Headers.Contains("Access-Control-Allow-Origin"));
            foreach (var wrong in new[] { unknown, "ct_", "nonsense", unknown + "a", unknown.ToUpperInvariant() })
            {
                Assert.Equal("Bearer error=\"invalid_token\"", (await api.SendAsync(wrong, method, path, json)).AssertProblem(401).Response.Headers.WwwAuthenticate.ToString());
            }
        }

        // Nor does reading take one that does not work for none.
        (await api.SendAsync(unknown, HttpMethod.Get, "/api/v1/topics", null)).AssertProblem(401);
        (await api.SendAsync(null, HttpMethod.Delete, "/api/v1/desk/claims/50", null)).AssertProblem(405);
    }

    [Fact]
    public async Task EveryParameter_WithinItsBounds_IsTaken_AndBeyondThem_IsNamed()
    {
        foreach (var operation in await OperationsAsync())
        {
            var valid = await ValidAsync(operation);
            foreach (var parameter in operation.Parameters.Where(p => p.In == "query"))
            {
                if (parameter.Example is { } example && !(operation.Id == "listClaims" && parameter.Name == "sort"))
                {
                    (await api.AskAsync(With(valid, parameter.Name, example))).AssertOk();
                }

                foreach (var wrong in Beyond(parameter))
                {
                    (await api.AskAsync(With(valid, parameter.Name, wrong))).AssertWrong(parameter.Name);
                }
            }

            (await api.AskAsync(With(valid, "nobody", "knows"))).AssertWrong("nobody");
        }

        (await api.AskAsync("/api/v1/claims?limit=5&limit=6")).AssertWrong("limit");
        (await api.AskAsync("/api/v1/claims?sort=relevance")).AssertWrong("sort");
        (await api.AskAsync("/api/v1/claims?from=2024&to=2023")).AssertWrong("from");
        (await api.AskAsync("/api/v1/claims?after=nonsense")).AssertWrong("after");
        (await api.AskAsync("/api/v1/claimants?after=nonsense")).AssertWrong("after");
        (await api.AskAsync("/api/v1/corrections?claim=nonsense")).AssertWrong("claim");
        (await api.AskAsync("/api/v1/claims?fields=number,nonsense")).AssertWrong("fields");
        (await api.AskAsync("/api/v1/match")).AssertWrong("q");
        (await api.AskAsync("/v1alpha1/claims:search")).AssertWrong("query");
        (await api.AskAsync("/v1alpha1/claims:search?query=a&pageToken=nonsense")).AssertWrong("pageToken");
    }

    [Fact]
    public async Task Nonsense_IsRefused_AndNothingFails()
    {
        var operations = await OperationsAsync();
        var random = new Random(Seed);
        for (var i = 0; i < RandomRequests; i++)
        {
            var operation = operations[random.Next(operations.Count)];
            var address = operation.Path;
            foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
            {
                address = address.Replace($"{{{parameter.Name}}}", Value(random, parameter), StringComparison.Ordinal);
            }

            var query = operation.Parameters.Where(p => p.In == "query").OrderBy(_ => random.Next()).Take(random.Next(5)).Select(p => $"{p.Name}={Value(random, p)}");
            address += "?" + string.Join('&', query);
            var reply = await api.AskAsync(address, null, ("Accept-Language", Nasty[random.Next(Nasty.Length)]));
            Assert.True(reply.Status < 500, $"{address}: {reply.Status} {reply.Text}");
            if (reply.Status >= 400)
            {
                reply.AssertProblem(reply.Status);
            }
        }
    }

    [Theory]
    [InlineData("/api", 404)]
    [InlineData("/api/v1", 404)]
    [InlineData("/api/v1/nonsense", 404)]
    [InlineData("/api/v2/claims", 404)]
    [InlineData("/api/v1/claims/999999", 404)]
    [InlineData("/api/v1/claims/50/versions/99", 404)]
    [InlineData("/api/v1/claims/0", 400)]
    [InlineData("/api/v1/claims/fifty", 400)]
    [InlineData("/api/v1/sources/0199a5a0-0000-7000-8000-000000000009", 404)]
    [InlineData("/api/v1/topics/nobody-knows", 404)]
    [InlineData("/openapi/v9.json", 404)]
    [InlineData("/v1alpha1/claims:imageSearch", 404)]
    public async Task WhatIsNotThere_IsAProblem(string address, int status) => (await api.AskAsync(address)).AssertProblem(status);

    [Fact]
    public async Task Problems_AreInTheLanguageOfWhoeverAsks()
    {
        Assert.Contains("لا شيء", (await api.AskAsync("/api/v1/nonsense", null, ("Accept-Language", "ar-EG,en;q=0.5"))).AssertProblem(404).Text, StringComparison.Ordinal);
        Assert.Contains("لا معامل", (await api.AskAsync("/api/v1/topics?lang=ar&nobody=1")).AssertWrong("nobody").Text, StringComparison.Ordinal);
        (await api.AskAsync("/api/v1/topics", null, ("Accept", "text/html"))).AssertProblem(406);
        Assert.Equal(200, (await api.AskAsync("/api/v1/topics", null, ("Accept", "text/html, */*;q=0.1"))).Status);
    }

    private async Task<List<Operation>> OperationsAsync()
    {
        var document = await api.GetAsync("/openapi/v1.json");
        return
        [
            .. document.GetProperty("paths").EnumerateObject().Where(p => !p.Name.StartsWith(Desk, StringComparison.Ordinal)).Select(path => new Operation(
                path.Name,
                path.Value.GetProperty("get").GetProperty("operationId").GetString() ?? "",
                [.. path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(ParameterOf)])),
        ];
    }

    private static Parameter ParameterOf(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString() ?? "",
        parameter.GetProperty("in").GetString() ?? "",
        parameter.GetProperty("schema"),
        !parameter.TryGetProperty("example", out var example) ? null : example.ValueKind is JsonValueKind.Array ? example[0].ToString() : example.ToString(),
        parameter.TryGetProperty("required", out var required) && required.GetBoolean());

    /// <summary>The address with values that lead somewhere.</summary>
    private async Task<string> ValidAsync(Operation operation)
    {
        var address = operation.Path;
        foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
        {
            var value = parameter.Name != "id" ? parameter.Example : operation.Id switch
            {
                "getClaimant" => (await api.GetAsync("/api/v1/claimants?limit=1")).GetProperty("items")[0].GetProperty("id").GetString(),
                "getSource" => (await api.GetAsync("/api/v1/sources?limit=1")).GetProperty("items")[0].GetProperty("id").GetString(),
                _ => (await api.GetAsync("/api/v1/claims/50")).GetProperty("sources").EnumerateArray()
                    .Select(s => s.GetProperty("outlet")).First(o => o.ValueKind is JsonValueKind.Object).GetProperty("id").GetString(),
            };
            address = address.Replace($"{{{parameter.Name}}}", value, StringComparison.Ordinal);
        }

        var needed = operation.Parameters.Where(p => p.In == "query" && (p.IsRequired || p.Name == "query"));
        return needed.Aggregate(address, (a, p) => With(a, p.Name, p.Example ?? "containers"));
    }

    private static IEnumerable<string> Beyond(Parameter parameter)
    {
        var schema = parameter.One;
        if (schema.TryGetProperty("maxLength", out var length))
        {
            yield return new string('a', length.GetInt32() + 1);
        }

        if (schema.TryGetProperty("enum", out _))
        {
            yield return "nonsense";
        }

        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uuid")
        {
            yield return "nonsense";
        }

        if (schema.TryGetProperty("minimum", out var least))
        {
            yield return (least.GetInt64() - 1).ToString(CultureInfo.InvariantCulture);
            yield return (schema.GetProperty("maximum").GetInt64() + 1).ToString(CultureInfo.InvariantCulture);
            yield return "many";
        }

        if (parameter.Name is "from" or "to")
        {
            yield return "soonish";
        }
    }

    private static string Value(Random random, Parameter parameter)
    {
        var value = random.Next(4) switch
        {
            0 when parameter.Example is { } example => example,
            1 => new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x20, 0x700))]),
            2 => string.Concat(Enumerable.Repeat(Nasty[random.Next(Nasty.Length)], random.Next(1, 60))),
            _ => Nasty[random.Next(Nasty.Length)],
        };
        var escaped = value.Contains('%', StringComparison.Ordinal) && !value.Contains('#', StringComparison.Ordinal) ? value : Uri.EscapeDataString(value);
        // The test's server takes no null character in a path; a real one refuses it before we are asked.
        return parameter.In == "path" && (escaped == "" || escaped.Contains("%00", StringComparison.Ordinal)) ? "-" : escaped;
    }

    private static string With(string address, string name, string value)
    {
        var rest = address.Split('?', 2);
        var kept = rest.Length == 1 ? [] : rest[1].Split('&').Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal));
        return $"{rest[0]}?{string.Join('&', kept.Append($"{name}={Uri.EscapeDataString(value)}"))}";
    }
}
