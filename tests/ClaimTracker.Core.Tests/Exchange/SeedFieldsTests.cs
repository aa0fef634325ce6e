using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Users;
using ClaimTracker.TestKit;

namespace ClaimTracker.Core.Tests.Exchange;

/// <summary>Nothing of the first data is lost on the way in, and all of it comes out again.</summary>
public sealed class SeedFieldsTests
{
    private static readonly string[] Files =
    [
        "dataset", "units", "outlets", "topics", "parties", "articles", "evidence", "claims", "relations", "article-errors",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [DatabaseData]
    public async Task Load_EveryFieldOfEveryEntry_IsStored(DatabaseProvider provider)
    {
        var database = await SeedDatabase.ToReadAsync(provider);
        await using var db = database.CreateContext();
        var stored = await new StoredFields(db, Ct).ReadAsync();

        var given = new Dictionary<string, string>();
        foreach (var file in Files)
        {
            using var document = JsonDocument.Parse(Text(file));
            var root = document.RootElement;
            var entries = root.ValueKind is JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            entries.ForEach(e => AddLeaves(given, $"{file}/{NameOf(file, e)}", "", e));
        }

        using var lists = JsonDocument.Parse(Text("lists"));
        foreach (var measure in lists.RootElement.GetProperty("measures").EnumerateArray())
        {
            AddLeaves(given, $"measures/{measure.GetProperty("key").GetString()}/", "", measure);
        }

        Assert.True(given.Count > 13_000, $"Only {given.Count} values were found in the files.");
        Assert.Empty(given.Where(f => stored.GetValueOrDefault(f.Key) != f.Value)
            .Select(f => $"{f.Key}: “{f.Value}” stored as “{stored.GetValueOrDefault(f.Key)}”"));
        Assert.Empty(stored.Keys.Except(given.Keys));
    }

    [Theory]
    [DatabaseData]
    public async Task Export_AfterLoading_GivesTheSameFiles(DatabaseProvider provider)
    {
        await using var database = await SeedDatabase.LoadedAsync(provider);
        await using var db = database.CreateContext();

        var exported = await new SeedExporter(db).ExportAsync(SeedDatabase.Key, Actor.System, Ct);

        Assert.NotNull(exported);
        var files = SeedFiles.Write(exported);
        Assert.Equal(Files.Append("lists").Order(), files.Keys.Order());
        Assert.All(files, file => Assert.Equal(Text(file.Key), file.Value));
    }

    [Theory]
    [DatabaseData]
    public async Task Export_ReadFromAFolder_LoadsIntoAnotherDatabase(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-export-").FullName;
        try
        {
            await using var database = await SeedDatabase.LoadedAsync(provider);
            await using var db = database.CreateContext();
            var exported = await new SeedExporter(db).ExportAsync(SeedDatabase.Key, Actor.System, Ct);
            await SeedFiles.WriteFolderAsync(exported!, folder, Ct);

            await using var other = await SeedDatabase.WithRatingsAsync(provider);
            await using var target = other.CreateContext();
            Assert.Equal(176, (await new Importer(target).ImportAsync(await SeedFiles.ReadFolderAsync(folder, Ct), Ct)).Claims);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task Export_UnknownDataSet_IsNull(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();

        Assert.Null(await new SeedExporter(db).ExportAsync("no-such", Actor.System, Ct));
    }

    [Fact]
    public void Lists_EveryTermOfEveryList_IsInTheGlossary()
    {
        using var lists = JsonDocument.Parse(Text("lists"));
        foreach (var list in lists.RootElement.EnumerateObject())
        {
            foreach (var term in list.Value.EnumerateArray())
            {
                var found = Glossary.Find(list.Name, term.GetProperty("key").GetString());
                Assert.Equal(term.GetProperty("labelEn").GetString(), found?.Label["en"]);
                Assert.Equal(term.GetProperty("labelAr").GetString(), found?.Label["ar"]);
            }
        }
    }

    private static string Text(string file)
    {
        using var reader = new StreamReader(typeof(SeedFiles).Assembly.GetManifestResourceStream($"seed/{file}.json")!);
        return reader.ReadToEnd();
    }

    private static string NameOf(string file, JsonElement entry) => file switch
    {
        "dataset" => "",
        "units" => entry.GetProperty("unit").GetString() + "/",
        "topics" => entry.GetProperty("slug").GetString() + "/",
        "relations" => $"{entry.GetProperty("from").GetString()} {entry.GetProperty("kind").GetString()} {entry.GetProperty("to").GetString()}/",
        _ => entry.GetProperty("key").GetString() + "/",
    };

    private static void AddLeaves(Dictionary<string, string> leaves, string prefix, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    AddLeaves(leaves, prefix, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    AddLeaves(leaves, prefix, $"{path}[{index}]", item);
                }

                break;
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Number:
                leaves.Add(prefix + path, element.GetDecimal().ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                leaves.Add(prefix + path, element.GetString()!); // of kind String
                break;
            default:
                leaves.Add(prefix + path, element.GetBoolean() ? "true" : "false");
                break;
        }
    }
}
