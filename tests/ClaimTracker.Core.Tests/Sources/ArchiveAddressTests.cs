using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests.Sources;

public sealed class ArchiveAddressTests
{
    [Theory]
    [InlineData("https://web.archive.org/web/20240226093000/https://example.org/a?b=1", "2024-02-26", "https://example.org/a?b=1")]
    [InlineData("https://web.archive.org/web/20240226093000id_/http://example.org/", "2024-02-26", "http://example.org/")]
    [InlineData("http://web.archive.org/web/20240226093000if_/example.org/a", "2024-02-26", "http://example.org/a")]
    [InlineData("https://web.archive.org/web/20240226093000/https:/example.org/a", "2024-02-26", "https://example.org/a")]
    [InlineData("https://webarchive.library.unt.edu/web/20130215152006/http://seoul.example.gov/p.html", "2013-02-15", "http://seoul.example.gov/p.html")]
    [InlineData("https://archive.ph/2024.02.26-093000/https://example.org/a", "2024-02-26", "https://example.org/a")]
    [InlineData("https://archive.is/20240226093000/https://example.org/a", "2024-02-26", "https://example.org/a")]
    [InlineData("https://archive.today/AbCd1", null, null)]
    [InlineData("https://archive.md/AbCd1#selection-1.0-2.1", null, null)]
    [InlineData("https://perma.cc/AB12-CD34", null, null)]
    [InlineData("https://perma.cc/AB12-CD34?type=image", null, null)]
    [InlineData("https://ghostarchive.org/archive/AbCd1", null, null)]
    [InlineData("https://ghostarchive.org/varchive/dQw4w9WgXcQ", null, null)]
    [InlineData("https://archive.example.org/1", null, null)]
    public void Read_Copy_TellsItsDayAndPage(string address, string? day, string? page)
    {
        var read = ArchiveAddress.Read(address);

        Assert.NotNull(read);
        Assert.Equal((day, page), (read.ArchivedOn?.ToString("yyyy-MM-dd"), read.Original));
    }

    [Theory]
    [InlineData("https://web.archive.org/")]
    [InlineData("https://web.archive.org/save/https://example.org/a")]
    [InlineData("https://web.archive.org/web/2024*/https://example.org/a")]
    [InlineData("https://web.archive.org/web/20240226/https://example.org/a")]
    [InlineData("https://web.archive.org/web/20241326093000/https://example.org/a")]
    [InlineData("https://web.archive.org/web/20240226253000/https://example.org/a")]
    [InlineData("https://web.archive.org/web/20240226093000/")]
    [InlineData("https://archive.ph/")]
    [InlineData("https://archive.ph/search/?q=example")]
    [InlineData("https://archive.today/submit/?url=https://example.org")]
    [InlineData("https://perma.cc/")]
    [InlineData("https://perma.cc/about")]
    [InlineData("https://perma.cc/AB12-CD345")]
    [InlineData("https://ghostarchive.org/search?term=x")]
    [InlineData("not an address")]
    public void Read_PlaceInAKnownArchiveThatIsNoCopy_IsNone(string address) => Assert.Null(ArchiveAddress.Read(address));

    [Theory]
    [InlineData("https://web.archive.org/web/20240226093000/http://www.example.org/a/?utm_source=x", "https://example.org/a", false)]
    [InlineData("https://web.archive.org/web/20240226093000/https://example.org/b", "https://example.org/a", true)]
    [InlineData("https://web.archive.org/web/20240226093000/https://example.org/%D8%AE%D8%A8%D8%B1", "https://example.org/خبر", false)]
    [InlineData("https://web.archive.org/web/20240226093000/https://example.org/b", null, false)]
    [InlineData("https://perma.cc/AB12-CD34", "https://example.org/a", false)]
    public void IsOfAnotherPage_IsSaidOnlyWhereTheAddressTells(string copy, string? page, bool expected) => Assert.Equal(expected, ArchiveAddress.IsOfAnotherPage(copy, [page]));

    [Fact]
    public void Dated_KeepsWhatWasTyped()
    {
        const string copy = "https://web.archive.org/web/20240226093000/https://example.org/a";

        Assert.Equal(new DateOnly(2024, 2, 26), ArchiveAddress.Dated(new ArchiveLink(copy, null)).ArchivedOn);
        Assert.Equal(new DateOnly(2024, 2, 27), ArchiveAddress.Dated(new ArchiveLink(copy, new DateOnly(2024, 2, 27))).ArchivedOn);
    }
}
