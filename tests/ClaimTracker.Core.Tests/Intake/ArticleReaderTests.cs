using System.Diagnostics;
using System.Text;
using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class ArticleReaderTests
{
    private const string Long = "The ministry said on Monday that sixty-three shops in the market had burned down during the night.";
    private const string Second = "A spokesman denied that the council had warned the traders before the fire broke out in the market.";

    [Fact]
    public void Read_EachValueSaysWhereItWasFound()
    {
        var article = Html($$"""
            <html lang="en"><head><title>Market burns | The Post</title><meta property="og:title" content="Market burns down">
            <meta property="og:site_name" content="The Post"><meta name="author" content="Ann Lee">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-07T23:30:00-05:00"}</script></head>
            <body><article><h1>Market burns</h1><p class="date-updated">Updated: 8 March 2024</p><p>{{Long}}</p></article></body></html>
            """);

        Assert.Equal(new Found<string>("Market burns down", FoundIn.OpenGraph), article.Title);
        Assert.Equal(new Found<string>("The Post", FoundIn.OpenGraph), article.Outlet);
        Assert.Equal(new Found<string>("Ann Lee", FoundIn.Meta), article.Byline);
        Assert.Equal(new Found<DateOnly>(new DateOnly(2024, 3, 7), FoundIn.JsonLd), article.PublishedOn);
        Assert.Equal(new Found<DateOnly>(new DateOnly(2024, 3, 8), FoundIn.Visible), article.ModifiedOn);
        Assert.Equal(new Found<string>("en", FoundIn.Meta), article.Language);
        Assert.Equal([Long], article.Paragraphs);
    }

    [Theory]
    [InlineData("""[{"@type":"WebSite","name":"Post"},{"@type":"NewsArticle","headline":"A &amp; B","author":"Ann Lee"}]""", "A & B", "Ann Lee")]
    [InlineData("""{"@graph":[{"@type":["Article"],"headline":"A","author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Ann Lee"}]}""", "A", "Ann Lee")]
    [InlineData("""{"@type":"https://schema.org/NewsArticle","headline":["A"],"author":[{"name":"Ann Lee"},{"name":["Bo Oz"]},"https://x.example/p"]}""", "A", "Ann Lee, Bo Oz")]
    [InlineData("""{"@type":"WebPage","name":"Page","mainEntity":{"@type":"NewsArticle","headline":"A"}}""", "A", null)]
    [InlineData("""{"@type":"NewsArticle","headline":"A",}""", null, null)]
    [InlineData("""{"@type":"NewsArticle","headline":7,"author":{"name":{"x":1}},"datePublished":[]}""", null, null)]
    [InlineData("[[[[[]]]]]", null, null)]
    [InlineData("null", null, null)]
    [InlineData("", null, null)]
    public void Read_JsonLdOfEveryShape(string json, string? title, string? byline)
    {
        var article = Html($"<script type='application/ld+json'>{json}</script><p>{Long}</p>");

        Assert.Equal(title, article.Title?.Value);
        Assert.Equal(byline, article.Byline?.Value);
    }

    [Theory]
    [InlineData("<p>Read also: Markets without doors</p>")]
    [InlineData("<p><a href='/x'>Markets without emergency doors in ten cities</a></p>")]
    [InlineData("<div class='postShareBar'>On this and that network</div>")]
    [InlineData("<p style='display: none'>Nobody sees this text of the page at all.</p>")]
    [InlineData("<figure><img><figcaption>A burned shop in the old market of the city.</figcaption></figure>")]
    [InlineData("<div role='complementary'><p>Ten crops that changed the history of the world.</p></div>")]
    [InlineData("<p>© 2024 The Post. All rights reserved.</p>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<h2>Related stories</h2><ul><li><a href='/1'>One</a></li></ul>")]
    [InlineData("<p>Published: 7 March 2024, 14:05 GMT</p>")]
    [InlineData("<p>نُشر في: 7 مارس 2024</p>")]
    public void Read_LeavesFurnitureOut(string furniture)
    {
        Assert.Equal([Long, Second], Html($"<article><p>{Long}</p>{furniture}<p>{Second}</p></article>").Paragraphs);
    }

    [Theory]
    [InlineData("<p>Related crimes rose in the city by 4 percent, the police said.</p>", "Related crimes rose in the city by 4 percent, the police said.")]
    [InlineData("<p>Watch towers were built along the border in 2019, it said.</p>", "Watch towers were built along the border in 2019, it said.")]
    [InlineData("<p>The fire began on 7 March 2024 in a bakery, the <a href='/x'>report</a> said.</p>", "The fire began on 7 March 2024 in a bakery, the report said.")]
    [InlineData("<p>By Monday the fire was out.</p>", "By Monday the fire was out.")]
    [InlineData("<ul><li>One shop was saved.</li></ul>", "One shop was saved.")]
    [InlineData("<div>No paragraph element<br>holds this.</div>", "No paragraph element holds this.")]
    public void Read_KeepsWhatOnlyLooksLikeFurniture(string html, string expected)
    {
        Assert.Equal([Long, expected, Second], Html($"<article><p>{Long}</p>{html}<p>{Second}</p></article>").Paragraphs);
    }

    [Fact]
    public void Read_AThemesOddNames_DoNotHideTheArticle()
    {
        var article = Html($"<body class='has-sidebar'><div class='post author-ann tag-fire'><div class='ads-free-content'><p>{Long}</p><p>{Second}</p></div></div></body>");

        Assert.Equal([Long, Second], article.Paragraphs);
    }

    [Fact]
    public void Read_MoreCommentsThanText_FindsTheText()
    {
        var comments = string.Concat(Enumerable.Range(0, 40).Select(i => $"<div class='comment'><p>Comment {i}: this took far too long, as everybody in this town knows.</p></div>"));

        Assert.Equal([Long, Second], Html($"<div><div class='body'><p>{Long}</p><p>{Second}</p></div><div id='comments'>{comments}</div></div>").Paragraphs);
    }

    [Fact]
    public void Read_LinesPartedByTwoBreaks_AreParagraphs()
    {
        Assert.Equal([Long, Second], Html($"<table><tr><td>{Long}<br><br>{Second}</td></tr></table>").Paragraphs);
    }

    [Fact]
    public void Read_AnArabicPageWhoseThemeSaysEnglish_IsArabic()
    {
        var article = Html("<html lang='en-US'><meta property='og:locale' content='en_US'><p>التهم حريق ضخم 63 محلا في سوق الأخشاب بحي المنصورية فجر الخميس.</p>");

        Assert.Equal(new Found<string>("ar", FoundIn.Text), article.Language);
    }

    [Fact]
    public void Read_Canonical_IsMadeAbsoluteAndLosesItsFragment()
    {
        var article = Html("<link rel='canonical' href='/news/7#top'><p>Text.</p>", "https://post.example/news/7?utm_source=x");

        Assert.Equal("https://post.example/news/7", article.CanonicalAddress?.Value);
        Assert.Null(Html("<link rel='canonical' href='javascript:alert(1)'>").CanonicalAddress);
    }

    [Fact]
    public void Read_PlainText_InParagraphs()
    {
        var article = ArticleReader.Read(Encoding.UTF8.GetBytes($"Market burns\r\nBy Ann Lee\r\n\r\n{Long[..40]}\r\n{Long[41..]}\r\n\r\nRead also: Doors\r\n\r\n{Second}"), "text/plain", PageHeaders.None, null);

        Assert.Equal("en", article.Language?.Value);
        Assert.Contains(Long[..40] + " " + Long[41..].Trim(), article.Paragraphs);
        Assert.Equal(Second, article.Paragraphs[^1]);
        Assert.DoesNotContain(article.Paragraphs, p => p.Contains("Doors", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadPasted_TellsHtmlFromText()
    {
        Assert.Equal(["A first line.", "1 < 2 and 3 > 2."], ArticleReader.ReadPasted("A first line.\n1 < 2 and 3 > 2.", null).Paragraphs);
        Assert.Equal([Long, Second], ArticleReader.ReadPasted($"<p>{Long}</p>\n<p>{Second}</p>", null).Paragraphs);
    }

    [Theory]
    [InlineData("<div>", 15_000)]
    [InlineData("<b>", 20_000)]
    [InlineData("<a href='/'>", 20_000)]
    [InlineData("<p class='ad share'>", 60_000)]
    [InlineData("<table><tr><td>", 5_000)]
    public void Read_APageMadeToHurt_IsReadInTime(string piece, int times)
    {
        var watch = Stopwatch.StartNew();

        var article = Html(string.Concat(Enumerable.Repeat(piece, times)) + "text");

        Assert.NotNull(article);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static ReadArticle Html(string html, string? address = null) => ArticleReader.Read(Encoding.UTF8.GetBytes(html), "text/html", PageHeaders.None, address);

    [Fact]
    public void ReadPasted_SitesNameAndMenuAboveTheTitle_AreNotTheTitle()
    {
        var article = ArticleReader.ReadPasted("Qariapress\n\nالسياسة والأعمال والتكنولوجيا والرأي والرياضة.\n\nوزارة الزراعة تتحدث عن صوامع القمح\n\nأعلنت الوزارة أن 812 صومعة دُمرت.", null);

        Assert.Equal("وزارة الزراعة تتحدث عن صوامع القمح", article.Title?.Value);
        Assert.Equal("أعلنت الوزارة أن 812 صومعة دُمرت.", Assert.Single(article.Paragraphs));
    }
}
