using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Core.Publishing.Policies;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.Core.Tests.Publishing;

/// <summary>What machines are given of a published claim, and what they are never given.</summary>
public sealed partial class ClaimReviewTests
{
    private const string Page = "https://claims.example.org/en/claims/7/ninety-containers";

    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Guid Withheld = Guid.CreateVersion7();

    private static readonly PublicRating False = new("False", RatedAspect.Content, LocalizedText.Of(("en", "False"), ("ar", "غير صحيح")), "false", "false", 1);
    private static readonly PublicRating Disputed = new("Disputed", RatedAspect.Content, LocalizedText.Of(("en", "Disputed"), ("ar", "روايات متضاربة")), "disputed", "disputed", null);
    private static readonly PublicRating Said = new("Said", RatedAspect.Saying, LocalizedText.Of(("en", "Said"), ("ar", "قيل فعلًا")), "said", "said", null);

    private static readonly PublicDocument Document = new()
    {
        Number = 7,
        State = PublicState.Published,
        Languages = ["ar", "en"],
        Statement = LocalizedText.Of(("en", "The ministry says that ninety containers left the port in March of that year, all of them for the front."), ("ar", "قالت الوزارة إن تسعين حاوية غادرت الميناء في مارس")),
        Summary = LocalizedText.Of(("en", "Ninety containers left the port in March"), ("ar", "غادرت الميناء تسعون حاوية في مارس")),
        OriginalLanguage = "ar",
        Kind = ClaimKind.Quantity,
        Aspect = RatedAspect.Content,
        Claimants = [new PublicClaimant(Party("Shin Wonsik", PartyKind.Person), LocalizedText.Of(("en", "Minister of defence"), ("ar", "وزير الدفاع")))],
        AssertedOn = FuzzyDate.OnDay(new DateOnly(2024, 2, 26)),
        Appearances = [Appears(Second), Appears(First) with { IsFirst = true }, Appears(Second), Appears(Withheld)],
        Sources =
        [
            SourceOf(First, "https://first.example/a?b=1&c=2") with { PublishedOn = FuzzyDate.OnDay(new DateOnly(2024, 2, 27)) },
            SourceOf(Second, "http://second.example/"),
            new PublicSource { Id = Withheld, Kind = SourceKind.Article, IsWithheld = true },
        ],
        Verdict = new PublicVerdict
        {
            Number = 1,
            Rating = False,
            Headline = LocalizedText.Of(("en", "Registers list forty containers, not ninety"), ("ar", "السجلات تحصي أربعين حاوية لا تسعين")),
            Explanation = LocalizedText.Of(("en", "Two registers list forty."), ("ar", "سجلان يحصيان أربعين.")),
            DecidedOn = new DateOnly(2026, 11, 20),
        },
        ReviewedAt = new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc),
        FirstPublishedAt = new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>What stands in the way, by the words it is told by; the rest of the document is in order.</summary>
    private static readonly Dictionary<string, (PublicDocument Document, ClaimReviewFault Fault)> Faulty = new()
    {
        ["listed"] = (Document with { State = PublicState.Listed, Verdict = null }, ClaimReviewFault.NotPublished),
        ["withdrawn"] = (Document with { State = PublicState.Withdrawn }, ClaimReviewFault.NotPublished),
        ["removed"] = (Document with { State = PublicState.Removed }, ClaimReviewFault.NotPublished),
        ["not public, as while a panel meets before the first verdict"] = (Document with { State = PublicState.None }, ClaimReviewFault.NotPublished),
        ["imported"] = (Document with { State = PublicState.Imported, Verdict = Verdict with { IsImported = true } }, ClaimReviewFault.NotPublished),
        ["imported verdict under any state"] = (Document with { Verdict = Verdict with { IsImported = true } }, ClaimReviewFault.ImportedVerdict),
        ["merged"] = (Document with { MergedIntoNumber = 8 }, ClaimReviewFault.NotPublished),
        ["archive"] = (Document with { Archive = new PublicArchiveEntry("https://old.example/1", null, new DateOnly(2020, 1, 1), "", "False", new DateOnly(2026, 1, 1)) }, ClaimReviewFault.PublishedElsewhere),
        ["not checkable"] = (Rated(Disputed with { Code = RatingCodes.NotCheckable }), ClaimReviewFault.NotCheckable),
        ["other language"] = (Document.InLanguages(["ar"]), ClaimReviewFault.LanguageIncomplete),
        ["no headline"] = (Document with { Verdict = Verdict with { Headline = LocalizedText.Empty } }, ClaimReviewFault.LanguageIncomplete),
        ["no summary"] = (Document with { Summary = LocalizedText.Empty }, ClaimReviewFault.SummaryMissing),
        ["long summary"] = (Summed(new string('x', Claim.SummaryMaxLength + 1)), ClaimReviewFault.SummaryTooLong),
        ["rating in the summary"] = (Summed("It is false that ninety containers left"), ClaimReviewFault.SummaryHoldsRating),
        ["saying's rating in the summary"] = (Rated(Said) with { Summary = LocalizedText.Of(("en", "Said: ninety containers left")) }, ClaimReviewFault.SummaryHoldsRating),
        ["nobody"] = (Document with { Claimants = [] }, ClaimReviewFault.ClaimantMissing),
        ["ourselves"] = (Document with { Claimants = [new PublicClaimant(Party("the claims DESK", PartyKind.NewsOrganisation), LocalizedText.Empty)] }, ClaimReviewFault.ClaimantIsOurselves),
        ["rating without a name"] = (Rated(False with { Label = LocalizedText.Of(("ar", "غير صحيح")) }), ClaimReviewFault.RatingWordsMissing),
        ["value too high"] = (Rated(False with { ClaimReviewValue = 6 }), ClaimReviewFault.RatingOutOfBounds),
        ["value too low"] = (Rated(False with { ClaimReviewValue = 0 }), ClaimReviewFault.RatingOutOfBounds),
    };

    private static PublicVerdict Verdict => Document.Verdict!; // set above

    public static TheoryData<string> Faults { get; } = [.. Faulty.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Build_WhatMachinesWouldRefuse_IsNotBuilt_AndSaysWhy(string what)
    {
        var result = Build(Faulty[what].Document);

        Assert.Equal([Faulty[what].Fault], result.Faults);
        Assert.Null(result.Review);
    }

    [Theory]
    [InlineData("https://elsewhere.example/en/claims/7", true)]
    [InlineData("https://claims.example.org.elsewhere.example/en/claims/7", true)]
    [InlineData("/en/claims/7", true)]
    [InlineData("https://www.claims.example.org/en/claims/7", false)]
    [InlineData(Page, false)]
    public void Build_PageOffTheSite_IsRefused(string page, bool isRefused) =>
        Assert.Equal(isRefused ? [ClaimReviewFault.AddressElsewhere] : [], ClaimReviewBuilder.Build(Document, null, page, Site("en")).Faults);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 0, 5)]
    [InlineData(3, 5, 1)]
    public void Check_BoundsThatAreNoRange_AreRefused(int value, int worst, int best)
    {
        var review = Built(Document);

        var faults = ClaimReviewRules.Check(review with { ReviewRating = review.ReviewRating with { Value = new ReviewRatingValue(value, worst, best) } }, False, Site("en"));

        Assert.Equal([ClaimReviewFault.RatingBoundsWrong], faults);
    }

    [Fact]
    public void Build_SeveralFaults_SaysAll() => Assert.Equal(
        [ClaimReviewFault.SummaryTooLong, ClaimReviewFault.SummaryHoldsRating, ClaimReviewFault.ClaimantMissing],
        Build(Summed($"False, {new string('x', Claim.SummaryMaxLength)}") with { Claimants = [] }).Faults);

    [Fact]
    public void Build_Published_IsComplete()
    {
        var json = Write(Document, "en");

        Assert.Equal("https://schema.org", Text(json, "@context"));
        Assert.Equal("ClaimReview", Text(json, "@type"));
        Assert.Equal("Ninety containers left the port in March", Text(json, "claimReviewed"));
        Assert.Equal(Page, Text(json, "url"));
        Assert.Equal("en", Text(json, "inLanguage"));
        Assert.Equal("2026-11-20", Text(json, "datePublished"));
        Assert.Equal("Organization", Text(json, "author", "@type"));
        Assert.Equal("The Claims Desk", Text(json, "author", "name"));
        Assert.Equal("https://claims.example.org/", Text(json, "author", "url"));
        Assert.Equal("https://claims.example.org/en/policies/corrections", Text(json, "author", "correctionsPolicy"));
        Assert.Equal("Claim", Text(json, "itemReviewed", "@type"));
        Assert.Equal("2024-02-26", Text(json, "itemReviewed", "datePublished"));
        Assert.Equal("Person", Text(json, "itemReviewed", "author", "@type"));
        Assert.Equal("Shin Wonsik", Text(json, "itemReviewed", "author", "name"));
        Assert.Equal("Minister of defence", Text(json, "itemReviewed", "author", "jobTitle"));
        Assert.Equal("https://first.example/a?b=1&c=2", Text(json, "itemReviewed", "firstAppearance", "url"));
        Assert.Equal("2024-02-27", Text(json, "itemReviewed", "firstAppearance", "datePublished"));
        Assert.Equal("http://second.example/", Text(json, "itemReviewed", "appearance", "url"));
        Assert.Equal("False", Text(json, "reviewRating", "alternateName"));
        Assert.Equal((1, 1, 5), (Value(json, "ratingValue"), Value(json, "worstRating"), Value(json, "bestRating")));
        Assert.Equal("Two registers list forty.", Text(json, "reviewRating", "ratingExplanation"));
        Assert.False(json.TryGetProperty("sdLicense", out _));
    }

    [Fact]
    public void Build_InArabic_HasArabicWords()
    {
        var json = Write(Document, "ar");

        Assert.Equal("غادرت الميناء تسعون حاوية في مارس", Text(json, "claimReviewed"));
        Assert.Equal("غير صحيح", Text(json, "reviewRating", "alternateName"));
        Assert.Equal("وزير الدفاع", Text(json, "itemReviewed", "author", "jobTitle"));
        Assert.Equal("https://claims.example.org/ar/policies/corrections", Text(json, "author", "correctionsPolicy"));
    }

    [Fact]
    public void Build_OffTheAxis_HasWordsAndNoNumber()
    {
        foreach (var rating in new[] { Disputed, Said, Said with { ClaimReviewValue = 5 } })
        {
            var written = Write(Rated(rating), "en").GetProperty("reviewRating");

            Assert.NotEqual("", written.GetProperty("alternateName").GetString());
            Assert.All(new[] { "ratingValue", "bestRating", "worstRating" }, p => Assert.False(written.TryGetProperty(p, out _)));
        }
    }

    [Theory]
    [InlineData("en", "Said (content: False)", "Said (content: not rated)", "False: mistranslated")]
    [InlineData("ar", "قيل فعلًا (المضمون: غير صحيح)", "قيل فعلًا (المضمون: لم يُقيَّم)", "غير صحيح: خطأ ترجمة")]
    public void Build_RatingWords_AreThoseOfTheBadge(string language, string ofContent, string notRated, string garbled)
    {
        Assert.Equal(ofContent, Built(Rated(Said), language, content: False).ReviewRating.AlternateName);
        Assert.Equal(notRated, Built(Rated(Said), language).ReviewRating.AlternateName);
        Assert.Equal(garbled, Built(Document with { AsPublished = true }, language).ReviewRating.AlternateName);
    }

    [Fact]
    public void Build_WordsThatOnlyLookLikeARating_AreNoFault()
    {
        Assert.Empty(Build(Rated(Said) with { Summary = LocalizedText.Of(("en", "Peskov said ninety containers left")) }).Faults);
        Assert.Empty(Build(Summed("A falsehood about ninety containers")).Faults);
        Assert.Empty(Build(Document with { Claimants = [.. Document.Claimants, new PublicClaimant(Party("The Claims Desk", PartyKind.NewsOrganisation), LocalizedText.Empty)] }).Faults);
    }

    [Fact]
    public void Build_ContestedOrReexamined_StandsUntilAnotherIsDecided() =>
        Assert.Equal(JsonSerializer.Serialize(Built(Document)), JsonSerializer.Serialize(Built(Document with { IsContested = true, IsUnderReexamination = true })));

    [Fact]
    public void Build_DayNotKnown_GivesNone()
    {
        var month = new FuzzyDate(new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29), DatePrecision.Month);

        Assert.Null(Built(Document with { AssertedOn = month }).ItemReviewed.DatePublished);
        Assert.Null(Built(Document with { AssertedOn = null }).ItemReviewed.DatePublished);
    }

    [Fact]
    public void Build_AddressesThatAreNone_AreLeftOut()
    {
        var sources = Document.Sources.Select(s => s.Id == First ? s with { Address = "javascript:alert(1)" } : s);

        var claim = Built(Document with { Sources = [.. sources] }).ItemReviewed;

        Assert.Null(claim.FirstAppearance);
        Assert.Equal(["http://second.example/"], claim.Appearances.Select(a => a.Url));
    }

    /// <summary>Every field of the document is filled with a mark; only those that a ClaimReview is made of may come out.</summary>
    [Fact]
    public void Write_EveryFieldMarked_LetsOutOnlyWhatIsNamed()
    {
        string[] allowed =
        [
            "summary", "rating.label", "explanation", "party.name", "claimant.role", "source.title", "outlet.name",
        ];
        var marked = Document with
        {
            Statement = Mark("statement"),
            Summary = Mark("summary"),
            Hedge = Mark("hedge"),
            PlaceName = Mark("place"),
            SelectionReason = Mark("selection"),
            Flags = ["[flag]"],
            HoldingNote = Mark("holding"),
            Notice = Mark("notice"),
            Claimants = [new PublicClaimant(new PublicParty(Guid.CreateVersion7(), Mark("party.name"), PartyKind.Person, "KP"), Mark("claimant.role")) { Side = Party("[side]", PartyKind.Government) }],
            Appearances = [Appears(First) with { Quote = "[quote]", Prefix = "[prefix]", Suffix = "[suffix]", WordingNote = Mark("wording") }],
            Evidence = [new PublicEvidence(Second, Stance.Refutes, "[evidence]", "[locator]", Mark("evidence.note"))],
            Sources = [SourceOf(First, "https://first.example/") with { Title = Mark("source.title"), Outlet = new PublicOutlet(Guid.CreateVersion7(), Mark("outlet.name"), "KR"), Author = "[author]", Says = Mark("says"), InterestNote = Mark("interest"), StatusNote = Mark("status") }],
            Notes = [new PublicNote("[note]", "en", new DateOnly(2026, 1, 1))],
            Contacts = [new PublicContact(null, ContactChannel.Email, new DateOnly(2026, 1, 1), null, ContactOutcome.Answered, Mark("reply"), null)],
            Garblings = [new PublicGarbling(First, "[kind]", Mark("published"), Mark("intended"))],
            Verdict = Verdict with
            {
                Rating = False with { Label = Mark("rating.label") },
                Headline = Mark("headline"),
                Explanation = Mark("explanation"),
                Body = Mark("body"),
                Unknowns = Mark("unknowns"),
                OtherSideSearch = Mark("search"),
                ConflictDisclosure = Mark("conflict"),
                ReasonTags = ["[tag]"],
                Waivers = [new PublicWaiver("Contact", WaiverReason.Urgent, Mark("waiver"))],
                Panel = new PublicPanel(3, 2, [new PublicDissent(Mark("dissent"), "[reason]")]),
            },
        };

        var written = Write(marked, "en").GetRawText();

        Assert.Equal(allowed.Order(StringComparer.Ordinal), Marks().Matches(written).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_WithALicence_NamesItAndWhoseDataTheyAre()
    {
        var review = ClaimReviewBuilder.Build(Document, null, Page, Site("en") with { Licence = "https://licence.example/by" }).Review;

        var json = Write(review);

        Assert.Equal("https://licence.example/by", Text(json, "sdLicense"));
        Assert.Equal("The Claims Desk", Text(json, "sdPublisher", "name"));
        Assert.False(json.GetProperty("sdPublisher").TryGetProperty("correctionsPolicy", out _));
    }

    [Fact]
    public void Policies_NamedOnce_AndOnlyWhereSchemaOrgHasAName()
    {
        var names = PolicyNames.All.SelectMany(PublisherPolicies.NamesOf).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Empty(PublisherPolicies.NamesOf(Policy.Contact));
    }

    private static ClaimReviewResult Build(PublicDocument document, string language = "en", PublicRating? content = null) => ClaimReviewBuilder.Build(document, content, Page, Site(language));

    private static ClaimReview Built(PublicDocument document, string language = "en", PublicRating? content = null)
    {
        var result = Build(document, language, content);
        Assert.Empty(result.Faults);
        return Assert.IsType<ClaimReview>(result.Review);
    }

    private static ReviewSite Site(string language) => new()
    {
        Language = language,
        Address = new Uri("https://claims.example.org"),
        Publisher = new ReviewPublisher("The Claims Desk", "https://claims.example.org/", [new PublisherPolicy("correctionsPolicy", $"https://claims.example.org/{language}/policies/corrections"), new PublisherPolicy("masthead", $"https://claims.example.org/{language}/policies/team")]),
        Phrases = language == "ar"
            ? new RatingPhrases("ar", "{0}: خطأ ترجمة", "{0} (المضمون: {1})", "لم يُقيَّم")
            : new RatingPhrases("en", "{0}: mistranslated", "{0} (content: {1})", "not rated"),
    };

    private static JsonElement Write(PublicDocument document, string language) => Write(Built(document, language));

    private static JsonElement Write(ClaimReview? review)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ClaimReviewWriter.Write(json, Assert.IsType<ClaimReview>(review), isDocument: true);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }

    private static string? Text(JsonElement json, params string[] path) => path.Aggregate(json, (element, name) => element.GetProperty(name)).GetString();

    private static int Value(JsonElement json, string name) => json.GetProperty("reviewRating").GetProperty(name).GetInt32();

    private static PublicDocument Rated(PublicRating rating) => Document with { Aspect = rating.Aspect, Verdict = Verdict with { Rating = rating } };

    private static PublicDocument Summed(string summary) => Document with { Summary = LocalizedText.Of(("en", summary)) };

    private static PublicParty Party(string name, PartyKind kind) => new(Guid.CreateVersion7(), LocalizedText.Of(("en", name)), kind, null);

    private static PublicAppearance Appears(Guid source) => new() { SourceId = source };

    private static PublicSource SourceOf(Guid id, string address) => new() { Id = id, Kind = SourceKind.Article, Address = address };

    private static LocalizedText Mark(string name) => LocalizedText.Of(("en", $"[{name}]"), ("ar", $"[{name}]"));

    [GeneratedRegex(@"\[(?<name>[a-z.]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();
}
