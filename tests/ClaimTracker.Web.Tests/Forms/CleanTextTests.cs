using ClaimTracker.Web.Forms;

namespace ClaimTracker.Web.Tests.Forms;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  words  ", "words")]
    [InlineData("a\u0000b\u0007c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("one\r\ntwo\rthree\nfour\tfive", "one\ntwo\nthree\nfour\tfive")]
    [InlineData("a\u202Eb\u2067c\uFEFFd\uFFFEe", "abcde")]
    [InlineData("e\u0301", "é")]
    [InlineData("«قال: نعم»", "«قال: نعم»")]
    [InlineData("\u200Fنعم\u200F 🚀", "\u200Fنعم\u200F 🚀")]
    public void Of_KeepsWhatPeopleMeanToType(string typed, string expected) => Assert.Equal(expected, CleanText.Of(typed));

    [Fact]
    public void Of_LoneSurrogate_IsDropped() => Assert.Equal("ab", CleanText.Of("a" + (char)0xD800 + "b"));
}
