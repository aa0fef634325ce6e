using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Core.Exchange;

/// <summary>Reads a data set from the files embedded in this program or from a folder, and writes it again.</summary>
public static class SeedFiles
{
    private const string Extension = ".json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Task<SeedData> ReadEmbeddedAsync(CancellationToken ct) => ReadAsync(OpenEmbedded, ct);

    /// <exception cref="ImportException">A file is missing or is not in the format.</exception>
    public static Task<SeedData> ReadFolderAsync(string folder, CancellationToken ct) => ReadAsync(
        name => File.Exists(PathOf(folder, name)) ? File.OpenRead(PathOf(folder, name)) : null, ct);

    /// <summary>Text of each file of a data set by its name without extension.</summary>
    public static IReadOnlyDictionary<string, string> Write(SeedData data) => new Dictionary<string, string>
    {
        [SeedFormat.DataSet] = Text(data.DataSet),
        [SeedFormat.Lists] = Text(data.Lists),
        [SeedFormat.Units] = Text(data.Units),
        [SeedFormat.Outlets] = Text(data.Outlets),
        [SeedFormat.Topics] = Text(data.Topics),
        [SeedFormat.Parties] = Text(data.Parties),
        [SeedFormat.Articles] = Text(data.Articles),
        [SeedFormat.Evidence] = Text(data.Evidence),
        [SeedFormat.Claims] = Text(data.Claims),
        [SeedFormat.Relations] = Text(data.Relations),
        [SeedFormat.ArticleErrors] = Text(data.ArticleErrors),
    };

    public static async Task WriteFolderAsync(SeedData data, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Write(data))
        {
            await File.WriteAllTextAsync(PathOf(folder, name), text, Utf8, ct);
        }
    }

    /// <summary>The controlled lists this program comes with.</summary>
    internal static async Task<JsonObject> ReadEmbeddedListsAsync(CancellationToken ct) =>
        await ReadFileAsync<JsonObject>(OpenEmbedded, SeedFormat.Lists, ct);

    private static async Task<SeedData> ReadAsync(Func<string, Stream?> open, CancellationToken ct) => new(
        await ReadFileAsync<SeedDataSet>(open, SeedFormat.DataSet, ct),
        await ReadFileAsync<JsonObject>(open, SeedFormat.Lists, ct),
        await ReadFileAsync<List<SeedUnit>>(open, SeedFormat.Units, ct),
        await ReadFileAsync<List<SeedOutlet>>(open, SeedFormat.Outlets, ct),
        await ReadFileAsync<List<SeedTopic>>(open, SeedFormat.Topics, ct),
        await ReadFileAsync<List<SeedParty>>(open, SeedFormat.Parties, ct),
        await ReadFileAsync<List<SeedArticle>>(open, SeedFormat.Articles, ct),
        await ReadFileAsync<List<SeedEvidence>>(open, SeedFormat.Evidence, ct),
        await ReadFileAsync<List<SeedClaim>>(open, SeedFormat.Claims, ct),
        await ReadFileAsync<List<SeedRelation>>(open, SeedFormat.Relations, ct),
        await ReadFileAsync<List<SeedArticleError>>(open, SeedFormat.ArticleErrors, ct));

    private static async Task<T> ReadFileAsync<T>(Func<string, Stream?> open, string name, CancellationToken ct)
    {
        await using var stream = open(name) ?? throw new ImportException(new ImportFault(name, null, "The file is missing."));
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, ct);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        // Some editors begin a file with a byte order mark.
        var json = bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            CheckValues(name, json.Span);
            return JsonSerializer.Deserialize<T>(json.Span, SeedFormat.Json)
                ?? throw new ImportException(new ImportFault(name, null, "The file is empty."));
        }
        catch (JsonException e)
        {
            throw new ImportException(new ImportFault(name, e.Path, e.Message), e);
        }
    }

    /// <summary>What the records' types do not refuse: control characters in a text (rule 7), and nothing where a list has an item.</summary>
    private static void CheckValues(string name, ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var lists = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    lists.Push(reader.TokenType is JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    lists.Pop();
                    break;
                case JsonTokenType.Null when lists.TryPeek(out var inList) && inList:
                    throw new ImportException(new ImportFault(name, $"byte {reader.TokenStartIndex}", "A list has an empty item."));
                case JsonTokenType.String when reader.GetString() is { } text && text.Any(char.IsControl):
                    throw new ImportException(new ImportFault(name, $"byte {reader.TokenStartIndex}", "A text has a control character."));
                default:
                    break;
            }
        }
    }

    private static Stream? OpenEmbedded(string name) => typeof(SeedFiles).Assembly.GetManifestResourceStream($"seed/{name}{Extension}");

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + Extension);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, SeedFormat.Json) + "\n";
}
