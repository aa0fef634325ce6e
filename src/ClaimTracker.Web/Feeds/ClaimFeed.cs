using System.Globalization;
using System.Text;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Public.Claims;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using static ClaimTracker.Web.Feeds.FeedHtml;

namespace ClaimTracker.Web.Feeds;

/// <summary>The newest checks of a list, by the parameters of its page: whoever follows the feed follows that search. Imported verdicts are not sent round.</summary>
public sealed class ClaimFeed(PublicReader reader, SiteSettings settings, Links links)
{
    private const int MaxItems = 50;

    public async Task<Feed> ReadAsync(ListAddress address, string format, CancellationToken ct)
    {
        var rows = await new PublicClaimList(reader).NewestDecidedAsync(address.ToQuery(), MaxItems, ct);
        var cards = await ClaimCard.OfAsync(rows.ConvertAll(r => r.Claim), reader, ct);
        var subject = address.Text == "" ? PublicText.Claims : string.Format(CultureInfo.InvariantCulture, PublicText.ClaimsFeedOf, address.Text);
        return new Feed(
            $"{subject} · {settings.Name ?? CommonText.SiteName}",
            Cultures.Current,
            links.Absolute(links.ClaimsFeed(format, address.Filtering())),
            links.Absolute(address.Url(links)),
            [.. cards.Zip(rows, (card, row) => ItemOf(card, row.At))]);
    }

    private FeedItem ItemOf(ClaimCard card, DateTime at)
    {
        var reference = $"CT-{Links.Number(card.Claim.Number)}";
        var key = links.Absolute(links.Claim(card.Claim.Number));
        // Never the bare statement, which may be false; of a withdrawn claim not even in its address.
        return card.Claim.State is PublicState.Withdrawn
            ? new FeedItem(key, $"{card.Badge.Words}: {reference}", key, at, HtmlOf(card))
            : new FeedItem(
                key, $"{card.Badge.Words}: {(card.Card.Headline.IsEmpty ? reference : $"{card.Card.Headline.In(Cultures.Current)} ({reference})")}", links.Absolute(card.Address(links)), at, HtmlOf(card));
    }

    private static string HtmlOf(ClaimCard card)
    {
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<p><strong>{Plain(card.Badge.Words)}</strong></p>");
        if (card.Claim.State is PublicState.Withdrawn)
        {
            return html.ToString();
        }

        html.Append(Spoken(card.Card.Headline, "p")).Append(Spoken(card.Card.Statement, "blockquote"));
        if (card.Card.Claimants.Count > 0)
        {
            html.Append("<p>").AppendJoin(" · ", card.Card.Claimants.Select(c => Spoken(c.Party.Name, "span"))).Append("</p>");
        }

        return html.ToString();
    }
}
