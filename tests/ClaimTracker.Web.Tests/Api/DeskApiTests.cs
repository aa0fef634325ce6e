using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Core;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.History;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>What programs of staff do with tokens: the whole way of a claim, and everything that must not happen on it.</summary>
public sealed class DeskApiTests(DeskPrograms desks) : IClassFixture<DeskPrograms>
{
    private const string Claims = "/api/v1/desk/claims";

    [Theory, DatabaseData]
    public async Task Claim_FromLoggedToPublished_GoesTheWayOfTheDesk(DatabaseProvider provider)
    {
        var app = await desks.OnAsync(provider);
        var (checker, editor) = (await DeskProgram.OfAsync(app, Roles.Editor, name: "Monitor"), await DeskProgram.OfAsync(app, Roles.Editor));
        var logged = await checker.SendsAsync(Claims, DeskTexts.Claim("1"), ("Idempotency-Key", "log-1"));
        Assert.True(logged.Status == 201, logged.Text);
        var claim = new Uri(logged.Response.Headers.Location?.ToString() ?? "").PathAndQuery;
        var number = logged.Json.GetProperty("number").GetInt32();

        // Once, however often it is sent; and the key is for nothing else.
        var again = await checker.SendsAsync(Claims, DeskTexts.Claim("1"), ("Idempotency-Key", "log-1"));
        Assert.Equal((201, logged.Text), (again.Status, again.Text));
        Assert.Equal(logged.Response.Headers.ETag, again.Response.Headers.ETag);
        (await checker.SendsAsync(Claims, DeskTexts.Claim("other"), ("Idempotency-Key", "log-1"))).AssertProblem(422);

        await checker.MustAsync(claim, "appearances", DeskTexts.Appearance("1", "again"));
        var evidence = await checker.MustAsync(claim, "evidence", DeskTexts.Evidence("1", "register", "Refutes"));
        await checker.MustAsync(claim, "evidence", DeskTexts.Evidence("1", "customs", "Supports"));

        // What was read must still stand.
        var stale = (await checker.SendsAsync($"{claim}/evidence", DeskTexts.Evidence("1", "harbour", "Context"), ("If-Match", evidence.Response.Headers.ETag?.ToString() ?? ""))).AssertProblem(412);
        Assert.Equal(await checker.TagAsync(claim), stale.Response.Headers.ETag?.ToString());
        (await checker.SendsAsync($"{claim}/evidence", DeskTexts.Evidence("1", "harbour", "Context"))).AssertProblem(428);
        (await checker.SendsAsync($"{claim}/evidence", DeskTexts.Evidence("1", "harbour", "Context"), ("If-Match", "*"))).AssertProblem(412);

        var note = await checker.SendsAsync($"{claim}/notes", $$"""{ "body": "{{DeskTexts.Marked}} The register counts days in local time.", "language": "en" }""");
        Assert.Equal((201, JsonValueKind.String), (note.Status, note.Json.GetProperty("id").ValueKind));
        await checker.MustAsync(claim, "transitions", """{ "action": "Take" }""");
        await checker.MustAsync(claim, "verdicts", DeskTexts.Verdict);
        (await checker.TriesAsync(claim, "verdicts", DeskTexts.Verdict)).AssertProblem(412);

        // The same words again change nothing, which is no fault.
        var same = DeskTexts.Verdict.Replace("\"basedOn\": 0", "\"basedOn\": 1", StringComparison.Ordinal);
        await checker.MustAsync(claim, "verdicts", same);
        (string, string)[] keyed = [("Idempotency-Key", "same"), ("If-Match", await checker.TagAsync(claim))];
        var unchanged = (await checker.SendsAsync($"{claim}/verdicts", same, keyed)).AssertOk();
        Assert.Equal((number, keyed[1].Item2), (unchanged.Json.GetProperty("number").GetInt32(), unchanged.Response.Headers.ETag?.ToString()));
        await checker.MustAsync(claim, "evidence", DeskTexts.Evidence("1", "harbour", "Context"));
        Assert.Equal(unchanged.Text, (await checker.SendsAsync($"{claim}/verdicts", same, keyed)).AssertOk().Text);
        (await checker.SendsAsync($"{claim}/verdicts", DeskTexts.Verdict, keyed)).AssertProblem(422);

        // Also when the claim changes between the look at its version and the save.
        var read = int.Parse(keyed[1].Item2.Trim('"'), CultureInfo.InvariantCulture);
        var late = await app.WithAsync((VerdictService verdicts) => verdicts.SaveDraftAsync(
            number, 1, new VerdictDraft { IsExact = true, ClaimVersion = read }, new Actor(checker.User.Id, checker.User.DisplayName, checker.User.Roles), TestContext.Current.CancellationToken));
        Assert.Equal(Transitions.ClaimChanged, Assert.IsType<Outcome.NotNow>(late).Code);
        await checker.MustAsync(claim, "transitions", """{ "action": "Propose" }""");

        var state = (await editor.AsksAsync(claim)).AssertOk().Json;
        var hash = state.GetProperty("approval").GetProperty("hash").GetString();
        Assert.Equal("InReview", state.GetProperty("stage").GetString());
        Assert.Contains("Approve", state.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(3, state.GetProperty("evidence").GetArrayLength());
        var approve = $$"""{ "action": "Approve", "shownHash": "{{hash}}" }""";
        var own = (await checker.TriesAsync(claim, "transitions", approve)).AssertProblem(403);
        Assert.Contains("approve", own.Json.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
        (await editor.TriesAsync(claim, "transitions", """{ "action": "Approve", "shownHash": "0" }""")).AssertProblem(412);
        Assert.Contains("Approve", (await editor.TriesAsync(claim, "transitions", """{ "action": "Take" }""")).AssertProblem(409).Json.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
        (await editor.AsksAsync($"/api/v1/claims/{number}")).AssertProblem(404);
        await editor.MustAsync(claim, "transitions", approve);

        var published = (await editor.AsksAsync($"/api/v1/claims/{number}")).AssertOk();
        Assert.Equal("False", published.Json.GetProperty("verdict").GetProperty("rating").GetProperty("code").GetString());
        foreach (var secret in new[] { DeskTexts.Marked, "Monitor", checker.User.DisplayName, "sourceGrade" })
        {
            Assert.DoesNotContain(secret, published.Text, StringComparison.Ordinal);
        }

        await AssertTrailAsync(app, provider, number, checker);
    }

    [Theory, DatabaseData]
    public async Task SameKey_SentAtOnce_IsDoneOnce(DatabaseProvider provider)
    {
        var app = await desks.OnAsync(provider);
        var program = await DeskProgram.OfAsync(app, Roles.Checker);
        var logs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.SendsAsync(Claims, DeskTexts.Claim("twins"), ("Idempotency-Key", "twins"))));
        Assert.All(logs, l => Assert.Equal((201, logs[0].Text), (l.Status, l.Text)));

        var claim = new Uri(logs[0].Json.GetProperty("self").GetString() ?? "").PathAndQuery;
        var tag = await program.TagAsync(claim);
        var takes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.SendsAsync($"{claim}/transitions", """{ "action": "Take" }""", ("Idempotency-Key", "take"), ("If-Match", tag))));
        Assert.All(takes, t => Assert.Equal((200, takes[0].Text), (t.Status, t.Text)));

        // Without a key one of them was first, and the others read something that is no longer so.
        tag = await program.TagAsync(claim);
        var rows = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => program.SendsAsync($"{claim}/appearances", DeskTexts.Appearance("twins", $"page-{i}"), ("If-Match", tag))));
        Assert.Equal([201, 412, 412], rows.Select(r => r.Status).Order());
        Assert.Equal(2, (await program.AsksAsync(claim)).Json.GetProperty("appearances").GetArrayLength());
    }

    [Fact]
    public async Task Token_IsForWhatItWasMade_AndNeverForMoreThanItsOwner()
    {
        var app = await desks.OnAsync(DatabaseProvider.Sqlite);
        var reader = await DeskProgram.OfAsync(app, Roles.Editor, TokenScopes.ReadDesk);
        var writer = await DeskProgram.OfAsync(app, Roles.Editor, TokenScopes.WriteClaims);
        var observer = await DeskProgram.OfAsync(app, Roles.Observer);
        var claim = new Uri((await writer.SendsAsync(Claims, DeskTexts.Claim("scopes"))).Json.GetProperty("self").GetString() ?? "").PathAndQuery;

        var refused = (await reader.SendsAsync(Claims, DeskTexts.Claim("scopes"))).AssertProblem(403);
        Assert.Equal("Bearer error=\"insufficient_scope\", scope=\"write-claims\"", refused.Response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("write-claims", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await writer.SendsAsync($"{claim}/transitions", """{ "action": "Take" }""", ("If-Match", "\"1\""))).AssertProblem(403);
        (await writer.AsksAsync(claim)).AssertProblem(403);
        (await observer.SendsAsync(Claims, DeskTexts.Claim("scopes2"))).AssertProblem(403);
        (await observer.TriesAsync(claim, "transitions", """{ "action": "Take" }""")).AssertProblem(403);
        Assert.DoesNotContain(writer.User.DisplayName, (await observer.AsksAsync(claim)).AssertOk().Text, StringComparison.Ordinal);

        Assert.IsType<Outcome.Done>(await app.WithAsync((UserAdministration users) => users.SetRolesAsync(
            observer.User.Id, 1, Roles.None, null, new Actor(null, "test", Roles.Admin), TestContext.Current.CancellationToken)));
        Assert.Equal("Bearer error=\"invalid_token\"", (await observer.AsksAsync(claim)).AssertProblem(401).Response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task WhatIsWrong_IsNamedFieldByField_InTheLanguageAskedFor()
    {
        var program = await DeskProgram.OfAsync(await desks.OnAsync(DatabaseProvider.Sqlite), Roles.Checker);
        var empty = (await program.SendsAsync(Claims, "{}")).AssertWrong("statement").AssertWrong("kind").AssertWrong("claimants");
        Assert.DoesNotContain("triage", empty.Text, StringComparison.Ordinal);
        var wrong = DeskTexts.Claim("wrong").Replace("\"Reported\"", "\"Reported\", \"paragraphTo\": 1", StringComparison.Ordinal).Replace("\"from\": \"2026-03\"", "\"from\": \"soonish\"", StringComparison.Ordinal);
        (await program.SendsAsync(Claims, wrong)).AssertWrong("assertedOn.from");
        (await program.SendsAsync(Claims, wrong.Replace("soonish", "2026-03", StringComparison.Ordinal))).AssertWrong("appearances[0].paragraphTo");
        (await program.SendsAsync(Claims, DeskTexts.Claim("wrong").Replace("\"Article\"", "\"Pamphlet\"", StringComparison.Ordinal))).AssertWrong("appearances[0].source.kind");
        (await program.SendsAsync(Claims, DeskTexts.Claim("wrong").Replace("\"aspect\"", "\"nobody\": 1, \"aspect\"", StringComparison.Ordinal))).AssertWrong("nobody");
        (await program.SendsAsync(Claims, DeskTexts.Claim("wrong").Replace("\"ar\":", "\"xx\":", StringComparison.Ordinal))).AssertWrong("statement.xx");
        Assert.Equal("ar", Assert.Single((await program.SendsAsync($"{Claims}?lang=ar", "{}")).AssertWrong("statement").Response.Content.Headers.ContentLanguage));
        (await program.SendsAsync(Claims, DeskTexts.Claim("wrong"), ("Idempotency-Key", "two words"))).AssertWrong("Idempotency-Key");
        (await program.SendsAsync($"{Claims}?nobody=1", DeskTexts.Claim("wrong"))).AssertWrong("nobody");
    }

    /// <summary>Every operation as its description has it: nonsense of every kind is refused, and nothing fails.</summary>
    [Theory, DatabaseData]
    public async Task Nonsense_IsRefused_AndNothingFails(DatabaseProvider provider)
    {
        var app = await desks.OnAsync(provider);
        var program = await DeskProgram.OfAsync(app, Roles.Editor);
        var claim = new Uri((await program.SendsAsync(Claims, DeskTexts.Claim("nonsense"))).Json.GetProperty("self").GetString() ?? "").PathAndQuery;
        var description = (await program.AsksAsync("/openapi/v1.json")).AssertOk().Json;
        var paths = description.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith(Claims, StringComparison.Ordinal) && p.Value.TryGetProperty("post", out _)).ToList();
        string[] nonsense =
        [
            "", " ", "null", "[]", "1", "\"text\"", "{", "{}", "{\"a\":1}", "{\"body\":\"\\u0000\",\"language\":\"en\"}", "{\"body\":\"\\ud800\",\"language\":\"en\"}", "{\"action\":\"Log\"}", "{\"action\":7}",
            "{\"action\":\"Merge\",\"into\":-5,\"reason\":\"\"}", "{\"action\":\"Vote\",\"rating\":\"nobody\"}", "{\"action\":\"Close\",\"code\":\"nobody\"}", "{\"action\":\"Remove\",\"code\":\"Safety\",\"notice\":{\"xx\":\"a\"}}",
            "{\"basedOn\":2147483648,\"rating\":\"False\"}", "{\"basedOn\":0,\"rating\":\"False\",\"headline\":{\"zz\":\"a\",\"en\":null}}", "{\"source\":{},\"strength\":\"Reported\"}", "{\"source\":{\"id\":\"0199a5a0-0000-7000-8000-000000000001\"},\"stance\":\"Refutes\"}",
            "{\"source\":{\"address\":\"javascript:alert(1)\",\"kind\":\"Article\"},\"strength\":\"Fact\"}", new string('[', 200_000), "{\"statement\":" + string.Concat(Enumerable.Repeat("{\"en\":", 500)), "\ufeff{}",
        ];
        foreach (var path in paths)
        {
            var address = path.Name.Replace("{number}", claim.Split('/')[^1], StringComparison.Ordinal);
            foreach (var body in nonsense)
            {
                var reply = await program.SendsAsync(address, body, ("If-Match", await program.TagAsync(claim)));
                Assert.True(reply.Status is >= 400 and < 500, $"{address} {body[..Math.Min(body.Length, 80)]}: {reply.Status} {reply.Text}");
                reply.AssertProblem(reply.Status);
            }

            (await program.SendsAsync(address, $$"""{ "body": "{{new string('a', 300_000)}}" }""", ("If-Match", "\"1\""))).AssertProblem(413);
            (await new ApiClient(app.NewBrowser()).AskAsync(address, HttpMethod.Post, ("Authorization", $"Bearer {program.Token}"))).AssertProblem(415);
            if (path.Name.Contains("{number}", StringComparison.Ordinal))
            {
                var example = path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
                (await program.SendsAsync(path.Name.Replace("{number}", "999999", StringComparison.Ordinal), example, ("If-Match", "\"1\""))).AssertProblem(404);
                (await program.SendsAsync(path.Name.Replace("{number}", "fifty", StringComparison.Ordinal), example, ("If-Match", "\"1\""))).AssertProblem(400);
            }
        }
    }

    /// <summary>What no database stores, or turns the direction of what follows, is taken out of every text as forms do; and names have their length before they are looked for.</summary>
    [Theory, DatabaseData]
    public async Task TextsOfPrograms_AreCleaned_BeforeAnyDatabaseSeesThem(DatabaseProvider provider)
    {
        const string dirt = "\u0000\u202e";
        var ct = TestContext.Current.CancellationToken;
        var app = await desks.OnAsync(provider);
        var program = await DeskProgram.OfAsync(app, Roles.Editor);
        var logged = await program.SendsAsync(Claims, DeskTexts.Claim("dirt").Replace("port dirt", "port\\u0000 dirt\\u202e", StringComparison.Ordinal));
        Assert.True(logged.Status == 201, logged.Text);
        var claim = new Uri(logged.Json.GetProperty("self").GetString() ?? "").PathAndQuery;
        var description = (await program.AsksAsync("/openapi/v1.json")).AssertOk().Json;
        foreach (var path in description.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith(Claims, StringComparison.Ordinal) && p.Value.TryGetProperty("post", out _)))
        {
            var address = path.Name.Replace("{number}", claim.Split('/')[^1], StringComparison.Ordinal);
            var example = path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
            var body = JsonNode.Parse(example);
            // Names of kinds and days are not texts, and would be refused first.
            foreach (var text in TextsIn(body).Where(t => t.GetValue<string>() is var words && (words.Contains(' ') || char.IsLower(words[0]))).ToList())
            {
                text.ReplaceWith(text.GetValue<string>() + dirt);
            }

            var json = body?.ToJsonString() ?? "";
            var reply = await program.SendsAsync(address, json, ("If-Match", await program.TagAsync(claim)));
            Assert.True(reply.Status < 500, $"{address} {json}: {reply.Status} {reply.Text}");
        }

        (await program.TriesAsync(claim, "verdicts", """{ "basedOn": 0, "rating": "\u0000" }""")).AssertWrong("rating");
        await program.MustAsync(claim, "notes", """{ "body": "Asked the\u202e har\u0000bour office.", "language": "en" }""");
        await program.MustAsync(claim, "transitions", """{ "action": "Close", "code": "NotCheckable", "reason": "No register\u0000 of it\u202e is kept anywhere." }""");
        var number = logged.Json.GetProperty("number").GetInt32();
        var stream = string.Create(CultureInfo.InvariantCulture, $"claim:{number}");
        var trail = await app.WithDbAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Stream == stream).Select(e => e.Values).ToListAsync(ct));
        Assert.Contains(trail, v => v.Contains("No register of it is kept anywhere.", StringComparison.Ordinal));
        Assert.Contains("Asked the harbour office.", (await program.AsksAsync(claim)).AssertOk().Json.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("body").GetString()));

        var endless = new string('a', 60_000);
        var party = DeskTexts.Claim("endless").Replace("Ministry of Shipping endless", endless, StringComparison.Ordinal);
        (await program.SendsAsync(Claims, party)).AssertWrong("claimants[0].party.name.en");
        var outlet = DeskTexts.Claim("endless").Replace("\"level\"", $$"""
            "outlet": { "name": { "en": "{{endless}}" }, "kind": "Newspaper" }, "level"
            """, StringComparison.Ordinal);
        (await program.SendsAsync(Claims, outlet)).AssertWrong("appearances[0].source.outlet.name.en");
        var topics = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"t{i}\""));
        (await program.SendsAsync(Claims, DeskTexts.Claim("endless").Replace("\"aspect\"", $"\"topics\": [{topics}], \"aspect\"", StringComparison.Ordinal))).AssertProblem(400);
    }

    private static IEnumerable<JsonValue> TextsIn(JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(v => TextsIn(v.Value)),
        JsonArray values => values.SelectMany(TextsIn),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => [value],
        _ => [],
    };

    /// <summary>On the claim's history and in the trail it stands which token it was; the trail proves it.</summary>
    private static async Task AssertTrailAsync(WebApp app, DatabaseProvider provider, int number, DeskProgram checker)
    {
        var ct = TestContext.Current.CancellationToken;
        var stream = string.Create(CultureInfo.InvariantCulture, $"claim:{number}");
        var entries = await app.WithDbAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Sequence).ToListAsync(ct));
        Assert.All(entries, e => Assert.NotNull(AuditEntry.TokenOf(e.ReadValues())));
        Assert.Contains(entries, e => e.Kind is AuditKind.Refusal && e.Action == "claim.approve");
        Assert.Equal(checker.User.Id, entries[0].ActorId);
        Assert.Empty(await app.WithAsync(async (AuditVerifier verifier) => await verifier.VerifyAsync(ct).ToListAsync(ct)));

        if (provider is DatabaseProvider.Postgres)
        {
            // The pages are the same.
            return;
        }

        var browser = app.NewBrowser();
        await browser.SignInAsync(checker.User);
        var address = string.Create(CultureInfo.InvariantCulture, $"desk/claims/{number}/history");
        Assert.Contains($"{checker.User.DisplayName}, via token “Monitor”", (await browser.GetAsync($"/en/{address}")).AssertOk().AllWords(".history__who"));
        Assert.Contains($"{checker.User.DisplayName} برمز «Monitor»", (await browser.GetAsync($"/ar/{address}")).AssertOk().AllWords(".history__who"));
        var observer = await app.SignedInAsync(Roles.Observer);
        Assert.DoesNotContain("Monitor", (await observer.GetAsync($"/en/{address}")).AssertOk().Text, StringComparison.Ordinal);
        var admin = await app.SignedInAsync(Roles.Admin);
        Assert.Contains("via token “Monitor”", (await admin.GetAsync($"/en/admin/audit?stream=CT-{number}")).AssertOk().Text, StringComparison.Ordinal);
    }
}
