using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Core.Exchange.Downloads;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Core.Publishing.ClaimReviews;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Api.Contract;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Downloads;

/// <summary>What the downloads of this site say of it: its addresses and ratings, the ClaimReview of a claim's page, and the document the API answers.</summary>
public sealed class SiteDownloads(SiteSettings settings, SiteAddress address, ReviewSites reviews, PublicReader reader) : DownloadSite
{
    private readonly ApiAddresses addresses = new(address, Language: null);

    private IReadOnlyList<ReviewSite> sites = [];

    public override string Name => settings.Name ?? CommonText.ResourceManager.GetString(nameof(CommonText.SiteName), Cultures.Info(Cultures.English)) ?? "";

    public override string Address => address.Absolute($"/{Cultures.English}/data");

    public override string? Licence => settings.DataLicense?.AbsoluteUri;

    public override IReadOnlyList<RatingPhrases> Phrases { get; } = [.. Cultures.All.Select(RatingBadge.PhrasesIn)];

    public override string Maker =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{address.Base}\n{Licence}\n{typeof(SiteDownloads).Module.ModuleVersionId}\n{typeof(DownloadSite).Module.ModuleVersionId}")))[..16];

    /// <summary>Asks what ClaimReviews need beside the claims; before the first line.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        var found = new List<ReviewSite>();
        foreach (var language in Cultures.All)
        {
            found.Add(await reviews.OfAsync(language, ct));
        }

        sites = found;
    }

    /// <summary>In the language of the claim if it has a ClaimReview there, else in the other.</summary>
    public override ClaimLine LineOf(PublicClaimInFull claim)
    {
        var document = claim.Document;
        var own = sites.OrderByDescending(s => s.Language == document.OriginalLanguage).ToList();
        var review = own.Select(s => reviews.Build(document, claim.Content, s).Review).FirstOrDefault(r => r is not null);
        var language = review?.InLanguage ?? own[0].Language;
        return new ClaimLine(claim, review, language, review?.Url ?? addresses.PageOf(document.Number, document.OriginalLanguage));
    }

    public override async Task WriteAsync(IReadOnlyList<PublicClaimInFull> claims, Utf8JsonWriter json, Action end, CancellationToken ct)
    {
        var linked = claims.SelectMany(c => c.Links).Select(l => l.Claim).DistinctBy(c => c.Number).ToList();
        var cards = linked.Count == 0 ? [] : (await ClaimCard.OfAsync(linked, reader, ct)).ToDictionary(c => c.Claim.Number);
        foreach (var claim in claims)
        {
            var standing = new PublicStanding(claim.Document.State, claim.Version.Publication.Version, null);
            JsonSerializer.Serialize(json, ClaimRecords.Of(claim, standing, cards, addresses), ApiJson.In(null));
            end();
        }
    }
}
