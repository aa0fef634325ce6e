using System.Text;
using ClaimTracker.Core.Exchange.Bulk;
using ClaimTracker.Core.Exchange.Bulk.Reviews;

namespace ClaimTracker.Core.Tests.Exchange.Bulk;

/// <summary>Others' checks as they are handed around: feeds, documents, pages and tables, each with the mess they come in.</summary>
public sealed class ReviewFileTests
{
    private const string Review = """{"@context":"https://schema.org","@type":"ClaimReview","url":"https://www.full.example/1","claimReviewed":"The sea is dry","author":{"name":"Full Check"},"reviewRating":{"alternateName":"Wrong"}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Review)]
    [InlineData("[" + Review + "]")]
    [InlineData("{\"@graph\":[{\"@type\":\"WebPage\"}," + Review + "]}")]
    [InlineData("""{"@graph":[{"@type":"ClaimReview","url":"https://www.full.example/1","claimReviewed":"The sea is dry","author":{"@id":"#us"},"reviewRating":{"alternateName":"Wrong"}},{"@id":"#us","@type":"Organization","name":"Full Check"}]}""")]
    [InlineData("{\"@type\":\"DataFeed\",\"x\":{\"dataFeedElement\":[1]},\"dataFeedElement\":[{\"item\":[" + Review + "]}],\"after\":{")]
    [InlineData("\uFEFF  {\"dataFeedElement\":[{\"item\":" + Review + "}]}")]
    [InlineData("<!doctype html><title>x</title><script type=\"application/ld+json\">{broken</script><script type=\"Application/LD+JSON\">[" + Review + "]</script>")]
    [InlineData("url,claimReviewed,author.name,reviewRating.alternateName\r\nhttps://www.full.example/1,The sea is dry,Full Check,Wrong\r\n")]
    [InlineData("id;URL;ClaimReviewed;author_name;reviewRating_alternateName\r\n7;https://www.full.example/1;The sea is dry;Full Check;Wrong")]
    public async Task Rows_OfAnyShape_AreTheSame(string text)
    {
        var rows = await RowsAsync(text);

        Assert.Equal("https://www.full.example/1|The sea is dry|Full Check|Wrong||||||en", string.Join('|', Assert.Single(rows).Take(10)));
    }

    [Theory]
    [InlineData("2023-09-13", "2023-09-13")]
    [InlineData("2023-09-13T23:30:00+03:00", "2023-09-13")]
    [InlineData("2023-09-13 08:00:00 UTC", "2023-09-13")]
    [InlineData("2023/09/13", "2023/09/13")]
    [InlineData("Wed, 13 Sep 2023 10:00:00 GMT", "2023-09-13")]
    [InlineData("September 13, 2023", "2023-09-13")]
    [InlineData("Sep 13, 2023", "2023-09-13")]
    [InlineData("20230913", "2023-09-13")]
    [InlineData("1694563200", "2023-09-13")]
    [InlineData("1694563200000", "2023-09-13")]
    [InlineData("13 September 2023", "13 September 2023")]
    [InlineData("١٣ سبتمبر ٢٠٢٣", "13 سبتمبر 2023")]
    [InlineData("some day", "some day")]
    public async Task Dates_InTheFormsOfPages_BecomeOnesThatAreRead(string written, string read) =>
        Assert.Equal(read, await CellAsync($"\"datePublished\":\"{written}\"}}", BulkFields.PublishedOn));

    [Theory]
    [InlineData("False", null, null, null, "False")]
    [InlineData("زائف", "1", "1", "5", "False")]
    [InlineData("False.", "5", "1", "5", null)]
    [InlineData("Four Pinocchios", "1", "1", "5", "False")]
    [InlineData("Not enough evidence", "3", "1", "5", null)]
    [InlineData("Four Pinocchios", "1", "1", "4", null)]
    [InlineData("Four Pinocchios", "1", null, "5", null)]
    [InlineData("Hm", "2", "1", "5", null)]
    [InlineData("Hm", "2.5", "1", "5", null)]
    [InlineData("صحيحة", null, null, null, "True")]
    [InlineData("صحيح جزئيا", "3", "1", "5", "PartlyTrue")]
    [InlineData("Sin pruebas", "-1", "-1", "-1", null)]
    public void Ratings_OfOthers_AreMappedOnlyWhereSure(string words, string? value, string? worst, string? best, string? code) =>
        Assert.Equal(code, OutsideRatings.CodeOf(words, value, worst, best));

    [Theory]
    [InlineData("""{"claimReviewed":["<p>Rain&nbsp;&amp; <b>snow</b></p>","other"]}""", BulkFields.Statement, "Rain & snow")]
    [InlineData("""{"author":[{"name":"A"},"B",{"name":null}]}""", BulkFields.OutletName, "A, B")]
    [InlineData("""{"author":null,"url":"https://www.x.example/1"}""", BulkFields.OutletName, "x.example")]
    [InlineData("""{"author":{"@type":"Person","name":"Jane"},"publisher":{"@type":"Organization","name":"House"}}""", BulkFields.OutletName, "House")]
    [InlineData("""{"author":{"@type":"Organization","name":"Desk"},"publisher":{"@type":"Organization","name":"House"}}""", BulkFields.OutletName, "Desk")]
    [InlineData("""{"reviewRating":[{"ratingValue":3,"bestRating":5}]}""", BulkFields.RatingWords, "3/5")]
    [InlineData("""{"claimReviewed":"قول","inLanguage":"en"}""", BulkFields.Language, "ar")]
    [InlineData("""{"claimReviewed":"The mayor said «نعم» and that the bridge was closed for good","inLanguage":"x-unknown"}""", BulkFields.Language, "en")]
    [InlineData("""{"itemReviewed":{"author":[{"name":"A; Inc"},"B",{"name":"b"},"C"]}}""", BulkFields.Claimant, "A, Inc; B; C")]
    [InlineData("""{"claimReviewed":"Un mot","inLanguage":["fr-FR"]}""", BulkFields.Language, "fr")]
    [InlineData("""{"itemReviewed":[{"author":{"@type":"Organization","name":"Port"}}]}""", BulkFields.ClaimantKind, "group")]
    [InlineData("""{"claimReviewed":"\ud800"}""", BulkFields.Statement, "")]
    public async Task Cells_OfMess_AreWhatIsMeant(string members, string field, string cell) => Assert.Equal(cell, await CellAsync(members[1..], field));

    [Fact]
    public async Task Rows_ThatAreNoReviews_AreLeftForTheirReportAndEndNothing()
    {
        var rows = await RowsAsync("{\"dataFeedElement\":[7,null,{\"item\":[]},{\"\\ud800\":1}," + Review + "]}");

        Assert.Equal([true, true, true, true, false], rows.ConvertAll(r => r.All(c => c.Length == 0)));
    }

    [Theory]
    [InlineData("{\"dataFeedElement\":[" + Review + ",", BulkFileFault.NotJson)]
    [InlineData("{\"a\":1}", BulkFileFault.Empty)]
    [InlineData("{\"@type\":\"WebPage\",\"\\ud800\":1}", BulkFileFault.NotJson)]
    [InlineData("{]", BulkFileFault.NotJson)]
    [InlineData("<p>No review</p>", BulkFileFault.Empty)]
    [InlineData("  ", BulkFileFault.Empty)]
    public async Task Rows_OfAFileThatIsNone_AreRefused(string text, BulkFileFault fault) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<BulkFileException>(() => RowsAsync(text))).Fault);

    private static async Task<string> CellAsync(string members, string field)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("[{\"@type\":\"ClaimReview\"," + members + "]"));
        var reviews = new ReviewFile(file);
        return Assert.Single(await reviews.RowsAsync(Ct).ToListAsync(Ct))[reviews.Heads.ToList().IndexOf(field)];
    }

    private static async Task<List<string[]>> RowsAsync(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new ReviewFile(file).RowsAsync(Ct).ToListAsync(Ct);
    }
}
