using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>
/// Makes a set: every claim readers may open is read once, part by part, and written to every file; however many there are, no more than a part is in memory.
/// </summary>
public sealed class DownloadMaker(PublicReader reader, DownloadStore store, DownloadSite site, DownloadSettings settings, TimeProvider clock)
{
    private const int ClaimsAtATime = 100;

    /// <summary>Larger files are there compressed too.</summary>
    private const long Large = 1_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Arabic stays readable; the lines are never part of a page.
    private static readonly JsonWriterOptions JsonLines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null where another process is making one.</summary>
    /// <param name="epoch">The publication epoch, read before: what is taken from readers meanwhile makes the set good for nothing.</param>
    /// <param name="restful">Leaves the processor to readers half of the time.</param>
    /// <param name="ct">Stopped, it leaves nothing.</param>
    public async Task<DownloadSet?> MakeAsync(long epoch, bool restful, CancellationToken ct)
    {
        using var leave = store.TryBegin();
        if (leave is null)
        {
            return null;
        }

        var madeIn = store.NewFolder();
        try
        {
            var madeAt = clock.GetUtcNow().UtcDateTime;
            var tables = DownloadTables.All(site.Phrases);
            var counts = await WriteDataAsync(madeIn, tables, restful, ct);
            var set = new DownloadSet { Day = settings.DayOf(madeAt), MadeAt = madeAt, Epoch = epoch, Maker = site.Maker, Claims = counts, Files = [] };
            await File.WriteAllTextAsync(Path.Combine(madeIn, DownloadTexts.Codebook), DownloadTexts.CodebookOf(tables), Utf8, ct);
            await File.WriteAllTextAsync(Path.Combine(madeIn, DownloadTexts.Readme), DownloadTexts.ReadmeOf(set, site), Utf8, ct);
            set = set with { Files = await SealAsync(madeIn, ct) };
            store.Publish(madeIn, set);
            return set;
        }
        catch
        {
            Directory.Delete(madeIn, recursive: true);
            throw;
        }
    }

    private async Task<DownloadCounts> WriteDataAsync(string folder, IReadOnlyList<DownloadTable> tables, bool restful, CancellationToken ct)
    {
        var columns = ClaimsCsv.Columns(tables.Single(t => t.Name == "claims"));
        var counts = new Dictionary<PublicState, int>();
        await using var sqlite = await SqliteFile.CreateAsync(Path.Combine(folder, DownloadTexts.Sqlite), tables, ct);
        await using (var csv = NewText(folder, ClaimsCsv.FileName))
        await using (var lines = new FileStream(Path.Combine(folder, DownloadTexts.JsonLines), FileMode.CreateNew))
        await using (var json = new Utf8JsonWriter(lines, JsonLines))
        {
            await csv.WriteAsync(HeadOf(columns));
            await foreach (var part in PartsAsync(restful, ct))
            {
                foreach (var claim in part)
                {
                    var line = site.LineOf(claim);
                    await csv.WriteAsync(CsvCells.Line(columns.Select(c => Cell(c.ValueOf(line)))));
                    counts[claim.Document.State] = counts.GetValueOrDefault(claim.Document.State) + 1;
                }

                await site.WriteAsync(part, json, () => EndLine(json, lines), ct);
                await sqlite.AddAsync(part, ct);
            }
        }

        await sqlite.FinishAsync(ct);
        foreach (var table in tables.Where(t => t.IsCsv))
        {
            await using var csv = NewText(folder, table.Name + ".csv");
            await csv.WriteAsync(HeadOf(table.Columns));
            await foreach (var row in sqlite.RowsAsync(table, ct))
            {
                await csv.WriteAsync(CsvCells.Line(row));
            }
        }

        int Of(PublicState state) => counts.GetValueOrDefault(state);
        return new DownloadCounts(Of(PublicState.Published), Of(PublicState.Imported), Of(PublicState.Listed), Of(PublicState.Withdrawn));
    }

    private async IAsyncEnumerable<IReadOnlyList<PublicClaimInFull>> PartsAsync(bool restful, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var after = 0;
        while (true)
        {
            var taken = Stopwatch.StartNew();
            var part = await reader.InFullAsync(after, ClaimsAtATime, ct);
            if (part.Count == 0)
            {
                yield break;
            }

            yield return part;
            after = part[^1].Document.Number;
            if (restful)
            {
                await Task.Delay(taken.Elapsed, clock, ct);
            }
        }
    }

    private static void EndLine(Utf8JsonWriter json, Stream lines)
    {
        json.Flush();
        json.Reset();
        lines.WriteByte((byte)'\n');
    }

    /// <summary>Names of our own, which other programs look for letter by letter: “@type” is no formula.</summary>
    private static string HeadOf(IReadOnlyList<IDownloadColumn> columns) => string.Join(',', columns.Select(c => c.Name)) + "\r\n";

    private static string? Cell(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private static StreamWriter NewText(string folder, string name) => new(Path.Combine(folder, name), Utf8, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1 << 16 });

    /// <summary>Compresses large files, and takes down what all of them are.</summary>
    private static async Task<List<DownloadFile>> SealAsync(string folder, CancellationToken ct)
    {
        foreach (var path in Directory.GetFiles(folder).Where(p => new FileInfo(p).Length > Large))
        {
            await using var from = File.OpenRead(path);
            await using var to = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
            await from.CopyToAsync(to, ct);
        }

        var files = new List<DownloadFile>();
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            files.Add(await FileOfAsync(path, ct));
        }

        var sums = Path.Combine(folder, DownloadTexts.Sums);
        await File.WriteAllTextAsync(sums, string.Concat(files.Select(f => $"{f.Sha256}  {f.Name}\n")), Utf8, ct);
        files.Add(await FileOfAsync(sums, ct));
        return files;
    }

    private static async Task<DownloadFile> FileOfAsync(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return new DownloadFile(Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)));
    }
}
