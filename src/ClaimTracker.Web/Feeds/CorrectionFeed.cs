using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Review;
using ClaimTracker.Web.Format;
using ClaimTracker.Web.Pages.Public;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using static ClaimTracker.Web.Feeds.FeedHtml;

namespace ClaimTracker.Web.Feeds;

/// <summary>The newest corrections, with the filters of their page, in the language of the page. A typo has no public notice and is not sent round.</summary>
public sealed class CorrectionFeed(PublicReader reader, SiteSettings settings, Links links)
{
    private const int MaxItems = 50;

    public async Task<Feed> ReadAsync(CorrectionFilter filter, string format, CancellationToken ct)
    {
        var corrections = filter.Of(reader.Corrections, settings.TimeZone).Where(c => c.Kind != CorrectionKind.Typo);
        var rows = await CorrectionRow.ReadAsync(reader, corrections, MaxItems, ct);
        return new Feed(
            $"{PublicText.CorrectionsTitle} · {settings.Name ?? CommonText.SiteName}",
            Cultures.Current,
            links.Absolute(links.CorrectionsFeed(format, filter.Pairs())),
            links.Absolute(links.Corrections(filter.Pairs())),
            rows.ConvertAll(ItemOf));
    }

    private FeedItem ItemOf(CorrectionRow row)
    {
        var title = row.Claim.Headline.IsEmpty ? row.Claim.ShortStatement() : row.Claim.Headline;
        return new FeedItem(
            $"urn:uuid:{row.Notice.Id:D}",
            $"{ReviewWords.Of(row.Notice.Kind)} · CT-{Links.Number(row.Number)} · {title.In(Cultures.Current)}",
            links.Absolute(links.Claim(row.Number, row.Claim.Slug(Cultures.Current))),
            row.At,
            HtmlOf(row.Notice));
    }

    private static string HtmlOf(PublicCorrectionNotice notice)
    {
        var html = new StringBuilder();
        if (notice is { OldRating: { } old, NewRating: { } now } && old.Code != now.Code)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Plain(PublicText.RatingWas)} <s>{Spoken(old.Label, "span")}</s> {Plain(PublicText.RatingIsNow)} <strong>{Spoken(now.Label, "span")}</strong></p>");
        }

        html.Append(Spoken(notice.What, "p")).Append(Spoken(notice.Why, "p"));
        return html.Append(CultureInfo.InvariantCulture, $"<p>{Plain(PublicText.CauseLabel)} {Plain(ReviewWords.Of(notice.Cause))}</p>").ToString();
    }
}
