using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;

namespace ClaimTracker.TestKit;

/// <summary>
/// Published claims in any number, in both languages, shaped as a newsroom's are: a few claimants and topics hold most of them, most
/// are dated, some contested or corrected. The same seed gives the same claims.
/// </summary>
public sealed class GeneratedClaims
{
    private const int PartyCount = 300;
    private const int OutletCount = 80;

    /// <summary>Claims are published about in the order of their numbers: one every three minutes, within two weeks.</summary>
    private const int MinutesApart = 3;
    private const int MinutesOfWork = 14 * 24 * 60;

    private static readonly DateOnly FirstDay = new(2015, 1, 1);
    private static readonly DateTime FirstReview = new(2020, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly (string En, string Ar)[] Bodies =
    [
        ("Ministry of Health", "وزارة الصحة"), ("Ministry of Defence", "وزارة الدفاع"), ("Central Bank", "البنك المركزي"), ("Electricity Authority", "هيئة الكهرباء"),
        ("Water Company", "شركة المياه"), ("Statistics Office", "مكتب الإحصاء"), ("Football Federation", "اتحاد كرة القدم"), ("Port Authority", "هيئة الميناء"),
    ];

    private static readonly (string En, string Ar)[] Things =
    [
        ("vaccine doses", "جرعة لقاح"), ("tonnes of wheat", "طن من القمح"), ("new homes", "منزل جديد"), ("megawatts of solar power", "ميغاواط من الطاقة الشمسية"),
        ("displaced families", "أسرة نازحة"), ("jobs", "وظيفة"), ("litres of fuel", "لتر من الوقود"), ("school books", "كتاب مدرسي"),
    ];

    private static readonly (string En, string Ar)[] Deeds = [("delivered", "سلّمت"), ("promised", "وعدت بتوفير"), ("lost", "خسرت"), ("counted", "أحصت"), ("imported", "استوردت")];

    private static readonly string[] Countries = ["EG", "SD", "SY", "IQ", "LB", "MA", "TN", "YE", "JO", "SA", "RU", "US"];
    private static readonly string[] TopicSlugs = ["health", "economy", "energy", "war", "elections", "migration", "climate", "sport"];
    private static readonly (string Code, int Weight)[] Ratings = [("False", 34), ("Misleading", 22), ("True", 14), ("MostlyTrue", 10), ("Unproven", 10), ("Disputed", 6), ("PartlyTrue", 4)];

    private readonly Random random;
    private readonly List<PublicParty> parties;
    private readonly List<PublicOutlet> outlets;

    public GeneratedClaims(int seed = 1)
    {
        random = new Random(seed);
        parties = [.. Enumerable.Range(0, PartyCount).Select(i =>
        {
            var body = Bodies[i % Bodies.Length];
            return new PublicParty(NewId(), LocalizedText.Of(("en", $"{body.En} {i}"), ("ar", $"{body.Ar} {i}")), PartyKind.Ministry, Countries[i % Countries.Length]);
        })];
        outlets = [.. Enumerable.Range(0, OutletCount).Select(i =>
            new PublicOutlet(NewId(), LocalizedText.Of(("en", $"Daily {i}"), ("ar", $"صحيفة {i}")), Countries[i % Countries.Length]))];
    }

    /// <summary>A claimant, topic, outlet that many claims have, for asking filtered lists.</summary>
    public Guid CommonParty => parties[0].Id;

    public Guid CommonOutlet => outlets[0].Id;

    public static string CommonTopic => TopicSlugs[0];

    public static string CommonCountry => Countries[0];

    public IEnumerable<PublicDocument> Take(int count) => Enumerable.Range(1, count).Select(Make);

    /// <summary>The row a published document is kept in.</summary>
    public static Publication PublicationOf(PublicDocument document) => PublicationOf(document, 1, PublicationKind.Verdict, document.ReviewedAt);

    /// <summary>The same for any version; the chain of hashes is not kept.</summary>
    public static Publication PublicationOf(PublicDocument document, int version, PublicationKind kind, DateTime at)
    {
        var json = document.ToJson();
        var hash = PublicationHash.OfDocument(json);
        return new Publication
        {
            Number = document.Number,
            Version = version,
            Kind = kind,
            Schema = PublicDocument.CurrentSchema,
            At = at,
            Document = json,
            DocumentHash = hash,
            PreviousHash = PublicationHash.NoPredecessor,
            Hash = PublicationHash.Of(document.Number, version, kind, PublicDocument.CurrentSchema, at, hash, PublicationHash.NoPredecessor),
        };
    }

    private PublicDocument Make(int number)
    {
        var party = parties[Skewed(PartyCount)];
        var outlet = outlets[Skewed(OutletCount)];
        var (thingEn, thingAr) = Things[random.Next(Things.Length)];
        var (deedEn, deedAr) = Deeds[random.Next(Deeds.Length)];
        var amount = random.Next(2, 9_000) * (random.Next(4) == 0 ? 1_000 : 1);
        var day = random.Next(12) == 0 ? (DateOnly?)null : FirstDay.AddDays(random.Next(4_000));
        var reviewed = FirstReview.AddMinutes((MinutesApart * number) + random.Next(MinutesOfWork));
        var code = RatingCode();
        var source = new PublicSource { Id = NewId(), Kind = SourceKind.Article, Outlet = outlet, Address = $"https://example.org/{number}" };
        var topics = new[] { TopicSlugs[Skewed(TopicSlugs.Length)], TopicSlugs[random.Next(TopicSlugs.Length)] }.Distinct();
        return new PublicDocument
        {
            Number = number,
            State = PublicState.Published,
            IsContested = random.Next(50) == 0,
            Languages = ["ar", "en"],
            Statement = LocalizedText.Of(
                ("en", $"The {party.Name["en"]} {deedEn} {amount} {thingEn} in one month."),
                ("ar", $"{deedAr} {party.Name["ar"]} {amount} {thingAr} في شهر واحد.")),
            Summary = LocalizedText.Of(("en", $"{party.Name["en"]}: {amount} {thingEn}"), ("ar", $"{party.Name["ar"]}: {amount} {thingAr}")),
            OriginalLanguage = random.Next(3) == 0 ? "en" : "ar",
            Kind = (ClaimKind)random.Next(7),
            Aspect = RatedAspect.Content,
            Claimants = [new PublicClaimant(party, LocalizedText.Empty)],
            AssertedOn = day is { } known ? FuzzyDate.OnDay(known) : null,
            PlaceCountry = Countries[random.Next(Countries.Length)],
            Topics = [.. topics.Select(t => new PublicTopic(t, LocalizedText.Of(("en", t))))],
            Appearances = [.. Enumerable.Range(0, 1 + Skewed(6)).Select(_ => new PublicAppearance { SourceId = source.Id })],
            Sources = [source],
            Corrections = random.Next(40) == 0 ? [Notice(reviewed)] : [],
            Verdict = new PublicVerdict
            {
                Number = 1,
                Rating = new PublicRating(code, RatedAspect.Content, LocalizedText.Of(("en", code)), "neutral", "question", null),
                Headline = LocalizedText.Of(("en", $"Records show another number of {thingEn}"), ("ar", $"السجلات تُظهر عددًا آخر: {thingAr}")),
            },
            ReviewedAt = reviewed,
            FirstPublishedAt = reviewed,
        };
    }

    private static PublicCorrectionNotice Notice(DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = CorrectionKind.Clarification,
        What = LocalizedText.Of(("en", "The unit was made clear.")),
        Cause = CorrectionCause.OurError,
        At = at,
        Version = 1,
    };

    private string RatingCode()
    {
        var at = random.Next(Ratings.Sum(r => r.Weight));
        return Ratings.First(r => (at -= r.Weight) < 0).Code;
    }

    /// <summary>Small numbers far more often than large ones.</summary>
    private int Skewed(int below) => (int)(below * Math.Pow(random.NextDouble(), 3));

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
