using ClaimTracker.Core.Intake;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests.Intake;

public sealed class SpeakerKindsTests
{
    [Theory]
    [InlineData("وزارة الدفاع الروسية", PartyKind.Ministry)]
    [InlineData("وزير الدفاع الكوري الجنوبي شين وون سيك", PartyKind.Person)]
    [InlineData("المتحدث باسم وزارة الخارجية", PartyKind.Person)]
    [InlineData("وسائل إعلام روسية", PartyKind.Unnamed)]
    [InlineData("مصادر أمنية", PartyKind.Unnamed)]
    [InlineData("وكالة يونهاب", PartyKind.NewsOrganisation)]
    [InlineData("الأمم المتحدة", PartyKind.InternationalBody)]
    [InlineData("الكرملين", PartyKind.Government)]
    [InlineData("سيرغي لافروف", PartyKind.Person)]
    [InlineData("the Ministry of Health", PartyKind.Ministry)]
    [InlineData("Prime Minister Anna Berg", PartyKind.Person)]
    [InlineData("two officials", PartyKind.Unnamed)]
    [InlineData("Anna Berg", PartyKind.Person)]
    [InlineData("the port authority", PartyKind.Agency)]
    [InlineData("الولايات المتحدة", PartyKind.Government)]
    [InlineData("الولايات المتحدة الأمريكية", PartyKind.Government)]
    [InlineData("كوريا الجنوبية", PartyKind.Government)]
    [InlineData("روسيا", PartyKind.Government)]
    [InlineData("the United States", PartyKind.Government)]
    [InlineData("United Kingdom", PartyKind.Government)]
    [InlineData("North Korea", PartyKind.Government)]
    [InlineData("the White House", PartyKind.Government)]
    [InlineData("United Nations", PartyKind.InternationalBody)]
    [InlineData("the World Bank", PartyKind.InternationalBody)]
    [InlineData("صندوق النقد الدولي", PartyKind.InternationalBody)]
    [InlineData("البنك الدولي", PartyKind.InternationalBody)]
    [InlineData("الجيش الأوكراني", PartyKind.Agency)]
    [InlineData("the Ukrainian General Staff", PartyKind.Agency)]
    [InlineData("Ukrainian army", PartyKind.Agency)]
    [InlineData("رئيس الأركان الأوكراني", PartyKind.Person)]
    [InlineData("الصليب الأحمر", PartyKind.Group)]
    [InlineData("Jordan Peterson", PartyKind.Person)]
    [InlineData("واشنطن", null)]
    [InlineData("Washington", null)]
    public void Guess_NameAsWritten_TellsTheKindOrNothing(string name, PartyKind? expected) => Assert.Equal(expected, SpeakerKinds.Guess(name));
}
