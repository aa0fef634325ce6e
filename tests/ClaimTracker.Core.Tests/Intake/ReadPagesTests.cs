using System.Globalization;
using System.Text.Json;
using ClaimTracker.Core.Intake;
using ClaimTracker.TestKit.Intake;

namespace ClaimTracker.Core.Tests.Intake;

/// <summary>Eight pages in the habits of different sites, each with what is right to read from it.</summary>
public sealed class ReadPagesTests
{
    public static TheoryData<string> Pages => [.. IntakeData.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Read_WhatThePageSaysOfItself(string name)
    {
        var expected = Expected(name);

        var article = Read(name);

        Assert.Equal(Text(expected, "title"), article.Title?.Value);
        Assert.Equal(Text(expected, "byline"), article.Byline?.Value);
        Assert.Equal(Day(expected, "publishedOn"), article.PublishedOn?.Value);
        Assert.Equal(Day(expected, "modifiedOn"), article.ModifiedOn?.Value);
        Assert.Equal(Text(expected, "language"), article.Language?.Value);
        Assert.Equal(Text(expected, "canonical"), article.CanonicalAddress?.Value);
        Assert.Equal(Text(expected, "outlet"), article.Outlet?.Value);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Read_TheParagraphsAndNothingElse(string name)
    {
        var expected = Expected(name);
        var optional = List(expected, "optional");

        var paragraphs = Read(name).Paragraphs;

        Assert.Equal(List(expected, "paragraphs"), paragraphs.Where(p => !optional.Contains(p)));
        Assert.All(List(expected, "furniture"), f => Assert.DoesNotContain(paragraphs, p => p.Contains(f, StringComparison.Ordinal)));
    }

    private static ReadArticle Read(string name) =>
        ArticleReader.Read(IntakeData.Bytes(name + ".html"), "text/html", PageHeaders.None, Text(Expected(name), "address"));

    private static JsonElement Expected(string name) => JsonDocument.Parse(IntakeData.Text(name + ".json")).RootElement;

    private static string? Text(JsonElement expected, string name) => expected.GetProperty(name).GetString();

    private static DateOnly? Day(JsonElement expected, string name) => Text(expected, name) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    private static List<string> List(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(i => i.GetString() ?? "")] : [];
}
