using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Core.Search;

/// <summary>
/// Brings the rows of claims and the counts of their words in step, in the caller's transaction. What the database then looks
/// words up in follows these rows by itself.
/// </summary>
internal sealed class SearchIndexWriter(ClaimDbContext db, SearchScope scope)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SearchTables tables = SearchTables.Of(scope);

    /// <summary>
    /// Replaces the rows of <paramref name="numbers"/> by those of the documents; a number without a document has none afterwards.
    /// The documents are read once nobody else can write to the index, so that the last to write has seen what the others saved.
    /// </summary>
    public async Task ReplaceAsync(IReadOnlyCollection<int> numbers, Func<Task<List<SearchDocument>>> read, CancellationToken ct)
    {
        if (numbers.Count > 0)
        {
            var build = await BuildAsync(ct);
            await ReplaceAsync(numbers, new SearchBatch(await read()), build, ct);
        }
    }

    /// <summary>The same with entries made before; the caller has seen to it that nothing they hold has changed since.</summary>
    internal async Task ReplaceAsync(IReadOnlyCollection<int> numbers, SearchBatch batch, CancellationToken ct)
    {
        if (numbers.Count > 0)
        {
            await ReplaceAsync(numbers, batch, await BuildAsync(ct), ct);
        }
    }

    private async Task ReplaceAsync(IReadOnlyCollection<int> numbers, SearchBatch batch, int build, CancellationToken ct)
    {
        var entries = batch.Entries;
        var terms = await TermsOfAsync(numbers, build, ct);
        var removed = await RemoveAsync(numbers, build, ct);
        foreach (var entry in entries)
        {
            entry.Rank.Build = build;
        }

        await BulkRows.WriteAsync(db, tables.Text, entries.Select(e => e.Text), ct);
        await BulkRows.WriteAsync(db, tables.Rank, entries.Select(e => e.Rank), ct);
        await BulkRows.WriteAsync(db, tables.Figure, entries.SelectMany(e => e.Figures), ct);
        foreach (var (term, (claims, shown)) in batch.Terms)
        {
            terms[term] = (terms.GetValueOrDefault(term).Change + claims, shown);
        }

        await CountAsync(terms, ct);
        await NameFacetsAsync(entries.SelectMany(e => e.Facets), ct);
        await AddTotalAsync(entries.Count - removed.Documents, entries.Sum(e => (long)e.Words) - removed.Words, ct);
    }

    /// <summary>Adds to the counts of words; a word that no claim holds any more is forgotten.</summary>
    private async Task CountAsync(IReadOnlyDictionary<string, (int Change, string? Shown)> terms, CancellationToken ct)
    {
        var changes = terms.Where(t => t.Value.Change != 0).OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => new { t = t.Key, n = t.Value.Change, s = t.Value.Shown ?? t.Key }).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var json = JsonSerializer.Serialize(changes, Json);
        var rows = db.Database.IsSqlite()
            ? """SELECT value ->> 't' AS t, value ->> 'n' AS n, value ->> 's' AS s FROM json_each(@changes) WHERE true"""
            : """SELECT t, n, s FROM jsonb_to_recordset(@changes::jsonb) AS c(t text, n integer, s text)""";
        await ExecuteAsync(
            $"""
            INSERT INTO "SearchTerms" ("Scope", "Term", "Documents", "Shown")
            SELECT @scope, t, n, s FROM ({rows}) AS changes WHERE true
            ON CONFLICT ("Scope", "Term") DO UPDATE SET "Documents" = "SearchTerms"."Documents" + excluded."Documents"
            """, ct, ("@scope", scope.ToString()), ("@changes", json));
        if (changes.Exists(c => c.n < 0))
        {
            await ExecuteAsync(
                $"""DELETE FROM "SearchTerms" WHERE "Scope" = @scope AND "Documents" <= 0 AND "Term" IN (SELECT t FROM ({rows}) AS changes)""",
                ct, ("@scope", scope.ToString()), ("@changes", json));
        }
    }

    private async Task NameFacetsAsync(IEnumerable<(string Facet, string Value)> used, CancellationToken ct)
    {
        var facets = used.Distinct().Select(f => new { k = SearchToken.Key(f.Facet, f.Value), f = f.Facet, v = f.Value }).OrderBy(f => f.k).ToList();
        var rows = db.Database.IsSqlite()
            ? """SELECT value ->> 'k' AS k, value ->> 'f' AS f, value ->> 'v' AS v FROM json_each(@facets)"""
            : """SELECT k, f, v FROM jsonb_to_recordset(@facets::jsonb) AS c(k bigint, f text, v text)""";
        await ExecuteAsync(
            $"""INSERT INTO "SearchFacets" ("Key", "Facet", "Value") SELECT k, f, v FROM ({rows}) AS named WHERE true ON CONFLICT ("Key") DO NOTHING""",
            ct, ("@facets", JsonSerializer.Serialize(facets, Json)));
    }

    private async Task AddTotalAsync(int documents, long words, CancellationToken ct) =>
        await ExecuteAsync(
            """UPDATE "SearchTotals" SET "Documents" = "Documents" + @documents, "Words" = "Words" + @words WHERE "Scope" = @scope""",
            ct, ("@scope", scope.ToString()), ("@documents", documents), ("@words", words));

    /// <summary>The build that counts now; the first write begins it. On PostgreSQL writers of a scope wait here for each other.</summary>
    private async Task<int> BuildAsync(CancellationToken ct)
    {
        await using var command = Command(
            """
            INSERT INTO "SearchTotals" ("Scope", "Documents", "Words", "FoldVersion", "Build") VALUES (@scope, 0, 0, @fold, 1)
            ON CONFLICT ("Scope") DO UPDATE SET "Build" = "SearchTotals"."Build" RETURNING "Build"
            """, ("@scope", scope.ToString()), ("@fold", TextFold.Version));
        return Convert.ToInt32(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private async Task<Dictionary<string, (int Change, string? Shown)>> TermsOfAsync(IReadOnlyCollection<int> numbers, int build, CancellationToken ct)
    {
        var terms = new Dictionary<string, (int Change, string? Shown)>(StringComparer.Ordinal);
        await using var command = Command(
            $"""
            SELECT t."Statement", t."Summary", t."Quotes", t."Rest", t."Stems", t."Filters", t."Number" FROM "{tables.Text}" AS t JOIN "{tables.Rank}" AS r ON r."Id" = t."Id"
            WHERE r."Build" = @build AND t."Number" {In}
            """, ("@numbers", Numbers(numbers)), ("@build", build));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var texts = reader.FieldCount - 1;
            var own = ClaimFilter.Token(reader.GetInt32(texts));
            var held = Enumerable.Range(0, texts).SelectMany(i => reader.GetString(i).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(t => t != SearchToken.Boundary && t[0] != SearchToken.StaffMark && t != own).Distinct(StringComparer.Ordinal);
            foreach (var term in held)
            {
                terms[term] = (terms.GetValueOrDefault(term).Change - 1, null);
            }
        }

        return terms;
    }

    private async Task<(int Documents, long Words)> RemoveAsync(IReadOnlyCollection<int> numbers, int build, CancellationToken ct)
    {
        var (documents, words) = (0, 0L);
        await using (var command = Command(
            $"""SELECT "Terms" FROM "{tables.Rank}" WHERE "Build" = @build AND "Number" {In}""", ("@numbers", Numbers(numbers)), ("@build", build)))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                documents++;
                words += PackedTerms.Words(reader.GetFieldValue<byte[]>(0));
            }
        }

        foreach (var table in new[] { tables.Text, tables.Rank, tables.Figure })
        {
            await ExecuteAsync($"""DELETE FROM "{table}" WHERE "Number" {In}""", ct, ("@numbers", Numbers(numbers)));
        }

        return (documents, words);
    }

    private string In => db.Database.IsSqlite() ? "IN (SELECT value FROM json_each(@numbers))" : "= ANY(@numbers)";

    private object Numbers(IReadOnlyCollection<int> numbers) => db.Database.IsSqlite() ? JsonSerializer.Serialize(numbers) : numbers.ToArray();

    private async Task ExecuteAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    private DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("The index changes with what it is about, in one transaction.");
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
