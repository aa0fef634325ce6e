using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using static ClaimTracker.Core.Exchange.Downloads.DownloadType;

namespace ClaimTracker.Core.Exchange.Downloads;

/// <summary>A line of the file of claims: the claim, and its ClaimReview where there is one.</summary>
/// <param name="Review">In <paramref name="Language"/>; null where the page of the claim has none.</param>
public sealed record ClaimLine(PublicClaimInFull Claim, ClaimReview? Review, string Language, string Address);

/// <summary>
/// The columns of <c>claims.csv</c>: those that files of ClaimReview usually have, by their dotted names, and our own (<c>ct.</c>) as the SQLite file has them.
/// </summary>
public static class ClaimsCsv
{
    public const string FileName = "claims.csv";

    private const string OwnPrefix = "ct.";

    /// <summary>Most claims appear in fewer places; all of them stand in the file of appearances.</summary>
    private const int MostAppearances = 3;

    /// <param name="claims">The table of claims.</param>
    public static IReadOnlyList<IDownloadColumn> Columns(DownloadTable claims)
    {
        var columns = new Columns<ClaimLine>()
            .Add("id", Text, "CT- and the number of the claim", "CT- ورقم الادعاء", l => System.FormattableString.Invariant($"CT-{l.Claim.Document.Number}"))
            .Add("@context", Text, "https://schema.org where the claim has a ClaimReview; else this and all columns without ct. but id, url and inLanguage are empty", "https://schema.org حيث للادعاء ClaimReview، وإلا خلت هذه الخانة وكل ما لا يبدأ بـ ct. سوى id وurl وinLanguage", l => l.Review is null ? null : ClaimReviewWriter.Context)
            .Add("@type", Text, "ClaimReview where there is one: not for imported, listed or withdrawn claims", "ClaimReview حيث وُجد: لا للمستورد ولا لما هو قيد التحقق ولا للمسحوب", l => l.Review is null ? null : "ClaimReview")
            .Add("claimReviewed", Text, "The claim in short, in inLanguage", "الادعاء باختصار بلغة inLanguage", l => l.Review?.ClaimReviewed)
            .Add("datePublished", Day, "When this verdict was decided", "يوم حسم الخلاصة", l => l.Review?.DatePublished)
            .Add("url", Text, "The claim's page", "صفحة الادعاء", l => l.Address)
            .Add("author.@type", Text, "Organization", "Organization", l => l.Review is null ? null : "Organization")
            .Add("author.name", Text, "Who checked it", "من تحقق منه", l => l.Review?.Author.Name)
            .Add("author.url", Text, "Their address", "عنوانهم", l => l.Review?.Author.Url)
            .Add("itemReviewed.@type", Text, "Claim", "Claim", l => l.Review is null ? null : "Claim")
            .Add("itemReviewed.name", Text, "The claim whole, in inLanguage", "نص الادعاء كاملًا بلغة inLanguage", l => l.Review is null ? null : l.Claim.Document.Statement.In(l.Language))
            .Add("itemReviewed.datePublished", Day, "When it was made, where the day is known", "يوم قوله إن عُرف", l => l.Review?.ItemReviewed.DatePublished)
            .Add("itemReviewed.firstAppearance.url", Text, "Where it first appeared", "أول موضع ظهر فيه", l => l.Review?.ItemReviewed.FirstAppearance?.Url);
        for (var at = 0; at < MostAppearances; at++)
        {
            var place = at;
            columns.Add($"itemReviewed.appearance.{place}.url", Text, "Where it appeared too; all places stand in appearances.csv", "موضع آخر؛ وكل المواضع في appearances.csv", l => l.Review?.ItemReviewed.Appearances.ElementAtOrDefault(place)?.Url);
        }

        columns.Add("itemReviewed.author.name", Text, "Who made it, parted by semicolons; in full in claimants.csv", "أصحابه، تفصلهم فواصل منقوطة؛ والتفصيل في claimants.csv", l => Joined(l, a => a.Name))
            .Add("itemReviewed.author.jobTitle", Text, "What they were when speaking, in the same order", "صفاتهم عند القول، بالترتيب نفسه", l => Joined(l, a => a.Role))
            .Add("reviewRating.ratingValue", Whole, "1 (false) to 5 (true); empty off that axis", "من 1 (غير صحيح) إلى 5 (صحيح)؛ فارغ لما هو خارج هذا المحور", l => l.Review?.ReviewRating.Value?.Value)
            .Add("reviewRating.bestRating", Whole, "Value of what is true", "قيمة الصحيح", l => l.Review?.ReviewRating.Value?.Best)
            .Add("reviewRating.worstRating", Whole, "Value of what is false", "قيمة غير الصحيح", l => l.Review?.ReviewRating.Value?.Worst)
            .Add("reviewRating.alternateName", Text, "The rating in words, in inLanguage", "التقييم بالكلمات بلغة inLanguage", l => l.Review?.ReviewRating.AlternateName)
            .Add("reviewRating.ratingExplanation", Text, "Why, in two sentences at most", "السبب في جملتين على الأكثر", l => l.Review?.ReviewRating.Explanation)
            .Add("inLanguage", Text, "Language of the columns without ct.", "لغة الخانات التي لا تبدأ بـ ct.", l => l.Language)
            .Add("sdLicense", Text, "Licence of these data", "ترخيص هذه البيانات", l => l.Review?.Licence);
        return
        [
            .. columns.All,
            .. claims.Columns.Select(own => new DownloadColumn<ClaimLine>(OwnPrefix + own.Name, own.Type, own.Meaning, own.MeaningInArabic, l => own.ValueOf(l.Claim)) { Values = own.Values }),
            .. new Columns<ClaimLine>()
                .Add("ct.topics", Text, "Topics, parted by semicolons", "الموضوعات، تفصلها فواصل منقوطة", l => string.Join(';', l.Claim.Document.Topics.Select(t => t.Slug)))
                .Add("ct.countries", Text, "Countries of the claimants and of what it tells of, parted by semicolons", "بلدان أصحابه وما يحكي عنه، تفصلها فواصل منقوطة", l => string.Join(';', DownloadWords.CountriesOf(l.Claim.Document)))
                .All,
        ];
    }

    private static string? Joined(ClaimLine line, Func<ReviewedClaimant, string?> read) =>
        line.Review is { } review && review.ItemReviewed.Authors.Any(a => read(a) is not null) ? string.Join("; ", review.ItemReviewed.Authors.Select(read)) : null;
}
