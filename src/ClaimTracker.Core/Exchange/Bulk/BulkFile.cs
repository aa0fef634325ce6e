using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>What is wrong with a file as a whole; nothing of it is taken in.</summary>
public enum BulkFileFault
{
    Empty,
    TooManyRows,
    TooManyColumns,
    TooLong,

    /// <summary>A quotation mark inside a cell that is not quoted, or not doubled.</summary>
    BadQuotes,
    NotJson,
}

/// <summary>A file that cannot be read as a table; the row where reading ended, 0 for its beginning.</summary>
public sealed class BulkFileException(BulkFileFault fault, int row) : Exception($"{fault} at row {row}")
{
    public BulkFileFault Fault { get; } = fault;

    public int Row { get; } = row;
}

/// <summary>
/// Reads a table row by row, never more of it in memory than a row: CSV by RFC 4180 with comma, semicolon or tab, or JSON as an array of
/// objects, whose members become columns in the order in which they are met.
/// </summary>
public sealed class BulkFile(Stream file) : IBulkTable
{
    public const int MaxRows = 1_000_000;
    public const int MaxColumns = 100;
    public const int MaxCellLength = 20_000;

    private readonly List<string> heads = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Heads => heads;

    public string Format { get; private set; } = "";

    public async IAsyncEnumerable<string[]> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var encoding = await TextDecoder.EncodingOfAsync(file, ct);
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = await StartAsync(text, ct);
        if (start.Length == 0)
        {
            throw new BulkFileException(BulkFileFault.Empty, 0);
        }

        file.Position = 0;
        text.DiscardBufferedData();
        var isJson = start.TrimStart().StartsWith('[');
        Format = isJson ? "JSON" : $"CSV {Name(Delimiter(start))} {encoding.WebName}";
        var row = 0;
        await foreach (var cells in isJson ? JsonAsync(encoding, ct) : CsvAsync(text, Delimiter(start), ct))
        {
            row++;
            if (row > MaxRows || heads.Count > MaxColumns)
            {
                throw new BulkFileException(row > MaxRows ? BulkFileFault.TooManyRows : BulkFileFault.TooManyColumns, row);
            }

            if (cells.Any(c => c.Length > MaxCellLength))
            {
                throw new BulkFileException(BulkFileFault.TooLong, row);
            }

            yield return cells;
        }

        if (row == 0)
        {
            throw new BulkFileException(BulkFileFault.Empty, 0);
        }
    }

    internal static async Task<string> StartAsync(StreamReader text, CancellationToken ct)
    {
        var start = new char[8192];
        var length = await text.ReadBlockAsync(start, ct);
        return new string(start, 0, length).TrimStart('\uFEFF');
    }

    /// <summary>The sign that parts the heads: the one met most often outside quotation marks in the first line.</summary>
    internal static char Delimiter(string start)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var sign in start.TrimStart('\r', '\n'))
        {
            if (sign == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && sign is '\n' or '\r')
            {
                break;
            }
            else if (!isQuoted && counts.TryGetValue(sign, out var count))
            {
                counts[sign] = count + 1;
            }
        }

        return counts.MaxBy(c => c.Value).Key;
    }

    internal static string Name(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();

    private async IAsyncEnumerable<string[]> CsvAsync(StreamReader text, char delimiter, [EnumeratorCancellation] CancellationToken ct)
    {
        var row = -1;
        await foreach (var cells in new CsvRows(text, delimiter).ReadAsync(ct))
        {
            row++;
            if (row == 0)
            {
                heads.AddRange(cells.Select(c => BulkCells.Clean(c) ?? ""));
            }
            else if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                yield return cells;
            }
        }
    }

    private async IAsyncEnumerable<string[]> JsonAsync(Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        await SkipMarkAsync(file, ct);
        await using var transcoded = Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true);
        var utf8 = encoding.CodePage == Encoding.UTF8.CodePage ? file : transcoded;
        await using var objects = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(utf8, JsonSerializerOptions.Default, ct).GetAsyncEnumerator(ct);
        for (var row = 1; await NextAsync(objects, row); row++)
        {
            if (objects.Current.ValueKind is not JsonValueKind.Object)
            {
                throw new BulkFileException(BulkFileFault.NotJson, row);
            }

            yield return CellsOf(objects.Current, row);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> objects, int row)
    {
        try
        {
            return await objects.MoveNextAsync();
        }
        catch (JsonException)
        {
            throw new BulkFileException(BulkFileFault.NotJson, row);
        }
    }

    internal static async Task SkipMarkAsync(Stream stream, CancellationToken ct)
    {
        var mark = new byte[3];
        var length = await stream.ReadAtLeastAsync(mark, 3, throwOnEndOfStream: false, ct);
        stream.Position = mark.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => 3,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2,
            _ => 0,
        };
    }

    private string[] CellsOf(JsonElement row, int number)
    {
        var cells = Enumerable.Repeat("", heads.Count).ToList();
        var members = 0;
        try
        {
            foreach (var member in row.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Object)
                {
                    foreach (var inner in member.Value.EnumerateObject())
                    {
                        Count();
                        Set(cells, $"{member.Name} {inner.Name}", inner.Value);
                    }
                }
                else
                {
                    Count();
                    Set(cells, member.Name, member.Value);
                }
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a sign, written as an escape: the parser lets it pass, and no text can hold it.
            throw new BulkFileException(BulkFileFault.NotJson, number);
        }

        return [.. cells];

        // Asked at every member, also of one that is there twice: an object may hold millions of them.
        void Count()
        {
            if (++members > MaxColumns || heads.Count > MaxColumns)
            {
                throw new BulkFileException(BulkFileFault.TooManyColumns, number);
            }
        }
    }

    private void Set(List<string> cells, string name, JsonElement value)
    {
        var head = BulkCells.Clean(name) ?? "";
        if (!places.TryGetValue(head, out var at))
        {
            at = heads.Count;
            heads.Add(head);
            places.Add(head, at);
            cells.Add("");
        }

        cells[at] = value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(e => e.ValueKind is JsonValueKind.String ? e.GetString() : e.GetRawText())),
            _ => value.GetRawText(),
        };
    }
}
