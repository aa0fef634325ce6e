using ClaimTracker.Core.Claims;
using ClaimTracker.Core.Publishing;

namespace ClaimTracker.Core.Review;

/// <summary>What readers have, with the words of a verdict's next number: a correction, or a further language. Pure.</summary>
public static class RevisedDocument
{
    public static PublicDocument Of(PublicDocument document, Verdict verdict, Claim claim, bool isCorrection, DateTime now)
    {
        IReadOnlyList<string> languages = isCorrection ? document.Languages : [.. verdict.Headline.Languages];
        var added = languages.Where(l => !document.Languages.Contains(l)).ToList();
        var revised = document with
        {
            Statement = added.Aggregate(document.Statement, (text, l) => text.With(l, claim.Statement[l])),
            Summary = added.Aggregate(document.Summary, (text, l) => text.With(l, claim.Summary[l])),
            ReviewedAt = now,
            Verdict = document.Verdict is not { } shown ? null : shown with
            {
                Number = verdict.Number,
                Headline = verdict.Headline,
                Explanation = verdict.Explanation,
                Body = verdict.Body,
                Unknowns = verdict.Unknowns,
                OtherSideSearch = verdict.OtherSideSearch,
                ConflictDisclosure = verdict.ConflictDisclosure,
                Waivers = verdict.Waivers.ConvertAll(w => new PublicWaiver(w.Condition, w.Reason, w.Explanation)),
            },
        };
        return revised.InLanguages(languages);
    }
}
