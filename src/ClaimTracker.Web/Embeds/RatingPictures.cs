using System.Text.Json;
using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;
using ClaimTracker.Web.Pages.Shared;
using ClaimTracker.Web.Startup;

namespace ClaimTracker.Web.Embeds;

/// <summary>A picture for programs that show one beside a link.</summary>
/// <param name="Address">Path on this site.</param>
/// <param name="Words">What is written in it.</param>
public sealed record RatingPicture(string Address, string Words);

/// <summary>
/// The pictures of <c>wwwroot/cards</c>, one for each rating and language, made by a browser from the scale a newsroom starts with
/// (<c>tests</c>, <c>RatingPictureTests</c>). Where a newsroom has its own words for a rating, the picture without one stands: never
/// another word than the page's.
/// </summary>
public sealed class RatingPictures
{
    public const int Width = 1200;
    public const int Height = 630;

    public const string List = "cards/cards.json";
    public const string Plain = "plain";
    public const string Imported = "imported";
    public const string UnderWay = "under-way";
    public const string Withdrawn = "withdrawn";

    private readonly Dictionary<string, string> words;

    public RatingPictures()
    {
        // From the program itself: a page must not fail because its files lie elsewhere.
        using var list = typeof(RatingPictures).Assembly.GetManifestResourceStream("ClaimTracker.Web.Embeds.cards.json")!; // built in
        words = JsonSerializer.Deserialize<Dictionary<string, RatingPictureEntry>>(list, JsonSerializerOptions.Web)!.ToDictionary(e => e.Key, e => e.Value.Words); // the file is ours
    }

    public RatingPicture Of(ClaimCard card) => Of(card.Claim.State, card.Card.Rating, card.Card.AsPublished);

    /// <param name="asPublished">A garbled wording was judged: its badge says more than the rating's word.</param>
    public RatingPicture Of(PublicState state, PublicRating? rating, bool asPublished)
    {
        var language = Cultures.Current;
        var key = state switch
        {
            PublicState.Withdrawn => Withdrawn,
            PublicState.Imported => Imported,
            _ when rating is null => UnderWay,
            _ when asPublished => Plain,
            _ => KeyOf(rating.Aspect, rating.Code),
        };
        var name = $"{key}.{language}";
        if (key == Plain || !words.TryGetValue(name, out var written) || (rating is not null && key == KeyOf(rating.Aspect, rating.Code) && written != rating.Label.In(language)))
        {
            name = $"{Plain}.{language}";
        }

        return new RatingPicture($"/cards/{name}.png", words[name]);
    }

    /// <summary>Sayings and contents may share a code.</summary>
    public static string KeyOf(RatedAspect aspect, string code) => $"{aspect}-{code}".ToLowerInvariant();
}

/// <summary>An entry of <see cref="RatingPictures.List"/>.</summary>
/// <param name="Words">What is written in the picture.</param>
/// <param name="MadeFrom">Hash of what the browser drew, so that a test sees when one is out of date.</param>
public sealed record RatingPictureEntry(string Words, string MadeFrom);
