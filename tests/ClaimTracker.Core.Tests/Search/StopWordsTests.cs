using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Tests.Search;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("the")]
    [InlineData("They're")]
    [InlineData("إلى")]
    [InlineData("الذين")]
    [InlineData("ومن")]
    public void Contains_FunctionWords(string word) => Assert.True(StopWords.Contains(TextFold.Fold(word)));

    [Theory]
    [InlineData("not")]
    [InlineData("no")]
    [InlineData("never")]
    [InlineData("without")]
    [InlineData("don't")]
    [InlineData("لا")]
    [InlineData("لم")]
    [InlineData("لن")]
    [InlineData("ليس")]
    [InlineData("غير")]
    [InlineData("دون")]
    [InlineData("نفى")]
    [InlineData("containers")]
    [InlineData("حاوية")]
    public void Contains_NoNegationAndNoContent(string word) => Assert.False(StopWords.Contains(TextFold.Fold(word)));
}
