using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Review;
using ClaimTracker.TestKit;
using ClaimTracker.Web.Embeds;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>
/// The pictures that stand beside a shared link, <c>wwwroot/cards</c>: drawn by Chromium, so that Arabic is shaped as a browser shapes it,
/// and committed. With <c>RENEW_PICTURES=1</c> they are drawn anew.
/// </summary>
public sealed class RatingPictureTests(Site site) : IClassFixture<Site>
{
    private static readonly JsonSerializerOptions Listed = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder => Path.Combine(Repository.Root, "src", "ClaimTracker.Web", "wwwroot");

    [Fact]
    public async Task Pictures_AreOfTheScaleAsItIs()
    {
        var page = await site.OpenAsync(RatingPictures.Width);
        var drawings = Drawings(await site.RatingsAsync());
        if (Environment.GetEnvironmentVariable("RENEW_PICTURES") == "1")
        {
            await DrawAsync(page, drawings);
        }

        var list = JsonSerializer.Deserialize<SortedDictionary<string, RatingPictureEntry>>(await File.ReadAllTextAsync(Path.Combine(Folder, RatingPictures.List), TestContext.Current.CancellationToken), Listed)!;
        Assert.Equal(drawings.Select(d => KeyValuePair.Create(d.Name, Entry(d))).OrderBy(e => e.Key, StringComparer.Ordinal), list.OrderBy(e => e.Key, StringComparer.Ordinal));
        Assert.Equal(drawings.Select(d => d.Name + ".png").Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(Folder, "cards"), "*.png").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(drawings, d => Assert.Equal((RatingPictures.Width, RatingPictures.Height), SizeOf(File.ReadAllBytes(Path.Combine(Folder, "cards", d.Name + ".png")))));
    }

    private static List<Drawing> Drawings(List<Rating> ratings) =>
    [
        .. ratings.SelectMany(r => Both(RatingPictures.KeyOf(r.Aspect, r.Code), r.Icon, r.Color, r.Label.In("ar"), r.Label.In("en"), r.Aspect is RatedAspect.Saying ? ("أما صحة المضمون فمسألة أخرى", "Whether its content is true is another question") : ("", ""))),
        .. Both(RatingPictures.Imported, "download", "not-rated", "تقييم مستورد", "Imported rating", ("لم يراجعه محرر هنا", "Not reviewed by an editor here")),
        .. Both(RatingPictures.UnderWay, "not-rated", "not-rated", "لم يُقيَّم بعد", "Not rated yet", ("", "")),
        .. Both(RatingPictures.Withdrawn, "withdrawn", "withdrawn", "سُحب هذا التحقق", "This check was withdrawn", ("", "")),
        .. Both(RatingPictures.Plain, "search", "plain", "تدقيق ادعاء", "A claim, checked", ("", "")),
    ];

    private static IEnumerable<Drawing> Both(string key, string icon, string color, string arabic, string english, (string Arabic, string English) below) =>
        [new($"{key}.ar", "ar", icon, color, arabic, below.Arabic), new($"{key}.en", "en", icon, color, english, below.English)];

    private async Task DrawAsync(IPage page, List<Drawing> drawings)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "cards"));
        await page.SetViewportSizeAsync(RatingPictures.Width, RatingPictures.Height);
        foreach (var drawing in drawings)
        {
            // Served as the site's own, so that its style sheet, fonts and symbols are there.
            await page.RouteAsync("**/drawing", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = drawing.Html }));
            await page.GotoAsync("/drawing", new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.EvaluateAsync("() => document.fonts.ready");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "cards", drawing.Name + ".png") });
            await page.UnrouteAsync("**/drawing");
        }

        var list = new SortedDictionary<string, RatingPictureEntry>(drawings.ToDictionary(d => d.Name, Entry), StringComparer.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(Folder, RatingPictures.List), JsonSerializer.Serialize(list, Listed) + "\n", TestContext.Current.CancellationToken);
    }

    private static RatingPictureEntry Entry(Drawing drawing) => new(drawing.Words, drawing.Hash);

    /// <summary>Width and height stand in the first chunk of every PNG.</summary>
    private static (int Width, int Height) SizeOf(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private sealed record Drawing(string Name, string Language, string Icon, string Color, string Words, string Below)
    {
        public string Html => $$"""
            <!DOCTYPE html>
            <html lang="{{Language}}" dir="{{(Language == "ar" ? "rtl" : "ltr")}}">
            <head>
            <link rel="stylesheet" href="/css/site.css">
            <style>
              :root { color-scheme: light; --tone: var(--grey); }
              body.drawing { display: flex; justify-content: center; gap: 28px; inline-size: 1200px; block-size: 630px; min-block-size: 0; padding-inline: 96px; background: var(--surface); border: 0 solid var(--tone); border-block-width: 22px; }
              .badge--plain { --tone: var(--accent); }
              .row { display: flex; align-items: center; gap: 48px; color: var(--tone); font-family: var(--display); font-weight: 700; font-size: 104px; line-height: 1.35; text-wrap: balance; }
              .row .icon { inline-size: 190px; block-size: 190px; }
              .below { margin: 0; color: var(--ink-soft); font-size: 44px; line-height: 1.5; }
              .icon { fill: none; stroke: currentColor; }
            </style>
            </head>
            <body class="drawing badge--{{Color}}">
            <div class="row"><svg class="icon" viewBox="0 0 24 24"><use href="/icons.svg#{{Icon}}"/></svg><span>{{HtmlEncoder.Default.Encode(Words)}}</span></div>
            {{(Below == "" ? "" : $"<p class=\"below\">{HtmlEncoder.Default.Encode(Below)}</p>")}}
            </body>
            </html>
            """;

        public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Html.ReplaceLineEndings("\n"))))[..16];
    }
}
