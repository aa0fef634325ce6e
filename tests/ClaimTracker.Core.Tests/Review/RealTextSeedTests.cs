using System.Text.Json;
using ClaimTracker.Core.Review;

namespace ClaimTracker.Core.Tests.Review;

/// <summary>The texts people wrote for the first data are real ones: nothing here may be taken for a filler.</summary>
public sealed class RealTextSeedTests
{
    [Theory]
    [InlineData("statementEn", "en")]
    [InlineData("statementAr", "ar")]
    [InlineData("summaryEn", "en")]
    [InlineData("summaryAr", "ar")]
    [InlineData("headlineEn", "en")]
    [InlineData("headlineAr", "ar")]
    [InlineData("rationaleEn", "en")]
    [InlineData("rationaleAr", "ar")]
    public void Fault_TextOfTheSeed_IsNone(string property, string language)
    {
        using var stream = typeof(RealText).Assembly.GetManifestResourceStream("seed/claims.json");
        Assert.NotNull(stream);
        using var claims = JsonDocument.Parse(stream);

        var texts = claims.RootElement.EnumerateArray()
            .Select(c => c.TryGetProperty(property, out var own) ? own : c.GetProperty("verdict").GetProperty(property))
            .Select(t => t.GetString())
            .Where(t => t is not null)
            .ToList();
        var faults = texts.Select(t => (Text: t, Fault: RealText.Fault(t, TextNeed.Headline, language))).Where(t => t.Fault is not null);

        Assert.NotEmpty(texts);
        Assert.Empty(faults);
    }
}
