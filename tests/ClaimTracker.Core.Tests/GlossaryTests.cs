using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests;

public sealed class GlossaryTests
{
    public static TheoryData<string, Type> Enums => new()
    {
        { Glossary.ClaimKinds, typeof(ClaimKind) },
        { Glossary.RatedAspects, typeof(RatedAspect) },
        { Glossary.ConfidenceLevels, typeof(Confidence) },
        { Glossary.PartyKinds, typeof(PartyKind) },
        { Glossary.OutletKinds, typeof(OutletKind) },
        { Glossary.Stances, typeof(Stance) },
        { Glossary.EvidenceLevels, typeof(SourceLevel) },
        { Glossary.TitleSources, typeof(TitleSource) },
        { Glossary.LinkKinds, typeof(LinkKind) },
        { Glossary.Strengths, typeof(AppearanceStrength) },
        { Glossary.Modifiers, typeof(FigureModifier) },
        { Glossary.Precisions, typeof(DatePrecision) },
        { Glossary.MachineTranslated, typeof(MachineTranslated) },
        { Glossary.Harm, typeof(Harm) },
    };

    /// <summary>Every term of the first data is a value of its enum, which may know more. Only <c>same-as</c> is none: one claim has one number.</summary>
    [Theory]
    [MemberData(nameof(Enums))]
    public void Terms_AreValuesOfTheirEnum(string list, Type type)
    {
        var codes = Enum.GetValues(type).Cast<Enum>().Select(Glossary.Code).ToHashSet();
        Assert.NotEmpty(Glossary.Terms(list));
        Assert.All(Glossary.Terms(list).Where(t => t.Code != "same-as"), t => Assert.Contains(t.Code, codes));
    }

    [Theory]
    [InlineData(Glossary.Verbs)]
    [InlineData(Glossary.Flags)]
    [InlineData(Glossary.Countries)]
    [InlineData(Glossary.Languages)]
    [InlineData(Glossary.ErrorKinds)]
    [InlineData(Glossary.Basis)]
    [InlineData(Glossary.DateRules)]
    public void Terms_AreLabelledInBothLanguages(string list)
    {
        Assert.NotEmpty(Glossary.Terms(list));
        Assert.All(Glossary.Terms(list), t => Assert.True(t.Label.Has("ar") && t.Label.Has("en"), t.Code));
    }

    [Fact]
    public void Code_IsKebabCase_AndParsesBack()
    {
        Assert.Equal("more-than", Glossary.Code(FigureModifier.MoreThan));
        Assert.Equal(FigureModifier.MoreThan, Glossary.Parse<FigureModifier>("more-than"));
        Assert.Null(Glossary.Parse<FigureModifier>("MoreThan"));
        Assert.Equal("نفي", Glossary.Label(Glossary.ClaimKinds, ClaimKind.Denial, "ar"));
    }
}
