using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.Core.Exchange.Bulk;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

public sealed class BulkFileTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a|b", "1|2")]
    [InlineData("a;b\n1;2", "a|b", "1|2")]
    [InlineData("a\tb\r1\t2\r", "a|b", "1|2")]
    [InlineData("\uFEFFa,b\n\"1, one\",\"said \"\"yes\"\"\nand left\"", "a|b", "1, one|said \"yes\"\nand left")]
    [InlineData("\"a;x\",b\n1,", "a;x|b", "1|")]
    [InlineData("a,b\n\n , \n1,he said \"so\"\n", "a|b", "1|he said \"so\"")]
    [InlineData("""[{"a":"1","b":{"c":2,"d":null}},{"e":["x","y"]}]""", "a|b c|b d|e", "1|2|", "|||x; y")]
    public async Task Rows_AsPeopleWriteTables_AreReadCellByCell(string text, string heads, params string[] rows) =>
        await AssertReadsAsync(Encoding.UTF8.GetBytes(text), heads, rows);

    [Fact]
    public async Task Rows_InOlderAndWiderEncodings_AreReadAsText()
    {
        const string Text = "الادعاء,الرابط\r\nغادرت السفن,https://example.org\r\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1256);
        await AssertReadsAsync(Assert.IsType<Encoding>(windows, exactMatch: false).GetBytes(Text), "الادعاء|الرابط", "غادرت السفن|https://example.org");
        await AssertReadsAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], "الادعاء|الرابط", "غادرت السفن|https://example.org");
    }

    [Fact]
    public async Task Rows_OfAnOlderWesternTable_AreNotReadAsArabic()
    {
        var western = Assert.IsType<Encoding>(CodePagesEncodingProvider.Instance.GetEncoding(1252), exactMatch: false);
        await AssertReadsAsync(western.GetBytes("nombre,dicho\r\nNúñez,la señal de mañana\r\n"), "nombre|dicho", "Núñez|la señal de mañana");
    }

    [Fact]
    public async Task Rows_OfAnOlderArabicTableWithItsFirstWordsFarDown_AreReadAsText()
    {
        var windows = Assert.IsType<Encoding>(CodePagesEncodingProvider.Instance.GetEncoding(1256), exactMatch: false);
        var plain = string.Concat(Enumerable.Repeat("1,plain words\r\n", 20_000));
        var (_, rows) = await ReadAsync(windows.GetBytes("key,statement\r\n" + plain + "2,غادرت السفن الميناء\r\n"));
        Assert.Equal("غادرت السفن الميناء", rows[^1][1]);
    }

    [Theory]
    [InlineData("", BulkFileFault.Empty)]
    [InlineData("a,b\r\n", BulkFileFault.Empty)]
    [InlineData("a,b\r\n\"1\"x,2\r\n", BulkFileFault.BadQuotes)]
    [InlineData("a,b\r\n\"1,2\r\n", BulkFileFault.BadQuotes)]
    [InlineData("""[{"a":1},2]""", BulkFileFault.NotJson)]
    [InlineData("""[{"a":1}""", BulkFileFault.NotJson)]
    public async Task Rows_NotATable_SaysWhy(string text, BulkFileFault fault)
    {
        var thrown = await Assert.ThrowsAsync<BulkFileException>(() => ReadAsync(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(fault, thrown.Fault);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("-1", "-1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("1-1", "1-1")]
    [InlineData("", "")]
    public void Neutral_LikeAFormula_IsText(string cell, string expected) => Assert.Equal(expected, CsvCells.Neutral(cell));

    [Fact]
    public void Line_WhatNeedsIt_IsQuoted() => Assert.Equal("a,\"b, \"\"c\"\"\",\"'=x\"\r\n", CsvCells.Line("a", "b, \"c\"", "=x"));

    private static async Task AssertReadsAsync(byte[] bytes, string heads, params string[] rows)
    {
        var (readHeads, readRows) = await ReadAsync(bytes);
        Assert.Equal(heads, string.Join('|', readHeads));
        Assert.Equal(rows, readRows.ConvertAll(r => string.Join('|', r)));
    }

    private static async Task<(IReadOnlyList<string> Heads, List<string[]> Rows)> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var file = new BulkFile(stream);
        var rows = new List<string[]>();
        await foreach (var row in file.RowsAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return (file.Heads, rows);
    }
}
