namespace ClaimTracker.Core.Tests;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("550 no\r\nsuch\0 user", 40, "550 no  such  user")]
    [InlineData("later, please", 13, "later, please")]
    [InlineData("later, please", 12, "later, plea…")]
    [InlineData("ab😀cd", 4, "ab…")]
    [InlineData("ab😀cd", 5, "ab😀…")]
    public void OneLine_OfWhatAnotherProgramSaid_CanBeStored(string text, int most, string expected) => Assert.Equal(expected, TextRules.OneLine(text, most));
}
