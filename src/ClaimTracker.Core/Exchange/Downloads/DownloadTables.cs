using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Core.Sources;
using static ClaimTracker.Core.Exchange.Downloads.DownloadType;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>
/// The tables of the SQLite file, each with its columns. What readers are not given of a claim cannot be written here: rows are made of what the one public filter gives.
/// </summary>
public static class DownloadTables
{
    private const string ClaimNumber = "claims(number)";

    /// <param name="phrases">How ratings read on the site, in Arabic and in English.</param>
    public static IReadOnlyList<DownloadTable> All(IReadOnlyList<RatingPhrases> phrases) =>
    [
        Claims(phrases), Ratings(), Parties(), Claimants(), Topics(), ClaimTopics(), ClaimCountries(), Outlets(), Sources(), Figures(), Appearances(), Evidence(), Links(), Corrections(),
    ];

    private static DownloadTable Claims(IReadOnlyList<RatingPhrases> phrases)
    {
        var columns = new Columns<PublicClaimInFull>()
            .Add("number", Whole, "Number of the claim: CT-7 is 7", "رقم الادعاء: CT-7 هو 7", c => c.Document.Number)
            .Add("version", Whole, "Published version these data are of; every version stays citable", "النسخة المنشورة التي أُخذت منها البيانات؛ وتبقى كل نسخة صالحة للاستشهاد", c => c.Version.Publication.Version)
            .Code<PublicState>("state", "Published: decided here. Imported: another's rating, which no editor here has reviewed. Listed: being checked. Withdrawn: the check was taken back, and no verdict is given", "Published: حُسم هنا. Imported: تقييم لغيرنا لم يراجعه محرر هنا. Listed: قيد التحقق. Withdrawn: سُحب التحقق ولا خلاصة له", c => c.Document.State)
            .Add("is_imported", YesNo, "The rating comes from a data set and was not reviewed here", "التقييم من مجموعة بيانات ولم يُراجَع هنا", c => DownloadWords.IsImported(c.Document))
            .Add("data_set", Code, "Key of the data set an imported claim comes from", "مفتاح مجموعة البيانات التي استُورد منها الادعاء", c => c.Document.DataSet?.Key)
            .Texts("data_set_name", "Name of that data set", "اسم مجموعة البيانات", c => c.Document.DataSet?.Name)
            .Add("data_set_licence", Text, "Licence of that data set", "ترخيص مجموعة البيانات", c => c.Document.DataSet?.Licence)
            .Code<ClaimKind>("kind", "Kind of statement", "نوع الادعاء", c => c.Document.Kind)
            .Code<RatedAspect>("aspect", "What is rated: whether it was said (Saying) or whether it is true (Content)", "ما نقيّمه: هل قيل (Saying) أم هل هو صحيح (Content)", c => c.Document.Aspect)
            .Add("language", Code, "Language the claim was made in (ISO 639)", "لغة الادعاء الأصلية (ISO 639)", c => c.Document.OriginalLanguage)
            .Add("check_languages", Text, "Languages the check is complete in, parted by semicolons", "اللغات التي اكتمل فيها التحقق، تفصلها فواصل منقوطة", c => string.Join(';', c.Document.Languages))
            .Texts("statement", "The claim", "نص الادعاء", c => c.Document.Statement)
            .Texts("summary", "The claim in 75 characters at most", "الادعاء في 75 حرفًا على الأكثر", c => c.Document.Summary)
            .Add("is_as_published", YesNo, "The wording judged is a garbled translation", "الصياغة المقيّمة ترجمة مشوّهة", c => c.Document.AsPublished)
            .Days("asserted", "Day it was asserted", "يوم قوله", c => c.Document.AssertedOn)
            .Days("event", "Day of what it tells of", "يوم ما يحكي عنه", c => c.Document.EventOn)
            .Add("place_country", Code, "Country of what it tells of (ISO 3166-1 alpha-2)", "بلد ما يحكي عنه (ISO 3166-1 alpha-2)", c => c.Document.PlaceCountry)
            .Add("rating", Code, "Code of the rating; see ratings", "رمز التقييم؛ انظر ratings", c => c.Document.Verdict?.Rating.Code);
        foreach (var words in phrases)
        {
            columns.Add($"rating_words_{words.Language}", Text, $"The rating as it must be shown, with what became of the content of a saying ({words.Language})", $"التقييم بكلماته كما يجب أن يُعرض، ومعه تقييم المضمون ({words.Language})", c => WordsOf(c, words));
        }

        return new DownloadTable("claims", "Claims, one row each", "الادعاءات، لكل ادعاء صف", ["number"], columns
            .Texts("headline", "What was found, in one line", "خلاصة التحقق في سطر", c => c.Document.Verdict?.Headline)
            .Texts("explanation", "Why, in two sentences at most", "السبب في جملتين على الأكثر", c => c.Document.Verdict?.Explanation)
            .Code<Confidence>("confidence", "How sure the editors are", "درجة ثقة المحررين", c => c.Document.Verdict?.Confidence)
            .Add("as_of", Day, "Day up to which the evidence was looked at", "اليوم الذي نُظر في الأدلة حتى حلوله", c => c.Document.Verdict?.AsOf)
            .Add("is_contested", YesNo, "A panel of editors is deciding", "أمام لجنة تحريرية", c => c.Document.IsContested)
            .Add("is_under_reexamination", YesNo, "Being looked at again; the verdict stands meanwhile", "قيد إعادة النظر، والخلاصة قائمة", c => c.Document.IsUnderReexamination)
            .Texts("notice", "Why the check was withdrawn", "سبب سحب التحقق", c => c.Document.Notice)
            .Texts("holding_note", "What is known of a claim that is being checked", "ما نعرفه عن ادعاء قيد التحقق", c => c.Document.HoldingNote)
            .Add("earlier_check", Text, "Address at which this newsroom published the check before", "عنوان نشر التحقق سابقًا", c => c.Document.Archive?.Address)
            .Add("outside_publisher", Text, "Whose check it is where it is another publisher's work; the explanation is then theirs", "صاحب التحقق حين يكون من عمل جهة أخرى، والسبب عندئذ بكلامها", c => c.Document.Outside?.Publisher)
            .Add("outside_rating", Text, "Their rating in their own words", "تقييمها بكلامها", c => c.Document.Outside?.RatingWords)
            .Add("outside_address", Text, "Where their check stands", "عنوان التحقق عندها", c => c.Document.Outside?.Address)
            .Add("reviewed_at", Time, "When the verdict, holding note or import last changed (UTC)", "آخر تغيّر في الخلاصة أو الملاحظة أو الاستيراد (UTC)", c => c.Document.ReviewedAt)
            .Add("first_published_at", Time, "When it was first published (UTC)", "أول نشر (UTC)", c => c.Document.FirstPublishedAt)
            .Add("document_sha256", Text, "SHA-256 of the published document, as in the history of the claim", "بصمة SHA-256 للوثيقة المنشورة كما في سجل الادعاء", c => c.Version.Publication.DocumentHash)
            .All, c => [c])
        {
            Indexes = ["state", "rating", "reviewed_at", "asserted_from"],
            IsCsv = false,
        };
    }

    private static DownloadTable Ratings() => new("ratings", "Ratings that claims here have", "التقييمات المستخدمة هنا", ["aspect", "code"], new Columns<PublicRating>()
        .Code<RatedAspect>("aspect", "Scale it belongs to", "السلّم الذي ينتمي إليه", r => r.Aspect)
        .Add("code", Code, "Stable, unique in its scale", "رمز ثابت فريد في سلّمه", r => r.Code)
        .Texts("label", "What it is called", "اسمه", r => r.Label)
        .Add("claimreview_value", Whole, "1 (false) to 5 (true); empty off that axis", "من 1 (غير صحيح) إلى 5 (صحيح)؛ فارغ لما هو خارج هذا المحور", r => r.ClaimReviewValue)
        .All, c => c.Document.Verdict is { } verdict ? [verdict.Rating] : [])
    {
        IsShared = true,
    };

    private static DownloadTable Parties() => new("parties", "Persons and bodies who made claims, and the bodies they belong to", "من قالوا الادعاءات، والجهات التي ينتمون إليها", ["id"], new Columns<PublicParty>()
        .Add("id", Text, "Stable id", "معرّف ثابت", p => p.Id)
        .Texts("name", "Name", "الاسم", p => p.Name)
        .Code<PartyKind>("kind", "What they are", "النوع", p => p.Kind)
        .Add("country", Code, "ISO 3166-1 alpha-2, or a code of our own for what is none", "ISO 3166-1 alpha-2 أو رمز خاص بنا", p => p.Country)
        .All, c => c.Document.Claimants.SelectMany(p => new[] { p.Side, p.Party }).OfType<PublicParty>())
    {
        IsShared = true,
        Indexes = ["country"],
    };

    private static DownloadTable Claimants() => new("claimants", "Who made each claim", "أصحاب كل ادعاء", ["claim", "place"], Own<PublicClaimant>()
        .Add("party", Text, "Who", "من", p => p.Item.Party.Id, "parties(id)")
        .Texts("role", "Office held when speaking", "الصفة عند القول", p => p.Item.Role)
        .Add("side", Text, "The body at the top of those they belong to", "الجهة العليا التي ينتمون إليها", p => p.Item.Side?.Id, "parties(id)")
        .All, c => DownloadWords.PartsOf(c, c.Document.Claimants))
    {
        Indexes = ["party"],
    };

    private static DownloadTable Topics() => new("topics", "Topics", "الموضوعات", ["slug"], new Columns<PublicTopic>()
        .Add("slug", Code, "Stable name", "اسم ثابت", t => t.Slug)
        .Texts("name", "Name", "الاسم", t => t.Name)
        .All, c => c.Document.Topics)
    {
        IsShared = true,
    };

    private static DownloadTable ClaimTopics() => new("claim_topics", "Topics of each claim", "موضوعات كل ادعاء", ["claim", "place"], Own<PublicTopic>()
        .Add("topic", Code, "Topic", "الموضوع", p => p.Item.Slug, "topics(slug)")
        .All, c => DownloadWords.PartsOf(c, c.Document.Topics))
    {
        Indexes = ["topic"],
    };

    private static DownloadTable ClaimCountries() => new("claim_countries", "Countries of the claimants and of what a claim tells of", "بلدان أصحاب الادعاء وما يحكي عنه", ["claim", "place"], Own<string>()
        .Add("country", Code, "ISO 3166-1 alpha-2, or a code of our own for what is none", "ISO 3166-1 alpha-2 أو رمز خاص بنا", p => p.Item)
        .All, c => DownloadWords.PartsOf(c, DownloadWords.CountriesOf(c.Document)))
    {
        Indexes = ["country"],
    };

    private static DownloadTable Outlets() => new("outlets", "Publishers of sources", "ناشرو المصادر", ["id"], new Columns<PublicOutlet>()
        .Add("id", Text, "Stable id", "معرّف ثابت", o => o.Id)
        .Texts("name", "Name", "الاسم", o => o.Name)
        .Add("country", Code, "ISO 3166-1 alpha-2", "ISO 3166-1 alpha-2", o => o.Country)
        .All, c => c.Document.Sources.Select(s => s.Outlet).OfType<PublicOutlet>())
    {
        IsShared = true,
    };

    private static DownloadTable Sources() => new("sources", "Sources that claims stand in or evidence comes from", "المصادر التي وردت فيها الادعاءات أو جاءت منها الأدلة", ["id"], new Columns<PublicSource>()
        .Add("id", Text, "Stable id", "معرّف ثابت", s => s.Id)
        .Code<SourceKind>("kind", "What it is", "النوع", s => s.Kind)
        .Add("address", Text, "Where it can be read", "عنوانه", s => s.Address)
        .Texts("title", "Title", "العنوان", s => s.Title)
        .Add("outlet", Text, "Publisher", "الناشر", s => s.Outlet?.Id, "outlets(id)")
        .Add("language", Code, "Its language (ISO 639)", "لغته (ISO 639)", s => s.Language)
        .Add("author", Text, "Author as named there", "الكاتب كما ورد فيه", s => s.Author)
        .Days("published", "Day it was published", "يوم نشره", s => s.PublishedOn)
        .Add("accessed_on", Day, "Day it was read", "يوم الاطلاع عليه", s => s.AccessedOn)
        .Code<SourceLevel>("level", "How near it is to the matter", "قربه من الواقعة", s => s.Level)
        .Code<SourceStatus>("status", "What became of it", "حاله", s => s.Status)
        .Add("is_partial", YesNo, "Only a part of it could be read", "لم يُطَّلع إلا على جزء منه", s => s.IsPartial)
        .Add("is_withheld", YesNo, "Named only as withheld; the rest stays with the newsroom", "محجوب؛ ولا يُذكر منه غير ذلك", s => s.IsWithheld)
        .Add("archived_at", Text, "A copy in a web archive", "نسخة في أرشيف", s => s.ArchiveLinks is [var first, ..] ? first.Address : null)
        .All, c => c.Document.Sources)
    {
        IsShared = true,
        Indexes = ["outlet"],
    };

    private static DownloadTable Figures() => new("figures", "Numbers that claims name", "الأرقام الواردة في الادعاءات", ["claim", "place"], Own<PublicFigure>()
        .Add("value", Number, "The number, where one was given", "الرقم إن ذُكر", p => p.Item.Value)
        .Add("min", Number, "Smallest, of a range", "الحد الأدنى", p => p.Item.Min)
        .Add("max", Number, "Largest, of a range", "الحد الأعلى", p => p.Item.Max)
        .Code<FigureModifier>("modifier", "How it was hedged", "صيغة التقدير", p => p.Item.Modifier)
        .Add("unit", Code, "What value, min and max are numbers of", "وحدة القيمة والحدين", p => p.Item.Unit.Code)
        .Texts("unit_label", "The unit in words", "اسم الوحدة", p => p.Item.Unit.Label)
        .Add("measure", Code, "What is counted: figures of one measure can be compared", "المقيس: أرقام المقيس الواحد قابلة للمقارنة", p => p.Item.Measure?.Code)
        .Texts("measure_label", "The measure in words", "اسم المقيس", p => p.Item.Measure?.Label)
        .Add("is_capacity", YesNo, "What could be, not what was counted", "سعة لا عدد", p => p.Item.IsCapacity)
        .Days("period", "Period it holds for", "الفترة", p => p.Item.Period)
        .Add("either_or_group", Text, "Either this or any other figure of the same group, of whichever claim", "هذا أو أي رقم آخر من المجموعة نفسها في أي ادعاء", p => p.Item.AlternativeGroup)
        .Texts("note", "Note", "ملاحظة", p => p.Item.Note)
        .All, c => DownloadWords.PartsOf(c, c.Document.Figures))
    {
        Indexes = ["measure"],
    };

    private static DownloadTable Appearances() => new("appearances", "Where claims appear", "مواضع نشر الادعاءات", ["claim", "place"], Own<PublicAppearance>()
        .Add("source", Text, "In what", "المصدر", p => p.Item.SourceId, "sources(id)")
        .Add("is_first", YesNo, "The first known", "أول موضع معروف", p => p.Item.IsFirst)
        .Add("paragraph_from", Whole, "First paragraph, from 1", "أول فقرة", p => p.Item.ParagraphFrom)
        .Add("paragraph_to", Whole, "Last paragraph", "آخر فقرة", p => p.Item.ParagraphTo)
        .Add("timecode", Text, "Place in a recording", "الموضع في تسجيل", p => p.Item.Timecode)
        .Add("quote", Text, "The words, in the language of the source", "الكلمات بلغة المصدر", p => p.Item.Quote)
        .Code<AppearanceStrength>("strength", "How firmly it stands there", "قوة إيراده", p => p.Item.Strength)
        .Texts("wording_note", "On the wording", "ملاحظة على الصياغة", p => p.Item.WordingNote)
        .All, c => DownloadWords.PartsOf(c, c.Document.Appearances))
    {
        Indexes = ["source"],
    };

    private static DownloadTable Evidence() => new("evidence", "What bears on claims", "الأدلة", ["claim", "place"], Own<PublicEvidence>()
        .Add("source", Text, "Where it stands", "المصدر", p => p.Item.SourceId, "sources(id)")
        .Code<Stance>("stance", "For, against, or beside", "مؤيد أم داحض أم سياق", p => p.Item.Stance)
        .Add("quote", Text, "The words, in the language of the source", "الكلمات بلغة المصدر", p => p.Item.Quote)
        .Add("locator", Text, "Place in the source", "الموضع في المصدر", p => p.Item.Locator)
        .Texts("note", "What it shows", "ما يبيّنه", p => p.Item.Note)
        .All, c => DownloadWords.PartsOf(c, c.Document.Evidence))
    {
        Indexes = ["source"],
    };

    private static DownloadTable Links() => new("links", "What claims are to one another", "العلاقات بين الادعاءات", ["claim", "place"], Own<PublicLinkedClaim>()
        .Code<LinkKind>("kind", "What the claim is to the other", "علاقة الادعاء بالآخر", p => p.Item.Kind)
        .Add("to_claim", Whole, "The other claim", "الادعاء الآخر", p => p.Item.Claim.Number, ClaimNumber)
        .All, c => DownloadWords.PartsOf(c, c.Links.Where(l => !l.IsIncoming)))
    {
        Indexes = ["to_claim"],
    };

    private static DownloadTable Corrections() => new("corrections", "Public changes of checks", "التصويبات", ["id"], new Columns<Part<PublicCorrectionNotice>>()
        .Add("id", Text, "Stable id", "معرّف ثابت", p => p.Item.Id)
        .Add("claim", Whole, "Number of the claim", "رقم الادعاء", p => p.Claim.Number, ClaimNumber)
        .Add("version", Whole, "Published version that brought it", "النسخة التي حملته", p => p.Item.Version)
        .Code<CorrectionKind>("kind", "What kind of change", "نوع التغيير", p => p.Item.Kind)
        .Add("at", Time, "When (UTC)", "متى (UTC)", p => p.Item.At)
        .Texts("what", "What was changed", "ما تغيّر", p => p.Item.What)
        .Texts("why", "Why", "السبب", p => p.Item.Why)
        .Code<CorrectionCause>("cause", "What made it necessary", "ما أوجبه", p => p.Item.Cause)
        .Add("old_rating", Code, "Rating before", "التقييم السابق", p => p.Item.OldRating?.Code)
        .Add("new_rating", Code, "Rating since", "التقييم الجديد", p => p.Item.NewRating?.Code)
        .All, c => DownloadWords.PartsOf(c, c.Document.Corrections))
    {
        IsShared = true,
        Indexes = ["claim", "at"],
    };

    /// <summary>Columns of what belongs to one claim.</summary>
    private static Columns<Part<T>> Own<T>() => new Columns<Part<T>>()
        .Add("claim", Whole, "Number of the claim", "رقم الادعاء", p => p.Claim.Number, ClaimNumber)
        .Add("place", Whole, "Place among its like, from 1", "ترتيبه بين أمثاله، من 1", p => p.Place);

    /// <summary>A saying's rating never leaves without that of what was said.</summary>
    private static string? WordsOf(PublicClaimInFull claim, RatingPhrases phrases) =>
        claim.Document.Verdict is { } verdict ? phrases.Of(verdict.Rating, claim.Document.AsPublished, claim.Content) : null;
}
