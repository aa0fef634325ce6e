using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Exchange.Bulk.Reviews;

/// <summary>
/// Reads reviews of any shape they are handed around in, told by how the file begins: a Data Commons feed or another JSON-LD document, a page
/// with JSON-LD in it, or a table whose heads are paths. Feeds and tables are read entry by entry; a page and a single document as a whole.
/// </summary>
public sealed class ReviewFile(Stream file) : IBulkTable
{
    private const string FeedList = "dataFeedElement";

    public IReadOnlyList<string> Heads => ReviewEntry.Heads;

    public string Format { get; private set; } = "";

    public async IAsyncEnumerable<string[]> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var encoding = await TextDecoder.EncodingOfAsync(file, ct);
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = (await BulkFile.StartAsync(text, ct)).TrimStart();
        if (start.Length == 0)
        {
            throw new BulkFileException(BulkFileFault.Empty, 0);
        }

        file.Position = 0;
        text.DiscardBufferedData();
        var row = 0;
        await foreach (var cells in start[0] is '{' or '[' ? FeedAsync(encoding, ct) : start[0] == '<' ? PageAsync(text, ct) : TableAsync(text, BulkFile.Delimiter(start), encoding, ct))
        {
            if (++row > BulkFile.MaxRows)
            {
                throw new BulkFileException(BulkFileFault.TooManyRows, row);
            }

            yield return [.. cells.Select(c => c.Length > BulkFile.MaxCellLength ? c[..BulkFile.MaxCellLength] : c)];
        }

        if (row == 0)
        {
            throw new BulkFileException(BulkFileFault.Empty, 0);
        }
    }

    private async IAsyncEnumerable<string[]> FeedAsync(Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        Format = "ClaimReview JSON";
        await BulkFile.SkipMarkAsync(file, ct);
        var begin = file.Position;
        await using var transcoded = Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true);
        var utf8 = encoding.CodePage == Encoding.UTF8.CodePage ? file : transcoded;
        if (await HasListAsync(utf8, ct))
        {
            file.Position = begin;
            await using var again = Encoding.CreateTranscodingStream(file, encoding, Encoding.UTF8, leaveOpen: true);
            await foreach (var item in new JsonItems(ReferenceEquals(utf8, file) ? file : again, FeedList).ReadAsync(ct))
            {
                foreach (var cells in ReviewEntry.RowsOf(item))
                {
                    yield return cells;
                }
            }

            yield break;
        }

        file.Position = begin;
        using var document = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        foreach (var cells in InDocument(await WholeAsync(document, ct)) ?? throw new BulkFileException(BulkFileFault.NotJson, 1))
        {
            yield return cells;
        }
    }

    /// <summary>Whether it is read entry by entry; a document without such a list is small enough to be read at once, or is refused.</summary>
    private static async Task<bool> HasListAsync(Stream utf8, CancellationToken ct)
    {
        var items = new JsonItems(utf8, FeedList);
        try
        {
            await foreach (var _ in items.ReadAsync(ct))
            {
                break;
            }
        }
        catch (BulkFileException) when (!items.HasList)
        {
            return false;
        }

        return items.HasList;
    }

    private async IAsyncEnumerable<string[]> PageAsync(StreamReader text, [EnumeratorCancellation] CancellationToken ct)
    {
        Format = "ClaimReview HTML";
        var html = await WholeAsync(text, ct);
        if (NestingGuard.IsTooDeep(html))
        {
            // Reading it would take minutes: no page that people read is like this, and none of its reviews is found.
            yield break;
        }

        using var page = await new HtmlParser().ParseDocumentAsync(html, ct);
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            // Other blocks of a page are others' business, also when they are broken.
            foreach (var cells in InDocument(script.TextContent) ?? [])
            {
                yield return cells;
            }
        }
    }

    private async IAsyncEnumerable<string[]> TableAsync(StreamReader text, char delimiter, Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        Format = $"ClaimReview CSV {BulkFile.Name(delimiter)} {encoding.WebName}";
        Dictionary<string, int>? places = null;
        await foreach (var cells in new CsvRows(text, delimiter).ReadAsync(ct))
        {
            if (places is null)
            {
                places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < cells.Length; i++)
                {
                    places.TryAdd((BulkCells.Clean(cells[i]) ?? "").Replace('_', '.'), i);
                }
            }
            else if (cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                yield return ReviewEntry.RowOf(path => places.TryGetValue(path, out var at) && at < cells.Length ? cells[at] : null);
            }
        }
    }

    private static List<string[]>? InDocument(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var nodes = new JsonNodes(json.RootElement);
            return [.. ReviewEntry.Find(json.RootElement, 0).SelectMany(r => ReviewEntry.RowsOf(r, nodes))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or with half of a sign in the name of a member, which no text can hold.
            return null;
        }
    }

    private static async Task<string> WholeAsync(StreamReader text, CancellationToken ct)
    {
        var whole = new StringBuilder();
        var part = new char[64 * 1024];
        for (int length; (length = await text.ReadBlockAsync(part, ct)) > 0;)
        {
            if (whole.Append(part, 0, length).Length > JsonItems.MaxItemBytes)
            {
                throw new BulkFileException(BulkFileFault.TooLong, 1);
            }
        }

        return whole.ToString();
    }
}
