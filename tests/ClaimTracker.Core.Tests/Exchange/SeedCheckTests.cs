using System.Text;
using ClaimTracker.Core.Data;
using ClaimTracker.Core.Exchange;
using ClaimTracker.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Core.Tests.Exchange;

/// <summary>A faulty data set is refused whole, with file, record and fault.</summary>
public sealed class SeedCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "claims", "\"party\": \"kremlin\",\n        \"roleEn\"", "\"party\": \"nobody\",\n        \"roleEn\"", "“nobody” is not in parties" },
        { "claims", "\"rating\": \"supported\"", "\"rating\": \"said\"", "“said” is not a rating of this scale" },
        { "claims", "\"unit\": \"container\"", "\"unit\": \"crate\"", "“crate” is not in units" },
        { "claims", "\"measures\": \"containers-shipped\"", "\"measures\": \"crates\"", "“crates” is not in measures" },
        { "claims", "\"spelling-variant\"", "\"no-such-flag\"", "“no-such-flag” is not in list flags" },
        { "claims", "\"verb\": \"announced\"", "\"verb\": \"sang\"", "“sang” is not in list verbs" },
        { "claims", "\"rule\": \"D-WED\"", "\"rule\": \"D-X\"", "“D-X” is not in list dateRules" },
        { "claims", "\"from\": \"2023-09-13\",", "\"from\": \"2023-09-12\",", "DayNeedsOneDay" },
        { "claims", "\"key\": \"summit-site-in-siberia\"", "\"key\": \"vostochny-summit-2023-09-13\"", "key: twice" },
        { "claims", "\"country\": \"RU\"", "\"country\": \"Russia\"", "not a code of two letters" },
        { "claims", "\"paragraphFrom\": 1,", "\"paragraphFrom\": 9,", "paragraphs count from 1 upwards" },
        { "claims", "\"summaryEn\": \"", "\"summaryEn\": \"" + "x".PadLeft(80, 'x'), "summaryEn: longer than 75" },
        { "claims", "\"kind\": \"event\"", "\"kind\": \"rumour\"", "could not be converted" },
        { "claims", "\"ref\": \"C001\"", "\"ref\": \"C001\", \"colour\": \"red\"", "colour" },
        { "claims", "\"statementEn\": \"", "\"statementEn\": \"\\u0000", "control character" },
        { "claims", "\"flags\": [", "\"flags\": [null,", "empty item" },
        { "claims", "\"key\": \"vostochny-summit-2023-09-13\"", "\"key\": null", "key" },
        { "relations", "\"kind\": \"contradicts\"", "\"kind\": \"hates\"", "kind: unknown" },
        { "relations", "\"to\": \"vostochny-summit-2023-09-13\"", "\"to\": \"summit-site-in-siberia\"", "the same claim" },
        { "article-errors", "\"kind\": \"actors-swapped\"", "\"kind\": \"typo\"", "“typo” is not in list errorKinds" },
        { "article-errors", "\"article\": \"putin-arrives-pyongyang\"", "\"article\": \"elsewhere\"", "“elsewhere” is not in articles" },
        { "evidence", "\"url\": \"http://world", "\"url\": \"javascript:world", "not a web address" },
        { "evidence", "\"url\": \"https://thestar.com.my/news/", "\"url\": \"http://world.kbs.co.kr/service/news_view.htm?lang=e&Seq_Code=183924#", "the same page" },
        { "parties", "\"memberOf\": null", "\"memberOf\": \"un\"", "does not come before it" },
        { "articles", "\"originalArticle\": null", "\"originalArticle\": \"putin-kim-satellites\"", "does not come before it" },
        { "topics", "Russia–North Korea meetings\",\n    \"nameAr\": \"لقاءات روسيا وكوريا الشمالية\"", " \",\n    \"nameAr\": null", "missing in every language" },
        { "units", "[", "", "JSON" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Import_FaultyFile_IsRefusedAndNamed(string file, string text, string instead, string fault)
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-import-").FullName;
        try
        {
            await SeedFiles.WriteFolderAsync(await SeedFiles.ReadEmbeddedAsync(Ct), folder, Ct);
            var path = Path.Combine(folder, file + ".json");
            var whole = await File.ReadAllTextAsync(path, Ct);
            var at = whole.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file}.json has no {text}");
            await File.WriteAllTextAsync(path, whole[..at] + instead + whole[(at + text.Length)..], Encoding.UTF8, Ct);

            await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
            await using var db = database.CreateContext();
            var refused = await Assert.ThrowsAsync<ImportException>(
                async () => await new Importer(db).ImportAsync(await SeedFiles.ReadFolderAsync(folder, Ct), Ct));

            Assert.Contains(refused.Faults, f => f.File == file && f.Message.Contains(fault, StringComparison.Ordinal));
            Assert.False(await db.DataSets.AnyAsync(Ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Read_MissingFile_IsNamed()
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker-import-").FullName;
        var refused = await Assert.ThrowsAsync<ImportException>(() => SeedFiles.ReadFolderAsync(folder, Ct));
        Directory.Delete(folder);

        Assert.Equal("dataset.json: The file is missing.", refused.Message);
    }
}
