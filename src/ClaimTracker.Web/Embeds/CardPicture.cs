using System.Globalization;
using ClaimTracker.Web.Charts;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Resources;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Embeds;

/// <summary>A claim's rating and finding as a picture for clients that take SVG; in the reader's own fonts, with nothing fetched from anywhere.</summary>
public static class CardPicture
{
    private const double Edge = 72;
    private const double TitleSize = 54;
    private const double BadgeSize = 40;
    private const double SmallSize = 30;
    private const int MostLines = 4;

    /// <summary>How much wider than ours a reader's own font may run.</summary>
    private const double Widest = 1.2;

    /// <summary>Of the ratings' colours by day, as in <c>site.css</c>; any other rating is grey.</summary>
    private static readonly Dictionary<string, string> Tones = new(StringComparer.Ordinal)
    {
        ["true"] = "#17683c",
        ["mostly-true"] = "#4a680f",
        ["partly-true"] = "#7c5600",
        ["misleading"] = "#9f4500",
        ["inaccurate"] = "#9f4500",
        ["misattributed"] = "#9f4500",
        ["false"] = "#ad1d23",
        ["not-said"] = "#ad1d23",
        ["fabricated"] = "#85102f",
        ["disputed"] = "#62379b",
        ["unproven"] = "#495761",
        ["missing-context"] = "#7c5600",
        ["outdated"] = "#7c5600",
        ["satire"] = "#8f236b",
        ["said"] = "#1d5799",
        ["said-differently"] = "#0c6470",
    };

    public static string Of(ClaimCard card, string site)
    {
        var isRightToLeft = Cultures.Direction(Cultures.Current) == "rtl";
        var (width, height) = ((double)RatingPictures.Width, (double)RatingPictures.Height);
        var start = isRightToLeft ? width - Edge : Edge;
        var title = card.HasFinding ? card.Card.Headline.In(Cultures.Current) : card.Card.ShortStatement().In(Cultures.Current);
        var badge = card.Badge;
        var tone = Tones.GetValueOrDefault(badge.Color, "#5a666f");
        var room = (width - (2 * Edge)) / Widest;

        var svg = new SvgWriter(isRightToLeft)
            .Open(
                "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")), ("width", width), ("height", height), ("role", "img"),
                ("xml:lang", Cultures.Current), ("font-family", "Vazirmatn, 'Noto Sans Arabic', 'Segoe UI', system-ui, sans-serif"))
            .AddText("title", card.Title)
            .Add("rect", ("width", width), ("height", height), ("fill", "#ffffff"))
            .Add("rect", ("width", width), ("height", 14d), ("fill", "#0b5867"));
        Write(svg, isRightToLeft, site, start, 92, SmallSize, 600, "#44535d");
        Write(svg, isRightToLeft, $"CT-{card.Claim.Number.ToString(CultureInfo.InvariantCulture)}", isRightToLeft ? Edge : width - Edge, 92, SmallSize, 400, "#5a6871", isAtEnd: true);
        Badge(svg, isRightToLeft, TextSize.CutTo(room - 48, badge.Words, BadgeSize), start, badge.IsHollow ? "#ffffff" : tone, badge.IsHollow ? tone : "#ffffff", tone);
        if (Asides(card) is { Length: > 0 } asides)
        {
            Write(svg, isRightToLeft, TextSize.CutTo(room, asides, SmallSize), start, 262, SmallSize, 400, "#44535d");
        }

        foreach (var (line, i) in TextSize.Wrap(room, title, TitleSize, MostLines).Select((l, i) => (l, i)))
        {
            Write(svg, isRightToLeft, line, start, 342 + (i * TitleSize * 1.35), TitleSize, 700, "#14212a");
        }

        return svg.Close("svg").ToString();
    }

    /// <summary>What a reader must know beside the rating: that nobody here reviewed it, that it is contested, looked at again, or was corrected.</summary>
    private static string Asides(ClaimCard card) => string.Join(" · ", new[]
    {
        card.Outside is { } outside ? OutsideWords.Line(outside) : null,
        card.Badge.Aside,
        card.Claim.IsContested ? PublicText.MarkContested : null,
        card.Claim.IsUnderReexamination ? PublicText.MarkReexamined : null,
        card.Claim.IsCorrected ? PublicText.MarkCorrected : null,
    }.OfType<string>());

    private static void Badge(SvgWriter svg, bool isRightToLeft, string words, double start, string ground, string ink, string edge)
    {
        var width = (TextSize.WidthOf(words, BadgeSize) * Widest) + 48;
        svg.Add("rect", ("x", isRightToLeft ? start - width : start), ("y", 140d), ("width", width), ("height", 76d), ("rx", 10d), ("fill", ground), ("stroke", edge), ("stroke-width", 4d));
        svg.AddText(
            "text", words, ("x", (isRightToLeft ? start - (width / 2) : start + (width / 2))), ("y", 192d), ("font-size", BadgeSize), ("font-weight", 650), ("fill", ink), ("text-anchor", "middle"),
            ("direction", isRightToLeft ? "rtl" : "ltr"));
    }

    /// <summary>In either direction a text is anchored at its own beginning, which is the page's.</summary>
    private static void Write(SvgWriter svg, bool isRightToLeft, string words, double x, double y, double size, int weight, string ink, bool isAtEnd = false) => svg.AddText(
        "text", words, ("x", x), ("y", y), ("font-size", size), ("font-weight", weight), ("fill", ink), ("text-anchor", isAtEnd ? "end" : "start"), ("direction", isRightToLeft ? "rtl" : "ltr"));
}
