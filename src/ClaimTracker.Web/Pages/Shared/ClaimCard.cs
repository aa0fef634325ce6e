using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Search;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Shared;

/// <summary>A claim as a row of a list shows it.</summary>
public sealed record ClaimCard(PublicClaim Claim, PublicCard Card, PublicRating? Content)
{
    /// <summary>What was searched for, where the row answers a search.</summary>
    public SearchMarks Marks { get; init; } = SearchMarks.None;

    /// <summary>Where the claim holds what was searched for, when the row itself does not show it.</summary>
    public FoundExcerpt? Excerpt { get; init; }

    public RatingBadge Badge => RatingBadge.Of(Claim, Card, Content);

    /// <summary>One line on why: the headline of the check, else what is known so far.</summary>
    public LocalizedText Reason => Card.Rating is null ? Card.HoldingNote : Card.Headline;

    /// <summary>What the date of the row is the date of.</summary>
    public string DatedWord => Claim.State switch
    {
        PublicState.Imported => PublicText.ImportedOn,
        PublicState.Withdrawn => PublicText.WithdrawnOn,
        PublicState.Listed => PublicText.ListedOn,
        _ => PublicText.ReviewedOn,
    };

    /// <summary>Every text the row shows, in the page's language.</summary>
    public IEnumerable<string> Shown =>
        new[] { Card.Statement, Reason, Card.FirstOutlet }.Concat(Card.Claimants.Select(c => c.Party.Name)).Select(t => t.In(Cultures.Current)).Append(Badge.Words);

    /// <summary>There is a headline that carries what was found.</summary>
    public bool HasFinding => Claim.State is not PublicState.Withdrawn && !Card.Headline.IsEmpty;

    /// <summary>What the claim is called wherever it is linked: the finding, never the bare statement, which may be false.</summary>
    public string Title =>
        Outside is { } outside ? OutsideWords.Title(outside, Card.ShortStatement().In(Cultures.Current))
        : HasFinding ? Card.Headline.In(Cultures.Current)
        : $"{Badge.Words}: {Card.ShortStatement().In(Cultures.Current)}";

    /// <summary>Set where the check is another publisher's, and stands.</summary>
    public PublicOutsideReview? Outside => Claim.State is PublicState.Withdrawn ? null : Card.Outside;

    public string Address(Links links) => links.Claim(Claim.Number, Card.Slug(Cultures.Current));

    /// <summary>One claim; null where readers may not see it, were it only taken from them a moment ago.</summary>
    public static async Task<ClaimCard?> OfAsync(int number, PublicReader reader, CancellationToken ct) =>
        (await OfAsync(await reader.Claims.Where(c => c.Number == number).ToListAsync(ct), reader, ct)).SingleOrDefault();

    /// <summary>The rows of a page as cards, with one query for all that sayings are about.</summary>
    public static async Task<List<ClaimCard>> OfAsync(IReadOnlyList<PublicClaim> rows, PublicReader reader, CancellationToken ct)
    {
        var sayings = rows.Where(r => r.Aspect is RatedAspect.Saying && r.RatingCode is not null).Select(r => r.Number).ToList();
        var contents = sayings.Count == 0 ? [] : await reader.ContentRatingsAsync(sayings, ct);
        return [.. rows.Select(r => new ClaimCard(r, PublicCard.FromJson(r.Card), contents.GetValueOrDefault(r.Number)))];
    }
}

/// <summary>The rows of a search: what was searched for is marked, and quoted from where it stands when the row does not show it.</summary>
public static class FoundCards
{
    /// <summary>Reads only the publications of rows that leave a reader asking why they were found.</summary>
    public static async Task<List<ClaimCard>> MarkAsync(this List<ClaimCard> cards, string text, SearchMarks marks, PublicReader reader, CancellationToken ct)
    {
        var missing = cards.Select(c => (c.Claim.Number, Words: FoundExcerpt.Missing(text, marks, c.Shown))).Where(m => m.Words.Count > 0).ToDictionary(m => m.Number, m => m.Words);
        var documents = await reader.DocumentsAsync(missing.Keys, ct);
        return cards.ConvertAll(c => c with
        {
            Marks = marks,
            Excerpt = documents.TryGetValue(c.Claim.Number, out var document) ? FoundExcerpt.Of(document, missing[c.Claim.Number], marks, Cultures.Current) : null,
        });
    }
}

/// <summary>What every public address and title is made of.</summary>
public static class PublicNames
{
    public static LocalizedText ShortStatement(this PublicCard card) => card.Summary.IsEmpty ? card.Statement : card.Summary;

    public static LocalizedText ShortStatement(this PublicDocument document) => document.Summary.IsEmpty ? document.Statement : document.Summary;

    /// <summary>Words of the claim's address in that language.</summary>
    public static string Slug(this PublicCard card, string language) => Links.Slug(card.ShortStatement().In(language));

    /// <inheritdoc cref="Slug(PublicCard, string)"/>
    public static string Slug(this PublicDocument document, string language) => Links.Slug(document.ShortStatement().In(language));

    /// <summary>A source's title, else its publisher; both may be unknown.</summary>
    public static LocalizedText Name(this PublicSource source) =>
        !source.Title.IsEmpty ? source.Title
        : source.Outlet is { } outlet ? outlet.Name
        : LocalizedText.Of((Cultures.Current, PublicText.UntitledSource));

    public static string Claimant(this Links links, PublicParty party) => links.Claimant(party.Id, Links.Slug(party.Name.In(Cultures.Current)));
}
