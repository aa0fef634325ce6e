using System.Globalization;
using ClaimTracker.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>Counts the same in each claim's newest document, by the database's own JSON functions and none of our code.</summary>
internal static class StatisticsSql
{
    private const string Sqlite = """
        WITH newest AS (
            SELECT p."Number", p."Document" AS d,
                COALESCE(json_extract(p."Document", '$.archive.publishedOn'),
                    (SELECT min(substr(v."At", 1, 10)) FROM "Publications" v WHERE v."Number" = p."Number" AND v."Kind" = 'Verdict')) AS day
            FROM "Publications" p
            WHERE p."Version" = (SELECT max(x."Version") FROM "Publications" x WHERE x."Number" = p."Number") AND json_extract(p."Document", '$.mergedIntoNumber') IS NULL),
        published AS (SELECT * FROM newest WHERE json_extract(d, '$.state') = 'Published' AND json_extract(d, '$.verdict.isImported') = 0),
        counted AS (SELECT * FROM published WHERE day BETWEEN $from AND $to),
        lines AS (
            SELECT 'Check' AS kind, '' AS value FROM counted
            UNION ALL SELECT 'Month', substr(day, 1, 7) FROM counted
            UNION ALL SELECT 'Rating', json_extract(d, '$.aspect') || ':' || json_extract(d, '$.verdict.rating.code') FROM counted
            UNION ALL SELECT 'Topic', value FROM (SELECT DISTINCT c."Number", json_extract(t.value, '$.slug') AS value FROM counted c, json_each(c.d, '$.topics') t)
            UNION ALL SELECT 'Side', value FROM (SELECT DISTINCT c."Number", COALESCE(json_extract(t.value, '$.side.id'), json_extract(t.value, '$.party.id'), '') AS value FROM counted c LEFT JOIN json_each(c.d, '$.claimants') t)
            UNION ALL SELECT 'Country', value FROM (SELECT DISTINCT c."Number", COALESCE(json_extract(t.value, '$.party.country'), json_extract(t.value, '$.side.country'), '') AS value FROM counted c LEFT JOIN json_each(c.d, '$.claimants') t)
            UNION ALL SELECT 'Primary', '' FROM counted c WHERE EXISTS (SELECT 1 FROM json_each(c.d, '$.sources') s WHERE json_extract(s.value, '$.level') = 'Primary')
            UNION ALL SELECT 'Waiver', json_extract(w.value, '$.condition') FROM counted c, json_each(c.d, '$.verdict.waivers') w
            UNION ALL SELECT 'Days', CAST(max(julianday(day) - julianday(json_extract(d, '$.loggedOn')), 0) AS INTEGER) FROM counted WHERE json_extract(d, '$.loggedOn') IS NOT NULL AND json_extract(d, '$.archive') IS NULL
            UNION ALL SELECT 'Correction', json_extract(k.value, '$.kind') FROM newest n, json_each(n.d, '$.corrections') k WHERE json_extract(n.d, '$.state') NOT IN ('Removed', 'None') AND substr(json_extract(k.value, '$.at'), 1, 10) BETWEEN $from AND $to
            UNION ALL SELECT 'Imported', '' FROM newest WHERE json_extract(d, '$.state') = 'Imported')
        SELECT kind, CAST(value AS TEXT), count(*) FROM lines GROUP BY kind, value
        """;

    private const string Postgres = """
        WITH newest AS (
            SELECT p."Number", p."Document"::jsonb AS d,
                COALESCE(p."Document"::jsonb #>> '{archive,publishedOn}',
                    (SELECT to_char(min(v."At") AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM "Publications" v WHERE v."Number" = p."Number" AND v."Kind" = 'Verdict')) AS day
            FROM "Publications" p
            WHERE p."Version" = (SELECT max(x."Version") FROM "Publications" x WHERE x."Number" = p."Number") AND p."Document"::jsonb -> 'mergedIntoNumber' IS NULL),
        published AS (SELECT * FROM newest WHERE d ->> 'state' = 'Published' AND d #>> '{verdict,isImported}' = 'false'),
        counted AS (SELECT * FROM published WHERE day BETWEEN $1 AND $2),
        lines AS (
            SELECT 'Check' AS kind, '' AS value FROM counted
            UNION ALL SELECT 'Month', substr(day, 1, 7) FROM counted
            UNION ALL SELECT 'Rating', (d ->> 'aspect') || ':' || (d #>> '{verdict,rating,code}') FROM counted
            UNION ALL SELECT 'Topic', value FROM (SELECT DISTINCT c."Number", t ->> 'slug' AS value FROM counted c, jsonb_array_elements(c.d -> 'topics') t) x
            UNION ALL SELECT 'Side', value FROM (SELECT DISTINCT c."Number", COALESCE(t #>> '{side,id}', t #>> '{party,id}', '') AS value FROM counted c LEFT JOIN jsonb_array_elements(c.d -> 'claimants') t ON true) x
            UNION ALL SELECT 'Country', value FROM (SELECT DISTINCT c."Number", COALESCE(t #>> '{party,country}', t #>> '{side,country}', '') AS value FROM counted c LEFT JOIN jsonb_array_elements(c.d -> 'claimants') t ON true) x
            UNION ALL SELECT 'Primary', '' FROM counted c WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(c.d -> 'sources') s WHERE s ->> 'level' = 'Primary')
            UNION ALL SELECT 'Waiver', w ->> 'condition' FROM counted c, jsonb_array_elements(c.d #> '{verdict,waivers}') w
            UNION ALL SELECT 'Days', greatest(day::date - (d ->> 'loggedOn')::date, 0)::text FROM counted WHERE d -> 'loggedOn' IS NOT NULL AND d -> 'archive' IS NULL
            UNION ALL SELECT 'Correction', k ->> 'kind' FROM newest n, jsonb_array_elements(n.d -> 'corrections') k WHERE n.d ->> 'state' NOT IN ('Removed', 'None') AND substr(k ->> 'at', 1, 10) BETWEEN $1 AND $2
            UNION ALL SELECT 'Imported', '' FROM newest WHERE d ->> 'state' = 'Imported')
        SELECT kind, value, count(*) FROM lines GROUP BY kind, value
        """;

    /// <summary>Each count as a line, and the days of all checks that have both.</summary>
    public static async Task<(List<string> Lines, List<int> Days)> CountAsync(ClaimDbContext db, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var isSqlite = db.Database.IsSqlite();
        command.CommandText = isSqlite ? Sqlite : Postgres;
        foreach (var (name, day) in new[] { ("$from", from ?? DateOnly.MinValue), ("$to", to ?? DateOnly.MaxValue) })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = isSqlite ? name : "";
            parameter.Value = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }

        var (lines, days) = (new List<string>(), new List<int>());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (kind, value, count) = (reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
            if (kind == "Days")
            {
                days.AddRange(Enumerable.Repeat(int.Parse(value, CultureInfo.InvariantCulture), (int)count));
            }
            else
            {
                lines.Add($"{kind} {value} {count}");
            }
        }

        return (lines, days);
    }
}
