using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Downloads;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;

namespace ClaimTracker.Web.Tests.Public;

/// <summary>Files of all public data hold what readers may open and nothing else, each readable by programs that are not ours.</summary>
public abstract class DownloadsTests(PublicSite site)
{
    private const string Formula = "=HYPERLINK(\"https://example.org\",\"see; \n\"\"here\"\"\")";

    protected PublicSite Site => site;

    protected HttpClient Client { get; } = site.CreateClient();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_HoldsWhatReadersMayOpen_AndNothingElse()
    {
        var (ours, withdrawn, removed) = (await site.NumberOfAsync("sk-6700-containers-shipped"), await site.NumberOfAsync("huge-stadium-kim-il-sung-square"), await site.NumberOfAsync("us-accuses-shells-to-wagner"));
        await site.ReviewAsync(ours, d => d with { Statement = d.Statement.With("en", Formula), IsContested = true });
        await site.PublishAsync(withdrawn, PublicationKind.Withdrawn, d => d with { State = PublicState.Withdrawn, Notice = LocalizedText.Of(("en", "The first source was wrong.")) });
        await site.PublishAsync(removed, PublicationKind.Removed, d => d with { State = PublicState.Removed, RemovalReason = RemovalReason.CourtOrder });
        await MakeAsync();
        var open = await site.WithAsync<PublicReader, List<int>>(r => r.Claims.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(Ct));
        Assert.DoesNotContain(removed, open);

        // A line is what the API answers.
        var lines = (await TextAsync("claims.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(open, lines.Select(l => l.GetProperty("number").GetInt32()));
        foreach (var number in new[] { ours, withdrawn, open[0], open[^1] })
        {
            var api = JsonDocument.Parse(await Client.GetStringAsync(Address($"/api/v1/claims/{number}"), Ct)).RootElement;
            Assert.True(JsonElement.DeepEquals(api, lines.Single(l => l.GetProperty("number").GetInt32() == number)), $"CT-{number}");
        }

        // Somebody else's reader of CSV.
        var (head, rows) = Read(await TextAsync("claims.csv"));
        var cells = rows.ToDictionary(r => int.Parse(r[Array.IndexOf(head, "ct.number")], CultureInfo.InvariantCulture), r => head.Zip(r).ToDictionary(c => c.First, c => c.Second));
        Assert.Equal(open, cells.Keys);
        Assert.Equal(["id", "@context", "@type", "claimReviewed", "datePublished", "url", "author.@type", "author.name", "author.url", "itemReviewed.@type", "itemReviewed.name"], head[..11]);
        Assert.Equal(("'" + Formula, "Published", "0"), (cells[ours]["ct.statement_en"].ReplaceLineEndings("\n"), cells[ours]["ct.state"], cells[ours]["ct.is_imported"]));
        Assert.Equal(("Withdrawn", "", "The first source was wrong."), (cells[withdrawn]["ct.state"], cells[withdrawn]["ct.rating"], cells[withdrawn]["ct.notice_en"]));
        Assert.All(cells.Values.Where(c => c["ct.is_imported"] == "1"), c => Assert.Equal(("Imported", "", "", ""), (c["ct.state"], c["@type"], c["author.name"], c["reviewRating.alternateName"])));
        Assert.Contains(cells.Values, c => c["ct.is_imported"] == "1" && c["ct.data_set"] != "" && c["ct.rating_words_ar"] != "");

        await AssertDatabaseAsync(open.Count, removed);
        Assert.Contains($"| together | {open.Count} |", await TextAsync("README.md"), StringComparison.Ordinal);
        foreach (var line in (await TextAsync("SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(await BytesAsync(line[66..]))));
        }

        Assert.Equal(DownloadStep.NothingToDo, await site.WithAsync<DownloadWork, DownloadStep>(w => w.StepAsync(now: true, restful: false, Ct)));
    }

    protected Task<DownloadStep> MakeAsync(bool now = true) => site.WithAsync<DownloadWork, DownloadStep>(w => w.StepAsync(now, restful: false, Ct));

    protected static Uri Address(FormattableString address) => new(FormattableString.Invariant(address), UriKind.Relative);

    protected Task<byte[]> BytesAsync(string file) => Client.GetByteArrayAsync(Address($"/downloads/latest/{file}"), Ct);

    protected async Task<string> TextAsync(string file) => Encoding.UTF8.GetString(await BytesAsync(file));

    private static (string[] Head, List<string[]> Rows) Read(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        var rows = new List<string[]>();
        while (parser.ReadFields() is { } row)
        {
            rows.Add(row);
        }

        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
        return (rows[0], rows[1..]);
    }

    private async Task AssertDatabaseAsync(int claims, int removed)
    {
        var (path, codebook) = (Path.GetTempFileName(), await TextAsync("CODEBOOK.md"));
        try
        {
            await File.WriteAllBytesAsync(path, await BytesAsync("claims.sqlite"), Ct);
            await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await database.OpenAsync(Ct);
            Assert.Empty(await RowsAsync(database, "PRAGMA foreign_key_check"));
            Assert.Equal(["ok"], await RowsAsync(database, "PRAGMA integrity_check"));
            Assert.Equal([claims.ToString(CultureInfo.InvariantCulture)], await RowsAsync(database, "SELECT count(*) FROM claims"));
            Assert.Equal(["0"], await RowsAsync(database, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM links WHERE to_claim = {removed}")));
            foreach (var table in await RowsAsync(database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            {
                var columns = await RowsAsync(database, $"SELECT name FROM pragma_table_info('{table}')");
                var described = codebook.Split($"\n## claims.sqlite: {table}")[1].Split("\n## ")[0];
                Assert.All(columns, c => Assert.Contains($"| `{c}` |", described, StringComparison.Ordinal));
                if (table != "claims")
                {
                    Assert.Equal(columns, Read(await TextAsync($"{table}.csv")).Head);
                }
            }

            var ofClaims = codebook.Split("\n## claims.csv")[1].Split("\n## ")[0];
            Assert.All(Read(await TextAsync("claims.csv")).Head, c => Assert.Contains($"| `{c}` |", ofClaims, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // Names that the file itself gives.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return rows;
    }
}

/// <summary>On SQLite, and how they are given out.</summary>
public sealed class SqliteDownloadsTests(PublicSite site) : DownloadsTests(site), IClassFixture<PublicSite>
{
    [Fact]
    public async Task File_CutInTheMiddle_IsResumed()
    {
        await MakeAsync();
        var latest = await Client.GetAsync(Address($"/downloads/latest/claims.jsonl"), Ct);
        var (whole, tag, address) = (await latest.Content.ReadAsByteArrayAsync(Ct), latest.Headers.ETag, latest.RequestMessage?.RequestUri?.PathAndQuery ?? "");
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(whole))}\"", tag?.Tag);
        Assert.Equal(("application/jsonl", "attachment", "bytes", true), (latest.Content.Headers.ContentType?.MediaType, latest.Content.Headers.ContentDisposition?.DispositionType, latest.Headers.AcceptRanges.Single(), latest.Headers.CacheControl?.NoCache));

        var middle = whole.Length / 2;
        var (first, rest, other) = (await AskAsync(address, 0, middle - 1, tag), await AskAsync(address, middle, null, tag), await AskAsync(address, middle, null, new EntityTagHeaderValue("\"another\"")));
        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.PartialContent, HttpStatusCode.OK), (first.StatusCode, rest.StatusCode, other.StatusCode));
        byte[] together = [.. await first.Content.ReadAsByteArrayAsync(Ct), .. await rest.Content.ReadAsByteArrayAsync(Ct)];
        Assert.Equal(whole, together);
        Assert.Equal(whole.Length, (await other.Content.ReadAsByteArrayAsync(Ct)).Length);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await AskAsync(address, whole.Length + 5, null, tag)).StatusCode);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(tag!); // compared above
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again, Ct)).StatusCode);
        foreach (var wrong in new[] { "/downloads/latest/set.json", "/downloads/latest/..%2f..%2fclaimtracker.db", "/downloads/2001-01-01/claims.csv", "/downloads/soon/claims.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(new Uri(wrong, UriKind.Relative), Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task Removal_TakesTheFilesAway_UntilTheyAreMadeAnew()
    {
        ToNoon();
        var number = await Site.NumberOfAsync("kim-abandoned-hostile-language");
        await Site.ReviewAsync(number);
        Assert.Equal(DownloadStep.Made, await MakeAsync());
        var day = (await Client.GetAsync(Address($"/downloads/latest/README.md"), Ct)).RequestMessage?.RequestUri?.AbsolutePath.Split('/')[2];
        Assert.Contains($"CT-{number},", await TextAsync("claims.csv"), StringComparison.Ordinal);
        foreach (var language in new[] { "ar", "en" })
        {
            var page = (await Site.NewBrowser().GetAsync($"/{language}/data")).AssertOk();
            Assert.Contains(page.Html.QuerySelectorAll("main a[href]"), a => a.GetAttribute("href") == $"/downloads/{day}/claims.sqlite");
        }

        await Site.PublishAsync(number, PublicationKind.Removed, d => d with { State = PublicState.Removed, RemovalReason = RemovalReason.CourtOrder });

        var gone = await Client.GetAsync(Address($"/downloads/{day}/claims.csv"), Ct);
        Assert.Equal(HttpStatusCode.UnavailableForLegalReasons, gone.StatusCode);
        Assert.Contains("أُزيل", await gone.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var none = await Client.GetAsync(Address($"/downloads/latest/claims.csv"), Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (none.StatusCode, none.Headers.RetryAfter is not null));
        Assert.NotEqual("", (await Site.NewBrowser().GetAsync("/en/data")).AssertOk().Words("[role=status]"));

        // At once, whatever the time of day.
        Assert.Equal(DownloadStep.Made, await MakeAsync(now: false));
        Assert.DoesNotContain($"CT-{number},", await TextAsync("claims.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(Address($"/downloads/{day}/claims.csv"), Ct)).StatusCode);
    }

    [Fact]
    public async Task NewSet_IsMadeAtItsTime_AndOnlyIfSomethingChanged()
    {
        ToNoon();
        await MakeAsync();
        Site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(DownloadStep.NothingToDo, await MakeAsync(now: false));
        await Site.ReviewAsync(await Site.NumberOfAsync("vostochny-summit-2023-09-13"));
        Assert.Equal(DownloadStep.Made, await MakeAsync(now: false));
        await Site.ReviewAsync(await Site.NumberOfAsync("summit-site-in-siberia"));
        Assert.Equal(DownloadStep.NothingToDo, await MakeAsync(now: false));
        var store = Site.Services.GetService(typeof(DownloadStore)) as DownloadStore;
        using (Assert.IsType<DownloadStore>(store).TryBegin())
        {
            Assert.Equal(DownloadStep.Busy, await MakeAsync());
        }

        Site.Clock.Advance(TimeSpan.FromDays(DownloadSettings.UsualDays + 1));
        Assert.Equal(DownloadStep.Made, await MakeAsync(now: false));
        await MakeAsync(now: false);
        Assert.Single(Assert.IsType<DownloadStore>(store).Sets());
    }

    /// <summary>Far from the hour at which days and sets begin.</summary>
    private void ToNoon() => Site.Clock.Advance(Site.Clock.GetUtcNow().Date.AddHours(36) - Site.Clock.GetUtcNow().DateTime);

    private Task<HttpResponseMessage> AskAsync(string address, long from, long? to, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(from, to) } };
        request.Headers.IfRange = tag is null ? null : new RangeConditionHeaderValue(tag);
        return Client.SendAsync(request, Ct);
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresDownloadsTests(PostgresPublicSite site) : DownloadsTests(site), IClassFixture<PostgresPublicSite>;
