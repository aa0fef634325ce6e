using System.Globalization;
using ClaimTracker.Core.Claims;

namespace ClaimTracker.Core.Publishing;

/// <summary>
/// How a rating reads in one language wherever it stands: on a badge, in a title, in what machines are given. A rating of a saying
/// always says what became of its content, so that a denial that was made is never read as true.
/// </summary>
/// <param name="Mistranslated">With a place for the rating of a garbled wording.</param>
/// <param name="WithContent">With places for the rating of a saying and for that of its content.</param>
/// <param name="NotRated">The content's rating where there is none.</param>
public sealed record RatingPhrases(string Language, string Mistranslated, string WithContent, string NotRated)
{
    /// <param name="content">Rating of the claim a saying is about; null: not rated.</param>
    public string Of(PublicRating rating, bool asPublished, PublicRating? content)
    {
        var word = rating.Label.In(Language);
        if (asPublished)
        {
            word = string.Format(CultureInfo.InvariantCulture, Mistranslated, word);
        }

        return rating.Aspect is RatedAspect.Saying ? string.Format(CultureInfo.InvariantCulture, WithContent, word, content?.Label.In(Language) ?? NotRated) : word;
    }
}
