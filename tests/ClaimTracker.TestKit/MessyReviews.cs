using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimTracker.TestKit;

/// <summary>
/// A feed of other publishers' checks with the mess that real ones have: one value or several, missing authors, days in many forms, ratings that
/// nobody else has, markup in texts, languages that are not the text's, and entries that say next to nothing. The same seed gives the same feed.
/// </summary>
public sealed class MessyReviews(int count, int seed = 1)
{
    /// <summary>One entry of so many holds no review, one has no claim in it, and one says again what the entry before it said.</summary>
    public const int EmptyEvery = 97;
    public const int ClaimlessEvery = 89;
    public const int TwiceEvery = 83;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Ratings = ["False", "زائف", "Mostly true", "Four Pinocchios", "خطأ", "<b>Misleading</b>", "صحيح", "Sin pruebas", "Half &amp; half", "Needs context!"];

    private readonly Random random = new(seed);

    public int Faulty => Enumerable.Range(1, count).Count(i => i % EmptyEvery == 0 || i % ClaimlessEvery == 0);

    public int Twice => Enumerable.Range(1, count).Count(IsTwice);

    public int Good => count - Faulty - Twice;

    /// <summary>The feed, entry by entry.</summary>
    public async Task WriteAsync(Stream stream)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true);
        await text.WriteAsync("{\"@context\":\"https://schema.org\",\"@type\":\"DataFeed\",\"dateModified\":\"2023-10-01T00:00:00Z\",\"about\":{\"x\":[1,{\"y\":[]}]},\"dataFeedElement\":[");
        var before = "";
        for (var i = 1; i <= count; i++)
        {
            var entry = IsTwice(i) ? before : JsonSerializer.Serialize(Entry(i), Json);
            await text.WriteAsync((i == 1 ? "\n" : ",\n") + entry);
            before = entry;
        }

        await text.WriteAsync("\n],\"name\":\"Feed\"}");
    }

    private static bool IsTwice(int i) => i % TwiceEvery == 0 && i % EmptyEvery != 0 && i % ClaimlessEvery != 0 && (i - 1) % EmptyEvery != 0 && (i - 1) % ClaimlessEvery != 0;

    private object Entry(int i)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"https://checks{i % 40}.example/{i / 3}/claim");
        if (i % EmptyEvery == 0)
        {
            return new { url = address, item = Array.Empty<object>() };
        }

        var review = Review(i, address);
        return (i % 3) switch
        {
            0 => new { item = review, url = address },
            1 => (object)new Dictionary<string, object> { ["@type"] = "DataFeedItem", ["dateCreated"] = "2023-09-13", ["item"] = new object[] { review } },
            _ => new { url = address, item = new object[] { review, new Dictionary<string, string> { ["@type"] = "MediaReview" } } },
        };
    }

    private Dictionary<string, object?> Review(int i, string address)
    {
        var day = new DateTime(2020, 1, 1, 10, 0, 0, DateTimeKind.Utc).AddDays(random.Next(1200));
        var claim = i % 2 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"<p>Harbour {i} shipped {i * 7 % 9973}&nbsp;containers of <em>grain</em></p>")
            : string.Create(CultureInfo.InvariantCulture, $"شحن الميناء رقم {i} حمولة قدرها {i * 7 % 9973} حاوية من القمح");
        return new Dictionary<string, object?>
        {
            ["@type"] = i % 5 == 0 ? new[] { "ClaimReview", "Review" } : "ClaimReview",
            ["url"] = i % 7 == 0 ? new[] { address } : address,
            ["claimReviewed"] = i % ClaimlessEvery == 0 ? null : claim,
            // As often wrong as right.
            ["inLanguage"] = (i % 4) switch { 0 => "ar", 1 => "en-US", 2 => null, _ => "x-unknown" },
            ["author"] = (i % 6) switch
            {
                0 => null,
                1 => string.Create(CultureInfo.InvariantCulture, $"Check House {i % 40}"),
                2 => new object[] { new { name = string.Create(CultureInfo.InvariantCulture, $"Check House {i % 40}") }, new { name = (string?)null } },
                3 => new { url = address },
                _ => new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = string.Create(CultureInfo.InvariantCulture, $"دار التحقق {i % 40}"), ["url"] = address },
            },
            ["datePublished"] = Written(day, i),
            ["itemReviewed"] = i % 8 == 0 ? null : i % 8 == 1 ? new object[] { Claim(i, day) } : Claim(i, day),
            ["reviewRating"] = Rating(i),
        };
    }

    private static Dictionary<string, object?> Claim(int i, DateTime day) => new()
    {
        ["@type"] = "Claim",
        ["author"] = i % 3 == 0 ? null : i % 13 == 5 ? new object[] { string.Create(CultureInfo.InvariantCulture, $"Speaker {i % 500}"), new { name = string.Create(CultureInfo.InvariantCulture, $"Speaker {(i + 7) % 500}") } } : new Dictionary<string, object?> { ["@type"] = i % 3 == 1 ? "Person" : "Organization", ["name"] = string.Create(CultureInfo.InvariantCulture, $"Speaker {i % 500}"), ["jobTitle"] = i % 5 == 0 ? "Spokesperson" : null },
        ["datePublished"] = i % 4 == 0 ? null : Written(day.AddDays(-3), i + 1),
        ["firstAppearance"] = i % 2 == 0 ? new { url = "https://example.org/first" } : null,
    };

    private static object Rating(int i)
    {
        var words = Ratings[i % Ratings.Length];
        var rating = new Dictionary<string, object?> { ["@type"] = "Rating", ["alternateName"] = i % 9 == 0 ? new[] { words } : words, ["ratingValue"] = i % 2 == 0 ? 1 : "1", ["worstRating"] = i % 4 == 0 ? 1 : null, ["bestRating"] = i % 4 == 0 ? "5" : "-1" };
        return i % 11 == 0 ? new object[] { rating } : rating;
    }

    private static string Written(DateTime day, int i) => (i % 7) switch
    {
        0 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        1 => day.ToString("yyyy-MM-dd'T'HH:mm:ss'+03:00'", CultureInfo.InvariantCulture),
        2 => day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
        3 => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        4 => day.ToString("R", CultureInfo.InvariantCulture),
        5 => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
        _ => new DateTimeOffset(day).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };
}
