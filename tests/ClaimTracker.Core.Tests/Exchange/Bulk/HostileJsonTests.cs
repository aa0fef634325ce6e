using System.Diagnostics;
using System.Text;
using ClaimTracker.Core.Exchange.Bulk;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

/// <summary>JSON files made to cost time or to break what reads them.</summary>
public sealed class HostileJsonTests
{
    [Theory]
    [InlineData("""[{"a":"1"},{"statement":"\ud800 x"}]""")]
    [InlineData("""[{"a":"1"},{"\udc00":"x"}]""")]
    [InlineData("""[{"a":"1"},{"b":["x","\ud800"]}]""")]
    [InlineData("""[{"a":"1"},{"b":{"\ud800":"x"}}]""")]
    public async Task Rows_HalfOfASign_IsNotJsonAtThatRow(string text)
    {
        var thrown = await FaultOfAsync(text);

        Assert.Equal((BulkFileFault.NotJson, 2), (thrown.Fault, thrown.Row));
    }

    /// <summary>Each of these took seconds to hours while every member was looked for in all before it.</summary>
    [Theory]
    [InlineData("{0}", false)]
    [InlineData("same", false)]
    [InlineData("{0}", true)]
    public async Task Rows_ObjectOfVeryManyMembers_IsRefusedAtOnce(string name, bool isInner)
    {
        var members = string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"{name.Replace("{0}", $"k{i}", StringComparison.Ordinal)}\":1"));
        var watch = Stopwatch.StartNew();

        var thrown = await FaultOfAsync(isInner ? $$$"""[{"a":{{{{members}}}}}]""" : $$$"""[{{{{members}}}}]""");

        Assert.Equal((BulkFileFault.TooManyColumns, 1), (thrown.Fault, thrown.Row));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
    }

    [Fact]
    public async Task Rows_ObjectsOfOtherMembersEach_AreRefusedWhenTheirColumnsAreTooMany()
    {
        var thrown = await FaultOfAsync($"[{string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"k{{i}}":1}"""))}]");

        Assert.Equal((BulkFileFault.TooManyColumns, BulkFile.MaxColumns + 1), (thrown.Fault, thrown.Row));
    }

    [Fact]
    public async Task Rows_AsManyColumnsAsMayBe_AreRead()
    {
        var members = string.Join(',', Enumerable.Range(0, BulkFile.MaxColumns).Select(i => $"\"k{i}\":{i}"));

        Assert.Equal(2, await CountAsync($$$"""[{{{{members}}}},{{{{members}}}}]"""));
    }

    private static Task<BulkFileException> FaultOfAsync(string text) => Assert.ThrowsAsync<BulkFileException>(() => CountAsync(text));

    private static async Task<int> CountAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new BulkFile(stream).RowsAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
    }
}
