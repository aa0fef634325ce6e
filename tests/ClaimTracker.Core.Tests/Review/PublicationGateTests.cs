using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests.Review;

public sealed class PublicationGateTests
{
    private const string WaiverEnglish = "The only witness fears for her family's safety at home.";
    private const string WaiverArabic = "تخشى الشاهدة الوحيدة على سلامة أسرتها في بلدها.";

    private static readonly Guid Kremlin = Guid.NewGuid();
    private static readonly Guid Ministry = Guid.NewGuid();
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid Officials = Guid.NewGuid();
    private static readonly DateTime Now = new(2024, 3, 10, 12, 0, 0, DateTimeKind.Utc);
    private static readonly LocalizedText WaiverText = LocalizedText.Of(("en", WaiverEnglish), ("ar", WaiverArabic));

    private static readonly GateEvidence Support =
        new() { Stance = Stance.Supports, Kind = SourceKind.Article, Level = SourceLevel.Primary, OriginPartyId = Ministry, HasLink = true };

    private static readonly GateEvidence Refute =
        new() { Stance = Stance.Refutes, Kind = SourceKind.Article, Level = SourceLevel.Secondary, OriginPartyId = Agency, HasLink = true };

    private static readonly GateContact Asked = new(Now.AddDays(-2), Now.AddDays(-1), ContactOutcome.NoAnswer);

    /// <summary>Everything met, in both languages.</summary>
    private static readonly GateInput Complete = new()
    {
        Aspect = RatedAspect.Content,
        Languages = ["ar", "en"],
        Now = Now,
        Today = new DateOnly(2024, 3, 10),
        Statement = LocalizedText.Of(("en", "Pyongyang sent Moscow 6,700 containers."), ("ar", "أرسلت بيونغ يانغ إلى موسكو 6700 حاوية.")),
        Rating = new GateRating("Disputed", RatedAspect.Content),
        Headline = LocalizedText.Of(("en", "Seoul counts 6,700 containers; Moscow denies any shipment"), ("ar", "سيول تحصي 6700 حاوية وموسكو تنفي أي شحنة")),
        Explanation = LocalizedText.Of(
            ("en", "South Korea's minister gave the count. No independent record confirms what was inside."),
            ("ar", "أعلن وزير الدفاع الكوري الجنوبي العدد. ولا يؤكد أي سجل مستقل ما كان في داخلها.")),
        Confidence = Confidence.Moderate,
        AsOf = new DateOnly(2024, 3, 10),
        ClaimantSide = new HashSet<Guid> { Kremlin },
        UnnamedParties = new HashSet<Guid> { Officials },
        Appearances = [new GateAppearance(true)],
        Evidence = [Support, Refute],
        Contacts = [Asked],
    };

    [Fact]
    public void Check_EverythingMet_HoldsInBothLanguages()
    {
        var result = PublicationGate.Check(Complete);

        Assert.True(result.Holds);
        Assert.Equal(["ar", "en"], result.CompleteLanguages);
        Assert.All(result.Languages, l => Assert.Equal(Enum.GetValues<GateCondition>(), l.Checks.Select(c => c.Condition)));
        Assert.All(result.Languages.SelectMany(l => l.Checks), c => Assert.Equal(new GateCheck(c.Condition, GateState.Met), c));
    }

    [Fact]
    public void Check_NothingGiven_NamesEveryCondition()
    {
        var result = PublicationGate.Check(new GateInput { Aspect = RatedAspect.Content, Languages = ["ar", "en"], Now = Now, Today = Complete.Today });

        Assert.False(result.Holds);
        Assert.All(result.Languages, l => Assert.Equal(Enum.GetValues<GateCondition>(), l.Unmet.Select(c => c.Condition)));
    }

    /// <summary>Each condition unmet alone: everything else stays met, and the reason is named.</summary>
    public static TheoryData<GateCondition, GateReason, Func<GateInput, GateInput>> UnmetAlone => new()
    {
        { GateCondition.Rating, GateReason.RatingMissing, i => i with { Rating = null } },
        { GateCondition.Rating, GateReason.RatingOfOtherScale, i => i with { Rating = new GateRating("Said", RatedAspect.Saying) } },
        { GateCondition.Rating, GateReason.RatingSwitchedOff, i => i with { Rating = new GateRating("Satire", RatedAspect.Content, IsActive: false) } },
        { GateCondition.Appearance, GateReason.NothingWithLink, i => i with { Appearances = [new(false)], Evidence = [Support with { HasLink = false }, Refute] } },
        { GateCondition.TwoIndependentOrigins, GateReason.NoEvidence, i => i with { Evidence = [Context(Support)], OtherSideSearch = Search } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { OriginPartyId = Ministry }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { OriginPartyId = null }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { OriginPartyId = Officials }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { OriginPartyId = Kremlin }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { RelayPartyIds = [Kremlin] }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Refute with { RelayPartyIds = [Ministry] }] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyOneOrigin, i => i with { Evidence = [Support, Context(Refute)], OtherSideSearch = Search } },
        { GateCondition.TwoIndependentOrigins, GateReason.OriginsUnknown, i => i with { Evidence = [Unknown(Support), Unknown(Refute)] } },
        { GateCondition.TwoIndependentOrigins, GateReason.OnlyClaimantSide, i => i with { Evidence = [Support with { OriginPartyId = Kremlin }, Unknown(Refute)] } },
        { GateCondition.PrimarySource, GateReason.NoPrimarySource, i => i with { Evidence = [Support with { Level = SourceLevel.Secondary }, Refute] } },
        { GateCondition.PrimarySource, GateReason.NoPrimarySource, i => i with { Evidence = [Support with { Level = null }, Refute] } },
        { GateCondition.OtherSide, GateReason.OtherSideNotLookedAt, i => i with { Evidence = [Support, Refute with { Stance = Stance.Supports }] } },
        { GateCondition.Contact, GateReason.ContactMissing, i => i with { Contacts = [] } },
        { GateCondition.Contact, GateReason.ContactMissing, i => i with { Contacts = [Asked with { Outcome = ContactOutcome.Undeliverable }] } },
        { GateCondition.Contact, GateReason.ContactMissing, i => i with { Contacts = [Asked with { SentAt = Now.AddMinutes(1) }] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [new(Now.AddMinutes(-1), Now.AddSeconds(-1), ContactOutcome.Waiting)] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [new(Now.AddMinutes(-1), Now.AddDays(-3), ContactOutcome.NoAnswer)] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [Asked with { Deadline = null }] } },
        { GateCondition.Contact, GateReason.ContactWaiting, i => i with { Contacts = [Asked with { Deadline = Now.AddHours(1) }] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [JustAsked with { Outcome = ContactOutcome.Answered }] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [JustAsked with { Outcome = ContactOutcome.Answered, RepliedAt = Now }] } },
        { GateCondition.Contact, GateReason.ContactTimeUnfair, i => i with { Contacts = [JustAsked with { Outcome = ContactOutcome.Declined, RepliedAt = Now.AddDays(-1) }] } },
        { GateCondition.Confidence, GateReason.ConfidenceMissing, i => i with { Confidence = null } },
        { GateCondition.AsOf, GateReason.AsOfMissing, i => i with { AsOf = null } },
        { GateCondition.AsOf, GateReason.AsOfInFuture, i => i with { AsOf = i.Today.AddDays(1) } },
    };

    private static LocalizedText Search => LocalizedText.Of(
        ("en", "KCNA, TASS and NK News for “6,700 containers” and “Rajin port”"), ("ar", "بحثنا في تاس ويونهاب عن «6700 حاوية» و«ميناء راجين»"));

    private static GateContact JustAsked => new(Now.AddMinutes(-1), null, ContactOutcome.Waiting);

    [Theory]
    [MemberData(nameof(UnmetAlone))]
    public void Check_OneConditionUnmet_NamesItAloneInBothLanguages(GateCondition condition, GateReason reason, Func<GateInput, GateInput> change)
    {
        var result = PublicationGate.Check(change(Complete));

        Assert.False(result.Holds);
        Assert.All(result.Languages, l => Assert.Equal([new GateCheck(condition, GateState.Unmet) { Reason = reason }], l.Unmet));
    }

    [Theory]
    [MemberData(nameof(UnmetAlone))]
    public void Check_OneConditionWaived_HoldsWhereItMayBe(GateCondition condition, GateReason reason, Func<GateInput, GateInput> change)
    {
        foreach (var waived in Enum.GetValues<WaiverReason>())
        {
            var result = PublicationGate.Check(change(Complete) with { Waivers = [new GateWaiver(condition, waived, WaiverText)] });

            var fits = MayWaive(condition).Contains(waived);
            Assert.True(fits == result.Holds, $"{condition} ({reason}) for {waived}");
            Assert.All(result.Languages, l => Assert.Equal(fits ? GateState.Waived : GateState.Unmet, l.Of(condition)?.State));
            Assert.All(result.Languages, l => Assert.Equal(fits ? waived : null, l.Of(condition)?.WaivedFor));
        }
    }

    [Theory]
    [InlineData("n/a", TextFault.Placeholder)]
    [InlineData("Too short", TextFault.TooShort)]
    [InlineData("no no no no no no no no no no no no no", TextFault.Placeholder)]
    [InlineData("unsafe unsafe unsafe unsafe unsafe", TextFault.Repeated)]
    [InlineData(null, TextFault.Missing)]
    public void Check_WaiverWithoutRealText_IsUnmetInThatLanguage(string? text, TextFault fault)
    {
        var waiver = new GateWaiver(GateCondition.Contact, WaiverReason.ContactUnsafe, LocalizedText.Of(("en", text), ("ar", WaiverArabic)));

        var result = PublicationGate.Check(Complete with { Contacts = [], Waivers = [waiver] });

        Assert.Equal(["ar"], result.CompleteLanguages);
        Assert.Equal(new GateCheck(GateCondition.Contact, GateState.Unmet) { Reason = GateReason.WaiverTextNotReal, Text = fault }, result["en"].Unmet.Single());
    }

    [Fact]
    public void Check_WaiverOfAMetCondition_IsNotUsed()
    {
        var result = PublicationGate.Check(Complete with { Waivers = [new GateWaiver(GateCondition.Contact, WaiverReason.Urgent, WaiverText)] });

        Assert.Equal(GateState.Met, result["en"].Of(GateCondition.Contact)?.State);
    }

    // ---- Texts, per language ----

    [Theory]
    [InlineData(".", TextFault.NoWords)]
    [InlineData("n/a", TextFault.Placeholder)]
    [InlineData("test", TextFault.Placeholder)]
    [InlineData("false false false", TextFault.Repeated)]
    [InlineData("False", TextFault.TooShort)]
    [InlineData(null, TextFault.Missing)]
    [InlineData("سيول تحصي 6700 حاوية وموسكو تنفي أي شحنة", TextFault.SameInAnotherLanguage)]
    [InlineData("سيول تحصي الحاويات وموسكو تنفي", TextFault.WrongLetters)]
    public void Check_HeadlineNotReal_LeavesTheOtherLanguageComplete(string? headline, TextFault fault)
    {
        var result = PublicationGate.Check(Complete with { Headline = Complete.Headline.With("en", headline) });

        Assert.Equal(["ar"], result.CompleteLanguages);
        Assert.Equal(new GateCheck(GateCondition.Headline, GateState.Unmet) { Reason = GateReason.TextNotReal, Text = fault }, result["en"].Unmet.Single());
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(111, false)]
    public void Check_HeadlineLength_HoldsToTheLimit(int length, bool isMet)
    {
        const string Words = "Seoul counts containers, Moscow denies any shipment, and satellite pictures of the port show ships but no cargo at all, ever";

        var result = PublicationGate.Check(Complete with { Headline = Complete.Headline.With("en", Words[..length]) });

        Assert.Equal(isMet ? null : TextFault.TooLong, result["en"].Of(GateCondition.Headline)?.Text);
    }

    [Fact]
    public void Check_HeadlineIsTheBareStatement_IsUnmet()
    {
        var result = PublicationGate.Check(Complete with { Headline = Complete.Statement });

        Assert.All(result.Languages, l => Assert.Equal(GateReason.RepeatsStatement, l.Unmet.Single().Reason));
    }

    [Fact]
    public void Check_ExplanationIsTheHeadline_IsUnmet()
    {
        var result = PublicationGate.Check(Complete with { Explanation = Complete.Headline });

        Assert.All(result.Languages, l => Assert.Equal(TextFault.SameAsOtherField, l.Unmet.Single().Text));
    }

    [Theory]
    [InlineData("en", "Seoul gave the count of 6.7 thousand. U.S. officials agree. Moscow denies it.")]
    [InlineData("ar", "أعلنت سيول العدد. ووافقها مسؤولون أمريكيون. ونفته موسكو.")]
    public void Check_ExplanationOfThreeSentences_IsUnmet(string language, string text)
    {
        var result = PublicationGate.Check(Complete with { Explanation = Complete.Explanation.With(language, text) });

        Assert.Equal(TextFault.TooManySentences, result[language].Unmet.Single().Text);
        Assert.Single(result.CompleteLanguages);
    }

    [Fact]
    public void Check_StatementMissingInOneLanguage_LeavesTheOtherComplete()
    {
        var result = PublicationGate.Check(Complete with { Statement = Complete.Statement.With("en", null) });

        Assert.Equal(["ar"], result.CompleteLanguages);
        Assert.Equal(GateCondition.Statement, result["en"].Unmet.Single().Condition);
    }

    [Theory]
    [InlineData("-", TextFault.NoWords)]
    [InlineData("لا يوجد", TextFault.Placeholder)]
    [InlineData("بحثنا", TextFault.TooShort)]
    public void Check_SearchOfOtherSideNotReal_IsUnmetInThatLanguage(string search, TextFault fault)
    {
        var oneSided = Complete with { Evidence = [Support, Refute with { Stance = Stance.Supports }], OtherSideSearch = Search.With("ar", search) };

        var result = PublicationGate.Check(oneSided);

        Assert.Equal(["en"], result.CompleteLanguages);
        Assert.Equal(fault, result["ar"].Unmet.Single().Text);
    }

    // ---- Contact ----

    [Theory]
    [InlineData(ContactOutcome.Answered, true)]
    [InlineData(ContactOutcome.Declined, false)]
    public void Check_ClaimantAnsweredAtOnce_NeedsNoDeadline(ContactOutcome outcome, bool hasReply)
    {
        var contact = JustAsked with { Outcome = outcome, RepliedAt = Now, HasReply = hasReply };

        Assert.True(PublicationGate.Check(Complete with { Contacts = [contact] }).Holds);
    }

    [Fact]
    public void Check_DeadlineOfExactlyADayPassed_IsMet() =>
        Assert.True(PublicationGate.Check(Complete with { Contacts = [new(Now.AddHours(-24), Now, ContactOutcome.Waiting)] }).Holds);

    // ---- Saying ----

    [Theory]
    [InlineData(SourceKind.Transcript, null, true)]
    [InlineData(SourceKind.Video, SourceLevel.Primary, true)]
    [InlineData(SourceKind.Broadcast, SourceLevel.Primary, true)]
    [InlineData(SourceKind.Statement, SourceLevel.Primary, true)]
    [InlineData(SourceKind.Document, SourceLevel.Primary, true)]
    [InlineData(SourceKind.Broadcast, SourceLevel.Secondary, false)]
    [InlineData(SourceKind.Article, SourceLevel.Primary, false)]
    public void Check_SayingWithOneSource_SufficesWhenItShowsTheWords(SourceKind kind, SourceLevel? level, bool suffices)
    {
        var own = Support with { Kind = kind, Level = level, OriginPartyId = Kremlin };

        var result = PublicationGate.Check(Saying with { Evidence = [own, Context(Support)], OtherSideSearch = Search });

        Assert.Equal(suffices ? [] : [GateCondition.TwoIndependentOrigins], result["en"].Unmet.Select(c => c.Condition));
    }

    [Fact]
    public void Check_SayingHeardByTwo_CountsWhoHeardItNotWhoSaidIt()
    {
        GateEvidence[] relays = [Support with { RelayPartyIds = [Kremlin] }, Refute with { RelayPartyIds = [Kremlin] }];

        Assert.True(PublicationGate.Check(Saying with { Evidence = relays }).Holds);
        Assert.False(PublicationGate.Check(Complete with { Evidence = relays }).Holds);
    }

    [Fact]
    public void Check_Saying_AsksForNoContact()
    {
        var result = PublicationGate.Check(Saying with { Contacts = [] });

        Assert.True(result.Holds);
        Assert.Null(result["en"].Of(GateCondition.Contact));
    }

    private static GateInput Saying => Complete with { Aspect = RatedAspect.Saying, Rating = new GateRating("Said", RatedAspect.Saying) };

    private static GateEvidence Context(GateEvidence evidence) => evidence with { Stance = Stance.Context };

    private static GateEvidence Unknown(GateEvidence evidence) => evidence with { OriginPartyId = null };

    private static WaiverReason[] MayWaive(GateCondition condition) => condition switch
    {
        GateCondition.Appearance => [WaiverReason.NoPublicAddress, WaiverReason.SourceUnsafeToName],
        GateCondition.TwoIndependentOrigins => [WaiverReason.SingleRelevantSource, WaiverReason.SourceUnsafeToName],
        GateCondition.PrimarySource => [WaiverReason.NoPrimarySourceExists, WaiverReason.SourceUnsafeToName],
        GateCondition.OtherSide => [WaiverReason.OtherSideNotSearchable, WaiverReason.Urgent],
        GateCondition.Contact => [WaiverReason.ContactUnsafe, WaiverReason.ContactImpossible, WaiverReason.ClaimantUnknown, WaiverReason.Urgent],
        _ => [],
    };
}
