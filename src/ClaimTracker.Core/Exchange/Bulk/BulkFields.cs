using ClaimTracker.Core.Search;

namespace ClaimTracker.Core.Exchange.Bulk;

/// <summary>Something a column may hold. Heads are what people call it, in both languages.</summary>
public sealed record BulkField(string Code, IReadOnlyList<string> Heads)
{
    /// <summary>One value may hold for every row.</summary>
    public bool MayBeConstant { get; init; }
}

/// <summary>The fields that each kind of row has; pages show them in this order.</summary>
public static class BulkFields
{
    public const string Key = "key";
    public const string Claim = "claim";
    public const string Statement = "statement";
    public const string StatementAr = "statementAr";
    public const string StatementEn = "statementEn";
    public const string SummaryAr = "summaryAr";
    public const string SummaryEn = "summaryEn";
    public const string Language = "language";
    public const string ClaimKindCode = "kind";
    public const string Aspect = "aspect";
    public const string AssertedOn = "assertedOn";
    public const string EventOn = "eventOn";
    public const string Country = "country";
    public const string Place = "place";
    public const string Topics = "topics";
    public const string Figures = "figures";
    public const string Reason = "reason";
    public const string Claimant = "claimant";
    public const string ClaimantKind = "claimantKind";
    public const string ClaimantRole = "claimantRole";
    public const string SourceKey = "sourceKey";
    public const string Address = "address";
    public const string NoAddress = "noAddress";
    public const string SourceKindCode = "sourceKind";
    public const string Title = "title";
    public const string TitleAr = "titleAr";
    public const string TitleEn = "titleEn";
    public const string OutletName = "outlet";
    public const string SourceLanguage = "sourceLanguage";
    public const string Author = "author";
    public const string PublishedOn = "publishedOn";
    public const string AccessedOn = "accessedOn";
    public const string Level = "level";
    public const string Says = "says";
    public const string Archive = "archive";
    public const string Quote = "quote";
    public const string Paragraph = "paragraph";
    public const string Timecode = "timecode";
    public const string Strength = "strength";
    public const string Wording = "wording";
    public const string StanceCode = "stance";
    public const string Locator = "locator";
    public const string Note = "note";
    public const string SourceGrade = "sourceGrade";
    public const string InformationGrade = "informationGrade";
    public const string CanonicalAddress = "canonicalAddress";
    public const string CheckTitle = "checkTitle";
    public const string CheckedOn = "checkedOn";
    public const string Byline = "byline";
    public const string RatingWords = "ratingWords";
    public const string RatingValue = "ratingValue";
    public const string RatingWorst = "ratingWorst";
    public const string RatingBest = "ratingBest";
    public const string Licence = "licence";
    public const string OurRating = "ourRating";
    public const string Headline = "headline";
    public const string HeadlineAr = "headlineAr";
    public const string HeadlineEn = "headlineEn";
    public const string Explanation = "explanation";
    public const string ExplanationAr = "explanationAr";
    public const string ExplanationEn = "explanationEn";

    private static readonly BulkField KeyField = new(Key, ["key", "id", "external key", "external id", "المفتاح", "المعرف", "الرقم"]);

    private static readonly BulkField[] ClaimFields =
    [
        KeyField,
        new(Statement, ["statement", "claim", "claim text", "claim reviewed", "claimReviewed", "text", "الادعاء", "نص الادعاء", "النص"]),
        new(StatementAr, ["statement ar", "statement arabic", "arabic", "claim ar", "الادعاء بالعربية", "الادعاء عربي", "النص العربي"]),
        new(StatementEn, ["statement en", "statement english", "english", "claim en", "الادعاء بالإنجليزية", "الادعاء بالإنكليزية", "النص الإنجليزي"]),
        new(SummaryAr, ["summary ar", "summary arabic", "الخلاصة بالعربية", "الملخص بالعربية", "الملخص"]),
        new(SummaryEn, ["summary en", "summary english", "summary", "الخلاصة بالإنجليزية", "الملخص بالإنجليزية"]),
        new(Language, ["language", "lang", "original language", "اللغة", "لغة الادعاء"]) { MayBeConstant = true },
        new(ClaimKindCode, ["kind", "claim kind", "type", "claim type", "النوع", "نوع الادعاء"]) { MayBeConstant = true },
        new(Aspect, ["rated", "rated aspect", "aspect", "ما نقيمه", "الجانب"]) { MayBeConstant = true },
        new(AssertedOn, ["asserted on", "claim date", "date", "said on", "تاريخ الادعاء", "التاريخ", "تاريخ القول"]),
        new(EventOn, ["event on", "event date", "تاريخ الحدث"]),
        new(Country, ["country", "place country", "البلد", "الدولة"]),
        new(Place, ["place", "place name", "المكان"]),
        new(Topics, ["topics", "topic", "tags", "المواضيع", "الموضوع", "الوسوم"]) { MayBeConstant = true },
        new(Figures, ["figures", "figure", "quantities", "quantity", "الأرقام الواردة", "الأرقام", "الكميات", "الكمية"]),
        new(Reason, ["selection reason", "reason", "why", "سبب الاختيار", "السبب"]) { MayBeConstant = true },
        new(Claimant, ["claimant", "speaker", "who", "صاحب الادعاء", "القائل", "المتحدث"]),
        new(ClaimantKind, ["claimant kind", "claimant type", "نوع صاحب الادعاء"]) { MayBeConstant = true },
        new(ClaimantRole, ["claimant role", "role", "صفة صاحب الادعاء", "الصفة", "المنصب"]),
    ];

    private static readonly BulkField[] SourceFields =
    [
        new(Address, ["address", "url", "link", "source address", "source url", "article url", "العنوان الإلكتروني", "الرابط", "رابط المصدر"]),
        new(NoAddress, ["no address", "why no address", "reason for no address", "سبب غياب الرابط", "لماذا لا رابط"]) { MayBeConstant = true },
        new(SourceKindCode, ["source kind", "source type", "نوع المصدر"]) { MayBeConstant = true },
        new(Title, ["title", "source title", "headline", "article title", "عنوان المقال", "عنوان المصدر", "العنوان"]),
        new(TitleAr, ["title ar", "title arabic", "العنوان بالعربية"]),
        new(TitleEn, ["title en", "title english", "العنوان بالإنجليزية"]),
        new(OutletName, ["outlet", "publisher", "source", "site", "الناشر", "الموقع", "المصدر", "الوسيلة"]) { MayBeConstant = true },
        new(SourceLanguage, ["source language", "article language", "لغة المصدر", "لغة المقال"]) { MayBeConstant = true },
        new(Author, ["author", "byline", "الكاتب", "المؤلف"]),
        new(PublishedOn, ["published on", "published", "publication date", "article date", "تاريخ النشر"]),
        new(AccessedOn, ["accessed on", "accessed", "تاريخ الاطلاع"]) { MayBeConstant = true },
        new(Level, ["level", "source level", "المستوى", "مستوى المصدر"]) { MayBeConstant = true },
        new(Archive, ["archive", "archive link", "archived", "archive url", "رابط الأرشيف", "الأرشيف", "نسخة محفوظة"]),
    ];

    private static readonly BulkField SourceKeyField = new(SourceKey, ["source key", "source id", "مفتاح المصدر", "معرف المصدر"]);

    private static readonly BulkField ClaimReference = new(Claim, ["claim", "claim number", "claim key", "claim id", "ct", "رقم الادعاء", "الادعاء", "مفتاح الادعاء"]);

    private static readonly BulkField[] PlaceFields =
    [
        new(Quote, ["quote", "quotation", "words", "الاقتباس", "النص المقتبس", "الكلام المقتبس"]),
        new(Paragraph, ["paragraph", "para", "paragraph number", "الفقرة", "رقم الفقرة"]),
        new(Timecode, ["timecode", "time code", "التوقيت", "الموضع الزمني"]),
        new(Strength, ["strength", "certainty", "قوة الصياغة", "القوة"]) { MayBeConstant = true },
        new(Wording, ["wording note", "wording", "ملاحظة الصياغة"]),
    ];

    private static readonly BulkField[] EvidenceFields =
    [
        new(StanceCode, ["stance", "bearing", "الموقف", "يدعم أم يدحض"]) { MayBeConstant = true },
        new(Quote, ["quote", "quotation", "words", "الاقتباس", "النص المقتبس"]),
        new(Locator, ["locator", "place in source", "page", "الموضع", "الصفحة"]),
        new(Note, ["note", "comment", "ملاحظة"]),
        new(SourceGrade, ["source grade", "درجة المصدر"]),
        new(InformationGrade, ["information grade", "درجة المعلومة"]),
    ];

    // First in their files, so that “address” or “author” alone is that of the check, not of what it checked.
    private static readonly BulkField[] ArchiveFields =
    [
        new(CanonicalAddress, ["canonical address", "canonical", "our address", "our url", "check url", "review url", "permalink", "address", "url", "link", "رابط التحقق", "رابطنا", "الرابط", "العنوان الإلكتروني"]),
        new(CheckTitle, ["check title", "our title", "title", "عنوان التحقق", "عنوان المقال", "العنوان"]),
        new(CheckedOn, ["checked on", "check date", "review date", "date published", "datePublished", "published on", "published", "publication date", "تاريخ التحقق", "تاريخ النشر", "نُشر في"]),
        new(Byline, ["byline", "author", "author name", "written by", "checked by", "الكاتب", "بقلم", "المدقق", "اسم الكاتب"]) { MayBeConstant = true },
        new(RatingWords, ["rating words", "original rating", "rating as printed", "alternate name", "reviewRating alternateName", "rating", "verdict", "التقييم الأصلي", "التقييم كما نُشر", "التقييم", "الحكم"]),
        new(OurRating, ["our rating", "rating code", "rating here", "تقييمنا", "رمز التقييم"]),
        new(Headline, ["headline", "finding", "conclusion", "عنوان الخلاصة", "خلاصة التحقق"]),
        new(HeadlineAr, ["headline ar", "headline arabic", "عنوان الخلاصة بالعربية"]),
        new(HeadlineEn, ["headline en", "headline english", "عنوان الخلاصة بالإنجليزية"]),
        new(Explanation, ["explanation", "reasoning", "الشرح", "التعليل", "التوضيح"]),
        new(ExplanationAr, ["explanation ar", "explanation arabic", "الشرح بالعربية"]),
        new(ExplanationEn, ["explanation en", "explanation english", "الشرح بالإنجليزية"]),
    ];

    // The page of the check is the source: address, title, outlet and day are its own.
    private static readonly BulkField[] ReviewFields =
    [
        new(RatingWords, ["reviewRating alternateName"]),
        new(RatingValue, ["reviewRating ratingValue"]),
        new(RatingWorst, ["reviewRating worstRating"]),
        new(RatingBest, ["reviewRating bestRating"]),
        new(Explanation, ["reviewRating ratingExplanation"]),
        new(Licence, ["license", "sdLicense"]) { MayBeConstant = true },
    ];

    private static readonly string[] OfReviews = [Statement, Language, ClaimKindCode, AssertedOn, Topics, Claimant, ClaimantKind, ClaimantRole, Address, Title, OutletName, PublishedOn];

    private static readonly BulkField SaysField = new(Says, ["says", "what it says", "content", "مضمونه", "المضمون"]);

    /// <summary>What the rows of that kind may hold.</summary>
    public static IReadOnlyList<BulkField> Of(BulkKind kind) => kind switch
    {
        BulkKind.Claims => [.. ClaimFields, SourceKeyField, .. SourceFields, .. PlaceFields],
        BulkKind.Sources => [KeyField, .. SourceFields, SaysField],
        BulkKind.Archive => [.. ArchiveFields, .. ClaimFields, SourceKeyField, .. SourceFields, .. PlaceFields],
        BulkKind.Reviews => [.. ClaimFields.Concat(SourceFields).Where(f => OfReviews.Contains(f.Code)), .. ReviewFields],
        BulkKind.Appearances => [ClaimReference, SourceKeyField, .. SourceFields, .. PlaceFields],
        _ => [ClaimReference, SourceKeyField, .. SourceFields, .. EvidenceFields],
    };

    /// <summary>What no row of that kind can do without; of each list one field is enough.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> NeededOf(BulkKind kind) => kind switch
    {
        BulkKind.Claims => [[Statement, StatementAr, StatementEn], [Reason], [Address, NoAddress, SourceKey]],
        BulkKind.Sources => [[Address, NoAddress]],
        BulkKind.Archive =>
        [
            [CanonicalAddress], [CheckedOn], [Byline], [RatingWords], [Headline, HeadlineAr, HeadlineEn], [Explanation, ExplanationAr, ExplanationEn],
            [Statement, StatementAr, StatementEn],
        ],
        BulkKind.Reviews => [[Statement], [Address], [OutletName], [RatingWords]],
        BulkKind.Appearances => [[Claim], [Address, NoAddress, SourceKey]],
        _ => [[Claim], [StanceCode], [Address, NoAddress, SourceKey]],
    };

    /// <summary>What each column seems to hold, each field once; empty where nothing fits.</summary>
    public static IReadOnlyList<string> Guess(BulkKind kind, IReadOnlyList<string> heads)
    {
        var taken = new HashSet<string>();
        var guessed = new List<string>();
        foreach (var head in heads)
        {
            var folded = TextFold.Fold(head.Replace('_', ' ').Replace('.', ' '));
            var field = Of(kind).FirstOrDefault(f => !taken.Contains(f.Code) && (TextFold.Fold(f.Code) == folded || f.Heads.Any(h => TextFold.Fold(h) == folded)));
            guessed.Add(field?.Code ?? "");
            taken.Add(field?.Code ?? "");
        }

        return guessed;
    }
}
