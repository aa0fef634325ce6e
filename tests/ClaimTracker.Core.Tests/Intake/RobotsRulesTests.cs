using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("<html>not a robots.txt</html>", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("user-agent:*\r\ndisallow:/news # all of it", "/news/1", false)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?download", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/x?print=1", false)]
    [InlineData("User-agent: Other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Other\nUser-agent: ClaimTracker\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: ClaimTracker\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: ClaimTracker\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /%D8%AE%D8%A8%D8%B1", "/خبر/1", false)]
    [InlineData("User-agent: *\nDisallow: /خبر", "/%d8%ae%d8%a8%d8%b1/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void Allows_AsTheStandardSays(string robots, string path, bool expected) =>
        Assert.Equal(expected, RobotsRules.Parse(robots).Allows(new Uri(new Uri("https://news.example.com"), path)));

    [Fact]
    public void Allows_PatternsMadeToTakeLong_AreAnsweredAtOnce()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 500)) + "b$");

        Assert.True(rules.Allows(new Uri("https://news.example.com/" + new string('a', 1500))));
    }
}
