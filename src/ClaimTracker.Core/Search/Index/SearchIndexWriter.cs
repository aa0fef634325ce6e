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
        var (counts, removed) = (batch.Terms, (Documents: 0, Words: 0L));
        if (await HoldsAnyAsync(numbers, ct))
        {
            counts = Changes(batch.Terms, await TermsOfAsync(numbers, build, ct));
            removed = await RemoveAsync(numbers, build, ct);
        }

        foreach (var entry in entries)
        {
            entry.Rank.Build = build;
        }

        await BulkRows.WriteAsync(db, tables.Text, entries.Select(e => e.Text), ct, atOnce: entries.Count > 1);
        await BulkRows.WriteAsync(db, tables.Rank, entries.Select(e => e.Rank), ct);
        await BulkRows.WriteAsync(db, tables.Figure, entries.SelectMany(e => e.Figures), ct);
        await CountAsync(counts, ct);
        await NameFacetsAsync(batch.Facets, ct);
        await AddTotalAsync(entries.Count - removed.Documents, entries.Sum(e => (long)e.Words) - removed.Words, ct);
    }

    /// <summary>Mostly a part of the index is built where nothing is yet, and there is nothing to look for and take away.</summary>
    private async Task<bool> HoldsAnyAsync(IReadOnlyCollection<int> numbers, CancellationToken ct)
    {
        await using var command = Command(
            $"""SELECT EXISTS (SELECT 1 FROM "{tables.Text}" WHERE "Number" BETWEEN @from AND @to)""", ("@from", numbers.Min()), ("@to", numbers.Max()));
        return Convert.ToBoolean(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>What is added less what was there, in the order of the terms, as every writer takes them.</summary>
    private static List<(string Term, int Claims, string Shown)> Changes(IReadOnlyList<(string Term, int Claims, string Shown)> added, Dictionary<string, int> removed)
    {
        var changes = added.Select(t => (t.Term, Claims: t.Claims - (removed.Remove(t.Term, out var before) ? before : 0), t.Shown)).ToList();
        changes.AddRange(removed.Select(t => (t.Key, -t.Value, t.Key)));
        changes.RemoveAll(t => t.Claims == 0);
        changes.Sort((a, b) => string.CompareOrdinal(a.Term, b.Term));
        return changes;
    }

    /// <summary>Adds to the counts of words; a word that no claim holds any more is forgotten.</summary>
    private async Task CountAsync(IReadOnlyList<(string Term, int Claims, string Shown)> terms, CancellationToken ct)
    {
        if (terms.Count == 0)
        {
            return;
        }

        var rows = db.Database.IsSqlite()
            ? "SELECT value ->> 0 AS t, value ->> 1 AS n, value ->> 2 AS s FROM json_each(@changes)"
            : "SELECT t, n, s FROM unnest(@terms, @claims, @shown) AS c(t, n, s)";
        (string, object)[] changes = db.Database.IsSqlite()
            ? [("@changes", JsonSerializer.Serialize(terms.Select(t => new object[] { t.Term, t.Claims, t.Shown }), Json))]
            : [("@terms", terms.Select(t => t.Term).ToArray()), ("@claims", terms.Select(t => t.Claims).ToArray()), ("@shown", terms.Select(t => t.Shown).ToArray())];
        await ExecuteAsync(
            $"""
            INSERT INTO "SearchTerms" ("Scope", "Term", "Documents", "Shown")
            SELECT @scope, t, n, s FROM ({rows}) AS changes WHERE true
            ON CONFLICT ("Scope", "Term") DO UPDATE SET "Documents" = "SearchTerms"."Documents" + excluded."Documents"
            """, ct, [("@scope", scope.ToString()), .. changes]);
        if (terms.Any(t => t.Claims < 0))
        {
            await ExecuteAsync(
                $"""DELETE FROM "SearchTerms" WHERE "Scope" = @scope AND "Documents" <= 0 AND "Term" IN (SELECT t FROM ({rows}) AS changes)""",
                ct, [("@scope", scope.ToString()), .. changes]);
        }
    }

    private async Task NameFacetsAsync(IEnumerable<(string Facet, string Value)> used, CancellationToken ct)
    {
        var facets = used.Select(f => new { k = SearchToken.Key(f.Facet, f.Value), f = f.Facet, v = f.Value }).OrderBy(f => f.k).ToList();
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

    /// <summary>How many of these claims hold each term, as they stand in the index.</summary>
    private async Task<Dictionary<string, int>> TermsOfAsync(IReadOnlyCollection<int> numbers, int build, CancellationToken ct)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
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
                terms[term] = terms.GetValueOrDefault(term) + 1;
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
