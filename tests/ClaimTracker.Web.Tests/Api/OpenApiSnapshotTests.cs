using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Tests.Public;

namespace ClaimTracker.Web.Tests.Api;

/// <summary>
/// The description of the API as it was last looked at (<c>openapi.v1.json</c> beside this file). Where a change is meant, run this class with
/// <c>RENEW_OPENAPI=1</c>, which writes the file anew, and read the difference. Its examples are answers once given: <c>RENEW_OPENAPI=examples</c> writes
/// those anew; build, then renew the file.
/// </summary>
[Collection(ReadOnlySite.Name)]
public sealed class OpenApiSnapshotTests(PublicSite site)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ApiClient api = new(site.NewBrowser());

    [Fact]
    public async Task Description_IsTheOneThatWasLookedAt()
    {
        var path = Path.Combine(Repository.Root, "tests", "ClaimTracker.Web.Tests", "Api", "openapi.v1.json");
        var described = (JsonNode.Parse((await api.AskAsync("/openapi/v1.json")).AssertOk().Text) ?? "").ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        switch (Environment.GetEnvironmentVariable("RENEW_OPENAPI"))
        {
            case "1":
                await File.WriteAllTextAsync(path, described, TestContext.Current.CancellationToken);
                break;
            case "examples":
                await RenewExamplesAsync(JsonNode.Parse(described)!); // just written
                break;
        }

        Assert.True(
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) == described,
            "The description of the API changed. If that is meant, run this test with RENEW_OPENAPI=1 and read the difference of openapi.v1.json.");
    }

    /// <summary>First entries only, so that the description stays readable.</summary>
    private async Task RenewExamplesAsync(JsonNode description)
    {
        var path = Path.Combine(Repository.Root, "src", "ClaimTracker.Web", "Api", "Description", "examples.json");
        var examples = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsObject(); // written here
        foreach (var (address, operations) in description["paths"]!.AsObject()) // a description has paths
        {
            // What the desk answers is written by hand.
            if (!address.StartsWith("/api/v1/desk/", StringComparison.Ordinal) && operations!["get"] is { } operation && await ExampleAddressAsync(address, operation) is { } asked)
            {
                examples[operation["operationId"]!.GetValue<string>()] = Cut(JsonNode.Parse((await api.AskAsync(asked)).AssertOk().Text));
            }
        }

        await File.WriteAllTextAsync(path, examples.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n", TestContext.Current.CancellationToken);
    }

    private async Task<string?> ExampleAddressAsync(string path, JsonNode operation)
    {
        var id = operation["operationId"]!.GetValue<string>(); // every operation has one
        var claim = await api.GetAsync("/api/v1/claims/50");
        return id switch
        {
            "getClaimant" => $"/api/v1/claimants/{claim.GetProperty("claimants")[0].GetProperty("id").GetString()}",
            "getSource" => $"/api/v1/sources/{claim.GetProperty("sources")[0].GetProperty("id").GetString()}",
            "getOutlet" => $"/api/v1/outlets/{claim.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("outlet")).First(o => o.ValueKind is JsonValueKind.Object).GetProperty("id").GetString()}",
            "listClaims" => "/api/v1/claims?q=containers&limit=1",
            "matchText" => "/api/v1/match?limit=1&q=" + Uri.EscapeDataString("North Korea sent 6,700 containers to Russia"),
            // Nothing of the first data was decided here: written by hand.
            "searchFactChecks" => null,
            _ => path.Replace("{number}", "50", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal)
                .Replace("{slug}", "arms-transfers", StringComparison.Ordinal).Replace("{measure}", "containers-shipped", StringComparison.Ordinal),
        };
    }

    private static JsonNode? Cut(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Take(1).Select(Cut)]),
        JsonObject record => new JsonObject(record.Select(p => KeyValuePair.Create(p.Key, Cut(p.Value)))),
        _ => node?.DeepClone(),
    };
}
