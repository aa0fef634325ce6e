using ClaimTracker.Core.Intake;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class AttributionReaderTests
{
    [Theory]
    [InlineData("Some 2.3 million people could vote, election commissioner Idris Palme said.", "election commissioner Idris Palme said")]
    [InlineData("\"A fine night,\" said party leader Anna Brisco.", "party leader Anna Brisco said")]
    [InlineData("Rodrigo Vel, the minister, denied that the dam had been inspected in spring.", "Rodrigo Vel, the minister denied")]
    [InlineData("According to the ministry, the bridge is closed.", "ministry said")]
    [InlineData("ونفى وزير الري هشام العوبلي أن تكون الوزارة قد تلقت تحذيرا.", "وزير الري هشام العوبلي denied")]
    [InlineData("وزارة الدفاع وصفت التقارير بأنها مزيفة.", "وزارة الدفاع said")]
    [InlineData("ونقلت وكالة الضفاف عن مسؤول محلي قوله إن الطريق مغلقة.", "مسؤول محلي said;وكالة الضفاف reported")]
    [InlineData("وبحسب هيئة الأرصاد، هطل المطر يومين.", "هيئة الأرصاد said")]
    public void Read_Sentence_GivesTheChain(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', AttributionReader.Read(text)?.Chain.Select(s => $"{s.Name} {s.Verb}") ?? []));

    [Fact]
    public void Read_OnlyAPronoun_GivesTheVerbWithoutASpeaker()
    {
        var attribution = AttributionReader.Read("He said the bridge was closed.");

        Assert.Equal("said", attribution?.Verb);
        Assert.Null(attribution?.Speaker);
    }

    [Theory]
    [InlineData("The bridge to the island was closed.")]
    [InlineData("نقلت السفينة حاويات القمح إلى الميناء.")]
    [InlineData("The clerk was accused of theft.")]
    public void Read_NothingPassedOn_GivesNothing(string text) => Assert.Null(AttributionReader.Read(text));
}
