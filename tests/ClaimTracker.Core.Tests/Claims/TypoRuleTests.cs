using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Tests.Claims;

/// <summary>What passes for a mended typo, and what turns a sentence round.</summary>
public sealed class TypoRuleTests
{
    [Theory]
    [InlineData("The registers recieve fourty reports.", "The registers receive forty reports.")]
    [InlineData("There are alot of registers.", "There are a lot of registers.")]
    [InlineData("Two of the the registers agree.", "Two of the registers agree.")]
    [InlineData("The total is 6,700.", "The total is 6 700.")]
    [InlineData("يذكر سجلان مستقلن أربعين حاوية.", "يذكر سجلان مستقلان أربعين حاوية.")]
    [InlineData("First teh one.\n\nSecond one.", "First the one.\nSecond one.")]
    public void IsTypo_SlipsOfTheKeyboard(string before, string after) => Assert.True(ClaimRules.IsTypo(before, after));

    [Theory]
    [InlineData("The total is supported.", "The total is not supported.")]
    [InlineData("The ministry has no register.", "The ministry has register.")]
    [InlineData("The statement is false.", "The statement is true.")]
    [InlineData("There were 90 containers.", "There were 99 containers.")]
    [InlineData("تؤكد السجلات الرقم.", "لا تؤكد السجلات الرقم.")]
    [InlineData("الرقم صحيح.", "الرقم غير صحيح.")]
    [InlineData("First paragraph.", "First paragraph.\nA second paragraph.")]
    public void IsTypo_AnotherMeaning_IsNot(string before, string after) => Assert.False(ClaimRules.IsTypo(before, after));

    [Fact]
    public void IsTypo_OfALongBody_IsJudgedByParagraph()
    {
        var body = string.Join("\n\n", Enumerable.Range(1, 400).Select(i => $"Paragraph {i} says what register {i} lists, in words of its own."));

        Assert.True(ClaimRules.IsTypo(body, body.Replace("register", "registre", StringComparison.Ordinal)));
        Assert.False(ClaimRules.IsTypo(body, body.Replace("register 400 lists", "register 400 never lists", StringComparison.Ordinal)));
    }
}
