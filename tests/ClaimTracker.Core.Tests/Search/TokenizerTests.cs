using System.Data.Common;
using System.Globalization;
using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Search;
using ClaimTracker.TestKit;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Search;

/// <summary>The databases take what the fold has left apart at blanks and nowhere else, so that a word is one word in both.</summary>
public sealed class TokenizerTests
{
    private const int WordsAtATime = 2_000;
    private const int RandomTexts = 500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Tokens_OfWordsWithAnyLetterOfUnicode_AreTheWords(DatabaseProvider provider)
    {
        var words = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(c => new Rune(c).ToString()).SelectMany(c => Words.Of($"{c}x{c}")).SelectMany(Tokens).Distinct();
        await AssertTokensAsync(provider, words);
    }

    [Theory, DatabaseData]
    public async Task Tokens_OfRandomText_AreItsWords(DatabaseProvider provider)
    {
        var letter = Gen.OneOf(Gen.Choose(0, 0x10FFFF), Gen.Choose(0x600, 0x6FF), Gen.Choose(0x20, 0x17F), Gen.Elements(0x30, 0x31, 0x2E, 0x2C, 0x660, 0x66B, 0x66C, 0x640, 0x200C, 0x0301));
        var texts = Gen.Sample(letter.Select(c => Rune.IsValid(c) ? new Rune(c).ToString() : "\uD800").ArrayOf().Select(string.Concat), RandomTexts, 60);
        await AssertTokensAsync(provider, texts.SelectMany(t => Words.Of(t)).SelectMany(Tokens).Distinct());
    }

    /// <summary>A word as the indexes hold it: as spelled, its stem, both as staff may find them, and marks beside it.</summary>
    private static IEnumerable<string> Tokens(Word word) => [word.Text, "ß" + word.Stem, "þ" + word.Text, "þß" + word.Stem, "øø", "ø00c0ffee00c0ffee"];

    private static async Task AssertTokensAsync(DatabaseProvider provider, IEnumerable<string> words)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = database.CreateContext();
        await db.Database.OpenConnectionAsync(Ct);
        var connection = db.Database.GetDbConnection();
        if (provider is DatabaseProvider.Sqlite)
        {
            await ExecuteAsync(connection, """CREATE VIRTUAL TABLE taken USING fts5(t, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'"); CREATE VIRTUAL TABLE apart USING fts5vocab(taken, 'instance')""");
        }

        var faults = new List<string>();
        var id = 0;
        foreach (var part in words.Chunk(WordsAtATime))
        {
            var found = provider is DatabaseProvider.Sqlite ? await OfSqliteAsync(connection, ++id, part) : await OfPostgresAsync(connection, part);
            faults.AddRange(part.Except(found, StringComparer.Ordinal));
        }

        Assert.True(faults.Count == 0, $"{faults.Count}: {string.Join(' ', faults.Take(60).Select(f => string.Join('-', f.EnumerateRunes().Select(r => r.Value.ToString("X4", CultureInfo.InvariantCulture)))))}");
    }

    private static async Task<List<string>> OfSqliteAsync(DbConnection connection, int id, string[] words)
    {
        await ExecuteAsync(connection, $"INSERT INTO taken (rowid, t) VALUES ({id}, @text)", string.Join(' ', words));
        return await ReadAsync(connection, $"SELECT term FROM apart WHERE doc = {id} AND @text <> ''", " ");
    }

    /// <summary>One word at a time, as the positions of many would not fit into one vector.</summary>
    private static Task<List<string>> OfPostgresAsync(DbConnection connection, string[] words) =>
        ReadAsync(connection, "SELECT w FROM unnest(string_to_array(@text, ' ')) AS w WHERE tsvector_to_array(to_tsvector('simple', w)) = ARRAY[w]", string.Join(' ', words));

    private static async Task ExecuteAsync(DbConnection connection, string sql, string? text = null)
    {
        await using var command = Command(connection, sql, text);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql, string text)
    {
        await using var command = Command(connection, sql, text);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var found = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static DbCommand Command(DbConnection connection, string sql, string? text)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (text is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@text", text);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
