using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Pages.Public.Claims;

/// <summary>Where a page can be passed on: plain addresses of other services, asked for only by whoever follows them.</summary>
public sealed record ShareLink(string Label, string Address)
{
    public static IReadOnlyList<ShareLink> Of(string title, string address)
    {
        var (words, link) = (Uri.EscapeDataString(title), Uri.EscapeDataString(address));
        return
        [
            new(PublicText.ShareWhatsApp, $"https://wa.me/?text={words}%0A{link}"),
            new(PublicText.ShareTelegram, $"https://t.me/share/url?url={link}&text={words}"),
            new(PublicText.ShareX, $"https://x.com/intent/post?text={words}&url={link}"),
            new(PublicText.ShareFacebook, $"https://www.facebook.com/sharer/sharer.php?u={link}"),
            new(PublicText.ShareMail, $"mailto:?subject={words}&body={words}%0D%0A{link}"),
        ];
    }
}
